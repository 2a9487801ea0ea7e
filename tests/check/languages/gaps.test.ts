import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  PLACE_WORD_CLASSES,
  SINGLE_WORD_CLASSES,
  WORD_CLASSES,
  type CheckLanguage,
} from '../../../src/check/languages/check-language.js';
import { LANGUAGES } from '../../../src/check/languages/index.js';

/** Names of members, which come from the registry and not from a language. */
const OF_REGISTRY: ReadonlySet<string> = new Set(['organisation', 'reachable']);
const OF_WORDS = WORD_CLASSES.filter((wordClass) => !OF_REGISTRY.has(wordClass));

/**
 * The classes of which a language of the members has no word. Some are no gaps: no Slavic language has articles, and no
 * Romance one streets in one word. A new class stands here for every language until its words are found.
 */
const LACKING: Readonly<Record<string, string>> = {
  English: `streetBefore placeBefore besideCzech besideBulgarian behindOrFor nameParticle mailRole slavicSentenceStart
    streetEnding clearStreetEnding numberFirst calledBehind verbBeforeName needsStop houseWord ofStreet`,
  Dutch: `streetBefore placeBefore placeAfter inFront besideCzech besideBulgarian behindOrFor placeTitle
    slavicSentenceStart numberFirst smallStreetWord bodyArticle toBe unit besideStreet`,
  German: `placeBefore besideCzech besideBulgarian behindOrFor mailRole slavicSentenceStart numberFirst bodyArticle
    toBe unit thingArticle withPerson besideStreet ofStreet`,
  French: `streetAfter placeAfter besideCzech besideBulgarian behindOrFor slavicSentenceStart streetEnding
    clearStreetEnding noStreet smallStreetWord toBe calledBehind verbBeforeName`,
  Spanish: `streetAfter placeAfter storyTopic besideCzech besideBulgarian behindOrFor slavicSentenceStart streetEnding
    clearStreetEnding noStreet numberFirst smallStreetWord toBe calledBehind withPerson verbBeforeName
    besideStreet`,
  Italian: `streetAfter placeAfter storyTopic besideCzech besideBulgarian behindOrFor slavicSentenceStart streetEnding
    clearStreetEnding numberFirst smallStreetWord calledBehind withPerson verbBeforeName alsoMonth`,
  Romanian: `streetAfter placeAfter storyTopic besideCzech besideBulgarian behindOrFor slavicSentenceStart streetEnding
    clearStreetEnding noStreet numberFirst smallStreetWord by possessive toBe calledBehind verbBeforeName
    besideStreet houseWord`,
  Polish: `streetAfter placeAfter storyTopic besideCzech besideBulgarian sentenceStart streetEnding clearStreetEnding
    numberFirst smallStreetWord bodyArticle toBe calledBehind thingArticle verbBeforeName besideStreet
    beforeCompound`,
  Czech: `placeAfter storyTopic besideBulgarian sentenceStart clearStreetEnding noStreet numberFirst by calledBehind
    thingArticle verbBeforeName alsoMonth besideStreet beforeCompound houseWord numberOf`,
  Serbian: `placeAfter storyTopic besideCzech besideBulgarian sentenceStart streetEnding clearStreetEnding noStreet
    numberFirst smallStreetWord by bodyArticle calledBehind thingArticle verbBeforeName besideStreet
    beforeCompound`,
  Bulgarian: `placeAfter storyTopic besideCzech behindOrFor mailRole sentenceStart streetEnding clearStreetEnding noStreet
    numberFirst smallStreetWord by bodyArticle calledBehind thingArticle verbBeforeName besideStreet
    beforeCompound`,
  Ukrainian: `placeAfter storyTopic besideCzech besideBulgarian nameParticle placeTitle sentenceStart streetEnding
    clearStreetEnding noStreet numberFirst by copula bodyArticle toBe calledBehind thingArticle verbBeforeName
    besideStreet beforeCompound numberOf`,
};

function nameOf({ tags: [tag] }: CheckLanguage): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
}

function lackingIn({ words = {}, places = {}, single = {} }: CheckLanguage): readonly string[] {
  return [
    ...OF_WORDS.filter((wordClass) => words[wordClass] === undefined),
    ...PLACE_WORD_CLASSES.filter((wordClass) => places[wordClass] === undefined),
    ...SINGLE_WORD_CLASSES.filter((wordClass) => single[wordClass] === undefined),
  ];
}

test('what each language of the members lacks', () => {
  const members = LANGUAGES.filter(({ places }) => places !== undefined);
  const lacking = members.map((language) => [nameOf(language), lackingIn(language).join(' ')]);
  expect(Object.fromEntries(lacking)).toEqual(
    Object.fromEntries(Object.entries(LACKING).map(([name, list]) => [name, list.trim().replace(/\s+/g, ' ')])),
  );
});

/** The cells of each row of the table in docs/languages.md that begins behind a heading. */
function rowsOfDocument(): readonly (readonly string[])[] {
  const [, behind = ''] = readFileSync('docs/languages.md', 'utf8').split('## What the checks know of a language');
  const rows = behind.split('\n').filter((line) => line.startsWith('|'));
  return rows.flatMap((row) =>
    /^\| -/.test(row)
      ? []
      : [
          row
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ],
  );
}

test('docs/languages.md says how much is known of which language', () => {
  const sign = (part: unknown) => (part === undefined ? '–' : 'yes');
  const count = (part: object | undefined) => (part === undefined ? '–' : String(Object.keys(part).length));
  const rows = LANGUAGES.map((language) => [
    nameOf(language),
    count(language.words),
    count(language.places),
    count(language.single),
    sign(language.givenNames),
    sign(language.commonWords),
    sign(language.emptyLinkWords),
    sign(language.pressNotes),
  ]);
  expect(rowsOfDocument()).toEqual([
    [
      'language',
      `classes of words, of ${String(OF_WORDS.length)}`,
      `of places, of ${String(PLACE_WORD_CLASSES.length)}`,
      `of single words, of ${String(SINGLE_WORD_CLASSES.length)}`,
      'given names',
      'small words',
      'links',
      'press releases',
    ],
    ...rows,
  ]);
});

test('each tag is that of one language', () => {
  const tags = LANGUAGES.flatMap((language) => [...language.tags]);
  expect(new Set(tags).size).toBe(tags.length);
});
