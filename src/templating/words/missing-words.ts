/** A key that a file of words lacks. */
export interface MissingKey {
  /** Such as `event.zone`, or `serve` when the whole group is missing. */
  readonly key: string;
  /** The language of the words that replace it. */
  readonly language: string;
  /** The word that replaces it; `undefined` for a group of words. */
  readonly word: string | undefined;
}

/** What a file of words lacks. */
export interface MissingWords {
  /** Such as `templates/locales/pl.yaml`. */
  readonly file: string;
  readonly keys: readonly MissingKey[];
}

const MAX_CHARACTERS = 60;

function shortened(word: string): string {
  const characters = Array.from(word);
  return characters.length <= MAX_CHARACTERS ? word : `${characters.slice(0, MAX_CHARACTERS - 1).join('')}…`;
}

/** Lists the keys on one line, each with its replacement: `event.zone (English: "{city} time"), serve (English)`. */
export function listMissingKeys({ keys }: MissingWords): string {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
  return keys
    .map(({ key, language, word }) => {
      const name = names.of(language) ?? language;
      return `${key} (${word === undefined ? name : `${name}: "${shortened(word)}"`})`;
    })
    .join(', ');
}
