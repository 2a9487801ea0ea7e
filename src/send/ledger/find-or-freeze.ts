import type { SendOptions } from '../../model/send/send-options.js';
import type { BuiltMessage } from '../message/built-message.js';
import { findSend, freezeSend, readMessageIds, removeRehearsal, type FrozenSend } from './freeze.js';
import { rollbackUnstartedSend } from './ledger-transitions.js';
import type { RunContext } from '../run/run-context.js';

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

/** Removes a rehearsal that a person restarts, or a send without a submitted message; returns whether it is gone. */
async function isRolledBack(
  begun: FrozenSend,
  { restartRehearsal, retryState }: SendOptions,
  run: RunContext,
): Promise<boolean> {
  if (restartRehearsal) {
    await discardRehearsal(begun, run);
    return true;
  }
  // It is sent as the issue is now, because somebody may have corrected it since.
  if (begun.kind !== 'real' || retryState !== undefined) return false;
  return rollbackUnstartedSend(run.database.query, run.configuration.root, begun);
}

/** Deletes the files of the rehearsal first: if the program is killed in between, its ledger still names them. */
async function discardRehearsal(begun: FrozenSend, { database, transport }: RunContext): Promise<void> {
  for await (const messageIds of readMessageIds(database.query, begun)) await transport.takeBack?.(messageIds);
  await removeRehearsal(database.query, begun);
}
