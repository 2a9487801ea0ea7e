import { beforeAll, expect, test } from 'vitest';
import { checkContributions } from '../../../support/checked-issue.js';
import { CONTRIBUTIONS } from '../../../support/workspace-fixture.js';
import { readBlindTexts, type BlindText } from '../../../support/check/rules/confidentiality/blind-lists.js';

/**
 * What holds for all languages together. All parts but the sixth were used for development in the end. The rules knew the even places
 * of the first lists from the beginning, the odd ones later: before they did, they found 0.85 of these. The second lists
 * were written by others when the rules had learnt all of the first: on the first run the recall was 0.937 and the
 * precision 0.971. The third lists are harder, and others again wrote them: on the first run the recall was 0.57, and
 * of persons alone 0.65. The fourth lists were written by others again: 0.921/0.971 on the first run.
 * The fifth lists, by others again: 0.940/0.985. The sixth: 0.954/0.987, and no rule was changed after that. These first
 * runs, and not the numbers below, say how much is found in texts that nobody has seen.
 */
const RECALL = { seen: 0.98, seenLater: 0.975, second: 0.98, third: 0.98, fourth: 0.98, fifth: 0.98, sixth: 0.95 };
const PRECISION = { seen: 0.98, seenLater: 0.95, second: 0.965, third: 0.95, fourth: 0.98, fifth: 0.98, sixth: 0.98 };
/** Of the third lists, where shelters and persons live: another rule than that of persons. */
const PLACES_IN_THIRD = { recall: 0.95, passing: 0.95 };
/** The least share of right answers for one kind in one language, so that none is left behind. */
const RECALL_OF_KIND = 0.85;
const PASSING_OF_KIND = 0.8;
/** The later lists have ten texts of a kind in one language at most. */
const MAX_WRONG_IN_LATER = 3;

const TEXTS = readBlindTexts();
const LANGUAGES = [...new Set(TEXTS.map(({ language }) => language))];
const KINDS = [...new Set(TEXTS.map(({ kind }) => kind))];
/** The rules that found something in each text. */
const found = new Map<BlindText, readonly string[]>();

const isRight = (text: BlindText) => {
  const rules = found.get(text) ?? [];
  return text.rule === undefined ? rules.length === 0 : rules.includes(text.rule);
};

function describeText(text: BlindText): string {
  return `[${text.language} ${text.kind} ${text.part}] ${text.text} → ${found.get(text)?.join(', ') ?? ''}`;
}

interface Score {
  readonly recall: number;
  readonly precision: number;
  readonly wrong: string;
}

function scoreOf(texts: readonly BlindText[]): Score {
  const wanted = texts.filter(({ rule }) => rule !== undefined);
  const raised = wanted.filter(isRight).length;
  const alarms = texts.filter((text) => text.rule === undefined && !isRight(text)).length;
  const wrong = texts.filter((text) => !isRight(text));
  return {
    recall: raised / wanted.length,
    precision: raised / (raised + alarms),
    wrong: wrong.map(describeText).join('\n'),
  };
}

/** All at once would take much longer: contributions are compared with each other too. */
const BATCH = 100;

async function checkBatch(batch: readonly BlindText[]): Promise<void> {
  const files = batch.map(({ language, text }, index): [string, string] => [
    `lefoe/text-${String(index)}.md`,
    `---\ntitle: One text\nlanguage: ${language}\n---\n\n${text}\n`,
  ]);
  const { findings } = await checkContributions(Object.fromEntries(files));
  const own = new Map<string, string[]>();
  for (const { file, ruleId } of findings)
    // A link into a meeting with its password is found by a rule that is not about persons and places.
    if (ruleId.startsWith('confidentiality/') && ruleId !== 'confidentiality/meeting-access')
      own.set(file, [...(own.get(file) ?? []), ruleId]);
  for (const [index, text] of batch.entries())
    found.set(text, own.get(`${CONTRIBUTIONS}/lefoe/text-${String(index)}.md`) ?? []);
}

