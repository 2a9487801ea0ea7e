import { CAUSE_WORDS, kindOfCause, type Cause } from './answers/cause.js';
import { judgeAnswer, type Failure, type Judgement } from './answers/judge-answer.js';
import { ENHANCED_CODE } from './answers/smtp-answer.js';
import type { Classification } from './classification.js';
import type { Mail } from '../mail/read-mail.js';
import { foreignWords, readFieldGroups, typedAddress, type FieldGroup } from './report-fields.js';
import { returnedRecipient } from './returned-fields.js';
import { readFreeText, systemOf, type FreeText } from './systems/free-text.js';

const RECIPIENT_LIMIT = 1000;
/** Subjects of bounces whose writer is unknown; only beside a null return path. */
const BOUNCE_SUBJECT =
  /undeliver|returned mail|return(?:ed|ing) (?:message )?to sender|failure notice|mail (?:system )?(?:error|failed)|delivery (?:status|fail|problem|notification|report|error)|not delivered|non ?remis|unzustellbar|zustellung/i;
const REPORT_FIELDS = ['action', 'status', 'final-recipient'];

/**
 * Reads what a delivery report (RFC 3464) says about each recipient, or what a mail server says in the older forms
 * without one.
 *
 * @returns `undefined` when the mail is not a bounce.
 */
export function readBounce(mail: Mail): readonly Classification[] | undefined {
  const groups = reportGroups(mail.reports.flatMap(({ kind, text }) => (kind === 'delivery-status' ? [text] : [])));
  const system = systemOf(mail);
  if (groups.length === 0 && system === undefined && !isFromMailServer(mail)) return undefined;
  const free = readFreeText(mail, system);
  if (groups.length > 0) return groups.map((fields) => readRecipient(fields, free, groups.length));
  // Some systems write the report as a text.
  const written = reportGroups([free.own]).filter((fields) => fields.has('final-recipient'));
  if (written.length > 0) return written.map((fields) => readRecipient(fields, free, written.length));
  return readNamed(mail, free);
}

function reportGroups(texts: readonly string[]): readonly FieldGroup[] {
  return texts
    .flatMap((text) => readFieldGroups(text))
    .filter((fields) => REPORT_FIELDS.some((name) => fields.has(name)))
    .slice(0, RECIPIENT_LIMIT);
}

function readRecipient(fields: FieldGroup, free: FreeText, count: number): Classification {
  // The original recipient is the address as we wrote it (RFC 3464 §2.3.1); the final one is where it was forwarded to.
  const original = typedAddress(fields.get('original-recipient'));
  const final = typedAddress(fields.get('final-recipient'));
  const diagnosis = (fields.get('diagnostic-code') ?? '').replace(/^[^;\d]{0,40};/, '');
  const status = ENHANCED_CODE.exec(fields.get('status') ?? '')?.[0];
  const action = /^[a-z]+/i.exec(fields.get('action') ?? '')?.[0].toLowerCase();
  const recipient = original ?? final ?? null;
  const noted = { recipient, ...(free.system === undefined ? {} : { system: free.system.name }) };
  if (action === 'delivered' || action === 'relayed' || action === 'expanded') {
    return { ...noted, kind: 'other', status: status ?? null, reason: `a delivery report: ${action}` };
  }
  const isDelayed = action === 'delayed';
  const context = wordsFor([original, final], free, count);
  const reported = judgeAnswer({ text: diagnosis, status, context, isDelayed });
  const judged = withText(reported, { text: `${diagnosis}\n${context}`, status, isDelayed }, diagnosis);
  const said = foreignWords(diagnosis);
  return { ...noted, ...described(judged, said === '' ? `a delivery report: ${action ?? 'without a word'}` : said) };
}

/** The text for people counts where the report gives no answer, or a reason that is milder for the reader. */
function withText(reported: Judgement, whole: Failure, diagnosis: string): Judgement {
  const isSilent = reported.cause === undefined || diagnosis.trim() === '';
  if (!isSilent && reported.kind !== 'permanent') return reported;
  const spoken = judgeAnswer(whole);
  return (isSilent ? spoken.cause !== undefined : spoken.cause === 'full') ? spoken : reported;
}

/** Returns what the text for people says about a recipient. */
function wordsFor(addresses: readonly (string | undefined)[], free: FreeText, count: number): string {
  const wanted = new Set(addresses.flatMap((address) => address?.toLowerCase() ?? []));
  const found = free.recipients.filter(({ address }) => address !== undefined && wanted.has(address.toLowerCase()));
  if (found.length > 0) return found.map(({ text }) => text).join('\n');
  return count === 1 ? free.own : '';
}

/**
 * Says whether a mail server wrote the mail itself. A vacation reply comes from `<>` too, but in a person's name; so
 * the null return path alone is not enough.
 */
export function isFromMailServer(mail: Mail): boolean {
  const from = (mail.header('from') ?? '').slice(0, 1000);
  return (
    /^(?:mailer-daemon|postmaster)@/i.test(mail.from ?? '') ||
    /(?:^|[\s"<])(?:mailer[ -]daemon|mail[ .]delivery[ .](?:sub)?system)(?:[@"<>\s]|$)/i.test(from) ||
    /^\s*<?mailer-daemon\b/i.test(mail.header('return-path') ?? '') ||
    (/^\s*<\s*>/.test(mail.header('return-path') ?? '') && BOUNCE_SUBJECT.test(mail.subject)) ||
    mail.header('x-failed-recipients') !== undefined
  );
}

/** Reads a bounce that is written for people. */
function readNamed(mail: Mail, free: FreeText): readonly Classification[] {
  const only = free.recipients.length === 1;
  return free.recipients.map(({ address, text }) => {
    const { isDelayed } = free;
    const status = free.system?.codes?.find(([own]) => own.test(text))?.[1];
    const named = judgeAnswer({ text, status, isDelayed });
    const whole =
      named.basis === 'words' ? judgeAnswer({ text: `${text}\n${free.opening}`, status, isDelayed }) : named;
    const judged = withUsual(
      named.cause === undefined || whole.basis !== named.basis ? whole : named,
      free.system?.usual,
    );
    const recipient = address ?? (only ? returnedRecipient(mail, free.copy) : undefined) ?? null;
    return {
      recipient,
      ...(free.system === undefined ? {} : { system: free.system.name }),
      ...described(
        judged,
        judged.cause === undefined ? 'a mail came back, without a word that says why' : 'a mail came back',
      ),
    };
  });
}

function withUsual(judged: Judgement, usual: Cause | undefined): Judgement {
  return judged.cause === undefined && usual !== undefined
    ? { ...judged, cause: usual, kind: kindOfCause(usual) }
    : judged;
}

function described({ kind, status, cause, basis }: Judgement, reason: string): Omit<Classification, 'recipient'> {
  if (cause === undefined) return { kind, status, reason, basis };
  const advice = kind === 'unclear' ? { advice: 'No code says so; look at the mail.' } : {};
  return { kind, status, cause, basis, reason: `${CAUSE_WORDS[cause]} (${reason})`, ...advice };
}
