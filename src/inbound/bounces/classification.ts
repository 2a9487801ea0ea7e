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
}