beforeAll(async () => {
  for (let from = 0; from < TEXTS.length; from += BATCH) await checkBatch(TEXTS.slice(from, from + BATCH));
});

const isPlace = ({ kind, part }: BlindText) => part === 'third' && (kind === 'shelter' || kind === 'address');

test('each of twelve languages has enough texts of each kind, in all lists', () => {
  expect(LANGUAGES).toHaveLength(12);
  for (const language of LANGUAGES) {
    for (const kind of KINDS) {
      const own = TEXTS.filter((text) => text.language === language && text.kind === kind);
      const second = own.filter(({ part }) => part === 'second');
      const third = own.filter(({ part }) => part === 'third');
      const fourth = own.filter(({ part }) => part === 'fourth');
      const fifth = own.filter(({ part }) => part === 'fifth');
      const sixth = own.filter(({ part }) => part === 'sixth');
      const later = second.length + third.length + fourth.length + fifth.length + sixth.length;
      const first = own.length - later;
      expect(first, `${language} ${kind}`).toBeGreaterThanOrEqual(kind === 'address' ? 10 : 20);
      expect(second.length, `${language} ${kind}`).toBeGreaterThanOrEqual(kind === 'address' ? 3 : 8);
      expect(third.length, `${language} ${kind}`).toBeGreaterThanOrEqual(kind === 'address' ? 3 : 7);
      expect(fourth.length, `${language} ${kind}`).toBeGreaterThanOrEqual(kind === 'address' ? 0 : 8);
      expect(fifth.length, `${language} ${kind}`).toBeGreaterThanOrEqual(kind === 'address' ? 0 : 4);
      expect(sixth.length, `${language} ${kind}`).toBeGreaterThanOrEqual(kind === 'address' ? 0 : 4);
    }
  }
});

const PARTS = ['seen', 'seenLater', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const;

test.each(PARTS)('of all languages, recall and precision of the part %s', (part) => {
  const { recall, precision, wrong } = scoreOf(TEXTS.filter((text) => text.part === part && !isPlace(text)));
  expect(recall, `recall; wrong:\n${wrong}`).toBeGreaterThanOrEqual(RECALL[part]);
  expect(precision, `precision; wrong:\n${wrong}`).toBeGreaterThanOrEqual(PRECISION[part]);
});

test('of all languages, recall and passing texts of the places in the third lists', () => {
  const places = TEXTS.filter(isPlace);
  const passing = places.filter(({ rule }) => rule === undefined);
  const { recall, wrong } = scoreOf(places);
  expect(recall, `recall; wrong:\n${wrong}`).toBeGreaterThanOrEqual(PLACES_IN_THIRD.recall);
  const right = passing.filter(isRight).length / passing.length;
  expect(right, `passing; wrong:\n${wrong}`).toBeGreaterThanOrEqual(PLACES_IN_THIRD.passing);
});

test.each(LANGUAGES)('in %s no kind is left behind', (language) => {
  for (const kind of KINDS) {
    const own = TEXTS.filter((text) => text.language === language && text.kind === kind);
    const first = own.filter(({ part }) => part === 'seen' || part === 'seenLater');
    const mustPass = own[0]?.rule === undefined;
    const least = mustPass ? PASSING_OF_KIND : RECALL_OF_KIND;
    expect(
      first.filter(isRight).length / first.length,
      `${kind}; wrong:\n${scoreOf(first).wrong}`,
    ).toBeGreaterThanOrEqual(least);
    for (const part of ['second', 'third', 'fourth', 'fifth', 'sixth'] as const) {
      const later = own.filter((text) => text.part === part && !isPlace(text));
      const wrong = later.length - later.filter(isRight).length;
      expect(wrong, `${kind} ${part}; wrong:\n${scoreOf(later).wrong}`).toBeLessThanOrEqual(MAX_WRONG_IN_LATER);
    }
  }
});
