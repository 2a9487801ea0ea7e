import { readAddress } from '../../subscribers/addresses.js';
import { readOwnText } from '../unsubscribe-mail/own-text.js';
import { isReplySubject } from './auto-replies/subjects.js';
import type { Mail } from '../mail/read-mail.js';

/** Fields that vacation programs added before there was a standard. */
const REPLY_FIELDS = ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'x-autoreply-from', 'x-mail-autoreply'];

/**
 * How a mail was made. `reply`: a program answered on somebody's behalf. `generated`: a program wrote it for another
 * reason, or it went to many people at once. `person`: nothing says that a program wrote it.
 */
export type Origin = 'reply' | 'generated' | 'person';

/**
 * Tells the origin by Auto-Submitted (RFC 3834 §5), and by the fields in use before it.
 *
 * @param ours our own addresses. If one of them is a group, its mails have the fields of a list although people write
 *   them.
 */
export function originOf(mail: Mail, ours: readonly string[] = []): Origin {
  const submitted = submittedAs(mail);
  if (submitted === 'auto-replied') return 'reply';
  const precedence = precedenceOf(mail);
  if (hasReplyMark(mail)) return 'reply';
  if (isReplySubject(mail.subject)) return 'reply';
  if (submitted !== 'no') return 'generated';
  if (suppressesReplies(mail) || hasNullReturnPath(mail)) return 'reply';
  if (isFromGroup(mail, ours)) return 'person';
  const toMany = mail.header('list-id') ?? mail.header('list-unsubscribe');
  return toMany !== undefined || /^(?:bulk|list|junk)$/.test(precedence) ? 'generated' : 'person';
}

function submittedAs(mail: Mail): string {
  return /^[a-z-]+/i.exec(mail.header('auto-submitted') ?? '')?.[0].toLowerCase() ?? 'no';
}

function precedenceOf(mail: Mail): string {
  return mail.header('precedence')?.trim().toLowerCase() ?? '';
}

function hasReplyMark(mail: Mail): boolean {
  return /^auto[_-]reply$/.test(precedenceOf(mail)) || REPLY_FIELDS.some((name) => mail.header(name) !== undefined);
}

/** Exchange sets it in its own replies; some companies set it in every mail. */
function suppressesReplies(mail: Mail): boolean {
  return /\b(?:all|oof|autoreply)\b/i.test(mail.header('x-auto-response-suppress') ?? '');
}

/** A program that answers asks for no answer (RFC 3834 §3.3); a person's mail always has a return path. */
function hasNullReturnPath(mail: Mail): boolean {
  return /^\s*<\s*>/.test(mail.header('return-path') ?? '');
}

/** Says whether the only sign of a program's reply is a field that people's mails have too. */
export function isHardlyAutomatic(mail: Mail): boolean {
  return submittedAs(mail) === 'no' && !hasReplyMark(mail) && !isReplySubject(mail.subject);
}

function isFromGroup(mail: Mail, ours: readonly string[]): boolean {
  const id = (mail.header('list-id') ?? '').toLowerCase();
  return ours.some((address) => {
    const reading = readAddress(address);
    return reading.kind === 'valid' && id.includes(`<${reading.key.replace('@', '.')}>`);
  });
}

/** What a button of a mail program writes in its mail, and no vacation reply does. */
const BUTTON_TEXT =
  /unsubscri|automatically (?:generated|sent)|automatisch (?:erzeugt|erstellt|gesendet)|généré automatiquement/iu;
/** What programs write that answer on behalf of a person or a department. */
const ANSWERING =
  /office|away|vacation|holiday|leave until|absen|abwesen|urlaub|vacances|congé|vakantie|received|#\d{2,}|ticket|urlop|ferie|semester/iu;
const MAX_BUTTON_TEXT = 300;

/**
 * Says whether a mail with a token is a program's echo of somebody else's mail. Apple Mail's own button declares its
 * mail as an automatic reply (RFC 3834), as a vacation program does. So the rest decides: an echo answers a mail, says
 * so in older fields too, or has its own text.
 */
export function isEcho(mail: Mail): boolean {
  if (mail.header('x-apple-unsubscribe') !== undefined) return false;
  const submitted = mail.header('auto-submitted') ?? 'no';
  const isSuppressed = suppressesReplies(mail);
  if (/^\s*no\b/i.test(submitted) && !hasReplyMark(mail)) return isSuppressed && answers(mail);
  if (hasReplyMark(mail) || answers(mail) || /vacation|holiday|away|out.of.office/i.test(submitted)) return true;
  if (/^auto-replied/i.test(submitted) && (isSuppressed || precedenceOf(mail) !== '')) return true;
  const text = readOwnText(mail.text);
  return /^auto-replied/i.test(submitted) ? !isButtonText(text) : ANSWERING.test(text);
}

function answers(mail: Mail): boolean {
  return mail.header('in-reply-to') !== undefined || mail.header('references') !== undefined;
}

function isButtonText(text: string): boolean {
  return text === '' || (text.length <= MAX_BUTTON_TEXT && BUTTON_TEXT.test(text) && !ANSWERING.test(text));
}
