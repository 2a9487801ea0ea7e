import { countAudience } from '../../subscribers/audience-query.js';
import type { SendReport } from '../../model/send/delivery.js';
import { NewsletterError } from '../../model/error.js';
import type { RetryState, SendOptions } from '../../model/send/send-options.js';
import { buildStale, readBuiltMessage, type BuiltMessage } from '../../send/message/built-message.js';
import { chosenAudience, emptyAudienceError } from '../../send/empty-audience-error.js';
import { findSend, type FrozenSend } from '../../send/ledger/freeze.js';
import { refuseIfHeld } from '../../send/ledger/lease.js';
import { countDeferred, countEligible, isIdempotentReplay, isUnstarted } from '../../send/ledger/ledger-transitions.js';
import { countInFlight, readReport } from '../../send/ledger/send-report.js';
import { refuseIfDatabaseIsOlder, refuseIfSentElsewhere } from '../../send/ledger/sent-record.js';
import type { NewsletterDatabase } from '../../store/database.js';
import type { SendContext } from './send-context.js';

/** What was read before a plan is made: a build with which a send begins, or the frozen send that continues. */
export type SendState = {
  readonly database: NewsletterDatabase;
  /** The ledger as it is, or as it would be at the start. */
  readonly report: SendReport;
  /** How many messages the run is about. */
  readonly outgoing: number;
} & (
  | { readonly kind: 'new'; readonly message: BuiltMessage }
  | {
      readonly kind: 'begun';
      readonly begun: FrozenSend;
      /** How many deferred deliveries are tried again along with those that a person retries. */
      readonly deferred: number;
      /** Whether a person retries deliveries, and none of them may be mailed any more. */
      readonly noneToRetry: boolean;
    }
);

/**
 * Reads how far the send of an issue is, and the build where one begins. Writes nothing.
 *
 * @param database absent where there is none yet.
 * @throws NewsletterError `build-missing`, `build-stale`, `audience-empty`, `send-elsewhere`, `send-running`,
 * `send-missing` where there is nothing to retry.
 */
export async function readSend(
  { restartRehearsal, retryState }: SendOptions,
  context: SendContext,
  database: NewsletterDatabase | undefined,
): Promise<SendState> {
  const { issue, now, transport } = context;
  const { root } = context.configuration;
  const begun = database === undefined ? undefined : await findSend(database.query, issue, transport.kind);
  if (begun === undefined && retryState !== undefined) throw nothingToRetry(issue);
  if (database !== undefined) await refuseIfHeld(database.query, issue, transport.kind, now());
  if (begun !== undefined && database !== undefined && !restartRehearsal) {
    // While no message of a send was submitted, it takes the issue as it is now.
    const beginsAgain = begun.kind === 'real' && retryState === undefined && (await isUnstarted(database.query, begun));
    if (!beginsAgain) return readBegunSend(retryState, context, database, begun);
    await refuseIfDatabaseIsOlder(root, database.query, begun);
  }
  // A send that this database knows was not sent from elsewhere.
  if (transport.kind === 'real' && begun === undefined) await refuseIfSentElsewhere(root, issue);
  return readNewSend(context, database);
}

async function readBegunSend(
  retryState: RetryState | undefined,
  { configuration, now, transport }: SendContext,
  database: NewsletterDatabase,
  begun: FrozenSend,
): Promise<SendState> {
  const { query } = database;
  const report = await readReport(query, begun, now());
  // What a dead sender left in flight is submitted again where that cannot lead to two messages.
  const inFlight = (await isIdempotentReplay(query, begun, transport)) ? await countInFlight(query, begun) : 0;
  const outgoing = inFlight + (await countOutgoing(retryState, database, begun, report, inFlight));
  if (outgoing > 0 && begun.kind === 'real') await refuseIfDatabaseIsOlder(configuration.root, query, begun);
  const deferred = retryState === undefined ? 0 : await countDeferred(query, begun.id);
  const noneToRetry = outgoing === 0 && retryState !== undefined && report[retryState] > 0;
  return { kind: 'begun', database, begun, report, outgoing, deferred, noneToRetry };
}

/** How many messages a run is about, beside those that a dead sender left in flight. */
async function countOutgoing(
  retryState: RetryState | undefined,
  { query }: NewsletterDatabase,
  begun: FrozenSend,
  report: SendReport,
  inFlight: number,
): Promise<number> {
  switch (retryState) {
    case 'failed':
      return countEligible(query, begun.id, 'failed');
    // What is in flight counts as uncertain in a real send, as pending in a rehearsal.
    case 'uncertain':
      return report.uncertain - (begun.kind === 'real' ? inFlight : 0);
    case undefined:
      return report.pending - (begun.kind === 'real' ? 0 : inFlight);
  }
}

async function readNewSend(context: SendContext, database: NewsletterDatabase | undefined): Promise<SendState> {
  const message = await readFreshMessage(context);
  const { template } = message;
  if (database === undefined) throw await emptyAudienceError(undefined, template);
  const audience = await countAudience(database.query, chosenAudience(template));
  if (audience === 0) throw await emptyAudienceError(database.query, template);
  const counts = { audience, pending: audience, submitted: 0, failed: 0, skipped: 0, uncertain: 0 };
  const report: SendReport = { issue: context.issue, kind: context.transport.kind, ...counts };
  return { kind: 'new', database, message, report, outgoing: audience };
}

/** @throws NewsletterError `build-missing`, `build-stale`. */
export async function readFreshMessage({
  configuration,
  issue,
  isBuildStale,
}: Pick<SendContext, 'configuration' | 'issue' | 'isBuildStale'>): Promise<BuiltMessage> {
  const message = await readBuiltMessage(configuration.root, issue);
  const stale = await isBuildStale();
  if (stale !== undefined) throw buildStale(issue, stale);
  return message;
}

function nothingToRetry(issue: string): NewsletterError {
  return new NewsletterError('send-missing', {
    message: `Issue ${issue} was not sent yet, so there is nothing to be sent once more.`,
    expected: 'a send that has begun',
    help: `Run \`newsletter send ${issue}\` without --only and --uncertain.`,
  });
}
