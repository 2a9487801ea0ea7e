import { findPhrases } from './phrases.js';
import { fold, wordsOf } from './words.js';

/** What mail programs put before the subject of a reply or a forward. A forward is not its sender's own request. */
const REPLY =
  /^(?:re|aw|antw|antwort|sv|svar|vs|odp|odg|ynt|yan|ha|res|rif|r|bls|atb|ats|ref|rép|va|vá|vast|vas|ang|απ|σχετ|отв|отг|на|одг|відп|вiдп|رد|პასუხი|回复)(?:\[\d+\]|\(\d+\))?\s*[:：]\s*/iu;
const FORWARD =
  /^(?:fwd?|wg|tr|rv|enc|vl|vb|vs|doorst|pd|i|i̇lt|ilt|fs|tov|továbbítás|prosl|prosljeđeno|пер|пересл|πρθ|إعادة توجيه)\s*[:：]\s*/iu;
/** What gateways put before a subject: `[EXTERNAL]`, `*** SPAM ***`, `EXTERNAL EMAIL:`. */
const WARNING =
  /^(?:\[[^\]]{0,60}\]|\{[^}]{0,60}\}|<[^>]{0,30}>|[*#!]{2,}[\p{L}\p{N} ?!-]{1,40}[*#!]{2,}|(?:external|extern|externe|externo|esterno|externí|spam|caution|warning|suspected spam|zewnętrzny|зовнішній)(?:[ -]?(?:e-?mail|mail|sender|message|absender))?\s*[:：!-]+|⚠️?|‼️?)\s*/iu;
const MAX_SUBJECT_CHARACTERS = 300;
const MAX_PREFIXES = 12;

/** The subject of a mail without what programs put before it. */
export interface OwnSubject {
  readonly text: string;
  readonly kind: 'new' | 'reply' | 'forward';
}

/** Removes what programs put before a subject. */
export function readSubject(written: string): OwnSubject {
  let text = written.slice(0, MAX_SUBJECT_CHARACTERS).normalize('NFKC').trim();
  let kind: OwnSubject['kind'] = 'new';
  for (let count = 0; count < MAX_PREFIXES; count += 1) {
    const reply = REPLY.exec(text)?.[0];
    const forward = reply === undefined ? FORWARD.exec(text)?.[0] : undefined;
    const prefix = reply ?? forward ?? WARNING.exec(text)?.[0];
    if (prefix === undefined) break;
    if (forward !== undefined) kind = 'forward';
    else if (reply !== undefined && kind === 'new') kind = 'reply';
    text = text.slice(prefix.length).trim();
  }
  // "(no subject)", in every language.
  return { text: /^[(（<][^)]*[)）>]$/.test(text) ? '' : text, kind };
}

const MAX_TEXT_CHARACTERS = 8000;
const MAX_LINES = 150;
const MAX_ATTRIBUTION_CHARACTERS = 300;
const MAX_SIGNATURE_LINES = 14;
/** The first field of the header that a mail program writes above an answered or forwarded mail. */
const HEADER_FIELD =
  /^[*_\s]*(?:from|von|van|de|da|od|från|fra|lähettäjä|saatja|no|nuo|feladó|gönderen|kimden|nga|від|от|од|από|من|gesendet|expéditeur|sent|subject|betreff|date|datum|objet|asunto|oggetto|aihe|onderwerp)\s?[*_]*\s?[:：]/iu;
