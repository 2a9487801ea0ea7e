import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attributeOf, elementsNamed, isOutlookOnly, isWithin, parseHtml, type HtmlPage } from '../../src/html/page.js';
import type { Place } from '../../src/html/edits.js';

const written = ({ text }: HtmlPage, { start, end }: Place) => text.slice(start, end);

/** Pieces of which the worst pages consist. */
const piece = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<div class="a b">',
    '</div>',
    "<td style='x:y'",
    '>',
    '<br>',
    '<br/>',
    '</br>',
    '<o:p/>',
    '<',
    '</',
  ],
  ...[
    '<a href=x target>',
    '<img alt="a > b" src=',
    '"',
    "'",
    '/>',
    '<!--',
    '-->',
    '<!--[if mso | IE]>',
    '<![endif]-->',
  ],
  ...[
    '<!--[if !mso]><!-->',
    '<!--<![endif]-->',
    '<style>',
    'p{}',
    '</style>',
    '<script>',
    '</script >',
    '<title>',
    '&amp;',
  ],
  ...[
    '<form>',
    '</form\n>',
    '<svg>',
    '<![CDATA[',
    ']]>',
    '<!doctype html>',
    '<?xml?>',
    ' ',
    '\n',
    'word',
    '=',
    'É',
    '\u0000',
  ],
);
const anyPage = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('a page', () => {
  test('has each thing at its place, whatever is written', () => {
    fc.assert(
      fc.property(anyPage, (text) => {
        const page = parseHtml(text);
        for (const node of page.nodes) {
          expect(node.start).toBeLessThanOrEqual(node.end);
          expect(node.end).toBeLessThanOrEqual(text.length);
          if (node.kind === 'comment') expect(written(page, node)).toMatch(/^<[!?/]/);
          if (node.kind !== 'element') continue;
          expect(text.slice(node.start).toLowerCase()).toMatch(/^<[a-z]/);
          expect(node.start).toBeLessThan(node.tagEnd);
          expect(node.tagEnd).toBeLessThanOrEqual(node.contentEnd);
          expect(node.contentEnd).toBeLessThanOrEqual(node.end);
          if (node.contentEnd < node.end) expect(text.slice(node.contentEnd, node.end)).toMatch(/^<\/[^>]*>?$/);
          let last = node.start;
          for (const attribute of node.attributes) {
            expect(attribute.start).toBeGreaterThanOrEqual(last);
            last = attribute.end;
            expect(last).toBeLessThanOrEqual(node.tagEnd);
            expect(written(page, attribute).toLowerCase().startsWith(attribute.name)).toBe(true);
            const { value, valueStart } = attribute;
            expect(text.slice(valueStart, valueStart + value.length)).toBe(value);
          }
        }
      }),
    );
  });

  test('has its nodes in their order, each inside of its parent, and texts never twice', () => {
    fc.assert(
      fc.property(anyPage, (text) => {
        const { nodes } = parseHtml(text);
        let last = 0;
        for (const node of nodes) {
          expect(node.start).toBeGreaterThanOrEqual(last);
          last = node.start;
          if (node.parent !== undefined) expect(node.start).toBeGreaterThanOrEqual(node.parent.tagEnd);
        }
        const texts = nodes.filter(({ kind, condition }) => kind === 'text' && condition === undefined);
        texts.slice(1).forEach((node, index) => {
          expect(node.start).toBeGreaterThanOrEqual(texts[index]?.end ?? 0);
        });
      }),
    );
  });

  test.each([
    "<td style='x:y'</",
    '<p>One<td a',
    '<p>One<td a="b',
    '<p>One<td /',
    '<p>One<td a=',
    '<p>One</p {',
    '</p b',
  ])('has no text of a tag in which it breaks off: %j', (text) => {
    const shown = parseHtml(text).nodes.filter(({ kind }) => kind === 'text');
    expect(shown.map((node) => text.slice(node.start, node.end))).toEqual(text.startsWith('<p>') ? ['One'] : []);
  });

  test('has elements from their start tag to their end tag, with their attributes as written', () => {
    const page = parseHtml(`<P Class="a &amp; b"\n hidden id=x>One<br>two</p >.`);
    const [p, br] = page.elements;
    expect(p).toMatchObject({ name: 'p', parent: undefined });
    expect(p?.attributes.map((one) => [one.name, one.value, written(page, one)])).toEqual([
      ['class', 'a &amp; b', 'Class="a &amp; b"'],
      ['hidden', '', 'hidden'],
      ['id', 'x', 'id=x'],
    ]);
    expect(p === undefined ? '' : written(page, p)).toMatch(/^<P [^]*<\/p >$/);
    expect(p === undefined ? '' : page.text.slice(p.tagEnd, p.contentEnd)).toBe('One<br>two');
    expect(br?.parent).toBe(p);
    expect(p === undefined ? undefined : attributeOf(p, 'id')?.value).toBe('x');
  });

  test('ends elements without an end tag with the one around them, and the head where the body begins', () => {
    const page = parseHtml('<head><title>t</title><body><ul><li>One<br></ul><p>a');
    const shown = page.elements.map((one) => written(page, one));
    expect(shown).toEqual([
      '<head><title>t</title>',
      '<title>t</title>',
      '<body><ul><li>One<br></ul><p>a',
      '<ul><li>One<br></ul>',
      '<li>One<br>',
      '<br>',
      '<p>a',
    ]);
  });

  test('has what stands in conditional comments, and knows who alone sees it', () => {
    const page = parseHtml(
      '<td><!--[if mso | IE]><table width="600"><tr><![endif]--><b>x</b><!--[if !mso]><!--><i>y</i><!--<![endif]--><!-- <u> --></td>',
    );
    expect(page.elements.map((one) => [one.name, one.condition, isOutlookOnly(one), one.parent?.name])).toEqual([
      ['td', undefined, false, undefined],
      ['table', 'mso | IE', true, 'td'],
      ['tr', 'mso | IE', true, 'table'],
      ['b', undefined, false, 'td'],
      ['i', undefined, false, 'td'],
    ]);
    const [width] = elementsNamed(page, 'table')[0]?.attributes ?? [];
    expect(width === undefined ? '' : written(page, width)).toBe('width="600"');
  });

  test('has style sheets and scripts as text, whatever stands in them', () => {
    const page = parseHtml('<head><style>a > b{content:"<p>"}</style></head><p>x');
    expect(page.elements.map(({ name }) => name)).toEqual(['head', 'style', 'p']);
    const inHead = page.nodes.filter((node) => isWithin(node, new Set(['head'])));
    expect(inHead.map((node) => node.kind)).toEqual(['element', 'text']);
  });
});
