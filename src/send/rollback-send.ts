import { rm } from 'node:fs/promises';
import type { Queries } from '../store/database.js';
import type { FrozenSend } from './freeze.js';
import { sentRecordPath } from './sent-record.js';

/** Whether not one message of a send was ever handed over. */
export async function isUnstarted(query: Queries, send: FrozenSend): Promise<boolean> {
  const touched = await query
    .selectFrom('deliveries')
    .select('id')
    .where('send_id', '=', send.id)
    .where((where) => where.or([where('state', '!=', 'pending'), where('attempts', '>', 0)]))
    .limit(1)
    .executeTakeFirst();
  return touched === undefined;
}

/**
 * Takes a send back of which not one message was ever handed over, as if it had not begun: then a build with a fault can
 * be corrected. Whoever calls it holds the lease.
 *
 * @returns whether it was taken back.
 */
export async function rollbackUnstartedSend(query: Queries, root: string, send: FrozenSend): Promise<boolean> {
  if (!(await isUnstarted(query, send))) return false;
  // The record first: alone it would say that the issue was sent from elsewhere.
  await rm(sentRecordPath(root, send.issue), { force: true });
  await query.deleteFrom('sends').where('id', '=', send.id).execute();
  return true;
}
