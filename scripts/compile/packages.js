// What the bundle takes from some packages, because reading them whole would slow every start.
import path from 'node:path';

/** MJML needs these only to inline or minify, which our templates never use, so they are loaded when first used. */
const RARELY_USED_BY_MJML = /^(juice|htmlnano|cheerio|cssnano-preset-lite)$/;

export const loadRarelyUsed = {
  name: 'load-rarely-used',
  setup(compilation) {
    compilation.onResolve({ filter: RARELY_USED_BY_MJML }, ({ path: name }) => ({
      path: name,
      namespace: 'rarely-used',
    }));
    compilation.onLoad({ filter: /.*/, namespace: 'rarely-used' }, ({ path: name }) => ({
      contents: `
        const { createRequire } = require('node:module');
        const load = () => {
          const core = createRequire(createRequire(__filename).resolve('mjml')).resolve('mjml-core');
          return createRequire(core)(${JSON.stringify(name)});
        };
        module.exports = new Proxy(function () {}, {
          get: (_, key) => (key === '__esModule' ? undefined : load()[key]),
          apply: (_, self, values) => (load().default ?? load()).apply(self, values),
        });`,
      loader: 'js',
    }));
    // Commander uses it to start commands that are separate programs, and we have none.
    compilation.onResolve({ filter: /^node:child_process$/ }, ({ path: name, importer }) =>
      importer.includes(`${path.sep}commander${path.sep}`)
        ? { path: name, namespace: 'rarely-used-of-node' }
        : undefined,
    );
    compilation.onLoad({ filter: /.*/, namespace: 'rarely-used-of-node' }, () => ({
      contents: `module.exports = { get spawn() { return require('node:child_process').spawn; } };`,
      loader: 'js',
    }));
  },
};

/** What src/files/ takes from Node. It is part of every command, but not every command writes or hashes anything. */
const OF_NODE_FOR_FILES = {
  'node:crypto': ['createHash', 'randomBytes'],
  'node:fs/promises': ['link', 'open', 'readFile', 'rename', 'rm'],
  'node:os': ['hostname'],
};

export const loadNodeWhenUsed = {
  name: 'load-node-when-used',
  setup(compilation) {
    compilation.onResolve({ filter: /^node:(crypto|fs\/promises|os)$/ }, ({ path: name, importer }) =>
      importer.includes(path.join('src', 'files', path.sep)) ? { path: name, namespace: 'node-when-used' } : undefined,
    );
    compilation.onLoad({ filter: /.*/, namespace: 'node-when-used' }, ({ path: name }) => ({
      contents: OF_NODE_FOR_FILES[name]
        .map((key) => `export function ${key}(...given) { return require('${name}').${key}(...given); }`)
        .join('\n'),
      loader: 'js',
    }));
  },
};

/** What src/check/detect/numbers/check-digits.ts takes out of validator. */
const CHECK_DIGITS = ['isCreditCard', 'isIBAN', 'isIdentityCard', 'isISBN', 'isTaxID'];

const PARTS = {
  validator: `
    ${CHECK_DIGITS.map((name) => `import ${name} from 'validator/es/lib/${name}.js';`).join('\n')}
    export default { ${CHECK_DIGITS.join(', ')} };`,
  // gray-matter names it, but always gets an engine of ours (contributions/front-matter).
  'js-yaml': `
    const never = () => { throw new Error('js-yaml is no part of this program'); };
    module.exports = { safeLoad: never, safeDump: never };`,
};

export const takePartsOnly = {
  name: 'take-parts-only',
  setup(compilation) {
    compilation.onResolve({ filter: /^(js-yaml|validator)$/ }, ({ path: name }) => ({ path: name, namespace: 'part' }));
    compilation.onLoad({ filter: /.*/, namespace: 'part' }, ({ path: name }) => ({
      contents: PARTS[name],
      resolveDir: process.cwd(),
      loader: 'js',
    }));
  },
};

/**
 * htmlparser2 has one copy of itself for `import`, which we use, and one for `require`, which MJML uses; with what it needs,
 * each is about 150 KB. MJML gets ours.
 */
export const oneHtmlParser = {
  name: 'one-html-parser',
  setup(compilation) {
    compilation.onResolve({ filter: /^htmlparser2$/ }, ({ path: name, kind, importer, resolveDir }) =>
      kind === 'require-call'
        ? compilation.resolve(name, { kind: 'import-statement', importer, resolveDir })
        : undefined,
    );
  },
};
