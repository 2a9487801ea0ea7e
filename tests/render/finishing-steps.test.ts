import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/html/edits.js';
import { parseHtml } from '../../src/html/page.js';
import { finishHtml } from '../../src/render/email/html/finish-html.js';
import * as steps from '../../src/render/email/html/finishing-steps.js';
import { dropUnusedStyles } from '../../src/render/email/html/head-steps.js';
import { addThunderbirdStyles } from '../../src/render/email/html/thunderbird-styles.js';

/** A page after one step. */
function after(step: steps.FinishingStep, html: string): string {
  return applyEdits(html, step(parseHtml(html)));
}

const COLUMN = 'border="0" cellpadding="0" cellspacing="0" role="presentation"';
const UNUSED =
  '<style type="text/css">\n  @media only screen and (max-width:479px) {\n    table.mj-full-width-mobile { width: 100% !important; }\n  }\n</style>';

describe('each step of finishing', () => {
  test.each([
    ['\n <p>\n  One\n  two </p>\n', '<p>\nOne\ntwo </p>\n'],
    ['<td\n   align="left" class="x"\n >a</td>', '<td align="left" class="x">a</td>\n'],
    ['<!--[if mso | IE]><td  style="x"\n ><![endif]-->', '<!--[if mso | IE]><td style="x"><![endif]-->\n'],
    ['<pre>a  b</pre>', '<pre>a  b</pre>\n'],
  ])('tightens white space: %j', (html, expected) => {
    expect(after(steps.tightenWhiteSpace, html)).toBe(expected);
  });

  test.each([
    ['<td class="" style="x">', '<td style="x">'],
    ['<td style="" align="left" class="">', '<td align="left">'],
    ['<img alt="" src="x">', '<img alt="" src="x">'],
    ['<p> class=""</p>', '<p> class=""</p>'],
  ])('drops empty attributes: %j', (html, expected) => {
    expect(after(steps.dropEmptyAttributes, html)).toBe(expected);
  });

  test.each([
    ['<td style=";color:red;">', '<td style="color:red">'],
    ['<td style="color:red;top:0">', '<td style="color:red;top:0">'],
    ['<p title=";x;">style=";x;"</p>', '<p title=";x;">style=";x;"</p>'],
  ])('trims semicolons: %j', (html, expected) => {
    expect(after(steps.trimSemicolons, html)).toBe(expected);
  });

  test.each([
    ['<td style="background:#ffffff;background-color:#ffffff;top:0">', '<td style="background-color:#ffffff;top:0">'],
    [
      '<td style="background:#ffffff;background-color:#000000">',
      '<td style="background:#ffffff;background-color:#000000">',
    ],
    ['<p>background:#ffffff;background-color:#ffffff</p>', '<p>background:#ffffff;background-color:#ffffff</p>'],
  ])('drops doubled grounds: %j', (html, expected) => {
    expect(after(steps.dropDoubledGrounds, html)).toBe(expected);
  });

  test.each([
    [`<table ${COLUMN} style="width:100%">`, `<table ${COLUMN} style="width:100%;table-layout:fixed">`],
    [`<table align="center" ${COLUMN} style="x:y">`, `<table align="center" ${COLUMN} style="x:y;table-layout:fixed">`],
    [`<table ${COLUMN} width="9" style="x:y">`, `<table ${COLUMN} width="9" style="x:y">`],
    ['<table style="x:y">', '<table style="x:y">'],
  ])('fixes columns: %j', (html, expected) => {
    expect(after(steps.fixColumns, html)).toBe(expected);
  });

  test('leaves the article without a name, and everything else with its own', () => {
    const html = '<div aria-label="a"><div aria-label="News" aria-roledescription="email" lang="en">';
    expect(after(steps.leaveArticleUnnamed, html)).toBe(
      '<div aria-label="a"><div aria-roledescription="email" lang="en">',
    );
  });

  test('drops style sheets without use, and no other', () => {
    expect(after(dropUnusedStyles, `<style>p{top:0}</style>\n  ${UNUSED}\n  <p>`)).toBe(
      '<style>p{top:0}</style>\n  <p>',
    );
  });

  test('hides the preheader without its white', () => {
    const html = '<div style="display:none;font-size:1px;color:#ffffff;line-height:1px;">x</div>';
    expect(after(steps.hidePreheaderPlainly, html)).toBe(
      '<div style="display:none;mso-hide:all;font-size:1px;line-height:1px;">x</div>',
    );
  });

  test('says media queries once more for Thunderbird', () => {
    const html = `<head><style>@media (min-width:1px) {\n  .a, b:is(i,u) { top:0 }\n}</style>${UNUSED}</head><p>@media x{a{b:c}}`;
    expect(after(addThunderbirdStyles, html)).toBe(
      html.replace(
        '</head>',
        '<style media="(min-width:1px)">\n.moz-text-html .a,.moz-text-html b:is(i,u){ top:0 }\n</style>\n</head>',
      ),
    );
  });
});

describe('all steps together', () => {
  const piece = fc.constantFrom(
    ...[
      '<td',
      '<table',
      '<div',
      ' class=""',
      '\n  ',
      ' ',
      '>',
      ' style="',
      '"',
      ';',
      'background:#ffffff',
      'color:red',
    ],
    ...[
      'background-color:#ffffff',
      UNUSED,
      '<head>',
      '</head>',
      '<style>',
      '@media x{a{b:c}}',
      '</style>',
      'word',
      '</td>',
    ],
    ...[
      '<!--[if mso]>',
      '<![endif]-->',
      `<table ${COLUMN}`,
      '<div style="display:none;font-size:1px;color:#ffffff;',
      '<p>',
    ],
    ...[' aria-label="x"', ' aria-roledescription="email"', '/>', "'", '=', '&quot;'],
  );

  test('never get in the way of each other, whatever MJML writes', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(finishHtml(parseHtml(pieces.join('')))).toMatch(/\n$/);
      }),
    );
  });

  test('leave every word of the text', () => {
    const words = (html: string) => html.replace(/\s+/g, ' ').trim();
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('One', ' ', '\n', 'class=""', ';', '"', 'two;', 'é', '>'), { maxLength: 20 }),
        (text) => {
          expect(words(finishHtml(parseHtml(`<p>${text.join('')}</p>`)))).toBe(words(`<p>${text.join('')}</p>`));
        },
      ),
    );
  });
});
