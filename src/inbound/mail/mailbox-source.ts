import type { MailKind } from '../bounces/classification.js';
import type { RawMail } from './raw-mail.js';

/** A mail that was acted on, and what it was. */
export interface SettledMail {
  readonly mail: RawMail;
  /** `unclear` and `other`: it was not understood, or a person has to act on it; it stays where it is. */
  readonly kind: MailKind;
}

/**
 * The port to a mailbox, whatever it is kept in. Reading changes nothing there; a mail counts as read when it is
 * settled, so a mail whose reader was killed before that comes again.
 */
export interface MailboxSource {
  /** How the mailbox is named to people; holds no secret. */
  readonly name: string;
  /**
   * Yields the mails that are there now, one after the other. May be called again after its end, for those that came
   * since.
   *
   * @param signal ends the reading before the next mail, without an error.
   * @throws NewsletterError `file-unreadable` or `mailbox-unusable` when the mailbox cannot be read any further.
   */
  mails(signal?: AbortSignal): AsyncIterable<RawMail>;
  /**
   * Takes down that mails were acted on, after all that was done for them is durable. Where a mailbox can, it does not
   * yield them again.
   */
  settle(settled: readonly SettledMail[]): Promise<void>;
  /** Lets go of everything; never throws. */
  close(): Promise<void>;
}
