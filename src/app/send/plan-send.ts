import { countAudience, countIneligible } from '../../subscribers/audience-query.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { isSendComplete } from '../../model/send/delivery.js';
import type { SendKind, SendReport, SkipReason } from '../../model/send/delivery.js';
import type { MessageTemplate } from '../../model/issue/edition.js';
import { NewsletterError } from '../../model/error.js';
import { parseMime } from '../../mime/read-mime.js';
import type { Transport } from '../../model/send/outgoing-message.js';
import { emptyAudienceError, chosenAudience } from '../../send/empty-audience-error.js';
import { buildStale, readBuiltMessage } from '../../send/built-message.js';
import type { BuiltMessage } from '../../send/built-message.js';
import type { DkimKeys } from '../../send/dkim/keys.js';
import { findSend } from '../../send/freeze.js';
import type { FrozenSend } from '../../send/freeze.js';
import { refuseIfHeld } from '../../send/lease.js';
import { countDeferred, countEligible, isIdempotentReplay, isUnstarted } from '../../send/ledger-transitions.js';
import { countInFlight, readReport } from '../../send/send-report.js';
import { refuseIfDatabaseIsOlder, refuseIfSentElsewhere } from '../../send/sent-record.js';
import type { NewsletterDatabase, Queries } from '../../store/database.js';
import { checkIssueFacts, type IssueFacts } from './preflight/issue-facts.js';
import { runPreflight } from './preflight/preflight.js';
import type { NetworkProbes, PreflightResult } from './preflight/preflight-context.js';
import { probeTransport } from './preflight/transport.js';

/** What a run of a send would do. */
export interface SendPlan {
  readonly send: SendKind;
  /** Whether the send has begun already, and would go on. */
  readonly begun: boolean;
  /** Whether everybody of the audience got theirs or was passed over for a reason. */
  readonly complete: boolean;
  /** Whether nothing would be handed over. */
  readonly nothingLeft: boolean;
  /** How many messages it is about: of those that failed, only those to people who may still be mailed. */
  readonly outgoing: number;
  /** How many that were asked to wait are tried again along with those who are to be tried once more. */
  readonly deferred: number;
  /** When a person decided that the rest shall not go out. */
  readonly cancelledAt: string | undefined;
  /** The ledger as it is, or as it would be at the start. */
  readonly report: SendReport;
  readonly preflight: readonly PreflightResult[];
  /** What a person is shown before they say that it is meant. */
  readonly about: SendBriefing;
}

/** What readers will see of a send first, and who is left out of it. */
export interface SendBriefing {
  readonly subject: string;
  /** Name and address of the From field. */
  readonly sender: string;
  /** The day of the issue, as in `issue.yaml`; absent where the send goes on with what was frozen. */
  readonly date: string | undefined;
  /** People on the list who do not get it, by reason; counted only before a send begins. */
  readonly leftOut: readonly { readonly reason: SkipReason | 'other-tags'; readonly count: number }[];
}

/** A plan, and the message with which a send begins; `undefined` where one goes on with what was frozen. */
export interface PreparedPlan {
  readonly plan: SendPlan;
  readonly message: BuiltMessage | undefined;
}

export interface PlanRequest {
  readonly configuration: Configuration;
  readonly issue: string;
  readonly restartRehearsal?: boolean | undefined;
  readonly retryState?: 'failed' | 'uncertain' | undefined;
  readonly now: () => Date;
  readonly isBuildStale: () => Promise<string | undefined>;
  /** Reads what somebody should know of the issue before it goes out; absent where there is no workspace to look at. */
  readonly readFacts?: (() => IssueFacts | undefined) | undefined;
  /** Once aborted, nothing is waited for any more. */
  readonly signal: AbortSignal;
}

export interface PlanContext {
  readonly transport: Transport;
  readonly dkim: DkimKeys | undefined;
  readonly network: NetworkProbes;
  /** Whether the transport is opened once to see that it can be reached; it is opened for the send anyway. */
  readonly probe: boolean;
  readonly database: NewsletterDatabase | undefined;
}

