/**
 * Languages by their names, as people write them. It is our own table, because the machine's data must not decide what
 * a build says.
 */
const NAMES: Readonly<Record<string, string>> = {
  sq: 'albanian shqip albanisch albanais',
  ar: 'arabic arabisch arabe العربية عربي',
  hy: 'armenian հայերեն armenisch',
  az: 'azerbaijani azeri azərbaycan',
  eu: 'basque euskara',
  be: 'belarusian belarussian беларуская белорусский belarussisch',
  bn: 'bengali bangla',
  bs: 'bosnian bosanski bosnisch bosniaque',
  bg: 'bulgarian български bulgarisch bulgare',
  ca: 'catalan català katalanisch',
  zh: 'chinese 中文 chinesisch chinois',
  hr: 'croatian hrvatski kroatisch croate',
  cs: 'czech čeština česky tschechisch tchèque',
  da: 'danish dansk dänisch danois',
  nl: 'dutch nederlands niederländisch néerlandais flemish vlaams',
  en: 'english englisch anglais engels inglese inglés англійська английский angielski angličtina engelska engelsk',
  et: 'estonian eesti estnisch',
  fi: 'finnish suomi suomeksi finnisch finnois',
  fr: 'french français francais französisch frans francese francés французька',
  ka: 'georgian ქართული georgisch',
  de: 'german deutsch allemand duits tedesco alemán німецька niemiecki němčina tyska tysk',
  el: 'greek ελληνικά griechisch grec',
  he: 'hebrew עברית hebräisch',
  hi: 'hindi हिन्दी',
  hu: 'hungarian magyar ungarisch hongrois',
  is: 'icelandic íslenska',
  ga: 'irish gaeilge irisch',
  it: 'italian italiano italienisch italien',
  ja: 'japanese 日本語',
  kk: 'kazakh қазақ',
  lv: 'latvian latviešu lettisch',
  lt: 'lithuanian lietuvių litauisch',
  lb: 'luxembourgish lëtzebuergesch',
  mk: 'macedonian македонски mazedonisch',
  mt: 'maltese malti',
  no: 'norwegian norsk norwegisch',
  fa: 'persian farsi فارسی',
  pl: 'polish polski polnisch polonais польська',
  pt: 'portuguese português portugues portugiesisch portugais',
  ro: 'romanian română romana rumänisch roumain румунська moldovan',
  ru: 'russian русский russisch russe rosyjski російська',
  sr: 'serbian српски srpski serbisch serbe',
  sk: 'slovak slovenčina slovensky slowakisch',
  sl: 'slovenian slovene slovenščina slowenisch',
  es: 'spanish español espanol castellano spanisch espagnol іспанська',
  sv: 'swedish svenska schwedisch',
  tr: 'turkish türkçe türkisch turc',
  uk: 'ukrainian українська ukrainisch ukrainien ukraiński украинский',
  ur: 'urdu اردو',
  vi: 'vietnamese',
};

const BY_NAME = new Map(
  Object.entries(NAMES).flatMap(([tag, names]) => names.split(' ').map((name) => [name, tag] as const)),
);

/** Codes of countries that people take for those of their languages; none of them is a language. */
const COUNTRY_CODES: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    ua: 'uk',
    cz: 'cs',
    gr: 'el',
    dk: 'da',
    gb: 'en',
    us: 'en',
    rs: 'sr',
    jp: 'ja',
    cn: 'zh',
    at: 'de',
  }),
);

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/**
 * Returns the tag of a language that somebody wrote as a tag (`en-GB`, `en_GB.UTF-8`) or by its name (`Ukrainian`,
 * `Deutsch`); `undefined` for anything else.
 */
export function readLanguage(written: string): string | undefined {
  const word = written.normalize('NFC').trim().toLowerCase();
  const named = BY_NAME.get(word);
  if (named !== undefined) return named;
  const tag = word.replace(/[.@].*$/, '').replaceAll('_', '-');
  // Longer first parts are reserved for names that nobody has registered: "deutsche" would be one.
  if (!/^[a-z]{2,3}(?:-|$)/.test(tag) || COUNTRY_CODES.has(tag)) return undefined;
  return canonical(tag);
}

/** Returns the language that was probably meant by the code of a country, or by a name with more words around it. */
export function suggestLanguage(written: string): string | undefined {
  const word = written.normalize('NFC').trim().toLowerCase();
  const words = word.split(/[^\p{L}\p{M}]+/u).filter((one) => one !== '');
  const named = words.map((one) => BY_NAME.get(one)).find((one) => one !== undefined);
  return COUNTRY_CODES.get(word) ?? COUNTRY_CODES.get(words[0] ?? '') ?? named;
}
