import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkContributions } from '../support/checked-issue.js';
import { contributionText } from '../support/workspace-fixture.js';

interface Paragraph {
  readonly language: string;
  readonly text: string;
}

/** Written by somebody who did not know the rules: tables, dates, lists and quotations in eight languages. */
const PARAGRAPHS = JSON.parse(
  readFileSync(new URL('../support/contributions/ordinary/paragraphs.json', import.meta.url), 'utf8'),
) as readonly Paragraph[];

/** What is rightly said, by the number of the paragraph: the words in quotation marks behind an address are not shown. */
const EXPECTED = ['101 file/lost-words'];

/** Rules that are about the form of a text; whether its words are wise is the concern of others. */
const FORM = /^(?:file|link|front-matter)\//;
/** That an address stands as text was said before. */
const OF_OTHERS = new Set(['link/text', 'link/insecure', 'link/two-texts', 'link/same-text', 'link/tracking']);

test('ordinary paragraphs get no finding about their form that is not expected', async () => {
  expect(PARAGRAPHS).toHaveLength(300);
  const { findings } = await checkContributions(
    Object.fromEntries(
      PARAGRAPHS.map(({ language, text }, index) => [
        `lefoe/${String(index)}.md`,
        contributionText(`title: Number ${String(index)}\nlanguage: ${language}`, text),
      ]),
    ),
  );
  const found = findings
    .filter(({ ruleId, file }) => FORM.test(ruleId) && !OF_OTHERS.has(ruleId) && file.includes('/lefoe/'))
    .map(({ ruleId, file }) => `${/(\d+)\.md$/.exec(file)?.[1] ?? file} ${ruleId}`);
  expect(found).toEqual(EXPECTED);
});
