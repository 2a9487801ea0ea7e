import { resolveMx, resolveTxt } from 'node:dns/promises';
import { setTimeout } from 'node:timers/promises';
import { openKeys } from '../../subscribers/keys.js';
import { isSendComplete } from '../../model/send/delivery.js';
import type { SendReport } from '../../model/send/delivery.js';
import { NewsletterError, errorMessage } from '../../model/error.js';
import type { Configuration } from '../../model/settings/configuration.js';
import type { Transport } from '../../model/send/outgoing-message.js';
import { emptyAudienceError } from '../../send/empty-audience-error.js';
import type { BuiltMessage } from '../../send/built-message.js';
import { readDkimKeys, type DkimKeys } from '../../send/dkim/keys.js';
import type { FrozenSend } from '../../send/freeze.js';
import { withLease } from '../../send/lease.js';
import type { Lease } from '../../send/lease.js';
import { prepareReturnPath } from '../../send/return-path.js';
import { runSend } from '../../send/run-send.js';
import type { Pause, SendRunResult } from '../../send/run-send.js';
import { readReport } from '../../send/send-report.js';
import type { TestCopy } from '../../send/test-copies.js';
import { rollbackUnstartedSend } from '../../send/ledger-transitions.js';
import { openExistingDatabase } from '../../store/database.js';
import type { NewsletterDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';
import { createTransport } from '../../transports/registry.js';
import { findOrFreeze } from './find-or-freeze.js';
import { planSend } from './plan-send.js';
import type { PlanRequest, SendPlan } from './plan-send.js';
import { requirePictures } from './preflight/pictures-out.js';
import { refuseByPreflight } from './preflight/preflight.js';
import type { NetworkProbes } from './preflight/preflight-context.js';
import { findKeptBuild, keepPublicBuild } from '../builds/kept-builds.js';
import { takeDownSuperseded } from '../builds/public-editions.js';
import { readTestAddresses, refuseSuppressed, sendTestCopies } from './send-test-copies.js';

/** Who signs the messages of a send (DKIM): this program, nobody here, or the service behind the transport. */
export type MessageSigning = 'ours' | 'nobody' | 'theirs';

/** What happens during a send, for whoever shows it. */
export type SendEvent =
  /** From now on the transport is waited for: a server, or a module of the user's, may take its time. */
  | { readonly event: 'opening'; readonly transport: string }
  | { readonly event: 'preflight'; readonly report: SendReport; readonly plan: SendPlan }
  | { readonly event: 'frozen'; readonly report: SendReport; readonly signing: MessageSigning }
  | {
      readonly event: 'resumed';
      readonly report: SendReport;
      readonly signing: MessageSigning;
      /** How many messages this run is about. */
      readonly outgoing: number;
    }
  | { readonly event: 'progress'; readonly report: SendReport }
  /** Some were not taken at first, and are tried again at a time. */
  | { readonly event: 'waiting'; readonly report: SendReport; readonly until: Date }
  /** The transport cannot go on for a while; `what` is a sentence for people. */
  | { readonly event: 'trouble'; readonly report: SendReport; readonly what: string };

export interface SendIssueRequest extends PlanRequest {
  /** A transport's name; absent: the configured one. */
  readonly transportName?: string | undefined;
  /** Says what would be sent, and writes nothing at all. */
  readonly dryRun: boolean;
  /** Where there are any, only they get a copy. */
  readonly testAddresses: readonly string[];
  /** How many deliveries this run hands over at the most. */
  readonly limit?: number | undefined;
  /** For how long, in all, the run waits for those who were not taken at first. */
  readonly waitMs?: number | undefined;
  /** Ends the run in good order: what is under way is waited for, the rest stays pending. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: SendEvent) => void;
  /** Asks whether what is planned is meant, where there is somebody to ask; `false` leaves everything as it was. */
  readonly confirm?: ((plan: SendPlan) => Promise<boolean>) | undefined;
  /** Makes the transport of a name; the registry's, unless a test gives another. */
  readonly createTransport?: (name: string, configuration: Configuration) => Promise<Transport>;
  readonly network?: NetworkProbes;
  readonly pause?: Pause;
}

export type SendIssueResult =
  | ({ readonly kind: 'dry-run' } & SendPlan)
  | { readonly kind: 'test'; readonly copies: readonly TestCopy[] }
  /** Somebody changed their mind before the first message. */
  | { readonly kind: 'not-begun'; readonly plan: SendPlan }
  | ({
      readonly kind: 'sent';
      /** Whether there was nothing to do. */
      readonly nothingLeft: boolean;
      /** Whether some were to be tried once more, and none of them may be mailed any more. */
      readonly noneToRetry: boolean;
      readonly cancelledAt: string | undefined;
    } & SendRunResult);

/**
 * Sends an issue, goes on with a send that has begun, says what would be sent, or hands over test copies.
 *
 * @throws NewsletterError `transport-unknown`, `transport-unusable`, `build-missing`, `build-stale`, `audience-empty`,
 * `preflight-refused`, `send-running`, `send-elsewhere`, `send-missing`, `address-invalid`, `subscriber-left`, and the
 * database's and the keys'.
 */
export async function sendIssue(request: SendIssueRequest): Promise<SendIssueResult> {
  const { configuration } = request;
  const name = request.transportName ?? configuration.transport;
  request.onEvent({ event: 'opening', transport: name });
  const transport = await (request.createTransport ?? createTransport)(name, configuration);
  if (request.restartRehearsal === true && transport.kind === 'real') throw onlyRehearsalsRestart(request.issue);
  // Before anything else: a key that does not work would send everything unsigned.
  const dkim = transport.signing === 'ours' ? await readDkimKeys(configuration) : undefined;
  const tested = readTestAddresses(request.testAddresses);
  return withDatabase(openExistingDatabase(configuration.databasePath), async (database) => {
    if (tested.size > 0) {
      await refuseSuppressed(configuration, database, tested);
      if (!request.dryRun) return { kind: 'test', copies: await sendTestCopies(request, transport, tested, dkim) };
    }
    const network = request.network ?? { resolver: { resolveMx, resolveTxt }, fetch };
    const probe = request.dryRun || request.confirm !== undefined;
    const { plan, message } = await planSend(request, { transport, dkim, network, probe, database });
    if (request.dryRun) return { kind: 'dry-run', ...plan };
    if (database === undefined) throw await emptyAudienceError();
    if (plan.nothingLeft) return nothingLeft(plan, request.retryState);
    const isStopped = () => request.signal.aborted;
    if (isStopped()) return { kind: 'not-begun', plan };
    request.onEvent({ event: 'preflight', report: plan.report, plan });
    refuseByPreflight(plan.preflight, request.issue);
    if ((await request.confirm?.(plan)) === false || isStopped()) return { kind: 'not-begun', plan };
    return withLease(database, request.issue, transport.kind, request.now, (lease) =>
      send({ request, database, transport, message, plan, lease, dkim, network }),
    );
  });
}

/** What a send that is about to run needs, the message only when it begins. */
interface Sending {
  readonly request: SendIssueRequest;
  readonly database: NewsletterDatabase;
  readonly transport: Transport;
  readonly message: BuiltMessage | undefined;
  readonly plan: SendPlan;
  readonly lease: Lease;
  readonly dkim: DkimKeys | undefined;
  readonly network: NetworkProbes;
}

async function send(sending: Sending): Promise<SendIssueResult> {
  const { request, transport } = sending;
  const { issue, signal } = request;
  let latest = sending.plan.report;
  const onProgress = (event: SendEvent): void => {
    if (event.event !== 'opening') latest = event.report;
    request.onEvent(event);
  };
  const onWarning = (what: string): void => {
    request.onEvent({ event: 'trouble', report: latest, what });
  };
  onProgress({ event: 'opening', transport: transport.name });
  await transport.open({ issue, kind: transport.kind, test: false, signal, onWarning });
  try {
    if (signal.aborted) return { kind: 'not-begun', plan: sending.plan };
    return await freezeAndRun({ ...sending, request: { ...request, onEvent: onProgress }, onWarning });
  } finally {
    // What became of the messages is recorded and is what counts: a close that fails must not take its place.
    await transport.close().catch((error: unknown) => {
      onWarning(errorMessage(error));
    });
  }
}

async function freezeAndRun(
  sending: Sending & { readonly onWarning: (what: string) => void },
): Promise<SendIssueResult> {
  const { request, database, transport, dkim } = sending;
  const { configuration, now } = request;
  // Before anything is written: a return path that is too long for a token stops the send.
  const keys = await openKeys(configuration, database.query);
  const returnPath = prepareReturnPath(configuration, keys, configuration.list.id);
  const { frozen, resumed } = await findOrFreeze(sending);
  // Before the first message: its pictures must be there, also after the issue is built anew.
  const keep = resumed ? findKeptBuild : keepPublicBuild;
  if (frozen.kind === 'real') await keep(configuration.root, frozen.issue, frozen.buildHash);
  const report = await readReport(database.query, frozen, now());
  const signing = transport.signing === 'theirs' ? 'theirs' : dkim === undefined ? 'nobody' : 'ours';
  const outgoing = sending.plan.outgoing + sending.plan.deferred;
  request.onEvent(resumed ? { event: 'resumed', report, signing, outgoing } : { event: 'frozen', report, signing });
  const run = {
    ...sending,
    root: configuration.root,
    listId: configuration.list.id,
    keys,
    returnPath,
    limit: request.limit,
    retryState: request.retryState,
    waitMs: request.waitMs ?? 0,
    signal: request.signal,
    now,
    pause: request.pause ?? pause,
    onProgress: (progress: SendReport) => {
      request.onEvent({ event: 'progress', report: progress });
    },
    onWaiting: (waiting: SendReport, until: Date) => {
      request.onEvent({ event: 'waiting', report: waiting, until });
    },
    beforeFirst: () => requirePicturesOrRollBack(sending, frozen),
  };
  const result = await runSend(run, frozen);
  // Whoever stopped it before the first message has begun nothing: what they saw may be mended, and is not public.
  const takenBack = result.interrupted && !resumed && frozen.kind === 'real';
  if (takenBack && (await rollbackUnstartedSend(database.query, configuration.root, frozen))) {
    return { kind: 'not-begun', plan: sending.plan };
  }
  if (frozen.kind === 'real') await takeDownAfterSend(sending);
  return { kind: 'sent', nothingLeft: false, noneToRetry: false, cancelledAt: undefined, ...result };
}

/** What the send replaces is not public any more in any case; the copies on this disk go, too. */
async function takeDownAfterSend({
  request,
  onWarning,
}: Sending & { readonly onWarning: (what: string) => void }): Promise<void> {
  const { root } = request.configuration;
  await takeDownSuperseded(root, request.issue).catch((error: unknown) => {
    const why = errorMessage(error);
    onWarning(`What is not public any more could not be removed from data/public/${request.issue}/: ${why}.`);
  });
}

/** Our own server shows pictures of what was sent: so they can be asked for only now, and nothing may be lost by it. */
async function requirePicturesOrRollBack(
  { request, database, transport, network }: Sending,
  frozen: FrozenSend,
): Promise<void> {
  if (transport.loopback || frozen.kind !== 'real') return;
  try {
    await requirePictures(frozen.template, request.configuration.publicUrl, request.issue, network.fetch);
  } catch (error) {
    await rollbackUnstartedSend(database.query, request.configuration.root, frozen);
    throw error;
  }
}

function nothingLeft({ report, cancelledAt }: SendPlan, retry: SendIssueRequest['retryState']): SendIssueResult {
  const complete = isSendComplete(report);
  const quiet = { interrupted: false, failure: undefined, retryAt: undefined };
  const noneToRetry = retry !== undefined && report[retry] > 0;
  return { kind: 'sent', report, complete, nothingLeft: true, noneToRetry, cancelledAt, ...quiet };
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  // What it rejects with is only that the signal came.
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
}

function onlyRehearsalsRestart(issue: string): NewsletterError {
  return new NewsletterError('usage', {
    message: `The send of issue ${issue} cannot be started afresh: people would get it twice.`,
    expected: '--again only with the transport "outbox", which is a rehearsal',
    help: `Run \`newsletter send ${issue}\` without --again: it goes on where it stopped.`,
  });
}
