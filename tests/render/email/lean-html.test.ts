import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../src/html/edits.js';
import { parseHtml } from '../../../src/html/page.js';
import type { FinishingStep } from '../../../src/render/email/html/finishing-steps.js';
import {
  dropCompatibilityMode,
  dropIdleAttributes,
  dropUnusedStyles,
} from '../../../src/render/email/html/head-steps.js';
import { shortenAnchors, writeCharactersPlainly } from '../../../src/render/email/html/text-steps.js';

/** A page after one step. */
function after(step: FinishingStep, html: string): string {
  return applyEdits(html, step(parseHtml(html)));
}

const PAGE = '<body><div class="g"><p class="m">A</p><table><tr><td>B</td></tr></table></div></body>';

describe('rules of a style sheet', () => {
  test.each([
    ['that nothing meets go', '.g p,.g pre{top:0}', '.g p{top:0}'],
    ['with a parent that is no parent go', '.g>table{top:0}.m>table{top:1px}', '.g>table{top:0}'],
    ['of MJML for columns go', '@media x{.mj-column-per-100{top:0}}p{top:0}', 'p{top:0}'],
    [
      'for programs that are gone go',
      '#outlook a{padding:0}img{border:0;-ms-interpolation-mode:bicubic;}',
      'img{border:0;}',
    ],
    ['in a media query go one by one', '@media x{.g h6{top:0}.g td{top:0}}', '@media x{.g td{top:0}}'],
  ])('%s', (_, css, expected) => {
    expect(after(dropUnusedStyles, `<style>${css}</style>${PAGE}`)).toBe(`<style>${expected}</style>${PAGE}`);
  });

  test.each([
    '.moz-text-html .g p{top:0}',
    '.ExternalClass *{top:0}',
    '[data-ogsc] .m{top:0}',
    'u + .body .other{top:0}',
    '.g p:not(.x){top:0}',
    '.gmail-only{top:0}',
    'h6{top:0}',
    '@font-face{font-family:x}',
  ])('that a mail program may meet stay: %s', (css) => {
    expect(after(dropUnusedStyles, `<style>${css}</style>${PAGE}`)).toBe(`<style>${css}</style>${PAGE}`);
  });

  test('leave no empty sheet and no empty comment', () => {
    const html =
      '<!--[if lte mso 11]>\n<style>.mj-outlook-group-fix{top:0}</style>\n<![endif]-->\n<style>.g h6{top:0}</style>\n';
    expect(after(dropUnusedStyles, html + PAGE)).toBe(PAGE);
    const office = '<!--[if mso]><style>.g td{top:0}</style><![endif]-->';
    expect(after(dropUnusedStyles, office + PAGE)).toBe(office + PAGE);
  });
});

test('what says nothing is left out of the head', () => {
  expect(after(dropIdleAttributes, '<html lang="en" xmlns="x" xmlns:v="y" xmlns:o="z"><style type="text/css">')).toBe(
    '<html lang="en" xmlns:o="z"><style>',
  );
  const ie = '<meta http-equiv="X-UA-Compatible" content="IE=edge">';
  expect(after(dropCompatibilityMode, `<!--[if !mso]><!-->\n${ie}\n<!--<![endif]-->\n<p>`)).toBe('<p>');
  expect(after(dropCompatibilityMode, `${ie}<p>`)).toBe('<p>');
});

describe('characters', () => {
  test('are written as they are in text, and as references in attributes', () => {
    expect(after(writeCharactersPlainly, '<p title="&quot;">&quot;LEFÖ&#x27;s&quot; 1 &lt; 2 &amp;quot;</p>')).toBe(
      '<p title="&quot;">"LEFÖ\'s" 1 &lt; 2 &amp;quot;</p>',
    );
  });

  test('never become a tag, whatever the text', () => {
    const piece = fc.constantFrom(
      '&quot;',
      '&#x27;',
      '&lt;',
      '&gt;',
      '&amp;',
      'quot;',
      '&nbsp;',
      'b',
      ' ',
      '#x27;',
      '=',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const page = parseHtml(after(writeCharactersPlainly, `<p>${pieces.join('')}</p>`));
        expect(page.elements).toHaveLength(1);
      }),
    );
  });
});

describe('anchors', () => {
  const long = 'secretariat-cedaw-general-recommendation-38';

  test('are short where something leads to them, and always the same', () => {
    const html = `<a href="#${long}">x</a><h3 id="${long}">y</h3><a id="z" aria-labelledby="z ${long}" href="/#${long}">z</a>`;
    const short = after(shortenAnchors, html);
    const id = /<h3 id="([^"]{4})"/.exec(short)?.[1] ?? '';
    expect(short).toBe(
      `<a href="#${id}">x</a><h3 id="${id}">y</h3><a id="z" aria-labelledby="z ${id}" href="/#${long}">z</a>`,
    );
    expect(after(shortenAnchors, `<p>before</p>${html}`)).toContain(`id="${id}"`);
  });

  test('keep their names where nothing leads to them, or where a style sheet knows them', () => {
    const html = `<style>#${long}{top:0}</style><a href="#${long}">x</a><p id="${long}">y</p><p id="${long}-2">z</p>`;
    expect(after(shortenAnchors, html)).toBe(html);
  });

  test('stay different, however many', () => {
    const ids = Array.from({ length: 3000 }, (_, index) => `a-name-of-some-length-${String(index)}`);
    const html = ids.map((id) => `<a href="#${id}">x</a><p id="${id}">y</p>`).join('');
    const short = [...after(shortenAnchors, html).matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(short).size).toBe(ids.length);
  });
});
