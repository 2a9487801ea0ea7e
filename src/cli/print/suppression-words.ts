import { suppressionRule, type SuppressionReason } from '../../model/send/suppression.js';
import { shellWord } from '../../model/text/shell-word.js';
import { reportInWords } from '../../model/send/status-words.js';

/** Why an address must not be mailed, after "must not be mailed: ". */
const SUPPRESSIONS: Readonly<Record<SuppressionReason, string>> = {
  temporary: 'mails to it came back in three of the last five issues',
  'hard-bounce': 'its mail server said that there is no such mailbox',
  import: 'an import named it as an address that must not be mailed',
  unsubscribed: 'its owner said no; only their own new confirmation brings them back',
  'by-hand': 'one of you decided it',
  complaint: 'the mailbox’s owner reported the newsletter as unwanted',
  forgotten: 'somebody with this address asked to be erased; nothing else is kept of them',
};

/** Says in a sentence's end why an address must not be mailed. */
export function suppressionWords(reason: string): string {
  return Object.entries(SUPPRESSIONS).find(([known]) => known === reason)?.[1] ?? reason;
}

/** What came back, as it is printed. */
export interface PrintedEvent {
  readonly kind: Parameters<typeof reportInWords>[0];
  readonly at: string;
  readonly status: string | null;
  readonly answer: string | null;
}

/** Says on one line what came back, when, with which code, and what that means. */
export function eventLine({ kind, at, status, answer }: PrintedEvent): string {
  const words = answer === null ? '' : ` (“${answer}”)`;
  const code = status === null ? '' : `${status}, `;
  return `${at.slice(0, 16).replace('T', ' ')}  ${kind}: ${code}${reportInWords(kind, status)}${words}`;
}

/** Says what ends a suppression. */
export function liftLines(address: string, { reason, askedAgainAt }: LiftFacts): readonly string[] {
  const command = `newsletter suppressions lift --reason "…" ${address.startsWith('-') ? '-- ' : ''}${shellWord(address)}`;
  const { end, endsByConfirmation } = suppressionRule(reason);
  const form = 'Their own confirmation (subscribing with the form) lifts it';
  if (end === 'reader') return [`${form}; nobody else can.`];
  if (end === 'person') {
    const asked = askedAgainAt === null ? [] : [`Somebody asked for it again on ${askedAgainAt.slice(0, 10)}.`];
    return [...asked, `${endsByConfirmation ? `${form}, or you do` : 'You lift it'}: ${command}`];
  }
  if (askedAgainAt === null) return ['It stays until they ask for the newsletter again, with the form, and you agree.'];
  return [
    `Somebody asked for it again with the form on ${askedAgainAt.slice(0, 10)}; no mail was sent for it. If you know that it was them: ${command}`,
  ];
}

interface LiftFacts {
  readonly reason: string;
  readonly askedAgainAt: string | null;
}
