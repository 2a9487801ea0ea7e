import type { Member } from '../../../model/issue/member.js';
import { addressesIn } from './email-addresses.js';
import { foldText } from '../passage/folded-text.js';
import { foldWord } from '../passage/folded-word.js';
import type { Match } from '../passage/match.js';
import { candidatesIn } from '../telephone/candidate.js';
import { comparableDigits } from '../telephone/numbering.js';
import { tokensOf } from '../passage/tokens.js';
import type { LanguageWords } from '../../languages/check-language.js';

/** What the registry makes public of the members: how to reach them, and what they are called. */
export interface PublicContacts {
  /** Whether what was found is in the registry, which is public. */
  readonly has: (match: Match) => boolean;
  /** Single words of the members' names, folded: lastrada@… belongs to no single person. */
  readonly words: ReadonlySet<string>;
  /** The members' names as a list of phrases. */
  readonly names: LanguageWords;
}

/** Names that the members share, and those of bodies whose names look like a person's. */
const MORE_NAMES =
  'La Strada, La Strada International, Ла Страда, Anti-Slavery, Caritas, Santa Marta Group, Amnesty International, Médecins Sans Frontières, Save the Children, Terre des Hommes, Human Rights Watch, Caritas Internationalis';

/** The words of a text, one space between each, so that commas and line breaks do not matter. */
function wordsOf(text: string): string {
  return ` ${tokensOf(text)
    .map(({ word }) => word)
    .join(' ')} `;
}

function compact(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** The names of members and their parts, as phrases of a list. */
function phrasesOf(members: readonly Member[]): readonly string[] {
  const names = members.flatMap(({ name, aliases }) =>
    [name, ...aliases].flatMap((one) => [one, ...one.split(/ [-–] |[()]/)]),
  );
  return names.map((name) => wordsOf(foldText(name).text).trim()).filter((phrase) => phrase.length > 2);
}

function namesOf(members: readonly Member[]): LanguageWords {
  const reachable = members.filter(
    ({ contact }) => contact !== undefined && candidatesIn(foldText(contact).text).length > 0,
  );
  return {
    organisation: [...phrasesOf(members), MORE_NAMES].join(', '),
    reachable: phrasesOf(reachable).join(', '),
  };
}

/** Reads what the registry makes public. */
export function publicContactsOf(members: readonly Member[]): PublicContacts {
  const contacts = members.flatMap(({ contact, country }) =>
    contact === undefined ? [] : [{ text: foldText(contact).text, country }],
  );
  const digits = new Set(
    contacts.flatMap(({ text, country }) => candidatesIn(text).flatMap((one) => comparableDigits(one.text, country))),
  );
  const addresses = new Set(contacts.flatMap(({ text }) => addressesIn(text).map(({ address }) => address)));
  const words = contacts.map(({ text }) => wordsOf(text));
  const plain = contacts.map(({ text }) => compact(text));
  const names = namesOf(members);
  const ids = members.flatMap(({ id }) => [
    id,
    id.replaceAll('-', ''),
    ...id.split('-').filter((part) => part.length > 4),
  ]);
  return {
    names,
    words: new Set([...ids.map(foldWord), 'lastrada', 'strada', 'lsi']),
    has: ({ kind, value }) => {
      if (kind === 'telephone')
        return comparableDigits(value, undefined).some((form) => form.length > 2 && digits.has(form));
      if (kind === 'emailAddress') return addresses.has(value);
      if (kind === 'streetAddress' || kind === 'fullName')
        return words.some((contact) => contact.includes(wordsOf(value)));
      return plain.some((contact) => compact(value).length > 5 && contact.includes(compact(value)));
    },
  };
}