/**
 * Finds out what a run would do, and looks at everything that would go wrong for every reader. Writes nothing.
 *
 * @throws NewsletterError `build-missing`, `build-stale`, `audience-empty`, `send-elsewhere`, `send-running`,
 * `send-missing` where there is nothing to be sent once more.
 */
export async function planSend(request: PlanRequest, context: PlanContext): Promise<PreparedPlan> {
  const { transport, database } = context;
  const found = database === undefined ? undefined : await findSend(database.query, request.issue, transport.kind);
  if (found === undefined && request.retryState !== undefined) throw nothingToRetry(request.issue);
  if (database !== undefined) await refuseIfHeld(database.query, request.issue, transport.kind, request.now());
  if (found !== undefined && database !== undefined && request.restartRehearsal !== true) {
    if (!(await restartsRehearsal(request, database, found))) {
      return { plan: await planResumedSend(request, context, database, found), message: undefined };
    }
    await refuseIfDatabaseIsOlder(request.configuration.root, database.query, found);
  }
  // A send that this database knows was not sent from elsewhere.
  if (transport.kind === 'real' && found === undefined) {
    await refuseIfSentElsewhere(request.configuration.root, request.issue);
  }
  return planNewSend(request, context);
}

/** Of a send of which nobody has had anything: it takes the issue as it is now. */
async function restartsRehearsal(
  { retryState }: PlanRequest,
  { query }: NewsletterDatabase,
  begun: FrozenSend,
): Promise<boolean> {
  return begun.kind === 'real' && retryState === undefined && (await isUnstarted(query, begun));
}

async function planResumedSend(
  request: PlanRequest,
  context: PlanContext,
  database: NewsletterDatabase,
  begun: FrozenSend,
): Promise<SendPlan> {
  const report = await readReport(database.query, begun, request.now());
  // What a dead sender left half-way is handed over again where that cannot lead to two messages.
  const isReplayable = await isIdempotentReplay(database.query, begun, context.transport);
  const inFlight = isReplayable ? await countInFlight(database.query, begun) : 0;
  const outgoing = inFlight + (await countOutgoing(request, database, begun, report, inFlight));
  const nothingLeft = outgoing === 0;
  if (!nothingLeft && begun.kind === 'real') {
    await refuseIfDatabaseIsOlder(request.configuration.root, database.query, begun);
  }
  return {
    send: begun.kind,
    begun: true,
    complete: isSendComplete(report),
    nothingLeft,
    outgoing,
    deferred: request.retryState === undefined ? 0 : await countDeferred(database.query, begun.id),
    cancelledAt: begun.cancelledAt,
    report,
    preflight: nothingLeft
      ? []
      : [...(await otherBuild(request, begun)), ...(await inspectSend(request, context, begun.template))],
    about: { ...(await visibleHeaders(begun.template)), date: undefined, leftOut: [] },
  };
}

/** The secretariat that corrects an issue half-way must know that the rest gets it as it was. */
async function otherBuild(
  { configuration, issue }: PlanRequest,
  begun: FrozenSend,
): Promise<readonly PreflightResult[]> {
  const built = await readBuiltMessage(configuration.root, issue).catch(() => undefined);
  if (built === undefined || built.hash === begun.buildHash) return [];
  const rehearsal = begun.kind === 'rehearsal';
  return [
    {
      check: 'build',
      result: 'warning',
      message: `This ${rehearsal ? 'rehearsal' : 'send'} goes on with the issue as it was on ${begun.createdAt.slice(0, 10)}; it was built otherwise since.`,
      expected: 'one and the same text for everybody',
      help: rehearsal
        ? 'Add --again to rehearse the present build.'
        : 'If that is not meant: `newsletter send --cancel` leaves out whoever has not got it yet.',
    },
  ];
}

async function countOutgoing(
  { retryState }: PlanRequest,
  { query }: NewsletterDatabase,
  begun: FrozenSend,
  report: SendReport,
  inFlight: number,
): Promise<number> {
  switch (retryState) {
    case 'failed':
      return countEligible(query, begun.id, 'failed');
    // What stands half-way counts as uncertain in a real send, as pending in a rehearsal.
    case 'uncertain':
      return report.uncertain - (begun.kind === 'real' ? inFlight : 0);
    case undefined:
      return report.pending - (begun.kind === 'real' ? 0 : inFlight);
  }
}

