import type { Keys } from '../audience/keys.js';
import { makeToken } from '../audience/tokens.js';
import { isSendComplete } from '../model/delivery.js';
import type { SendReport } from '../model/delivery.js';
import type { Transport } from '../model/outgoing-message.js';
import type { NewsletterDatabase } from '../store/database.js';
import { composeMessage } from './compose-message.js';
import { deliver } from './deliver.js';
import { findSend } from './freeze.js';
import type { FrozenSend } from './freeze.js';
import { Ledger, readReport } from './ledger.js';
import type { Lease } from './lease.js';
import { writeSentRecord } from './sent-record.js';
import { prepareMessage } from './splice.js';

/** What a run of a frozen send works with. */
export interface SendRun {
  /** The workspace. */
  readonly root: string;
  readonly listId: string;
  readonly keys: Keys;
  readonly database: NewsletterDatabase;
  readonly lease: Lease;
  /** Open already. */
  readonly transport: Transport;
  readonly limit: number | undefined;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly onProgress: (report: SendReport) => void;
}

/** Where a send stands after a run. */
export interface SendRunResult {
  readonly report: SendReport;
  /** Whether everybody of the audience got theirs or was passed over for a reason. */
  readonly complete: boolean;
  readonly interrupted: boolean;
  /** What stopped the run before its end. */
  readonly failure: unknown;
}

/** Hands over what is pending of a frozen send, and records the end of a real one beside the issue. */
export async function runSend(run: SendRun, send: FrozenSend): Promise<SendRunResult> {
  const { database, lease, transport, now } = run;
  const ledger = new Ledger(database, send, lease, now);
  await ledger.recover(transport.idempotent);
  if (send.kind === 'real') await writeSentRecord(run.root, send);
  const prepared = prepareMessage(send.template);
  const { interrupted, failure } = await deliver({
    ledger,
    transport,
    compose: (delivery) => {
      const token = makeToken(run.keys, run.listId, 'unsubscribe', delivery.subscriberId);
      return composeMessage(prepared, { ...delivery, deliveryId: delivery.id, token }, send.date);
    },
    report: await readReport(database.query, send, now()),
    limit: run.limit,
    signal: run.signal,
    now,
    onProgress: run.onProgress,
  });
  const report = await readReport(database.query, send, now());
  if (report.pending === 0) await finish(run, ledger, send);
  return { report, complete: isSendComplete(report), interrupted, failure };
}

async function finish(run: SendRun, ledger: Ledger, send: FrozenSend): Promise<void> {
  await ledger.complete();
  const finished = await findSend(run.database.query, send.issue, send.kind);
  if (finished?.kind === 'real') await writeSentRecord(run.root, finished);
}
