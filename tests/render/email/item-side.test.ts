import { expect, test } from 'vitest';

import { issue, item, parseMarkdown, render } from '../../support/render/issue-fixture.js';

const body = parseMarkdown('كل شخص حر.');

test('an item in Arabic reads from the right in an English issue, its member and its original title from their own', async () => {
  const arabic = item({ id: 'ar', title: 'حقوق', titleOriginal: 'Rights', language: 'ar', body });
  const { html } = (await render(issue([arabic]))).email;
  const start = html.indexOf('<div dir="rtl" style="font-style:normal;text-align:right">');
  expect(start).toBeGreaterThan(0);
  const inside = html.slice(start, html.indexOf('</td>', start));
  expect(inside).toMatch(/<p id="ar" class="c" dir="ltr"/);
  expect(inside).toMatch(/<h3 lang="ar" dir="rtl"/);
  expect(html.slice(0, start)).not.toContain('حقوق</h3>');
});

test('an item in the language of the issue needs no side of its own', async () => {
  const { html } = (await render(issue([item({ id: 'en', titleOriginal: 'Rechte' })]))).email;
  expect(html).not.toMatch(/<div dir="rtl"/);
  expect(html).not.toMatch(/<p id="en" class="c" dir=/);
});
