import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../src/html/edits.js';
import { attributeOf, elementsNamed, isOutlookOnly, parseHtml } from '../../../src/html/page.js';
import { compileMjml } from '../../../src/render/email/html/compile-mjml.js';
import { flattenSections } from '../../../src/render/email/html/flatten-sections.js';

const text = (words: string, attributes = 'padding="0"') => `<mj-text ${attributes}>${words}</mj-text>`;
const column = (content: string, attributes = '') => `<mj-column ${attributes}>${content}</mj-column>`;
const section = (content: string, attributes = 'padding="8px 24px"') =>
  `<mj-section background-color="#ffffff" ${attributes}>${content}</mj-section>`;

/** What sections become, between the landmarks of a page. */
async function flat(sections: string, direction = 'ltr'): Promise<string> {
  const html = await compileMjml(`<mjml lang="en" dir="${direction}"><mj-body>${sections}</mj-body></mjml>`);
  return applyEdits(html, flattenSections(parseHtml(html)));
}

function tablesIn(html: string, only: 'outlook' | 'all'): number {
  return elementsNamed(parseHtml(html), 'table').filter((table) => isOutlookOnly(table) === (only === 'outlook'))
    .length;
}

describe('a section with one column of texts', () => {
  test('is a row of one table, with its neighbours, and Outlook has one table around them', async () => {
    const html = await flat(
      section(column(text('One')), 'padding="8px 24px" css-class="a"') +
        section(column(text('Two')), 'padding="9px 0" css-class="b"'),
    );
    expect(tablesIn(html, 'all')).toBe(1);
    expect(html.match(/<!--\[if mso\]><table [^>]*width="600"/g)).toHaveLength(1);
    expect(html).toMatch(
      /<td class="a" style="background-color:#ffffff;padding:8px 24px">One<\/td><\/tr>\n<tr><td class="b" style="background-color:#ffffff;padding:9px 0">Two</,
    );
  });

  test('says once, on the table and for Outlook, what most texts have', async () => {
    const html = await flat(
      section(column(text('One', 'padding="0" font-family="-apple-system, Arial"'))) +
        section(column(text('Two', 'padding="0" font-family="-apple-system, Arial"'))) +
        section(column(text('Three', 'padding="0" font-family="Georgia" color="#123456" font-size="20px"'))),
    );
    const usual = 'font-size:13px;line-height:1;color:#000000';
    expect(html).toContain(`word-break:break-word;font-family:-apple-system, Arial;${usual}">`);
    expect(html).toContain(`<!--[if mso]><style>td,th{font-family:Arial;${usual}}</style><![endif]-->`);
    const ground = 'background-color:#ffffff;padding:8px 24px';
    expect(html).toContain(`<td style="${ground}">One</td>`);
    expect(html).toContain(`<td style="${ground};font-family:Georgia;font-size:20px;color:#123456">Three</td>`);
  });

  test('has its own colour where it is the only one of its table, so that Outlook shows no other', async () => {
    const usual = section(column(text('Two'))) + section(column(text('Three')));
    const html = await flat(
      `<mj-raw><div></mj-raw>${section(column(text('One', 'padding="0" color="#ffffff"')))}<mj-raw></div></mj-raw>${usual}`,
    );
    expect(html).toMatch(/<td style="[^"]*;color:#ffffff">One</);
    expect(html).toMatch(/<style>td,th\{[^}]*;color:#000000\}/);
  });

  test('keeps the ground, line and padding of its own, and several texts that have paddings of theirs', async () => {
    const html = await flat(
      section(column(text('One')), 'padding="8px" border-top="6px solid #ff0000"') +
        section(column(text('Two', 'padding="1px"') + text('Three', 'padding="2px"')), 'padding="0"'),
    );
    expect(html).toMatch(/<td style="background-color:#ffffff;border-top:6px solid #ff0000;padding:8px">One</);
    expect(html).toMatch(
      /<td style="background-color:#ffffff;padding:1px">Two<\/td><\/tr>\n<tr><td style="background-color:#ffffff;padding:2px">Three</,
    );
  });

  test('runs from right to left in a page that does', async () => {
    const html = await flat(section(column(text('واحد', 'padding="0" align="right"'))), 'rtl');
    expect(html).toMatch(/<table role="presentation" cellpadding="0" cellspacing="0" dir="rtl"/);
    expect(html).toMatch(/<td style="background-color:#ffffff;padding:8px 24px;text-align:right"/);
  });
});

describe('stays as MJML made it:', () => {
  test.each([
    ['two columns', section(column(text('One')) + column(text('Two')))],
    ['a button of MJML', section(column(text('One') + '<mj-button href="https://example.org">Go</mj-button>'))],
    ['a column with a ground', section(column(text('One'), 'background-color="#eeeeee"'))],
    ['a column with a padding', section(column(text('One'), 'padding="4px"'))],
    ['a ground over all of the window', section(column(text('One')), 'full-width="full-width"')],
    ['paddings of the section and of its text', section(column(text('One', 'padding="4px"')))],
    ['rounded corners', section(column(text('One')), 'padding="8px" border-radius="8px"')],
  ])('%s', async (_, sections) => {
    const html = await compileMjml(`<mjml lang="en" dir="ltr"><mj-body>${sections}</mj-body></mjml>`);
    expect(flattenSections(parseHtml(html))).toEqual([]);
  });

  test('a section between others, which are flat on both sides of it', async () => {
    const columns = section(column(text('Two')) + column(text('Three')));
    const html = await flat(section(column(text('One'))) + columns + section(column(text('Four'))));
    // Whatever a program shows, what begins also ends.
    for (const shown of [
      html.replace(/<!--[^]*?-->/g, ''),
      html.replace(/<!--\[if mso[^\]]*\]>|<!\[endif\]-->/g, ''),
    ]) {
      for (const name of ['table', 'tr', 'td', 'div']) {
        expect(shown.split(new RegExp(`<${name}[\\s>]`)).length, name).toBe(shown.split(`</${name}>`).length);
      }
    }
    expect(html.indexOf('One')).toBeLessThan(html.indexOf('Two'));
    expect(html.indexOf('Three')).toBeLessThan(html.indexOf('Four'));
    const columnsKept = parseHtml(html).elements.filter((one) =>
      attributeOf(one, 'class')?.value.includes('mj-column-per-50'),
    );
    expect(columnsKept).toHaveLength(2);
  });
});
