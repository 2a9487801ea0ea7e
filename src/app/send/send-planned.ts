import { setTimeout } from 'node:timers/promises';
import { openKeys } from '../../subscribers/tokens/keys.js';
import type { SendReport } from '../../model/send/delivery.js';
import { errorMessage } from '../../model/error.js';
import type { SendOptions } from '../../model/send/send-options.js';
import { findOrFreeze, type Freeze } from '../../send/ledger/find-or-freeze.js';
import type { FrozenSend } from '../../send/ledger/freeze.js';
import type { Lease } from '../../send/ledger/lease.js';
import { rollbackUnstartedSend } from '../../send/ledger/ledger-transitions.js';
import { prepareReturnPath } from '../../send/message/return-path.js';
import type { RunContext, RunEvent } from '../../send/run/run-context.js';
import { beginRun, runSend, type SendRunResult } from '../../send/run/run-send.js';
import { readReport } from '../../send/ledger/send-report.js';
import { findKeptBuild, keepPublicBuild } from '../builds/kept-builds.js';
import { takeDownSuperseded } from '../builds/public-editions.js';
import { requirePictures } from './preflight/pictures-out.js';
import { readFreshMessage, type SendState } from './read-send.js';
import { networkOf, type SendContext, type SendPlan } from './send-context.js';
import { withinLimits } from './send-quota.js';
/** Where a send stands after it was run, or where nothing was left to run. */
export type SentResult = {
  readonly kind: 'sent';
  /** Whether there was nothing to do. */
  readonly nothingLeft: boolean;
  /** Whether a person retried deliveries, and none of them may be mailed any more. */
  readonly noneToRetry: boolean;
  readonly cancelledAt: string | undefined;
} & SendRunResult;

export type SendPlannedResult =
  | SentResult
  /** A person changed their mind before the first message. */
  | { readonly kind: 'not-begun'; readonly plan: SendPlan };

/**
 * Carries out a plan under the lease: opens the transport, freezes the send or finds the frozen one, runs it and reports.
 *
 * @throws NewsletterError the transport's, `audience-empty`, `build-stale`, `configuration-invalid` where a return path
 * becomes too long, and the ledger's.
 */
export async function sendPlanned(
  options: SendOptions,
  plan: SendPlan,
  state: SendState,
  context: SendContext,
  lease: Lease,
): Promise<SendPlannedResult> {
  const { issue, signal, configuration, now, pause } = context;
  const transport = withinLimits(context.transport, {
    configuration,
    database: state.database,
    resolver: networkOf(context).resolver,
    now,
    wait: pause && ((milliseconds) => pause(milliseconds, signal)),
  });
  const events = followEvents(plan.report, context);
  context.onEvent({ event: 'opening', transport: transport.name });
  await transport.open({ issue, kind: transport.kind, test: false, signal, onWarning: events.onWarning });
  try {
    if (signal.aborted) return { kind: 'not-begun', plan };
    // Before anything is written: a return path that is too long for a token stops the send.
    const run = await createRunContext(state, { ...context, transport }, lease, events);
    // It is read here only when somebody removed the rehearsal after the plan was made.
    const readMessage = async () => (state.kind === 'new' ? state.message : readFreshMessage(context));
    const freeze = await findOrFreeze(options, readMessage, run);
    await announce(freeze, plan, run);
    const ledger = await beginRun(freeze.frozen, options, run);
    await requirePicturesOrRollBack(freeze.frozen, context, run);
    const result = await runSend(ledger, freeze.frozen, options, run);
    return await reportRun(result, freeze, plan, run);
  } finally {
    // The outcomes of the messages are recorded and count: an error of `close` must not replace them.
    await transport.close().catch((error: unknown) => {
      events.onWarning(errorMessage(error));
    });
  }
}

/** Passes events on, and tells warnings with the newest report. */
function followEvents(report: SendReport, { onEvent }: SendContext): Pick<RunContext, 'onEvent' | 'onWarning'> {
  let latest = report;
  return {
    onEvent: (event: RunEvent) => {
      latest = event.report;
      onEvent(event);
    },
    onWarning: (what) => {
      onEvent({ event: 'trouble', report: latest, what });
    },
  };
}

/** @throws NewsletterError the keys', and `configuration-invalid` where a return path is too long for a token. */
async function createRunContext(
  { database }: SendState,
  { configuration, transport, dkim, signal, now, pause = waitFor }: SendContext,
  lease: Lease,
  { onEvent, onWarning }: Pick<RunContext, 'onEvent' | 'onWarning'>,
): Promise<RunContext> {
  const keys = await openKeys(configuration, database.query);
  const returnPath = prepareReturnPath(configuration, keys, configuration.list.id);
  return {
    configuration,
    database,
    lease,
    transport,
    keys,
    dkim,
    returnPath,
    signal,
    now,
    pause,
    onEvent,
    onWarning,
  };
}

async function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  // It rejects only because the signal came.
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
}

/** Makes the build of a real send public, with the pictures that its messages show, and tells what begins. */
async function announce({ frozen, resumed }: Freeze, plan: SendPlan, run: RunContext): Promise<void> {
  // Before the first message: its pictures must be there, even after the issue is built again.
  const keep = resumed ? findKeptBuild : keepPublicBuild;
  if (frozen.kind === 'real') await keep(run.configuration.root, frozen.issue, frozen.buildHash);
  const report = await readReport(run.database.query, frozen, run.now());
  const signing = run.transport.signing === 'theirs' ? 'theirs' : run.dkim === undefined ? 'nobody' : 'ours';
  const outgoing = plan.outgoing + plan.deferred;
  run.onEvent(resumed ? { event: 'resumed', report, signing, outgoing } : { event: 'frozen', report, signing });
}

/** Our own server shows pictures of what was sent: so they can be asked for only now, and nothing may be lost by it. */
async function requirePicturesOrRollBack(frozen: FrozenSend, context: SendContext, run: RunContext): Promise<void> {
  if (run.transport.loopback || frozen.kind !== 'real') return;
  const { root, publicUrl } = context.configuration;
  try {
    await requirePictures(frozen.template, publicUrl, context.issue, networkOf(context).fetch);
  } catch (error) {
    await rollbackUnstartedSend(run.database.query, root, frozen);
    throw error;
  }
}

async function reportRun(
  result: SendRunResult,
  { frozen, resumed }: Freeze,
  plan: SendPlan,
  run: RunContext,
): Promise<SendPlannedResult> {
  const { root } = run.configuration;
  // A send that is stopped before its first message has not begun: it may be corrected, and is not public.
  const mayRollBack = result.interrupted && !resumed && frozen.kind === 'real';
  if (mayRollBack && (await rollbackUnstartedSend(run.database.query, root, frozen)))
    return { kind: 'not-begun', plan };
  if (frozen.kind === 'real') await takeDownAfterSend(frozen.issue, run);
  return { kind: 'sent', nothingLeft: false, noneToRetry: false, cancelledAt: undefined, ...result };
}

/** What the send replaces is not public any more in any case; the copies on this disk go, too. */
async function takeDownAfterSend(issue: string, { configuration, onWarning }: RunContext): Promise<void> {
  await takeDownSuperseded(configuration.root, issue).catch((error: unknown) => {
    const why = errorMessage(error);
    onWarning(`What is not public any more could not be removed from data/public/${issue}/: ${why}.`);
  });
}
