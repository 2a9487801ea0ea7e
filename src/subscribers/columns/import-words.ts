import type { SubscriberState } from '../../model/send/subscriber.js';
import {
  CELL_STATE_PHRASES,
  CONFIRMATION_PHRASES,
  DOUBLE_OPT_IN_PHRASES,
  MENTION_WORDS,
  NEGATIONS,
  NEUTRAL_WORDS,
  NEWSLETTER_WORDS,
  STATE_COLUMN_PHRASES,
  STATE_PHRASES,
} from './import-vocabulary.js';
import { isMoreRestrictive } from '../import/import-states.js';

/** Letters that Unicode does not decompose into a letter and a mark. */
const WHOLE_LETTERS: ReadonlyMap<string, string> = new Map([
  ['ł', 'l'],
  ['đ', 'd'],
  ['ø', 'o'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ς', 'σ'],
  ['ё', 'е'],
]);

/**
 * Splits a name or a cell into words without capitals, accents and signs, so that "EMAIL_BLACKLISTED", "isOptedOut" and
 * "On-Hold?" are read alike.
 */
export function wordsOf(text: string): readonly string[] {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[łđøıßæœςё]/g, (letter) => WHOLE_LETTERS.get(letter) ?? letter)
    .normalize('NFKD')
    .replace(/[\p{M}'’`]+/gu, '')
    .replace(/(?<!\p{L})e[\s_-]mail/gu, 'email')
    .replace(/(?<!\p{L})(email|newsletter)(?=\p{L}{4})/gu, '$1 ')
    .replace(/(?<!\p{L})(opt|opted|opts|signed|sign)[\s_-]+(in|out|up)/gu, '$1$2')
    .replace(/(?<!\p{L})un[\s_-]+subscri/gu, 'unsubscri')
    .replace(/(?<!\p{L})on[\s_-]+hold/gu, 'onhold')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').flatMap(wordsOf));
const NEUTRAL = setOf(NEUTRAL_WORDS);
const NEWSLETTER = setOf(NEWSLETTER_WORDS);
const NEGATION = setOf(NEGATIONS);
const MENTION = setOf(MENTION_WORDS);
const MAIL = new Set(['email', 'emails', 'mail', 'mails', 'mailing', 'mailings', 'marketing', 'bulk']);

const isNeutral = (word: string): boolean =>
  NEUTRAL.has(word) || NEWSLETTER.has(word) || /^(email|mail)\d+$/.test(word);

/** Says whether a word reverses others: "not", "ohne", "без". */
export const isNegation = (word: string): boolean => NEGATION.has(word);

/** Returns what is left of a name without the words that add no meaning: "Date of the e-mail opt-out" is "optout". */
function coreOf(words: readonly string[]): string {
  return words.filter((word) => !isNeutral(word)).join('');
}

type PhraseTable<Meaning> = ReadonlyMap<string, Meaning>;

/** Holds each phrase in full and by its core; of two meanings the more restrictive one counts. */
function tableOf(phrases: readonly (readonly [SubscriberState, readonly string[]])[]): PhraseTable<SubscriberState> {
  const table = new Map<string, SubscriberState>();
  for (const [state, lines] of phrases) {
    for (const key of keysOf(lines)) {
      const earlier = table.get(key);
      if (earlier === undefined || isMoreRestrictive(state, earlier)) table.set(key, state);
    }
  }
  return table;
}

function keysOf(lines: readonly string[]): ReadonlySet<string> {
  const phrases = lines.flatMap((line) => line.split(',')).map(wordsOf);
  const cores = phrases.map(coreOf).filter((core) => core !== '' && !NEGATION.has(core));
  return new Set([...phrases.map((words) => words.join('')), ...cores]);
}

const STATES = ['active', 'pending', 'unsubscribed', 'suppressed'] as const;
const NAME_STATES = tableOf(STATES.map((state) => [state, STATE_PHRASES[state]]));
const CELL_STATES = tableOf(STATES.map((state) => [state, [...STATE_PHRASES[state], ...CELL_STATE_PHRASES[state]]]));
const STATE_COLUMNS = keysOf(STATE_COLUMN_PHRASES);
const CONFIRMATIONS = keysOf(CONFIRMATION_PHRASES);
const DOUBLE_OPT_INS = keysOf(DOUBLE_OPT_IN_PHRASES);

/** Returns the state that a cell names in words. In a longer text only the beginning counts, and only if it is a no. */
export function stateInCell(text: string): SubscriberState | undefined {
  const words = wordsOf(text);
  const whole = CELL_STATES.get(words.join('')) ?? CELL_STATES.get(coreOf(words));
  if (whole !== undefined) return whole;
  for (const length of [3, 2, 1]) {
    const opening = words.slice(0, length).join('');
    const state = opening.length < 4 ? undefined : CELL_STATES.get(opening);
    if (state === 'unsubscribed' || state === 'suppressed') return state;
  }
  return undefined;
}

/** What the name of a column alone says about its cells. */
export type NameMeaning =
  /** A yes or a date is a no to the newsletter. With `mention`, so is any other text. */
  | { readonly kind: 'refusal'; readonly state: RestrictiveState; readonly mention: boolean }
  /** A yes or a date is a yes to it. A no, and an empty cell in a column with a yes, lead to these states. */
  | { readonly kind: 'consent'; readonly no: RestrictiveState; readonly empty: 'pending' | 'unsaid' | 'silent' }
  /** The cells are words for states. `lenient`: other words mean something else. `words`: the words of one program. */
  | { readonly kind: 'state'; readonly lenient: boolean; readonly words?: Readonly<Record<string, SubscriberState>> }
  /** It is about something else. `known`: that something is known, such as text messages. */
  | { readonly kind: 'other'; readonly known: boolean }
  /** It is about unsubscribing or staying, but not clearly. */
  | { readonly kind: 'unclear' };
export type RestrictiveState = Exclude<SubscriberState, 'active'>;

export const CONSENT = { kind: 'consent', no: 'unsubscribed', empty: 'unsaid' } as const;
export const REFUSAL = { kind: 'refusal', state: 'unsubscribed', mention: false } as const;
export const STATE = { kind: 'state', lenient: false } as const;
export const OTHER = { kind: 'other', known: true } as const;
const UNCLEAR = { kind: 'unclear' } as const;
export const SILENT = { kind: 'other', known: false } as const;

/** Names that mean something else than their words; without spaces and capitals. */
const WHOLE_NAMES: ReadonlyMap<string, NameMeaning> = new Map<string, NameMeaning>([
  // CiviCRM
  ['nobulkemailsuseroptout', REFUSAL],
  ['donottrade', OTHER],
  // phpList
  ...['didthisusermanuallyconfirm', 'didthissubscribermanuallyconfirm'].map((name) => [name, OTHER] as const),
  // HubSpot: letters from one person to another; whether somebody was asked to confirm, and did.
  ['optedoutofemailonetoone', OTHER],
  ['marketingemailconfirmationstatus', { ...STATE, lenient: true }],
  // Wix: its opinion of the mailbox.
  ['deliverability', { ...STATE, lenient: true }],
  // Dynamics: the kind of its status.
  ['statusreason', { ...STATE, lenient: true }],
  // Mailjet
  ['isexcludedfromcampaigns', REFUSAL],
  // Laposta and others
  ...['afmeldreden', 'abmeldegrund'].map((name) => [name, { ...REFUSAL, mention: true }] as const),
  // Mautic and others
  ...['lastactive', 'lastactivity'].map((name) => [name, OTHER] as const),
  // Mailchimp
  ['cleantime', { ...REFUSAL, state: 'suppressed' }],
  // Substack: whether somebody pays.
  ['activesubscription', OTHER],
  // phpList, Odoo and others only count bounces, including soft ones.
  ...['bounces', 'bouncecount', 'softbounce', 'softbounced', 'softbounces'].map((name) => [name, OTHER] as const),
  // Klaviyo: a list of reasons.
  ['emailsuppressions', { ...REFUSAL, state: 'suppressed', mention: true }],
  // Mailman, Sympa
  ['nomail', REFUSAL],
  ['reception', { ...STATE, lenient: true }],
  // Buttondown
  ['type', { ...STATE, lenient: true }],
  ['subscribertype', { ...STATE, lenient: true }],
  ['subscriptiontype', { ...STATE, lenient: true }],
]);

/** "Newsletter (yes/no)" says what to write, not what is asked. */
const YES_OR_NO =
  /(?<!\p{L})\p{L}{1,5}\s?\/\s?(n|no|nein|nee|non|não|nao|nie|ne|nu|nej|nei|ei|hayır|nem|όχι|ні|нет|не|jo|nē)(?!\p{L})/giu;

/** Salesforce adds these to the names of added fields. */
const SALESFORCE = /^[a-z0-9]{1,15}__(?=.*__c$)|__p?c$/gi;

/** Returns what a column's name says, without looking at its cells. */
export function readColumnName(title: string): NameMeaning {
  const words = wordsOf(title.replace(YES_OR_NO, ' ').replace(SALESFORCE, ''));
  if (words.length === 0) return SILENT;
  const whole = WHOLE_NAMES.get(words.join(''));
  if (whole !== undefined) return whole;
  if (isHarmless(words)) return OTHER;
  return plainMeaning(words) ?? (speaksOfRefusal(words) ? UNCLEAR : SILENT);
}

function plainMeaning(words: readonly string[]): NameMeaning | undefined {
  const direct = meaningOf(words);
  if (direct !== undefined) return direct;
  const affirmed = words.filter((word) => !NEGATION.has(word));
  if (affirmed.length < words.length) return negated(affirmed);
  const shorter = words.filter((word) => !MENTION.has(word) && !COUNT_WORDS.test(word));
  if (coreOf(shorter) === 'subscription') return subscriptionMeaning(words);
  const about = shorter.length < words.length && coreOf(shorter) !== '' ? meaningOf(shorter) : undefined;
  if (about?.kind === 'refusal') return { ...about, mention: true };
  return about?.kind === 'consent' ? OTHER : undefined;
}

/** "Newsletter subscription" asks who wants it; "subscription time" and "subscription source" do not. */
function subscriptionMeaning(words: readonly string[]): NameMeaning | undefined {
  if (words.some((word) => NEWSLETTER.has(word) || MAIL.has(word))) return CONSENT;
  return words.some((word) => MENTION.has(word) || TIME_WORDS.test(word)) ? OTHER : undefined;
}

const TIME_WORDS = /^(date|dates|time|timestamp|datetime|at|since|on|day)$/;

/** Returns the meaning of a name in which every word is known. */
function meaningOf(words: readonly string[]): NameMeaning | undefined {
  const core = coreOf(words);
  if (core === '') return words.some((word) => NEWSLETTER.has(word) || word === 'marketing') ? CONSENT : undefined;
  const bare = core.replace(/^(is|has)(?=.{5})/, '').replace(/(?<=.{4})(date|time|datum|dato|at|on)$/, '');
  const keys = [words.join(''), core, bare];
  for (const key of keys) {
    if (STATE_COLUMNS.has(key)) return STATE;
    if (DOUBLE_OPT_INS.has(key)) return { kind: 'consent', no: 'pending', empty: 'silent' };
    if (CONFIRMATIONS.has(key)) return { kind: 'consent', no: 'pending', empty: 'pending' };
    const state = NAME_STATES.get(key);
    if (state === 'active') return CONSENT;
    if (state !== undefined) return { ...REFUSAL, state };
  }
  return undefined;
}

/** "No newsletter" and "not subscribed" are reversed; "not unsubscribed" is left to a person. */
function negated(affirmed: readonly string[]): NameMeaning | undefined {
  if (coreOf(affirmed) === '') {
    return affirmed.some((word) => NEWSLETTER.has(word) || MAIL.has(word)) ? REFUSAL : undefined;
  }
  const meaning = meaningOf(affirmed);
  return meaning?.kind === 'consent' ? { ...REFUSAL, state: meaning.no } : undefined;
}

/** Ways to reach somebody other than e-mail. */
const OTHER_CHANNELS =
  /^(sms|mms|phone|phones|telephone|telefon|telefono|tel|telemarketing|call|calls|fax|faxes|whatsapp|viber|telegram|push|postal|post|postmail|letters?|landline|mobile|cookies?|web)$/;
/** What is paid, linked or measured. */
const HARMLESS_WORDS =
  /^(stripe|paid|payment|payments|plan|price|revenue|billing|invoice|trial|complimentary|interval|expiry|marital|civil|lead|deal|sales|ticket|lifecycle|tier|employment|job|order|shipping|visa|residence|url|link|links|href|rate|sent|opens|clicks|posting|digest|html|htmlemail)$/;
const COUNT_WORDS = /^(count|counts|counter|number|total|anzahl|aantal|nombre|liczba)$/;

function isHarmless(words: readonly string[]): boolean {
  if (words.some((word) => HARMLESS_WORDS.test(word))) return true;
  const counted = words.filter((word) => !COUNT_WORDS.test(word));
  if (counted.length < words.length && /^(soft)?bounced?s?$/.test(coreOf(counted))) return true;
  const mailed = words.some((word) => /^e?mails?$/.test(word) || NEWSLETTER.has(word));
  return !mailed && words.some((word) => OTHER_CHANNELS.test(word));
}

/**
 * Beginnings of the members' words for unsubscribing, blocking, bouncing, holding or consenting. They serve where no
 * form is known as a whole word.
 */
const STEMS =
  /unsub|optout|optin|opted|consent|permiss|gdpr|dsgvo|rgpd|rodo\b|subscri|newsletter|bounce|blacklist|blocklist|denylist|block|blok|bloq|bloc[ac]|suppress|spam|complain|abuse|onhold|donot|exclu|refus|declin|withdr|revok|cancel|delet|remov|inactiv|disabl|deactiv|suspend|decease|marketing|status|deliverab|unreach|objection|abmeld|abbest|austrag|gesperr|sperr|kundig|widerr|widerspr|einwillig|zustimm|datenschutz|afmeld|uitschr|opzeg|toestemm|privacy|desabonn|desinscri|desuscri|consim|disiscri|cancell|wypis|rezygn|zgod|odhlas|souhlas|suhlas|dezabon|відпис|відмов|блок|згод|підпис|отпис|отказ|соглас|подпис|адпіс|адмов|абонам|абонир|одјав|odjav|saglas|suglas|soglas|privol|pretplat|претплат|сагласн|согласн|frameld|samtyk|samtyc|avanm|avregistr|avprenum|avmeld|peruut|peruttu|suostum|abonelik|iptal|ayril|engell|cregjistr|cabon|pelqim|bllok|διαγραφ|απεγγραφ|συγκαταθ|συναινεσ|leirat|feliratk|hozzajar|letilt|descadastr|tuhist|nousol|loobu|atteik|atrakst|piekris|atsisak|sutikim|uzblok|klacht|beschwer|queja|reclam|skarg|stiznost|жалоб|скарг|verstorb|overled|falleci|verbot|verbod|robinson|interdi|prohib|zakaz|zabran|заборон|запрет/;
const STEM_WORDS =
  /^(marketing|gdpr|dsgvo|rgpd|rodo|opt|hold|held|left|leave|active|aktiv|state|valid|invalid|allow|allowed|accept|accepts|baja|alta|baixa|izin|riza|onay|stan|stav|stare|tila|durum|estado|estat|etat|stato|statut|stanje|стан|статус|состояние|olek|busena|allapot|καταστασ(η|ις)|avg|lopd|nomail|junk|dead|bad|banned|stop|stopped|refuse|acord|accord|akkoord|newsletter)$/;

function speaksOfRefusal(words: readonly string[]): boolean {
  const telling = words.filter((word) => !NEUTRAL.has(word));
  const named = words.some((word) => STEM_WORDS.test(word) || NEWSLETTER.has(word));
  return named || saysNo(words) || STEMS.test(telling.join(''));
}

/** "Nicht mehr anschreiben" is a no, even if the rest of it is unknown. "House no" and "No of children" are numbers. */
function saysNo(words: readonly string[]): boolean {
  if (words.length < 2) return false;
  return words.some((word, index) => NEGATION.has(word) && (word !== 'no' || (index === 0 && words[1] !== 'of')));
}
