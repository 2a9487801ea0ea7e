import type { Keys } from '../subscribers/keys.js';
import { makeToken } from '../subscribers/tokens.js';
import { isSendComplete } from '../model/send/delivery.js';
import type { SendReport } from '../model/send/delivery.js';
import type { OutgoingMessage, Transport } from '../model/send/outgoing-message.js';
import type { NewsletterDatabase } from '../store/database.js';
import { composeMessage } from './compose-message.js';
import { deliver } from './deliver.js';
import type { DkimKeys } from './dkim/keys.js';
import { findSend } from './freeze.js';
import type { FrozenSend } from './freeze.js';
import { Ledger } from './ledger.js';
import type { ClaimChoice, ClaimedDelivery } from './ledger.js';
import type { Lease } from './lease.js';
import { readReport } from './send-report.js';
import { writeSentRecord } from './sent-record.js';
import { prepareMessage } from './splice.js';

/** What a run of a frozen send works with. */
export interface SendRun {
  /** The workspace. */
  readonly root: string;
  readonly listId: string;
  readonly keys: Keys;
  /** Absent where messages leave unsigned, or the transport's service signs. */
  readonly dkim: DkimKeys | undefined;
  /** A reader's return path. */
  readonly returnPath: (subscriberId: number) => string;
  readonly database: NewsletterDatabase;
  readonly lease: Lease;
  /** Open already. */
  readonly transport: Transport;
  readonly limit: number | undefined;
  /** What a person lets go out once more; of those who were never tried, nobody is mailed then. */
  readonly retryState: 'failed' | 'uncertain' | undefined;
  /** For how long, in all, the run waits for deliveries that were not taken at first; in milliseconds. */
  readonly waitMs: number;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Resolves after some time, or as soon as the signal says so. */
  readonly pause: Pause;
  readonly onProgress: (report: SendReport) => void;
  readonly onWaiting: (report: SendReport, until: Date) => void;
  /** Told in a sentence why nothing goes on for a while. */
  readonly onWarning: (what: string) => void;
  /** Called when everything is ready for the first message, which its error keeps back. */
  readonly beforeFirst: () => Promise<void>;
}

/** Waits so many milliseconds, or until the signal says so; never rejects. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** Where a send stands after a run. */
export interface SendRunResult {
  readonly report: SendReport;
  /** Whether everybody of the audience got theirs or was passed over for a reason. */
  readonly complete: boolean;
  readonly interrupted: boolean;
  /** What stopped the run before its end. */
  readonly failure: unknown;
  /** When the first of those who were not taken yet may be tried again. */
  readonly retryAt: Date | undefined;
}

/** Hands over what is pending of a frozen send, and records the end of a real one beside the issue. */
export async function runSend(run: SendRun, send: FrozenSend): Promise<SendRunResult> {
  const choice: ClaimChoice = run.retryState === undefined ? 'all' : 'tried-before';
  const ledger = new Ledger(run, send, choice);
  const { database, transport, now } = run;
  await ledger.recover(transport);
  if (send.kind === 'real') await writeSentRecord(run.root, send, run.lease.fencing);
  await run.beforeFirst();
  if (run.retryState !== undefined) await ledger.requeue(run.retryState);
  const result = await deliverAndWait(run, send, ledger);
  // What is still half-way could not be written down, and nobody hands it over any more.
  const report = await readReport(database.query, send, now(), send.kind === 'real');
  if (report.pending === 0) await finish(run, ledger, send);
  return { report, complete: isSendComplete(report), ...result };
}

type SendEnding = Pick<SendRunResult, 'interrupted' | 'failure' | 'retryAt'>;

/** Delivers, and as long as it may waits for those who were not taken at first. */
async function deliverAndWait(run: SendRun, send: FrozenSend, ledger: Ledger): Promise<SendEnding> {
  const compose = composer(run, send);
  let left = run.limit;
  let patience = run.waitMs;
  for (;;) {
    const report = await readReport(run.database.query, send, run.now());
    const { interrupted, failure, attempted } = await deliver({ ...run, ledger, compose, report, limit: left });
    if (left !== undefined) left -= attempted;
    const retryAt = interrupted || failure !== undefined ? undefined : await ledger.nextAttempt();
    const wait = retryAt === undefined ? 0 : Math.max(0, retryAt.getTime() - run.now().getTime());
    if (retryAt === undefined || left === 0 || wait > patience) return { interrupted, failure, retryAt };
    patience -= wait;
    run.onWaiting(await readReport(run.database.query, send, run.now()), retryAt);
    await run.pause(wait, run.signal);
  }
}

/** Makes the message of a delivery from what was frozen. */
function composer(run: SendRun, send: FrozenSend): (delivery: ClaimedDelivery) => OutgoingMessage {
  const prepared = prepareMessage(send.template, run.dkim);
  return (delivery) => {
    const token = makeToken(run.keys, run.listId, 'unsubscribe', delivery.subscriberId);
    // A token takes a sixth of a message's time: each is made only where the message has a place for it.
    const { preferences, unsubscribe } = send.template;
    const preferencesToken =
      preferences === undefined ? '' : makeToken(run.keys, run.listId, 'preferences', delivery.subscriberId);
    const footerToken =
      unsubscribe.url === undefined ? makeToken(run.keys, run.listId, 'footer', delivery.subscriberId) : '';
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

async function finish(run: SendRun, ledger: Ledger, send: FrozenSend): Promise<void> {
  await ledger.complete();
  const finished = await findSend(run.database.query, send.issue, send.kind);
  if (finished?.kind === 'real') await writeSentRecord(run.root, finished, run.lease.fencing);
}