async function planNewSend(request: PlanRequest, context: PlanContext): Promise<PreparedPlan> {
  const { transport, database } = context;
  const { issue } = request;
  const message = await readFreshMessage(request);
  const { template } = message;
  if (database === undefined) throw await emptyAudienceError(undefined, template);
  const audience = await countAudience(database.query, chosenAudience(template));
  if (audience === 0) throw await emptyAudienceError(database.query, template);
  // A rehearsal may be of any issue, at any time.
  const facts = transport.kind === 'real' ? request.readFacts?.() : undefined;
  const preflight: readonly PreflightResult[] = [
    { check: 'build', result: 'ok', message: 'The build is up to date.' },
    { check: 'not-sent', result: 'ok', message: 'The issue was not sent yet.' },
    { check: 'audience', result: 'ok', message: `${String(audience)} on the list would get it.` },
    ...(facts === undefined ? [] : checkIssueFacts(facts, request.now())),
    ...(await inspectSend(request, context, template)),
  ];
  const about = {
    ...(await visibleHeaders(template)),
    date: facts?.date,
    leftOut: await countLeftOut(database.query, template, audience),
  };
  const counts = { audience, pending: audience, submitted: 0, failed: 0, skipped: 0, uncertain: 0 };
  const report: SendReport = { issue, kind: transport.kind, ...counts };
  const rest = { begun: false, complete: false, nothingLeft: false, cancelledAt: undefined };
  return {
    plan: { send: transport.kind, report, preflight, outgoing: audience, deferred: 0, about, ...rest },
    message,
  };
}

/** Subject and sender as readers see them. */
async function visibleHeaders({ headers }: MessageTemplate): Promise<Pick<SendBriefing, 'subject' | 'sender'>> {
  const { subject = '', from } = await parseMime(Buffer.from(`${headers.join('\r\n')}\r\n\r\n`));
  const address = from?.address === undefined ? '' : `<${from.address}>`;
  return { subject, sender: [from?.name ?? '', address].filter((part) => part !== '').join(' ') };
}

/** Who of the list does not get an issue, and why. */
async function countLeftOut(
  query: Queries,
  template: MessageTemplate,
  audience: number,
): Promise<SendBriefing['leftOut']> {
  const ineligible = await countIneligible(query, { tags: undefined });
  const otherTags = (await countAudience(query, { tags: undefined })) - audience;
  return [
    ...[...ineligible].map(([reason, count]) => ({ reason, count })),
    ...(template.audience === undefined || otherTags === 0
      ? []
      : [{ reason: 'other-tags' as const, count: otherTags }]),
  ];
}

async function inspectSend(
  request: PlanRequest,
  { transport, dkim, network, probe }: PlanContext,
  template: BuiltMessage['template'],
): Promise<readonly PreflightResult[]> {
  const { configuration } = request;
  const results = await runPreflight({ configuration, template, transport, dkim, now: request.now(), network });
  if (!probe || transport.kind !== 'real') return results;
  return [...results, ...(await probeTransport(transport, template.issue, request.signal))];
}

/** @throws NewsletterError `build-missing`, `build-stale`. */
export async function readFreshMessage(
  request: Pick<PlanRequest, 'configuration' | 'issue' | 'isBuildStale'>,
): Promise<BuiltMessage> {
  const message = await readBuiltMessage(request.configuration.root, request.issue);
  const stale = await request.isBuildStale();
  if (stale !== undefined) throw buildStale(request.issue, stale);
  return message;
}

function nothingToRetry(issue: string): NewsletterError {
  return new NewsletterError('send-missing', {
    message: `Issue ${issue} was not sent yet, so there is nothing to be sent once more.`,
    expected: 'a send that has begun',
    help: `Run \`newsletter send ${issue}\` without --only and --uncertain.`,
  });
}
