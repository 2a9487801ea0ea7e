import type { Transport } from '../../model/send/outgoing-message.js';
import type { BuiltMessage } from '../../send/built-message.js';
import { findSend, freezeSend, readMessageIds, removeRehearsal } from '../../send/freeze.js';
import type { FrozenSend } from '../../send/freeze.js';
import { rollbackUnstartedSend } from '../../send/rollback-send.js';
import type { NewsletterDatabase } from '../../store/database.js';
import { readFreshMessage } from './plan-send.js';
import type { PlanRequest } from './plan-send.js';

/** What is needed to freeze a send; its lease is the caller's. */
export interface Freezing {
  readonly request: PlanRequest;
  readonly database: NewsletterDatabase;
  readonly transport: Transport;
  /** Absent where one was to go on. */
  readonly message: BuiltMessage | undefined;
}

/**
 * The send that goes on (`resumed`), or one that was frozen just now.
 *
 * @throws NewsletterError `audience-empty`, `build-missing`, `build-stale`.
 */
export async function findOrFreeze(freezing: Freezing): Promise<{ frozen: FrozenSend; resumed: boolean }> {
  const { request, database, transport } = freezing;
  const begun = await findSend(database.query, request.issue, transport.kind);
  if (begun === undefined || (await isRolledBack(freezing, begun))) {
    return { frozen: await freeze(freezing), resumed: false };
  }
  return { frozen: begun, resumed: true };
}

/** Whether what had begun is gone: a rehearsal that a person wants afresh, or a send of which nobody has had anything. */
async function isRolledBack(freezing: Freezing, begun: FrozenSend): Promise<boolean> {
  const { request, database } = freezing;
  if (request.restartRehearsal === true) {
    await discardRehearsal(freezing, begun);
    return true;
  }
  // It goes out as the issue is now, which may have been corrected since.
  if (begun.kind !== 'real' || request.retry !== undefined) return false;
  return rollbackUnstartedSend(database.query, request.configuration.root, begun);
}

/** What the rehearsal left goes first: were the program killed in between, its ledger would still name it. */
async function discardRehearsal({ database, transport }: Freezing, begun: FrozenSend): Promise<void> {
  for await (const messageIds of readMessageIds(database.query, begun)) await transport.takeBack?.(messageIds);
  await removeRehearsal(database.query, begun);
}

async function freeze({ request, database, transport, message }: Freezing): Promise<FrozenSend> {
  const { issue, now } = request;
  // Read anew only where somebody took the rehearsal away after this command had looked.
  const fresh = message ?? (await readFreshMessage(request));
  return freezeSend(database, { issue, kind: transport.kind, message: fresh, at: now() });
}
