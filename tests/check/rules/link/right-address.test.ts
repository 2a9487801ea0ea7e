import { expect, test } from 'vitest';
import { checkContributions, foundBy } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const check = (body: string) => checkContributions({ 'lefoe/a.md': contributionText('title: A', body) });

test.each([
  ['http:/example.org/join', 'https://example.org/join'],
  ['http:example.org/join', 'https://example.org/join'],
  ['https:///example.org/join', 'https://example.org/join'],
  ['https:\\\\example.org/join', 'https://example.org/join'],
  ['htp://example.org/join', 'https://example.org/join'],
  ['htpp://example.org/join', 'https://example.org/join'],
  ['htttps://example.org/join', 'https://example.org/join'],
  ['httsp://example.org/join', 'https://example.org/join'],
  ['hhttps://example.org/join', 'https://example.org/join'],
  ['https//example.org/join', 'https://example.org/join'],
  ['https;//example.org/join', 'https://example.org/join'],
  ['https.//example.org/join', 'https://example.org/join'],
  ['ttps://example.org/join', 'https://example.org/join'],
  ['http//:example.org/join', 'https://example.org/join'],
  ['http:://example.org/join', 'https://example.org/join'],
  ['http://http://example.org/join', 'https://example.org/join'],
  ['https://https//example.org/join', 'https://example.org/join'],
  ['www,example.org/join', 'https://www.example.org/join'],
  ['wwww.example.org/join', 'https://www.example.org/join'],
  ['ww.example.org/join', 'https://www.example.org/join'],
  ['www:example.org/join', 'https://www.example.org/join'],
  ['www.example.org/join', 'https://www.example.org/join'],
  ['lighthousetrust.example/donate', 'https://lighthousetrust.example/donate'],
  ['http//www.example.org?a=b', 'https://www.example.org?a=b'],
])('for %s the right address is named, and nothing else is said', async (written, right) => {
  const checked = await check(`Text, and then [the form](${written}).`);
  const found = checked.findings.filter(({ ruleId }) => ruleId.startsWith('link/'));
  expect(found.map(({ ruleId }) => ruleId)).toEqual(['link/malformed']);
  expect(found[0]?.expected).toContain(right);
  expect(found[0]?.help).toContain(`Write it like this: ${right}`);
});

test.each([
  ['(https://facebook.com/our trust/posts/123)', '(https://facebook.com/our%20trust/posts/123)'],
  ['(https://example.org/annual report.pdf)', '(https://example.org/annual%20report.pdf)'],
  ['(https://example.org/webinar ?source=a)', '(https://example.org/webinar?source=a)'],
  ['(https://example.org/ webinar)', '(https://example.org/webinar)'],
  ['(www.example.org/our report)', '(www.example.org/our%20report)'],
  ['(https://example.org/a b c/d.html )', '(https://example.org/a%20b%20c/d.html)'],
  ['(https://example.org/search?q=safe house)', '(https://example.org/search?q=safe%20house)'],
])('[the page]%s is one fault with one message, which names the whole address', async (written, right) => {
  const checked = await check(`Text, and then [the page]${written}.`);
  const found = checked.findings.filter(({ ruleId }) => ruleId.startsWith('link/'));
  expect(found.map(({ ruleId }) => ruleId)).toEqual(['link/not-taken']);
  expect(found[0]?.expected).toBe(`[the page]${right}`);
});

test.each([
  '[the page] (https://example.org/a/study.pdf)',
  '(the page)[https://example.org/a/study.pdf]',
  '[the page(https://example.org/a/study.pdf)',
  '[the page](https://example.org/a/study.pdf',
  '[the page] <https://example.org/a/study.pdf',
  '[the page]\n(https://example.org/a/study.pdf)',
])('%j: of a link that was not taken it is not said that its address stands as text', async (written) => {
  const checked = await check(`Text, and then ${written}`);
  expect(foundBy('link/not-taken', checked)).toHaveLength(1);
  expect(foundBy('link/text', checked)).toEqual([]);
});

test('of an address elsewhere in the paragraph it is said', async () => {
  const checked = await check('See [the page] (https://example.org/a/1.pdf) and https://example.org/a/2.pdf.');
  expect(foundBy('link/text', checked).map(({ actual }) => actual)).toEqual(['"https://example.org/a/2.pdf"']);
});

test('lines of front matter that came into the text get no advice about Markdown', async () => {
  const text =
    'Dear all, here is our text.\n\ntitle - Webinar\nauthor - Anna\nregistration - https://example.org/webinar/1\n\nMore text.\n';
  const checked = await checkContributions({ 'lefoe/a.md': text });
  expect(foundBy('link/text', checked)).toEqual([]);
});

test('"More: https://…" in a text is asked about', async () => {
  expect(foundBy('link/text', await check('Registration: https://example.org/webinar/1'))).toHaveLength(1);
});

test('of an address without http:// nobody says that it is not encrypted', async () => {
  const checked = await check('More on www.example.org, www.example.org/page and [here it is](http://example.org/a).');
  expect(foundBy('link/insecure', checked).map(({ actual }) => actual)).toEqual(['"http://example.org/a"']);
});
