import { createHmac } from 'node:crypto';
import type { Queries } from '../../store/database.js';
import type { Keys } from '../../subscribers/tokens/keys.js';

/** How often somebody may cause service mail within a time. It is counted in the database, so restarts change nothing. */
export interface ServiceMailLimit {
  /** What is counted: mails to one mailbox, mails that the form causes, or mails that a reader's own page causes. */
  readonly scope: 'mailbox' | 'form' | 'reader';
  /** Which one; it is stored as a keyed hash. */
  readonly key: string;
  readonly times: number;
  readonly withinMs: number;
}

/** How often it was counted within the present time. */
export async function timesCounted(query: Queries, keys: Keys, limit: ServiceMailLimit, at: Date): Promise<number> {
  const row = await query
    .selectFrom('service_mail_counts')
    .select('times')
    .where('scope', '=', limit.scope)
    .where('key_hash', '=', hashKey(keys, limit))
    .where('expires_at', '>', at.toISOString())
    .executeTakeFirst();
  return row?.times ?? 0;
}

/**
 * Counts once more, also beyond the limit: so the time that it takes says nothing about the key. What is over is
 * deleted.
 *
 * @returns whether there was room.
 */
export async function countOnce(query: Queries, keys: Keys, limit: ServiceMailLimit, at: Date): Promise<boolean> {
  const since = at.toISOString();
  await query.deleteFrom('service_mail_counts').where('expires_at', '<=', since).execute();
  const { times } = await query
    .insertInto('service_mail_counts')
    .values({
      scope: limit.scope,
      key_hash: hashKey(keys, limit),
      times: 1,
      since,
      expires_at: new Date(at.getTime() + limit.withinMs).toISOString(),
    })
    .onConflict((conflict) =>
      conflict.columns(['scope', 'key_hash']).doUpdateSet((update) => ({
        times: update('service_mail_counts.times', '+', 1),
      })),
    )
    .returning('times')
    .executeTakeFirstOrThrow();
  return times <= limit.times;
}

function hashKey(keys: Keys, { scope, key }: ServiceMailLimit): string {
  return createHmac('sha256', keys.suppressionKey).update(`service mail\0${scope}\0${key}`).digest('base64url');
}
