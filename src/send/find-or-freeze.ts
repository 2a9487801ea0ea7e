import type { SendOptions } from '../model/send/send-options.js';
import type { BuiltMessage } from './built-message.js';
import { findSend, freezeSend, readMessageIds, removeRehearsal } from './freeze.js';
import type { FrozenSend } from './freeze.js';
import { rollbackUnstartedSend } from './ledger-transitions.js';
import type { RunContext } from './run-context.js';

/** A frozen send, and whether it had begun before this run. */
export interface Freeze {
  readonly frozen: FrozenSend;
  readonly resumed: boolean;
}

/**
 * Freezes a send, or finds the one that continues.
 *
 * @param readMessage gives the message with which a send begins.
 * @throws NewsletterError `audience-empty`, and whatever reading the message throws.
 */
export async function findOrFreeze(
  options: SendOptions,
  readMessage: () => Promise<BuiltMessage>,
  run: RunContext,
): Promise<Freeze> {
  const { issue, kind } = run.lease;
  const begun = await findSend(run.database.query, issue, kind);
  if (begun !== undefined && !(await isRolledBack(begun, options, run))) return { frozen: begun, resumed: true };
  const message = await readMessage();
  const frozen = await freezeSend(run.database, { issue, kind, message, at: run.now() });
  return { frozen, resumed: false };
}

/** Whether what had begun is gone: a rehearsal that a person restarts, or a send of which nobody has had anything. */
async function isRolledBack(
  begun: FrozenSend,
  { restartRehearsal, retryState }: SendOptions,
  run: RunContext,
): Promise<boolean> {
  if (restartRehearsal) {
    await discardRehearsal(begun, run);
    return true;
  }
  // It goes out as the issue is now, which may have been corrected since.
  if (begun.kind !== 'real' || retryState !== undefined) return false;
  return rollbackUnstartedSend(run.database.query, run.configuration.root, begun);
}

/** What the rehearsal left goes first: were the program killed in between, its ledger would still name it. */
async function discardRehearsal(begun: FrozenSend, { database, transport }: RunContext): Promise<void> {
  for await (const messageIds of readMessageIds(database.query, begun)) await transport.takeBack?.(messageIds);
  await removeRehearsal(database.query, begun);
}
