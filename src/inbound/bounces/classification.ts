import type { Cause } from './answers/cause.js';

/** The kinds of mail in a mailbox. */
export const MAIL_KINDS = [
  'unsubscribe',
  'erase',
  'permanent',
  'temporary',
  'policy',
  'complaint',
  'unclear',
  'auto-reply',
  'other',
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** The result of reading a mail. */
export interface Classification {
  readonly kind: MailKind;
  /** The enhanced status code (RFC 3463). */
  readonly status: string | null;
  /** The address that it is about. */
  readonly recipient: string | null;
  /** The reason for people; it never repeats an address. */
  readonly reason: string;
  /** Why the message did not arrive; for bounces whose cause is known. */
  readonly cause?: Cause;
  /**
   * What a bounce rests on: an enhanced code, a code of SMTP, or only words. Words alone are a reason to look, and never
   * to act.
   */
  readonly basis?: 'status' | 'answer' | 'words';
  /** The mail system that wrote it, if it is known. */
  readonly system?: string;
  /** What a person may do about it. */
  readonly advice?: string;
}
