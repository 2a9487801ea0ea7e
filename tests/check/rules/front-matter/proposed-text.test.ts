import { describe, expect, test } from 'vitest';
import { PROPOSED } from '../../../../src/model/issue/text/proposed-text.js';
import { checkContributions, foundBy, stateOf } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const NAME = 'lefoe/a.md';
const PICTURE = 'image:\n  file: a.jpg\n  alt: Three women hold a banner\n  credit: Maja Novak\n  consent: given';

async function errorsOf(frontMatter: string, body?: string): Promise<readonly string[]> {
  const checked = await checkContributions({ [NAME]: contributionText(frontMatter, body) });
  expect(stateOf(NAME, checked)).toBe('refused');
  return foundBy('front-matter/proposed-text', checked).map(({ severity, line }) => `${severity} ${String(line)}`);
}

describe('what a message proposed is recognised where it is handed in unchanged', () => {
  test.each([
    [`title: ${PROPOSED.title}`, 2],
    [`title: A\nsource:\n  title: ${PROPOSED.sourceTitle}`, 4],
    [`title: A\nlink:\n  url: https://www.lefoe.at/a\n  label: ${PROPOSED.label}`, 5],
    [`title: A\n${PICTURE.replace('Three women hold a banner', PROPOSED.alt)}`, 5],
    [`title: A\n${PICTURE.replace('Maja Novak', PROPOSED.credit)}`, 6],
    // In other letters, and with a full stop.
    [`title: A\n${PICTURE.replace('Maja Novak', `"${PROPOSED.credit.toUpperCase()}."`)}`, 6],
    // Of earlier versions and of the instructions.
    [`title: A\n${PICTURE.replace('Maja Novak', 'Name of the photographer')}`, 6],
    [`title: A\n${PICTURE.replace('Three women hold a banner', 'Six open laptops on a round table')}`, 5],
    ['title: New hotline in three languages', 2],
    ['title: A\nsummary: …', 3],
  ])('%j', async (frontMatter, line) => {
    expect(await errorsOf(frontMatter)).toEqual([`error ${String(line)}`]);
  });

  test('in a footnote', async () => {
    expect(await errorsOf('title: A', `As the court said.[^1]\n\n[^1]: ${PROPOSED.footnote}`)).toEqual(['error 7']);
  });
});

/** The lines that a finding proposes, below its own words. */
function proposedIn(help: string): string {
  return help.split('like this:\n').at(-1) ?? '';
}

describe('a block that messages propose is refused wherever it still has to be filled in', () => {
  test.each([
    ['title: A\nimage: a.jpg', 'front-matter/value'],
    ['title: A\npicture: a.jpg', 'front-matter/value'],
    ['title: A\nimages:\n  - a.jpg', 'front-matter/value'],
    ['title: A\nimages: a.jpg', 'front-matter/value'],
    ['title: A\nfile: a.jpg', 'front-matter/unknown-key'],
  ])('%j', async (frontMatter, ruleId) => {
    const checked = await checkContributions({ [NAME]: contributionText(frontMatter) });
    const help =
      foundBy(ruleId, checked)
        .map((one) => one.help)
        .find((one) => one.includes('file:')) ?? '';
    const [key] = proposedIn(help).split(':');
    const block = proposedIn(help).startsWith(' ') ? `images:\n${proposedIn(help)}` : proposedIn(help);
    expect(key).toBeDefined();
    const again = await checkContributions({ [NAME]: contributionText(`title: A\n${block}`) });
    const errors = again.findings.filter(({ severity }) => severity === 'error');
    // The consent that nobody has given, the description and the name that nobody has written: all in one round.
    expect(errors.filter(({ ruleId: id }) => id === 'front-matter/value').map(({ message }) => message)).toEqual([
      expect.stringContaining('consent'),
    ]);
    expect(foundBy('front-matter/proposed-text', again)).toHaveLength(2);
    expect(stateOf(NAME, again)).toBe('refused');
  });

  test('a picture in the text gets its whole block, with the consent', async () => {
    const text = contributionText('title: A', 'One.\n\n![A full room](https://www.example.org/full%20room.jpg)');
    const [finding] = foundBy('picture/in-text', await checkContributions({ [NAME]: text }));
    expect(proposedIn(finding?.help ?? '')).toBe(
      `images:\n  - file: full room.jpg\n    alt: A full room\n    credit: ${PROPOSED.credit}\n    consent: given or not-needed`,
    );
  });
});

test.each(['Your titles', 'Who made the picture of Dorian Gray?', 'The text of the note was read aloud.', 'Text.'])(
  'words of a person are no proposal: %j',
  async (words) => {
    const checked = await checkContributions({ [NAME]: contributionText(`title: ${words}`, words) });
    expect(foundBy('front-matter/proposed-text', checked)).toEqual([]);
  },
);
