import type { Member } from '../../model/issue/member.js';
import type { CheckedText, TextRun } from '../text/text-run.js';
import { bankNumbersIn } from './numbers/bank-numbers.js';
import { birthDatesIn } from './numbers/birth-dates.js';
import { coordinatesIn } from './numbers/coordinates.js';
import { personalAddressesIn } from './contacts/email-addresses.js';
import { foldText, type FoldedText } from './passage/folded-text.js';
import { identityNumbersIn } from './numbers/identity-numbers.js';
import type { Lexicon } from './passage/lexicon.js';
import type { Hit } from './hit.js';
import { CONFIDENTIAL_KINDS, type Match, type Passage } from './passage/match.js';
import { namesIn } from './names/full-names.js';
import { repeatedNamesIn } from './names/repeated-names.js';
import { saysNamesAreChanged, tellsOneStory } from './names/told/told-story.js';
import { blotOut, lexiconsWith, passageOf, wordsOfFileName } from './passage/passage.js';
import { publicContactsOf, type PublicContacts } from './contacts/public-contacts.js';
import { shelterPlacesIn } from './shelter/shelter-places.js';
import { streetAddressesIn } from './street/street-addresses.js';
import { countriesOf } from './telephone/numbering.js';
import { telephoneNumbersIn } from './telephone/telephone.js';
import { matchesInAddress, searchedWordsIn, webAddressesIn } from './contacts/web-addresses.js';

/** What does not change from one text of an issue to the next. */
interface Knowledge {
  readonly contacts: PublicContacts;
  readonly lexicons: readonly Lexicon[];
}

/** Of more words than these it is a sentence in italics and no title. */
const LONGEST_TITLE = 10;

/** The issue of which texts are searched. */
export interface IssueMembers {
  readonly members: readonly Member[];
}

/** Made once for each context, and one scan for each text: eight rules ask for it. */
const knowledgeOf = new WeakMap<IssueMembers, Knowledge>();
const scanned = new WeakMap<CheckedText, { readonly context: IssueMembers; readonly hits: readonly Hit[] }>();

function knowledge(context: IssueMembers): Knowledge {
  const known = knowledgeOf.get(context);
  if (known !== undefined) return known;
  const contacts = publicContactsOf(context.members);
  const made = { contacts, lexicons: lexiconsWith(contacts.names) };
  knowledgeOf.set(context, made);
  return made;
}

/** The words of all languages, and the members' names. */
export function lexiconsOf(context: IssueMembers): readonly Lexicon[] {
  return knowledge(context).lexicons;
}

/** Of matches that overlap only the one of the more precise kind; of one kind the longer. */
function withoutOverlaps(matches: readonly Match[]): readonly Match[] {
  const rank = (match: Match) => CONFIDENTIAL_KINDS.indexOf(match.kind);
  const ordered = [...matches].sort((left, right) => left.start - right.start || right.end - left.end);
  const kept: Match[] = [];
  for (const match of ordered) {
    const previous = kept.at(-1);
    if (previous === undefined || previous.end <= match.start) kept.push(match);
    else if (
      rank(match) < rank(previous) ||
      (rank(match) === rank(previous) && match.end - match.start > previous.end - previous.start)
    )
      kept[kept.length - 1] = match;
  }
  return kept;
}

function matchesInPassage(passage: Passage, text: CheckedText, toldElsewhere: boolean): readonly Match[] {
  const { contributor, language } = text;
  const country = contributor?.kind === 'member' ? contributor.member.country : undefined;
  return [
    ...coordinatesIn(passage.text),
    ...bankNumbersIn(passage),
    ...identityNumbersIn(passage),
    ...birthDatesIn(passage),
    ...telephoneNumbersIn(passage, countriesOf(country, language)),
    // Where an event takes place is where readers are invited to.
    ...(passage.kind === 'event' ? [] : [...streetAddressesIn(passage), ...shelterPlacesIn(passage)]),
    ...namesIn(passage, toldElsewhere),
  ];
}

function shifted(matches: readonly Match[], by: number): readonly Match[] {
  return matches.map((match) => ({ ...match, start: match.start + by, end: match.end + by }));
}

/** All of a web address: what it says itself, and the words that a map is asked for. */
function matchesInWebAddress(address: string, { contacts, lexicons }: Knowledge): readonly Match[] {
  const streets = searchedWordsIn(address).flatMap(({ start, words }) =>
    shifted(streetAddressesIn(passageOf('paragraph', wordsOfFileName(words), lexicons)), start),
  );
  return [...matchesInAddress(address, contacts.words), ...streets];
}

