import { makeToken } from '../../subscribers/tokens/tokens.js';
import { isSendComplete, type SendReport } from '../../model/send/delivery.js';
import type { OutgoingMessage } from '../../model/send/outgoing-message.js';
import type { SendOptions } from '../../model/send/send-options.js';
import { composeMessage } from '../message/compose-message.js';
import { deliver } from './deliver.js';
import { findSend, type FrozenSend } from '../ledger/freeze.js';
import { Ledger, type ClaimedDelivery } from '../ledger/ledger.js';
import type { RunContext } from './run-context.js';
import { readReport } from '../ledger/send-report.js';
import { writeSentRecord } from '../ledger/sent-record.js';
import { prepareMessage } from '../message/splice.js';

/** Where a send stands after a run. */
export interface SendRunResult {
  readonly report: SendReport;
  /** Whether every delivery is submitted or was skipped for a reason. */
  readonly complete: boolean;
  readonly interrupted: boolean;
  /** The error that stopped the run before its end. */
  readonly failure: unknown;
  /** When the first deferred delivery may be tried again. */
  readonly retryAt: Date | undefined;
}

/**
 * Makes a frozen send ready for its next message: opens its ledger, recovers what a dead sender left, and records a
 * real send beside the issue.
 *
 * @throws NewsletterError `send-running` where the lease was taken over, `send-incomplete` where the record cannot be
 * written.
 */
export async function beginRun(send: FrozenSend, { retryState }: SendOptions, run: RunContext): Promise<Ledger> {
  const ledger = new Ledger(run, send, retryState);
  await ledger.recover(run.transport);
  if (send.kind === 'real') await writeSentRecord(run.configuration.root, send, run.lease.fencing);
  return ledger;
}

/** Submits what is pending of a frozen send that `beginRun` made ready, and records the end of a real one. */
export async function runSend(
  ledger: Ledger,
  send: FrozenSend,
  { limit, waitMs }: SendOptions,
  run: RunContext,
): Promise<SendRunResult> {
  await ledger.requeue();
  const result = await deliverAndWait(ledger, send, { limit, waitMs }, run);
  // What is in flight now could not be recorded, and nobody submits it any more.
  const report = await readReport(run.database.query, send, run.now(), send.kind === 'real');
  if (report.pending === 0) await finish(ledger, send, run);
  return { report, complete: isSendComplete(report), ...result };
}

/** With a limit by the minute, the next turn is at most this far away. */
const LONGEST_TURN_MS = 60_000;

type SendEnding = Pick<SendRunResult, 'interrupted' | 'failure' | 'retryAt'>;

/** Delivers, and waits for deferred deliveries within the time that it may wait. */
async function deliverAndWait(
  ledger: Ledger,
  send: FrozenSend,
  { limit, waitMs }: Pick<SendOptions, 'limit' | 'waitMs'>,
  run: RunContext,
): Promise<SendEnding> {
  const compose = composer(send, run);
  let remaining = limit;
  let remainingMs = waitMs;
  let limitsEnd = 0;
  for (;;) {
    const report = await readReport(run.database.query, send, run.now());
    const delivered = await deliver({ ledger, compose, report, limit: remaining }, run);
    const { interrupted, failure, attempted } = delivered;
    limitsEnd = Math.max(limitsEnd, delivered.limitedUntil?.getTime() ?? 0);
    if (remaining !== undefined) remaining -= attempted;
    const retryAt = interrupted || failure !== undefined ? undefined : await ledger.nextAttempt();
    const delayMs = retryAt === undefined ? 0 : Math.max(0, retryAt.getTime() - run.now().getTime());
    // A limit by the minute is how the send is meant to run, so waiting for it takes nothing of the time to wait.
    const isTurn = retryAt !== undefined && retryAt.getTime() <= limitsEnd && delayMs <= LONGEST_TURN_MS;
    if (retryAt === undefined || remaining === 0) return { interrupted, failure, retryAt };
    if (!isTurn && delayMs > remainingMs) return { interrupted, failure, retryAt };
    if (!isTurn) remainingMs -= delayMs;
    run.onEvent({
      event: 'waiting',
      report: await readReport(run.database.query, send, run.now()),
      until: retryAt,
    });
    await run.pause(delayMs, run.signal);
  }
}

/** Makes the message of a delivery from what was frozen. */
function composer(send: FrozenSend, run: RunContext): (delivery: ClaimedDelivery) => OutgoingMessage {
  const prepared = prepareMessage(send.template, run.dkim);
  const listId = run.configuration.list.id;
  return (delivery) => {
    const token = makeToken(run.keys, listId, 'unsubscribe', delivery.subscriberId);
    // A token takes a sixth of a message's time: each is made only where the message has a place for it.
    const { preferences, unsubscribe } = send.template;
    const preferencesToken =
      preferences === undefined ? '' : makeToken(run.keys, listId, 'preferences', delivery.subscriberId);
    const footerToken =
      unsubscribe.url === undefined ? makeToken(run.keys, listId, 'footer', delivery.subscriberId) : '';
    return composeMessage(
      prepared,
      {
        ...delivery,
        deliveryId: delivery.id,
        token,
        footerToken,
        preferencesToken,
        returnPath: run.returnPath(delivery.subscriberId),
      },
      send.date,
    );
  };
}

async function finish(ledger: Ledger, send: FrozenSend, run: RunContext): Promise<void> {
  await ledger.complete();
  const finished = await findSend(run.database.query, send.issue, send.kind);
  if (finished?.kind === 'real') await writeSentRecord(run.configuration.root, finished, run.lease.fencing);
}
