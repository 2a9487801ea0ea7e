import type { NewsletterDatabase } from '../../store/database.js';
import { MAIL_KINDS, type MailKind } from '../bounces/classification.js';
import type { ImapAddress } from './imap-address.js';

/** What is known of the mails in one folder that were read before, by their UIDs (RFC 9051 §2.3.1.1). */
export interface RememberedMails {
  /**
   * Returns the kind of each mail that was read, by its UID.
   *
   * @param uidValidity what the folder's UIDs are good for.
   */
  load(uidValidity: number): Promise<ReadonlyMap<number, MailKind>>;
  /** Whether UIDs of another validity are remembered: the server has numbered the mails again since. */
  hasOthers(uidValidity: number): Promise<boolean>;
  /** Takes down mails that were acted on, all or none of them. */
  remember(uidValidity: number, mails: readonly RememberedMail[]): Promise<void>;
  /** Drops mails that are no longer in the folder, and everything of another validity. */
  drop(uidValidity: number, uids: readonly number[]): Promise<void>;
}

export interface RememberedMail {
  readonly uid: number;
  readonly kind: MailKind;
}

/** How many UIDs go into one statement; SQLite takes many more. */
const CHUNK = 500;

/** Opens the memory of a folder, a table of the database. It holds numbers and kinds, nothing of the mails. */
export function openRememberedMails(database: NewsletterDatabase, address: ImapAddress): RememberedMails {
  const mailbox = `${address.user}@${address.host}:${String(address.port)}/${address.folder.join('/')}`;
  return {
    async load(uidValidity) {
      const rows = await database.query
        .selectFrom('mailbox_mails')
        .select(['uid', 'kind'])
        .where('mailbox', '=', mailbox)
        .where('uid_validity', '=', uidValidity)
        .execute();
      return new Map(rows.map(({ uid, kind }) => [uid, kindOf(kind)]));
    },
    async hasOthers(uidValidity) {
      const other = await database.query
        .selectFrom('mailbox_mails')
        .select('uid')
        .where('mailbox', '=', mailbox)
        .where('uid_validity', '!=', uidValidity)
        .limit(1)
        .executeTakeFirst();
      return other !== undefined;
    },
    async remember(uidValidity, mails) {
      if (mails.length === 0) return;
      const rows = mails.map(({ uid, kind }) => ({ mailbox, uid_validity: uidValidity, uid, kind }));
      await database.query
        .insertInto('mailbox_mails')
        .values(rows)
        .onConflict((conflict) =>
          conflict
            .columns(['mailbox', 'uid_validity', 'uid'])
            .doUpdateSet((row) => ({ kind: row.ref('excluded.kind') })),
        )
        .execute();
    },
    async drop(uidValidity, uids) {
      await database.transaction(async (transaction) => {
        await transaction
          .deleteFrom('mailbox_mails')
          .where('mailbox', '=', mailbox)
          .where('uid_validity', '!=', uidValidity)
          .execute();
        for (let start = 0; start < uids.length; start += CHUNK) {
          await transaction
            .deleteFrom('mailbox_mails')
            .where('mailbox', '=', mailbox)
            .where('uid', 'in', uids.slice(start, start + CHUNK))
            .execute();
        }
      });
    },
  };
}

/** A later version may know more kinds. */
function kindOf(written: string): MailKind {
  return MAIL_KINDS.find((kind) => kind === written) ?? 'other';
}
