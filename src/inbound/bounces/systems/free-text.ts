import type { Mail } from '../../mail/read-mail.js';
import { typedAddress } from '../report-fields.js';
import { ADDRESS, type MailSystem } from './system.js';
import { SYSTEMS } from './systems.js';

/** What a bounce that is written for people says. */
export interface FreeText {
  /** The system that wrote it, if it is known. */
  readonly system: MailSystem | undefined;
  /** One for each recipient that it names, or one without an address. */
  readonly recipients: readonly NamedRecipient[];
  /** What it says before it names anybody. */
  readonly opening: string;
  /** The server is still trying. */
  readonly isDelayed: boolean;
  /** What it says itself, without the returned message. */
  readonly own: string;
  /** The returned message below it; empty when there is none. */
  readonly copy: string;
}

export interface NamedRecipient {
  readonly address: string | undefined;
  readonly text: string;
}

const TEXT_LIMIT = 20_000;
const RECIPIENT_LIMIT = 1000;
/** Where systems that are not in the table name a recipient; the first form that finds one counts. */
const RECIPIENTS: readonly RegExp[] = [
  // At the beginning of a line, alone or before the answer.
  new RegExp(String.raw`^[ \t>*-]{0,12}["'<]{0,2}(${ADDRESS})[>"']{0,2}(?=[ \t:.,<\[(]|\r?$)`, 'gim'),
  // Behind a code, as sendmail repeats its dialogue.
  new RegExp(String.raw`^[ \t]{0,8}(?:<<< )?[45]\d\d[^\n<@]{0,40}<(${ADDRESS})>`, 'gim'),
  // In a sentence.
  new RegExp(
    String.raw`\b(?:deliver\w{0,3}|undeliverable|recipients?|address\w{0,2}|rcpt|to|size|attempts|gateway for)\b[^\n@<]{0,40}?[ :<"'(]<?(${ADDRESS})`,
    'gim',
  ),
];
/** Addresses in a bounce that are never its recipient: whom to ask for help. */
const HELP = /^(?:postmaster|mailer-daemon|abuse|support|hostmaster|helpdesk|noreply|no-reply)@/i;
/** What stands above the copy of the returned message. */
const COPY_BEGINS =
  /^[ \t>]*(?:-{3,}.{0,20}(?:copy|below|enclosed|original|returned|unsent|header|body of|message (?:header|body|follows))|-{20,}[ \t]*$|below (?:is|this)|included is a copy|original (?:message|mail)(?: headers?)?(?: follows)?[.:]?[ \t]*$|message headers follow|(?:received|return-path):[ \t]*\S|content-type:[ \t]*(?:message\/(?:rfc822|global)|text\/rfc822))/im;
const DELAYED_SUBJECT = /\bdelay|\bwarning\b|\bverz(?:ö|oe)ger|\bretard|still being retried|not yet been delivered/i;
const DELAYED_TEXT =
  /warning message only|need to re-?send|has(?: not yet)? been delayed|will (?:be retried|keep trying|continue to)|temporary failure report|delayed for more than|is still (?:in|on) the queue|could not send (?:the )?(?:mail|message) for past|no action is required on your part|have not yet been able to deliver/i;

/** Finds the system that wrote a mail, by its marks. */
export function systemOf(mail: Mail): MailSystem | undefined {
  const text = mail.text.slice(0, TEXT_LIMIT);
  const from = mail.header('from') ?? '';
  return SYSTEMS.find(
    ({ marks }) =>
      (marks.from?.test(from) ?? true) &&
      (marks.subject?.test(mail.subject) ?? true) &&
      (marks.field === undefined || marks.field[1].test(mail.header(marks.field[0]) ?? '')) &&
      (marks.text?.test(text) ?? true),
  );
}

/** Reads what a mail server wrote for people, recipient by recipient. */
export function readFreeText(mail: Mail, system: MailSystem | undefined): FreeText {
  const { own, copy } = splitCopy(mail.text.slice(0, TEXT_LIMIT), system?.copy);
  const isDelayed = DELAYED_SUBJECT.test(mail.subject) || DELAYED_TEXT.test(own);
  const named = namedAddresses(own, system, mail);
  return { system, isDelayed, own, copy, ...shareOut(own, named, system?.isRecipientLast ?? false) };
}

/** If a line that looks like the beginning of the copy opens the text, what follows it is still the server's. */
function splitCopy(text: string, begins: RegExp | undefined): { readonly own: string; readonly copy: string } {
  for (const mark of begins === undefined ? [COPY_BEGINS] : [begins, COPY_BEGINS]) {
    const place = mark.exec(text)?.index;
    if (place !== undefined && text.slice(0, place).trim() !== '') {
      return { own: text.slice(0, place), copy: text.slice(place) };
    }
  }
  return { own: text, copy: '' };
}

/** Returns the recipients that a text names, each once, in their order. */
function namedAddresses(own: string, system: MailSystem | undefined, mail: Mail): readonly string[] {
  const forms = system?.recipient === undefined ? RECIPIENTS : [system.recipient, ...RECIPIENTS];
  for (const form of forms) {
    // Only one of a form's groups takes part.
    const found = addressesIn([...own.matchAll(form)].map((match) => match.slice(1).join('')));
    // Some repeat to whom they write.
    const others = found.filter((address) => !mail.recipients.includes(address));
    if (found.length > 0) return others.length > 0 ? others : found;
  }
  return addressesIn((mail.header('x-failed-recipients') ?? '').slice(0, TEXT_LIMIT).split(','));
}

function addressesIn(written: readonly string[]): readonly string[] {
  const known = new Map<string, string>();
  for (const one of written) {
    const address = typedAddress(one.replace(/[.>]+$/, ''));
    if (address === undefined || HELP.test(address)) continue;
    if (!known.has(address.toLowerCase())) known.set(address.toLowerCase(), address);
    if (known.size === RECIPIENT_LIMIT) break;
  }
  return [...known.values()];
}

/** Gives each recipient the lines from where it is named to where another one is; or those up to there. */
function shareOut(
  own: string,
  named: readonly string[],
  isRecipientLast: boolean,
): Pick<FreeText, 'opening' | 'recipients'> {
  if (named.length === 0) return { opening: '', recipients: [{ address: undefined, text: own }] };
  const lines = new Map<string, string[]>(named.map((address) => [address.toLowerCase(), []]));
  const opening: string[] = [];
  let current = opening;
  let waiting: string[] = [];
  for (const line of own.split(/\r?\n/)) {
    const mentioned = line.includes('@') ? mentionedIn(line, lines) : undefined;
    waiting.push(line);
    if (isRecipientLast && mentioned === undefined) continue;
    if (mentioned !== undefined) current = mentioned;
    current.push(...waiting);
    waiting = [];
  }
  return {
    opening: opening.join('\n'),
    recipients: named.map((address) => ({ address, text: (lines.get(address.toLowerCase()) ?? []).join('\n') })),
  };
}

function mentionedIn(line: string, lines: ReadonlyMap<string, string[]>): string[] | undefined {
  for (const [written] of line.toLowerCase().matchAll(new RegExp(ADDRESS, 'g'))) {
    const found = lines.get(written) ?? lines.get(written.replace(/\.+$/, ''));
    if (found !== undefined) return found;
  }
  return undefined;
}
