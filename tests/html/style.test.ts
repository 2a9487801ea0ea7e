import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elementsNamed, parseHtml } from '../../src/html/page.js';
import { declarationsOf, parseStyleSheet, styleSheetOf, type StyleNode } from '../../src/html/style.js';
import { wordsOfValue } from '../../src/html/value-words.js';

const piece = fc.constantFrom(
  ...['p', '.a', '#b', ' ', '>', ',', '{', '}', ':', ';', 'color', 'red', '!important', '"', "'", '(', ')', 'url(x;y)'],
  ...[
    '@media',
    '(min-width:1px)',
    '/*',
    '*/',
    '[a=b]',
    '\n',
    '1px',
    '50%',
    '\\',
    '<!--',
    '::before',
    '@import',
    '$',
    '&quot;',
  ],
);
const anyStyle = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

function* everyNode(nodes: readonly StyleNode[]): Generator<StyleNode> {
  for (const node of nodes) {
    yield node;
    if (node.kind === 'at-rule') yield* everyNode(node.rules);
  }
}

describe('a style sheet', () => {
  test('has each thing at its place, whatever is written', () => {
    fc.assert(
      fc.property(anyStyle, fc.nat(50), (css, offset) => {
        const text = ' '.repeat(offset) + css;
        for (const node of everyNode(parseStyleSheet(css, offset))) {
          expect(node.start).toBeGreaterThanOrEqual(offset);
          expect(node.end).toBeLessThanOrEqual(text.length);
          const declarations = node.kind === 'rule' ? node.declarations : [];
          for (const { start, end, property, value } of declarations) {
            const declaration = text.slice(start, end);
            expect(declaration.toLowerCase().startsWith(property)).toBe(true);
            expect(declaration.endsWith(value)).toBe(true);
          }
          if (node.kind === 'at-rule') expect(text.slice(node.start, node.preludeEnd)).toContain(`@`);
        }
      }),
    );
  });

  test('is read rule by rule, also within at-rules', () => {
    const css = '/* a */\np > .b, #c:hover{color:red!important;top:0}\n@media (min-width:1px){\nq{left:1px}\n}';
    const [rule, media] = parseStyleSheet(css, 10);
    expect(
      rule?.kind === 'rule' ? rule.selectors.map(({ start, end }) => css.slice(start - 10, end - 10)) : [],
    ).toEqual(['p > .b', '#c:hover']);
    expect(rule?.kind === 'rule' ? rule.selectors[0]?.parts : []).toEqual([
      { kind: 'type', name: 'p' },
      { kind: 'combinator', name: '>' },
      { kind: 'class', name: 'b' },
    ]);
    expect(rule?.kind === 'rule' ? rule.declarations.map(({ property, value }) => [property, value]) : []).toEqual([
      ['color', 'red!important'],
      ['top', '0'],
    ]);
    expect(media).toMatchObject({ kind: 'at-rule', name: 'media', prelude: '(min-width:1px)' });
    expect(media?.kind === 'at-rule' ? media.rules : []).toMatchObject([{ kind: 'rule' }]);
  });

  test('of a page counts its places in the page', () => {
    const page = parseHtml('<p>x</p><style type="text/css">p{top:0}</style>');
    const [style] = elementsNamed(page, 'style');
    const [rule] = style === undefined ? [] : styleSheetOf(page, style);
    expect(page.text.slice(rule?.start, rule?.end)).toBe('p{top:0}');
  });
});

describe('a style attribute', () => {
  test('is read with the entities that its quotes are', () => {
    const page = parseHtml('<p style="font-family:&quot;Segoe UI&quot;,sans-serif;Color: red">');
    const [style] = page.elements[0]?.attributes ?? [];
    const declarations = style === undefined ? [] : declarationsOf(style);
    expect(declarations.map(({ property, value }) => [property, value])).toEqual([
      ['font-family', '&quot;Segoe UI&quot;,sans-serif'],
      ['color', ' red'],
    ]);
    expect(declarations.map(({ start, end }) => page.text.slice(start, end))).toEqual([
      'font-family:&quot;Segoe UI&quot;,sans-serif',
      'Color: red',
    ]);
  });

  test('is read without an error, whatever is written', () => {
    fc.assert(
      fc.property(anyStyle, (value) => {
        const attribute = { name: 'style', value, start: 0, end: value.length, valueStart: 0 };
        for (const one of declarationsOf(attribute)) expect(value.slice(one.start, one.end)).toContain(one.value);
        wordsOfValue(value);
      }),
    );
  });
});

test('a value has units, functions and keywords, and none in quotes or addresses', () => {
  const words = wordsOfValue('calc(1px + 2.5E3em) -50% Flex "3vh" url(4vw) !important');
  expect(words.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    'function calc',
    'unit px',
    'unit em',
    'unit %',
    'keyword flex',
    'keyword !important',
  ]);
});
