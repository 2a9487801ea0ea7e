import { readMails, type MailboxPath } from './mailbox-path.js';
import type { MailboxSource } from './mailbox-source.js';
import type { RawMail } from './raw-mail.js';

/**
 * A Maildir, an mbox, `.eml` files or standard input as a mailbox. Files belong to the person's mail program, so nothing
 * is changed or remembered, and each reading yields every mail.
 */
export function openPathSource(filePath: MailboxPath, standardInput: AsyncIterable<Uint8Array>): MailboxSource {
  return {
    name: filePath.given,
    async *mails(signal): AsyncGenerator<RawMail> {
      for await (const mail of readMails(filePath, standardInput)) {
        if (signal?.aborted === true) return;
        yield mail;
      }
    },
    settle: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
