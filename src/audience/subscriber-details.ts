/** What somebody gave beside an address, made fit to be stored; kept as JSON or null where nothing was given. */
export interface SubscriberDetails {
  readonly name: string | null;
  readonly language: string | null;
  readonly tags: readonly string[];
}

const NAME_LIMIT = 200;
const TAG_LIMIT = 60;
const CONTROLS = /[\p{Cc}\p{Cs}\u2028\u2029]+/gu;

/** A name on one line in NFC, at most 200 characters; `null` where nothing is left. */
export function readName(written: string): string | null {
  const name = written.normalize('NFC').replace(CONTROLS, ' ').replace(/\s+/g, ' ').trim();
  return name === '' ? null : Array.from(name).slice(0, NAME_LIMIT).join('').trim();
}

/** A BCP 47 tag in its canonical form; `undefined` where it is none. */
export function readLanguage(written: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(written.trim().replace(/_/g, '-'))[0];
  } catch {
    return undefined;
  }
}

/** Tags parted by comma, semicolon or bar, each once. */
export function readTags(written: string): readonly string[] {
  const tags = written
    .split(/[,;|]/)
    .map((tag) => readName(tag))
    .flatMap((tag) => (tag === null ? [] : [tag.slice(0, TAG_LIMIT)]));
  return [...new Set(tags)];
}
