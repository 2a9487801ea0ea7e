import { expect, test } from 'vitest';
import { checkAttachment } from '../../../src/check/engine/attachment.js';
import { PreparedHouseStyle } from '../../../src/check/detect/house-style.js';
import { textRule, type CheckContext, type TextRule } from '../../../src/check/engine/rule.js';
import { houseStyleSchema } from '../../../src/model/settings/house-style.js';

const CONTEXT: CheckContext = {
  issue: '2020-12',
  date: '2020-12-18',
  contributionsFolder: 'issues/2020-12/contributions',
  settings: { title: 'A', date: '2020-12-18', language: 'de' },
  settingsFile: 'issues/2020-12/issue.yaml',
  settingsPlaces: new Map(),
  members: [],
  houseStyle: new PreparedHouseStyle(houseStyleSchema.parse({}), []),
  suggestFolder: () => undefined,
};

/** Finds every run that has the word in it. */
const finds = (word: string): TextRule =>
  textRule({
    id: 'confidentiality/word',
    severity: 'error',
    why: '',
    wrong: '',
    right: '',
    *check({ runs, language, source }) {
      for (const run of runs) {
        const start = run.text.indexOf(word);
        if (start === -1) continue;
        const words = { message: `A word in ${source}.`, expected: language, actual: run.kind, help: 'Take it out.' };
        yield { ...run.placeAt(start), ...words, secret: word };
      }
    },
  });

const PLACE = { file: 'issues/2020-12/contributions/lefoe/a.md', line: 6, column: 3 };

function checked(pages: readonly string[], labels: readonly string[] = []) {
  const text = {
    pages: pages.map((page, index) => ({ number: index + 1, paragraphs: [page] })),
    labels,
    addresses: ['https://example.org/word'],
    complete: true,
  };
  const attachment = { place: PLACE, name: 'report.pdf', language: undefined, contributor: undefined, text };
  return checkAttachment([finds('word')], attachment, CONTEXT);
}

test('every page is looked at, and the same thing is said once, with the pages', () => {
  const { findings, secrets } = checked(['a word', 'nothing', 'the word', 'word by word']);
  expect(findings.map(({ message }) => message)).toEqual([
    'A word in attachment. (In the attached file report.pdf, pages 1, 3 and 4.)',
    'A word in attachment. (In the attached file report.pdf, beside its pages.)',
  ]);
  expect(findings[0]).toMatchObject({ ...PLACE, ruleId: 'confidentiality/word', expected: 'de', actual: 'paragraph' });
  expect(findings[0]?.help).toBe('Take it out. Then export the file anew.');
  expect(new Set(secrets)).toEqual(new Set(['word']));
});

test('one page is one page, and of many not all are listed', () => {
  expect(checked(['a word']).findings[0]?.message).toContain('page 1.');
  expect(checked(Array.from({ length: 9 }, () => 'word')).findings[0]?.message).toContain(
    'pages 1, 2, 3, 4, 5, 6 and 3 more.',
  );
});
