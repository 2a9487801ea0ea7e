import type { CheckedText, TextRun } from '../../text/text-run.js';
import { foldText } from '../passage/folded-text.js';
import { foldWord } from '../passage/folded-word.js';
import { mentionsIn, type Lexicon } from '../passage/lexicon.js';
import { wordsOfFileName } from '../passage/passage.js';
import { isSingleWord } from '../passage/single-words.js';
import { tokensOf, type Token } from '../passage/tokens.js';
import { isGivenName } from './candidates/given-names.js';
import { saysNamesAreChanged } from './told/told-story.js';

/** A first name in the name of a file, with its offsets in the run. */
export interface FileNameName {
  readonly run: TextRun;
  readonly start: number;
  readonly end: number;
}

/** Given names that are ordinary words, towns or feasts too. Folded. */
const ORDINARY: ReadonlySet<string> = new Set(
  `hope grace faith will mark rose june april summer dawn bill page star angel victoria florence sofia paris roma georgia valencia virginia
  carolina dakota asia india chad jordan milan adana varna nice lourdes valentine christian pascal noel natal carol eve ray sky jade ruby pearl olive
  ivy lily iris violet daisy heather holly rosa luz paz sol alba vera mira nova zora dina sita stella gloria aurora marina martina lana roman max mai maja
  august augusta bruna bianca blanca clara claire serena prudence patience charity mercy honor justice constance angela dolores consuelo mercedes
  pilar soledad rocio nadia nadiia vira liubov nada vesna zima sloboda slobodan mir ludmila ella elle frank grant
  drew chase miles rich jack guy dean earl duke prince king major marshal sandy rusty dusty crystal amber ginger melody harmony destiny trinity
  laska nadeje radost vera svoboda victor viktor leon`
    .split(/\s+/)
    .map(foldWord),
);
/** Shorter names are words or abbreviations in one language or another. */
const SHORTEST = 4;

/** A story, a portrait, an interview, a survivor. Folded. */
const isOfStory = isSingleWord('storyFile');

/** The given name in a word; English adds an s for the owner: "marias-story". */
function givenNameOf(word: string): string | undefined {
  const owner = /^(.{4,})s$/.exec(word)?.[1];
  const name = isGivenName(word) ? word : owner !== undefined && isGivenName(owner) ? owner : undefined;
  return name !== undefined && name.length >= SHORTEST && !ORDINARY.has(name) ? name : undefined;
}

function wordsBesideFileNames(text: CheckedText): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { kind, text: written } of text.runs) {
    if (kind === 'file-name' || kind === 'address') continue;
    for (const { word } of tokensOf(foldText(written).text)) word.split('-').forEach((part) => words.add(part));
  }
  return words;
}

/** Whether the text has a name, also in a case or with an s behind it. */
function isNamedIn(words: ReadonlySet<string>, name: string): boolean {
  if (words.has(name) || words.has(`${name}s`)) return true;
  const stem = name.slice(0, -1);
  return [...words].some((word) => word.startsWith(stem) && word.length <= name.length + 3);
}

function tellsOfSurvivor(text: CheckedText, lexicons: readonly Lexicon[]): boolean {
  return text.runs.some((run) => {
    if (run.kind === 'file-name' || run.kind === 'address') return false;
    const mentions = mentionsIn(tokensOf(foldText(run.text).text), lexicons);
    return mentions.has('storyPerson') && (mentions.has('ordeal') || mentions.has('affected'));
  });
}

function tokensOfFileName(run: TextRun): {
  readonly tokens: readonly Token[];
  readonly offset: (at: number) => number;
} {
  const folded = foldText(run.text);
  return { tokens: tokensOf(wordsOfFileName(folded.text)), offset: folded.writtenOffset };
}

/**
 * First names in the names of files that the text itself does not say: of somebody whose name was changed in the text, or
 * beside a word for her story or her portrait.
 *
 * @param namesAreToBeChanged whether another message asks for that, so that all is said in one round.
 */
export function namesInFileNames(
  text: CheckedText,
  lexicons: readonly Lexicon[],
  namesAreToBeChanged: boolean,
): readonly FileNameName[] {
  const candidates = text.runs.flatMap((run) => {
    if (run.kind !== 'file-name') return [];
    const { tokens, offset } = tokensOfFileName(run);
    const ofStory = tokens.some(({ word }) => isOfStory(word));
    return tokens.flatMap(({ word, start, end }) => {
      const name = givenNameOf(word);
      return name === undefined ? [] : [{ run, start: offset(start), end: offset(end - 1) + 1, name, ofStory }];
    });
  });
  if (candidates.length === 0) return [];
  const words = wordsBesideFileNames(text);
  const unsaid = candidates.filter(({ name }) => !isNamedIn(words, name));
  if (unsaid.length === 0) return [];
  if (namesAreToBeChanged || saysNamesAreChanged(text, lexicons)) return unsaid;
  const ofStories = unsaid.filter(({ ofStory }) => ofStory);
  return ofStories.length > 0 && tellsOfSurvivor(text, lexicons) ? ofStories : [];
}
