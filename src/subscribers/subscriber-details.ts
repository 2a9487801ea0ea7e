import { NewsletterError } from '../model/error.js';
import { languageByName } from './columns/language-names.js';

/** What somebody entered beside their address, cleaned for storing; null when nothing was entered. */
export interface SubscriberDetails {
  readonly name: string | null;
  readonly language: string | null;
  readonly tags: readonly string[];
}

const NAME_LIMIT = 200;
const TAG_LIMIT = 60;
const CONTROLS = /[\p{Cc}\p{Cs}\u2028\u2029]+/gu;

/** Returns a name on one line in NFC, at most 200 characters; `null` when nothing is left. */
export function readName(written: string): string | null {
  if (written === '') return null;
  const name = written.normalize('NFC').replace(CONTROLS, ' ').replace(/\s+/g, ' ').trim();
  return name === '' ? null : Array.from(name).slice(0, NAME_LIMIT).join('').trim();
}

/** Returns the form in which two equal names are the same. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** A list has a handful of languages, and canonicalising each of a million rows would take seconds. */
const knownLanguages = new Map<string, string>();
const KNOWN_LANGUAGES_LIMIT = 200;

/**
 * Reads a language as a BCP 47 tag in its canonical form. Accepts such a tag, a system's locale (`pt_BR.UTF-8`) or a
 * name ("Deutsch"); returns `undefined` for anything else.
 */
export function readLanguage(written: string): string | undefined {
  const known = knownLanguages.get(written);
  if (known !== undefined) return known;
  const language = readTag(written.trim()) ?? languageByName(written);
  if (language !== undefined && knownLanguages.size < KNOWN_LANGUAGES_LIMIT) knownLanguages.set(written, language);
  return language;
}

/** Longer primary subtags exist only in the grammar: "English" would be one. */
const TAG = /^([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*)(?:[.@].*)?$/;

function readTag(written: string): string | undefined {
  const tag = TAG.exec(written)?.[1];
  if (tag === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(tag.replace(/_/g, '-'))[0];
  } catch {
    return undefined;
  }
}

/**
 * Reads the language that a person entered.
 *
 * @throws NewsletterError `usage`.
 */
export function requireLanguage(written: string): string {
  const language = readLanguage(written);
  if (language !== undefined) return language;
  throw new NewsletterError('usage', {
    message: `${JSON.stringify(written.slice(0, 40))} is not a language code.`,
    expected: 'a language code, such as en, de or uk',
    help: 'Give the code of the language, or leave it out.',
  });
}

/** Reads tags that a comma, semicolon or bar separates, each once. Mailchimp writes each in quotes. */
export function readTags(written: string): readonly string[] {
  // Normalised first, because the Greek question mark becomes a semicolon.
  const tags = written
    .normalize('NFC')
    .split(/[,;|]/)
    .map((tag) => readName(tag.replace(/^["\s]+|["\s]+$/g, '')))
    .flatMap((tag) => (tag === null ? [] : [Array.from(tag).slice(0, TAG_LIMIT).join('').trim()]));
  return [...new Set(tags)];
}
