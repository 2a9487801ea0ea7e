import type { Mail } from './read-mail.js';

/** Fields that vacation programs added before there was a standard. */
const REPLY_FIELDS = ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'x-autoreply-from', 'x-mail-autoreply'];
const REPLY_SUBJECT =
  /^\s*(?:auto(?:matic)?[ -]?(?:reply|response)|out of (?:the )?office(?: autoreply)?|automatische antwort|abwesenheitsnotiz|automatisch antwoord|réponse automatique|автоматична відповідь|автоматический ответ)\s*:/iu;

/**
 * How a mail was made. `reply`: a program answered in somebody's name. `generated`: a program wrote it otherwise, or to
 * many people at once. `person`: nothing says that nobody wrote it.
 */
export type Origin = 'reply' | 'generated' | 'person';

/** By Auto-Submitted (RFC 3834 §5), and what was in use before it. */
export function originOf(mail: Mail): Origin {
  const submitted = /^[a-z-]+/i.exec(mail.header('auto-submitted') ?? '')?.[0].toLowerCase() ?? 'no';
  if (submitted === 'auto-replied') return 'reply';
  const precedence = mail.header('precedence')?.trim().toLowerCase() ?? '';
  if (/^auto[_-]reply$/.test(precedence) || REPLY_FIELDS.some((name) => mail.header(name) !== undefined))
    return 'reply';
  if (REPLY_SUBJECT.test(mail.subject)) return 'reply';
  if (submitted !== 'no') return 'generated';
  // Exchange sets it in its own replies.
  if (/\b(?:all|oof|autoreply)\b/i.test(mail.header('x-auto-response-suppress') ?? '')) return 'reply';
  const toMany = mail.header('list-id') ?? mail.header('list-unsubscribe');
  return toMany !== undefined || /^(?:bulk|list|junk)$/.test(precedence) ? 'generated' : 'person';
}

/** Whether the program that answered says so in the standard's own field, so that a token in its subject is an echo. */
export function isDeclaredReply(mail: Mail): boolean {
  return /^auto-replied/i.test(mail.header('auto-submitted') ?? '');
}
