import { isSendComplete } from '../../model/send/delivery.js';
import { NewsletterError } from '../../model/error.js';
import type { SendOptions } from '../../model/send/send-options.js';
import { withLease } from '../../send/ledger/lease.js';
import type { TestCopy } from '../../send/test-copies.js';
import { openExistingDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';
import { planSend } from './plan-send.js';
import { refuseByPreflight } from './preflight/preflight.js';
import { readSend } from './read-send.js';
import type { SendContext, SendPlan } from './send-context.js';
import { sendPlanned, type SendPlannedResult, type SentResult } from './send-planned.js';
import { readTestAddresses, refuseSuppressed, sendTestCopies } from './send-test-copies.js';

export type SendIssueResult =
  | ({ readonly kind: 'dry-run' } & SendPlan)
  | { readonly kind: 'test'; readonly copies: readonly TestCopy[] }
  | SendPlannedResult;

/**
 * Sends an issue, continues a send that has begun, says what would be sent, or submits test copies.
 *
 * @throws NewsletterError `transport-unusable`, `build-missing`, `build-stale`, `audience-empty`,
 * `preflight-refused`, `send-running`, `send-elsewhere`, `send-missing`, `address-invalid`, `subscriber-left`, and the
 * database's and the keys'.
 */
export async function sendIssue(options: SendOptions, context: SendContext): Promise<SendIssueResult> {
  const { configuration, issue, transport } = context;
  if (options.restartRehearsal && transport.kind === 'real') throw onlyRehearsalsRestart(issue);
  const testAddresses = readTestAddresses(options.testAddresses);
  return withDatabase(openExistingDatabase(configuration.databasePath), async (database) => {
    if (testAddresses.size > 0) {
      await refuseSuppressed(testAddresses, configuration, database);
      if (!options.dryRun) return { kind: 'test', copies: await sendTestCopies(testAddresses, context) };
    }
    const state = await readSend(options, context, database);
    const plan = await planSend(state, context, options.dryRun || context.confirm !== undefined);
    if (options.dryRun) return { kind: 'dry-run', ...plan };
    if (plan.nothingLeft) return reportNothingLeft(plan);
    if (!(await isConfirmed(plan, context))) return { kind: 'not-begun', plan };
    return withLease(state.database, issue, transport.kind, context.now, (lease) =>
      sendPlanned(options, plan, state, context, lease),
    );
  });
}

/**
 * Shows a plan to a person, who confirms or refuses it; `false` also when a signal stopped the question.
 *
 * @throws NewsletterError `preflight-refused`.
 */
async function isConfirmed(plan: SendPlan, { issue, signal, onEvent, confirm }: SendContext): Promise<boolean> {
  const isStopped = () => signal.aborted;
  if (isStopped()) return false;
  onEvent({ event: 'preflight', report: plan.report, plan });
  refuseByPreflight(plan.preflight, issue);
  return (await confirm?.(plan)) !== false && !isStopped();
}

function reportNothingLeft({ report, noneToRetry, cancelledAt }: SendPlan): SentResult {
  const quiet = { interrupted: false, failure: undefined, retryAt: undefined };
  const complete = isSendComplete(report);
  return { kind: 'sent', report, complete, nothingLeft: true, noneToRetry, cancelledAt, ...quiet };
}

function onlyRehearsalsRestart(issue: string): NewsletterError {
  return new NewsletterError('usage', {
    message: `The send of issue ${issue} cannot be started again from the beginning: people would get it twice.`,
    expected: '--again only with the transport "outbox", which is a rehearsal',
    help: `Run \`newsletter send ${issue}\` without --again: it goes on where it stopped.`,
  });
}
