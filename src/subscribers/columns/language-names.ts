/** Codes of the languages that a list of European readers can name. */
const CODES =
  'en de nl fr es ca it pt pl cs sk sl hr bs sr mk sq bg ro uk ru be hu el tr fi sv da nb nn no et lv lt is ga mt eu gl cy lb ka hy az ar fa he ku ti am so zh ja ko vi th hi ur bn pa ta'.split(
    ' ',
  );

/** Built when the first name is looked up, because most lists write codes. */
let names: ReadonlyMap<string, string> | undefined;

/**
 * Finds the code of a language by its name, in its own language or in any language of the members ("Deutsch", "German",
 * "niemiecki").
 */
export function languageByName(written: string): string | undefined {
  names ??= collectNames();
  return names.get(written.trim().toLowerCase());
}

function collectNames(): ReadonlyMap<string, string> {
  const collected = new Map<string, string>();
  for (const inLanguage of CODES.slice(0, 35)) {
    const display = new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'none' });
    for (const code of CODES) {
      const name = display.of(code)?.toLowerCase();
      if (name !== undefined && name.length > 3 && !collected.has(name)) collected.set(name, code);
    }
  }
  return collected;
}
