import { describe, expect, test } from 'vitest';
import { issue, item, render } from '../../support/render/issue-fixture.js';

const SHEET = /<style media="([^"]*)">([\s\S]*?)<\/style>/g;

describe('the style sheets for Thunderbird, which drops media queries', () => {
  test('say all that the media queries say, and to Thunderbird alone', async () => {
    const { html } = (await render(issue([item({})]))).email;
    const dark = /@media \(prefers-color-scheme:dark\)\{\n([\s\S]*?\})\n\}/.exec(html)?.[1] ?? '';
    expect(dark).toContain('div[role=article]');
    const sheets = new Map([...html.matchAll(SHEET)].map(([, query = '', rules = '']) => [query, rules]));
    const forThunderbird = sheets.get('(prefers-color-scheme:dark)') ?? '';
    expect(forThunderbird.replaceAll('.moz-text-html ', '').trim()).toBe(dark);
    expect(sheets.get('only screen and (min-width:480px)')).toContain('.moz-text-html .name{');
    for (const rules of sheets.values()) {
      const selectors = rules.replace(/\{[^{}]*\}/g, ',').split(',');
      expect(selectors.filter((one) => one.trim() !== '' && !one.trim().startsWith('.moz-text-html '))).toEqual([]);
    }
  });

  test('come with a preheader that is no white on white', async () => {
    const { html } = (await render(issue([item({})]))).email;
    const hidden = /<div style="(display:none[^"]*)"/.exec(html)?.[1] ?? '';
    expect(hidden).toContain('mso-hide:all');
    expect(hidden).not.toMatch(/color/);
  });
});
