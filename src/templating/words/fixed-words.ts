import * as z from 'zod';
import { NewsletterError } from '../../model/error.js';
import { SECTIONS } from '../../model/issue/section.js';
import { FALLBACK, listLanguages } from './catalogue.js';
import { serveWordsSchema, serviceMailWordsSchema } from './serve-words.js';
import { createFallbackReader } from './fallback-words.js';
import type { MissingWords } from './missing-words.js';
import { findTemplateFile } from '../template-folder.js';

const text = z.string();

/** One phrase for each plural category of the language; `other` is used for a missing category. */
const plural = z.strictObject({
  zero: text.optional(),
  one: text.optional(),
  two: text.optional(),
  few: text.optional(),
  many: text.optional(),
  other: text,
});

/** The schema of `locales/<language>.yaml`: every fixed word of the editions. `{name}` stands for a value. */
const fixedWordsSchema = z.strictObject({
  /** The BCP 47 tag for writing dates, such as `en-GB`. */
  dateLocale: text,
  /** Signs between words that templates join; a space follows, and is not written here. */
  punctuation: z.strictObject({ comma: text, colon: text }),
  greeting: z.strictObject({ withName: text, withoutName: text }),
  masthead: z.strictObject({ number: text, readInBrowser: text, skip: text }),
  letter: text,
  contents: text,
  lead: text,
  sections: z.record(z.enum(SECTIONS), text),
  item: z.strictObject({
    author: text,
    source: text,
    deadline: text,
    applyBy: text,
    sample: text,
    links: text,
    picture: text,
    credit: text,
    readOn: text,
    morePictures: text,
  }),
  publication: z.strictObject({
    record: text,
    number: text,
    author: text,
    publisher: text,
    kind: text,
    date: text,
    keywords: text,
    file: text,
  }),
  event: z.strictObject({
    when: text,
    where: text,
    online: text,
    onlineAndPlace: text,
    link: text,
    range: text,
    /** Follows a time, and says in which place's time it is. */
    zone: text,
    /** Names of the cities of time zones; others appear as in the name of their zone. */
    cities: z.record(z.string(), text),
    addToCalendar: text,
    addAllToCalendar: text,
  }),
  footnotes: z.strictObject({ heading: text, back: text, note: text }),
  table: text,
  funders: z.strictObject({ heading: text, example: text }),
  footer: z.strictObject({
    heading: text,
    platform: text,
    members: plural,
    countries: plural,
    why: text,
    unsubscribe: text,
    preferences: text,
    forwarded: text,
    contact: text,
    archive: text,
    subscribe: text,
    backToTop: text,
  }),
  serve: serveWordsSchema,
  serviceMail: serviceMailWordsSchema,
});

/** One phrase for each plural category. */
export interface PluralWords extends z.infer<typeof plural> {
  /** The language whose plural rules choose among them, if it differs from that of the words around them. */
  readonly rules?: string;
}

type WrittenWords = z.infer<typeof fixedWordsSchema>;

/** The catalogue of fixed words in one language. */
export type FixedWords = Omit<WrittenWords, 'footer'> & {
  readonly footer: Omit<WrittenWords['footer'], 'members' | 'countries'> & {
    readonly members: PluralWords;
    readonly countries: PluralWords;
  };
};

/** A catalogue as it was read. */
interface ReadWords {
  readonly words: FixedWords;
  readonly missing: MissingWords | undefined;
}

const readWordsFile = createFallbackReader(fixedWordsSchema, withOwnRules);

/** Phrases that came from English use the rules of English: Ukrainian ones would say “21 organisation”. */
function withOwnRules(words: WrittenWords, missing: MissingWords | undefined): FixedWords {
  const rulesOf = (key: string) =>
    missing?.keys.find((one) => one.language === FALLBACK && `footer.${key}.`.startsWith(`${one.key}.`))?.language;
  const chosen = (key: 'members' | 'countries'): PluralWords => {
    const rules = rulesOf(key);
    return rules === undefined ? words.footer[key] : { ...words.footer[key], rules };
  };
  return { ...words, footer: { ...words.footer, members: chosen('members'), countries: chosen('countries') } };
}

/** `Polish ("pl")`. */
function nameOfLanguage(tag: string): string {
  const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag);
  return name === undefined ? `"${tag}"` : `${name} ("${tag}")`;
}

function noWords(language: string, folders: readonly string[]): NewsletterError {
  const tags = listLanguages(folders).map(({ tag }) => tag);
  return new NewsletterError('template-invalid', {
    message: `There are no fixed words in ${nameOfLanguage(language)}: no file locales/${language}.yaml among the templates.`,
    expected: `one of: ${tags.join(', ')}`,
    help: `Choose one of them as "language" in issue.yaml or newsletter.yaml. Or translate the words: docs/languages.md of newsletter says how.`,
  });
}

function readWords(folders: readonly string[], language: string, compiled: string | undefined): ReadWords {
  const names = [language, new Intl.Locale(language).language];
  const tag = names.find((one) => findTemplateFile(folders, `locales/${one}.yaml`) !== undefined);
  if (tag === undefined) throw noWords(language, folders);
  return readWordsFile(folders, tag, compiled);
}

/**
 * Reads the catalogue of a language, or of its base language (`nl` for `nl-BE`). A missing word comes from the shipped
 * file of the language, or else from English.
 *
 * @param compiled the folder with what `compileValues` made, if there is one.
 * @throws NewsletterError `template-invalid` for a language without words, or a file with a wrong word or key.
 */
export function readFixedWords(folders: readonly string[], language: string, compiled?: string): FixedWords {
  return readWords(folders, language, compiled).words;
}

/** Returns what the file of a language lacks, so that other words replace it; `undefined` when it is complete. */
export function findMissingWords(
  folders: readonly string[],
  language: string,
  compiled?: string,
): MissingWords | undefined {
  return readWords(folders, language, compiled).missing;
}

/** Puts values into a phrase: `{name}` becomes the value of that name; braces inside values are left alone. */
export function fillPhrase(phrase: string, values: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (written, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? '') : written,
  );
}

/** Returns the phrase for a count, by the plural rules of the language; `{count}` is the number in that language. */
export function pluralPhrase(words: PluralWords, count: number, locale: string): string {
  const phrase = words[new Intl.PluralRules(words.rules ?? locale).select(count)] ?? words.other;
  return fillPhrase(phrase, { count: new Intl.NumberFormat(locale).format(count) });
}
