import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { readName } from '../subscriber-details.js';

/** How to address a person of an imported file, and what the importer should know about it. */
export interface NameReading {
  readonly name: string | null;
  readonly reasons: readonly string[];
}

/** The cells that name a person: one for the whole name, or two for its parts. An empty cell is ''. */
export interface NameCells {
  readonly whole: string;
  readonly first: string;
  readonly last: string;
}

/** Reads a person's name without the parts that are not a name, and decodes HTML entities. */
export function readNameCells({ whole, first, last }: NameCells): NameReading {
  // Most names are plain, and a list can have a million.
  if (whole === '' && PLAIN_NAME.test(first) && PLAIN_NAME.test(last)) {
    const kept = isWordForNothing(first) && isWordForNothing(last) ? '' : `${first} ${last}`;
    return { name: readName(kept), reasons: NO_REASONS };
  }
  const one = readPart(whole);
  if (one.name !== '' && !isPlaceholder(one.name)) return result(one.name, [one]);
  const parts = [readPart(first), readPart(last)];
  const [given = '', family = ''] = parts.map(({ name }) => name);
  // Somebody can be called Null or Na; a list that means nobody writes so in both cells, or in capitals.
  const names = [keep(given, family), keep(family, given)].filter((name) => name !== '');
  return result(names.join(' '), [one, ...parts]);
}

/**
 * Capitalised words of small letters. Broken names and texts that are no name look different, except for words for
 * nothing.
 */
const PLAIN_NAME = /^\p{Lu}\p{Ll}+(?:[ '-]\p{Lu}\p{Ll}+)*$/u;
const NO_REASONS: readonly string[] = [];

function result(name: string, parts: readonly NamePart[]): NameReading {
  const reasons = new Set(parts.flatMap(({ reason }) => reason ?? []));
  if (isSpoilt(name)) reasons.add('its name may have lost its accents; it was taken as it stands');
  return { name: readName(name), reasons: [...reasons] };
}

function keep(part: string, other: string): string {
  if (!isPlaceholder(part)) return part;
  return /^\p{Lu}\p{Ll}+$/u.test(part) && other !== '' && !isPlaceholder(other) ? part : '';
}

interface NamePart {
  readonly name: string;
  /** Why the text is not a name. */
  readonly reason: string | undefined;
}

/**
 * Merge tags of other programs: *|FNAME|*, {{ first_name }}, %%first%%, [FIRSTNAME], {FIRST_NAME|there}, ${name},
 * <<Name>>.
 */
const MERGE_TAG =
  /\*\|[^|]*\|\*|\{\{.*\}\}|\{%.*%\}|%%[^%]+%%|%[A-Z_]{3,}%|\$\{?[a-z_]+\}|\$[A-Z_]{3,}\$|^\[[\w\s.:|-]+\]$|\{[A-Za-z_]\w*(\|[^}]*)?\}|^<<?[\w\s]+>?>$|«[^»]+»|#\{[^}]+\}|-[A-Z]+NAME-/;
/** What spreadsheet programs show instead of a result, in the languages in which they differ. */
const SHEET_ERROR =
  /^#(REF|NAME|VALUE|DIV\/0|NUM|NULL|N\/A|NV|WERT|BEZUG|ZAHL|VALEUR|NOM|NOMBRE|NOME|VALOR|ADR|ARG|SPILL|CALC|ERROR|N\/D)[!?]?$|^#{2,}$/i;
const WEB_ADDRESS = /^(https?:\/\/|www\.)|^[a-z0-9-]+(\.[a-z0-9-]+)*\.(com|org|net|eu|info)(\/\S*)?$|<a\s[^>]*>/i;

function readPart(cell: string): NamePart {
  if (cell === '') return { name: '', reason: undefined };
  const name = decodeEntities(cell).replace(ABSENT_END, '').trim();
  const what = whatInstead(name);
  return what === undefined
    ? { name, reason: undefined }
    : { name: '', reason: `its name is ${what}, and was left out` };
}

/** "Anna NULL": a program joined two cells, and one of them was empty. */
const ABSENT_END = /\s+(NULL|\(null\)|undefined|#?N\/A)$/;

function whatInstead(name: string): string | undefined {
  if (SHEET_ERROR.test(name)) return 'an error of a spreadsheet';
  if (MERGE_TAG.test(name)) return 'a placeholder of another program';
  if (/\S@\S+\.\S/.test(name)) return 'an address';
  return WEB_ADDRESS.test(name) ? 'a web address' : undefined;
}

/** Words that stand for a missing name in lists, in the members' languages and without capitals. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  [
    'null,nil,none,undefined,nan,na,n/a,n.a.,n.a,n/d,n/n,nn,n.n.,s/n,tbd,tba,\\n,empty,blank,(null),(none),(empty),(blank),<null>,[null]',
    'unknown,noname,no name,no-name,anonymous,anonymous user,user,test,test user,testuser,subscriber,friend,there,deleted user',
    'name,first name,firstname,fname,last name,lastname,lname,your name,vorname,nachname,dein name,prénom,voornaam,achternaam,nombre,nome',
    'unbekannt,keine angabe,k.a.,k. a.,onbekend,n.v.t.,nvt,geen,inconnu,inconnue,sans nom,desconocido,desconocida,sin nombre,desconegut',
    'sconosciuto,sconosciuta,senza nome,nieznany,nieznana,brak,brak danych,neznámý,neznámá,neznámy,necunoscut,невідомо,невідомий',
    'неизвестно,неизвестный,невядома,неизвестен,nepoznato,nepoznat,непознато,непознат,ukendt,ukjent,okänd,tuntematon,bilinmiyor,bilinmeyen',
    'i panjohur,άγνωστο,άγνωστος,ismeretlen,neznan,desconhecido,desconhecida,tundmatu,nezināms,nežinomas',
  ].flatMap((line) => line.split(',')),
);

/** Says whether a text names nobody: it is a word for nothing, or has no letter at all. */
function isPlaceholder(name: string): boolean {
  return name === '' || isWordForNothing(name) || !/\p{L}/u.test(name);
}

function isWordForNothing(name: string): boolean {
  return PLACEHOLDERS.has(name.toLowerCase());
}

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/g;

/** Decodes once only: `&amp;eacute;` means that somebody wrote `&eacute;`. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (entity, decimal?: string, hexadecimal?: string, named?: string) => {
    if (named !== undefined) return decodeNamedCharacterReference(named) || entity;
    const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
    const sound =
      code >= 0x20 && code <= 0x10ffff && !(code >= 0x7f && code < 0xa0) && !(code >= 0xd800 && code < 0xe000);
    return sound ? String.fromCodePoint(code) : entity;
  });
}

/** UTF-8 that was read as Windows-1252 or Windows-1251, a lost character, or a question mark in its place. */
const SPOILT =
  /\ufffd|[\u00c2-\u00c6\u00ce-\u00d1\u0102][\u0080-\u00bf\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\u0160\u0161\u0178\u017d\u017e\u0152\u0153\u0192\u02c6\u02dc]|(?:[РС][\u0080-\u00bf\u0402-\u040f\u0452-\u045f\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2116\u2122]){2}|\p{L}\?\p{L}|\p{L}\?$|^\?+\p{L}|^\?{2,}/u;

function isSpoilt(name: string): boolean {
  return SPOILT.test(name);
}
