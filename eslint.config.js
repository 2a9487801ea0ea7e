import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'out/', 'outbox/', 'node_modules/'] },
  ...tseslint.configs.strictTypeChecked.map((config) => ({ ...config, files: ['src/**/*.ts', 'tests/**/*.ts'] })),
  {
    files: ['src/**/*.ts', 'tests/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-control-regex': 'off',
      eqeqeq: 'error',
      'no-duplicate-imports': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: "ImportDeclaration[source.value='zod'] ImportSpecifier",
          message: 'Write `import * as z`: the object `z` takes the words of 40 languages along.',
        },
        {
          selector: "ImportDeclaration[source.value='node:path'] ImportSpecifier",
          message: "Write `import path from 'node:path'`.",
        },
        {
          selector:
            'ImportDeclaration[source.value=/^node:fs/] :matches(ImportDefaultSpecifier, ImportNamespaceSpecifier)',
          message: 'Import functions by their names: from node:fs those that wait, from node:fs/promises the others.',
        },
        {
          selector: ':matches(PropertyDefinition, MethodDefinition[kind!="constructor"])[accessibility="private"]',
          message: 'Write `#name`: what is private stays so at run time.',
        },
        {
          selector: 'TSParameterProperty[accessibility="private"]',
          message: 'Write a field `#name`.',
        },
      ],
    },
  },
  {
    // Two names for one thing make two ways to search.
    files: ['tests/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'vitest', importNames: ['it'], message: 'Import `test`: a test has one name here.' }] },
      ],
    },
  },
  {
    // Terminal output and the end of the process belong to cli/ alone.
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**'],
    rules: {
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'exit', message: 'Only cli/ ends the process.' },
        { object: 'process', property: 'stdout', message: 'Only cli/ prints.' },
        { object: 'process', property: 'stderr', message: 'Only cli/ prints.' },
      ],
    },
  },
);