const FIELD_BELOW = /^[*_\s]*[\p{L} ]{1,24}[*_]*\s?[:：]/u;
/** A line that separates what follows. */
const RULED_LINE = /^(?:[-_=*]{2,}\s*[\p{L}\p{N} .'’]{3,60}\s*[-_=*]{2,}|_{5,}|-{5,}|={5,})$/u;
const FORWARDED =
  /^(?:begin forwarded message|anfang der weitergeleiteten|début du message|inizio messaggio|inicio del mensaje)/iu;
const DEVICE =
  /(?:iphone|ipad|android|samsung|galaxy|huawei|blackberry|smartphone|outlook|handy|mobile|mobiel|mobil|telefon|téléphone|yahoo mail|gmx|web\.de|proton ?mail|thunderbird|windows mail|mail for windows|tablet|móvil|cellulare|xiaomi|айфон|смартфон|телефон|mail\.ru|яндекс)/iu;
const MAX_DEVICE_WORDS = 12;
/** What gateways write above a mail from outside. */
const BANNER =
  /(?:originat\w+ (?:from )?outside|external (?:e-?mail|sender|source)|outside (?:of )?(?:your|the) (?:organi[sz]ation|company)|do not click|don['’]t often get e?-?mail|learnaboutsenderidentification|externe[rns]? (?:e-?mail|absender|afzender|expéditeur)|außerhalb (?:ihrer|der|unserer) organisation)/iu;

/** Returns what the writer of a mail says in their own words, without quotations, signatures and what programs add. */
export function readOwnText(written: string): string {
  const lines = written
    .slice(0, MAX_TEXT_CHARACTERS)
    .normalize('NFKC')
    .split(/\r\n?|\n/)
    .slice(0, MAX_LINES)
    .map((line) => line.replace(/\u00a0/g, ' ').trim());
  const own = withoutQuotation(lines).filter((line) => !isProgramLine(line));
  return withoutSignature(own).join('\n').trim();
}

function withoutQuotation(lines: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.startsWith('>') || line.startsWith('|>')) continue;
    if (/^--\s?$/.test(line) || FORWARDED.test(line)) break;
    if (RULED_LINE.test(line) && kept.some((one) => one !== '')) break;
    if (RULED_LINE.test(line)) {
      // A forward or a quotation from the first line on: the writer wrote none of it.
      if (/\p{L}/u.test(line) || HEADER_FIELD.test(lines[index + 1] ?? '')) break;
      continue;
    }
    if (isHeaderBlock(lines, index) || isLegalNotice(line)) break;
    if (isAttribution(lines, index)) continue;
    kept.push(line);
  }
  return kept;
}

/** What a company's gateway writes below its people's mails. */
const LEGAL_NOTICE =
  /confidential|privileged|vertraulich|vertrouwelijk|confidenciel|confidentiel|confidencial|riservat|poufn|důvěrn|dôvern|конфіденційн|конфиденциальн|поверител|povjerljiv|poverljiv|zaupn|bizalmas|gizli|fortrolig|konfidentiell|luottamuksel|konfidentsiaal|konfidenci|εμπιστευτικ|سري/iu;
const MIN_NOTICE_CHARACTERS = 60;

function isLegalNotice(line: string): boolean {
  return line.length >= MIN_NOTICE_CHARACTERS && LEGAL_NOTICE.test(line);
}

/** At least two fields of a header; only mails have the first one. */
function isHeaderBlock(lines: readonly string[], index: number): boolean {
  if (!HEADER_FIELD.test(lines[index] ?? '')) return false;
  const below = lines.slice(index + 1, index + 4);
  return below.some((line) => HEADER_FIELD.test(line)) && below.filter((line) => FIELD_BELOW.test(line)).length >= 2;
}

/** "On Friday, La Strada wrote:", on one line or two, above a quotation. */
function isAttribution(lines: readonly string[], index: number): boolean {
  for (const length of [1, 2, 3]) {
    const group = lines.slice(index, index + length);
    const text = group.join(' ');
    if (group.includes('') || text.length > MAX_ATTRIBUTION_CHARACTERS || !/[:：]$/.test(text)) continue;
    const next = lines.slice(index + length).find((line) => line !== '');
    if (length === 1 && next?.startsWith('>') === true) return true;
    // The second line of a wrapped one begins with a time or an address.
    if (/[\d@]/.test(group[0] ?? '') && /\d{1,2}[:.h]\d{2}|\d{4}|@/.test(text)) return true;
  }
  return false;
}

/** "Sent from my phone", or a gateway's warning. */
function isProgramLine(line: string): boolean {
  if (line === '') return false;
  if (BANNER.test(line)) return true;
  if (!DEVICE.test(line)) return false;
  const words = wordsOf(line);
  if (words.length > MAX_DEVICE_WORDS) return false;
  const asks = findPhrases(words).some(({ meaning }) => meaning === 'unsubscribe' || meaning === 'asks');
  return !asks;
}

/** Removes what follows a closing formula at the beginning of a short line of its own. */
function withoutSignature(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line !== '');
  for (const [index, line] of lines.entries()) {
    if (index <= first || lines.length - index > MAX_SIGNATURE_LINES) continue;
    const words = wordsOf(line);
    if (words.length === 0 || words.length > 6) continue;
    const matches = findPhrases(words);
    const closes = matches.some(({ meaning, start }) => meaning === 'closing' && start === 0);
    const asks = matches.some(({ meaning }) => meaning === 'unsubscribe' || meaning === 'asks' || meaning === 'erase');
    if (closes && !asks) return lines.slice(0, index);
  }
  return lines;
}

const ADDRESS = /[^\s<>"'(),;:[\]]+@[^\s<>"'(),;:[\]]+\.[\p{L}\p{N}-]{2,}/gu;

/** Returns the addresses that somebody names in a text. */
export function addressesNamed(text: string): readonly string[] {
  return [...text.matchAll(ADDRESS)].map(([address]) => address.replace(/^mailto:/i, '').replace(/[.*_]+$/, ''));
}

/** Returns a text without its addresses and links. */
export function withoutAddresses(text: string): string {
  return text
    .replace(ADDRESS, ' ')
    .replace(/\b(?:https?:\/\/|www\.)\S+/giu, ' ')
    .replace(/<\s*>/g, ' ');
}

/** Returns the words of a sender's name and address, which people write below their request. */
export function wordsOfName(name: string, address: string): ReadonlySet<string> {
  return new Set([...wordsOf(name), ...wordsOf(address.split('@')[0]?.replace(/[._]/g, ' ') ?? ''), fold(name)]);
}
