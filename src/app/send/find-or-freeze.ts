import type { SendOptions } from '../../model/send/send-options.js';
import { findSend, freezeSend, readMessageIds, removeRehearsal } from '../../send/freeze.js';
import type { FrozenSend } from '../../send/freeze.js';
import { rollbackUnstartedSend } from '../../send/ledger-transitions.js';
import { readFreshMessage } from './read-send.js';
import type { SendState } from './read-send.js';
import type { SendContext } from './send-context.js';

/** A frozen send, and whether it had begun before this run. */
export interface Freeze {
  readonly frozen: FrozenSend;
  readonly resumed: boolean;
}

/**
 * Freezes the send that was read, or finds the one that continues. The caller holds the lease: what was read
 * before it may have changed since.
 *
 * @throws NewsletterError `audience-empty`, `build-missing`, `build-stale`.
 */
export async function findOrFreeze(options: SendOptions, state: SendState, context: SendContext): Promise<Freeze> {
  const begun = await findSend(state.database.query, context.issue, state.transport.kind);
  if (begun === undefined || (await isRolledBack(begun, options, state, context))) {
    return { frozen: await freeze(state, context), resumed: false };
  }
  return { frozen: begun, resumed: true };
}

/** Whether what had begun is gone: a rehearsal that a person restarts, or a send of which nobody has had anything. */
async function isRolledBack(
  begun: FrozenSend,
  { restartRehearsal, retryState }: SendOptions,
  state: SendState,
  { configuration }: SendContext,
): Promise<boolean> {
  if (restartRehearsal) {
    await discardRehearsal(begun, state);
    return true;
  }
  // It goes out as the issue is now, which may have been corrected since.
  if (begun.kind !== 'real' || retryState !== undefined) return false;
  return rollbackUnstartedSend(state.database.query, configuration.root, begun);
}

/** What the rehearsal left goes first: were the program killed in between, its ledger would still name it. */
async function discardRehearsal(begun: FrozenSend, { database, transport }: SendState): Promise<void> {
  for await (const messageIds of readMessageIds(database.query, begun)) await transport.forget?.(messageIds);
  await removeRehearsal(database.query, begun);
}

async function freeze(state: SendState, context: SendContext): Promise<FrozenSend> {
  // Read now only where somebody took the rehearsal away after this command had looked.
  const message = state.kind === 'new' ? state.message : await readFreshMessage(context);
  const { database, transport } = state;
  return freezeSend(database, { issue: context.issue, kind: transport.kind, message, at: context.now() });
}
