/** What kinds of mail there are in a mailbox. */
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

/** What a mail comes to. */
export interface Classification {
  readonly kind: MailKind;
  /** The enhanced status code (RFC 3463). */
  readonly status: string | null;
  /** Whom it is about. */
  readonly recipient: string | null;
  /** For a person; it never repeats an address. */
  readonly reason: string;
}