function matchesInRun(
  run: TextRun,
  folded: FoldedText,
  text: CheckedText,
  known: Knowledge,
  toldElsewhere: boolean,
): readonly Match[] {
  const { contacts, lexicons } = known;
  if (run.kind === 'address') return matchesInWebAddress(folded.text, known);
  const webAddresses = webAddressesIn(folded.text);
  const inWebAddresses = webAddresses.flatMap(({ start, end }) =>
    shifted(matchesInWebAddress(folded.text.slice(start, end), known), start),
  );
  const withoutWeb = blotOut(folded.text, webAddresses);
  const mail = personalAddressesIn(withoutWeb, contacts.words);
  const plain = blotOut(withoutWeb, mail);
  if (run.kind !== 'file-name')
    return [...inWebAddresses, ...mail, ...matchesInPassage(passageOf(run.kind, plain, lexicons), text, toldElsewhere)];
  const digits = passageOf(run.kind, plain, lexicons);
  const words = passageOf(run.kind, wordsOfFileName(plain), lexicons);
  return [
    ...mail,
    ...telephoneNumbersIn(digits, []),
    ...coordinatesIn(plain),
    ...bankNumbersIn(digits),
    ...identityNumbersIn(words),
    ...birthDatesIn(words),
    ...streetAddressesIn(words),
    ...shelterPlacesIn(words),
    ...namesIn(words, toldElsewhere),
  ];
}

/** Overlaps of a street with a member's name: "12 New Road" may be one of the staff of Novi Put. */
function isMembersName({ kind, value }: Match, { contacts }: Knowledge): boolean {
  if (kind !== 'streetAddress') return false;
  const street = value
    .replace(/\d+\w?/g, '')
    .trim()
    .toLowerCase();
  return (contacts.names.organisation ?? '').split(', ').some((name) => name.includes(' ') && name === street);
}

/** "*The Long Way of Anna Example*": a title in italics, of which the name is only a part. */
function isPartOfTitle({ kind, start, end }: Hit, { spans, text }: TextRun): boolean {
  if (kind !== 'fullName') return false;
  return spans.some(
    (span) =>
      span.kind === 'emphasis' &&
      span.start <= start &&
      span.end >= end &&
      span.end - span.start > end - start + 3 &&
      text.slice(span.start, span.end).split(' ').length <= LONGEST_TITLE,
  );
}

function hitsIn(run: TextRun, text: CheckedText, known: Knowledge, toldElsewhere: boolean): readonly Hit[] {
  const folded = foldText(run.text, run.kind === 'address');
  const matches = matchesInRun(run, folded, text, known, toldElsewhere).filter(
    (match) => !known.contacts.has(match) && !isMembersName(match, known),
  );
  const hits = withoutOverlaps(matches).map(({ kind, nameForm, placeForm, start, end, value }) => ({
    kind,
    nameForm,
    placeForm,
    run,
    start: folded.writtenOffset(start),
    end: folded.writtenOffset(end - 1) + 1,
    value,
  }));
  return hits.filter((hit) => !isPartOfTitle(hit, run));
}

/** For comparing what a link says and where it leads: the same number, the same address. */
function keyOf({ kind, value }: Hit): string {
  return `${kind} ${value.replace(/^00|[^\p{L}\p{N}]/gu, '').toLowerCase()}`;
}

/** Hits in all runs, but of a link whose words are the number itself only one. */
function hitsInRuns(text: CheckedText, known: Knowledge): readonly Hit[] {
  const toldElsewhere = tellsOneStory(text, known.lexicons);
  let said = new Set<string>();
  return text.runs.flatMap((run) => {
    const hits = hitsIn(run, text, known, toldElsewhere);
    // The addresses of a block's links follow the block.
    if (run.kind !== 'address') said = new Set();
    const fresh = hits.filter((hit) => run.kind !== 'address' || !said.has(keyOf(hit)));
    for (const hit of hits) said.add(keyOf(hit));
    return fresh;
  });
}

/** Everything confidential in a text, ordered as it stands. */
export function confidentialHitsIn(text: CheckedText, context: IssueMembers): readonly Hit[] {
  const remembered = scanned.get(text);
  if (remembered?.context === context) return remembered.hits;
  const known = knowledge(context);
  const all = hitsInRuns(text, known);
  // "(name changed)" may stand at the end of the text, far from the names.
  const invented = all.some(({ kind }) => kind === 'fullName') && saysNamesAreChanged(text, known.lexicons);
  const found = invented ? all.filter(({ kind }) => kind !== 'fullName') : all;
  const hits = [...found, ...repeatedNamesIn(text, found)];
  scanned.set(text, { context, hits });
  return hits;
}
