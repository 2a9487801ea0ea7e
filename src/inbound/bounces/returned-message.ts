import { verifyMailedToken } from '../../subscribers/tokens/tokens.js';
import type { Mail } from '../mail/read-mail.js';
import { readFieldGroups, typedAddress } from './report-fields.js';
import { readReturnPath, type ReturnPathReading, type ReturnPaths } from './return-path.js';

/** What a report shows about the message that came back. */
export interface ReturnedMessage {
  /** Its Message-ID, without angle brackets. */
  readonly messageId: string | undefined;
  /** The subscriber whom its return path names (VERP). */
  readonly returnPath: ReturnPathReading;
  /** The subscriber whom the token of its List-Unsubscribe names. */
  readonly tokenHolder: number | undefined;
}

/** A Message-ID as this program makes it, `newMessageId`; it is 128 random bits, so nobody guesses one. */
const MESSAGE_ID = /<?([0-9a-f]{32}@[^\s<>"]{1,255})>?/;
/** The Message-ID of a copy that stands in the text of a bounce: qmail, Exim and others quote the header. */
const QUOTED_MESSAGE_ID = new RegExp(`^[>\\s]*message-id:\\s*${MESSAGE_ID.source}`, 'im');
/** The forms of `makeToken` in `List-Unsubscribe`: `…/u/TOKEN`, `?subject=unsubscribe%20TOKEN`. */
const TOKEN =
  /(?:\/u\/|unsubscribe(?:%20|\+|\s))([A-Za-z0-9_-]{1,16}\.[0-9a-z]{1,11}\.[A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])/i;
const TEXT_LIMIT = 60_000;

/** Reads which message of ours a report is about: by the copy of it, by where it came back to, by its token. */
export function readReturnedMessage(mail: Mail, paths: ReturnPaths): ReturnedMessage {
  const copy = readFieldGroups(mail.returned)[0];
  const report = mail.reports.find(({ kind }) => kind === 'feedback-report');
  const feedback = readFieldGroups(report?.text ?? '')[0];
  const returnedTo = [
    ...mail.recipients,
    ...[feedback?.get('original-mail-from'), copy?.get('return-path')].flatMap((value) => typedAddress(value) ?? []),
  ];
  const token = TOKEN.exec(copy?.get('list-unsubscribe') ?? '')?.[1];
  return {
    messageId: messageIdOf(mail, copy?.get('message-id')),
    returnPath: readReturnPath(returnedTo, paths),
    tokenHolder: token === undefined ? undefined : verifyMailedToken(paths.keys, paths.listId, 'unsubscribe', token),
  };
}

/** Without a copy, a server's answer names it as the mail that it answers, or quotes its header in the text. */
function messageIdOf(mail: Mail, copied: string | undefined): string | undefined {
  if (mail.returned !== '') return MESSAGE_ID.exec(copied ?? '')?.[1];
  return (
    QUOTED_MESSAGE_ID.exec(mail.text.slice(0, TEXT_LIMIT))?.[1] ??
    MESSAGE_ID.exec(mail.header('in-reply-to') ?? mail.header('x-original-message-id') ?? '')?.[1]
  );
}
