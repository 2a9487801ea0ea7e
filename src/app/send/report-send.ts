import type { Configuration } from '../../model/settings/configuration.js';
import type { SendReport } from '../../model/send/delivery.js';
import { readDeliveryGroups, type DeliveryGroup } from '../../report/delivery-groups.js';
import { readReturned, type Returned } from '../../report/returned.js';
import { findSend, type FrozenSend } from '../../send/ledger/freeze.js';
import { isInFlightLost, readReport } from '../../send/ledger/send-report.js';
import { openExistingDatabase, type NewsletterDatabase, type Queries } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';

export type { DeliveryGroup } from '../../report/delivery-groups.js';
export type { Returned } from '../../report/returned.js';

export interface ReportSendRequest {
  readonly configuration: Configuration;
  /** Absent: the newest issue with a send. */
  readonly issue: string | undefined;
  readonly now: () => Date;
}

/** Where a send stands, and what did not go well. */
export interface SendDetails {
  readonly report: SendReport;
  readonly groups: readonly DeliveryGroup[];
  /** What came back since, as far as the mailbox was read; `undefined`: nothing. */
  readonly returned: Returned | undefined;
  readonly begunAt: string;
  readonly completedAt: string | undefined;
  readonly cancelledAt: string | undefined;
}

/** Where the send of an issue stands: the real one, or else its rehearsal; `undefined` where there is neither. */
export function reportSend(request: ReportSendRequest): Promise<SendReport | undefined> {
  return withSend(request, ({ query }, send) => readReport(query, send, request.now()));
}

/** The same, with the reasons of all that did not go well. */
export function reportSendDetails(request: ReportSendRequest): Promise<SendDetails | undefined> {
  return withSend(request, async ({ query }, send) => ({
    report: await readReport(query, send, request.now()),
    groups: await readDeliveryGroups(query, send, await isInFlightLost(query, send, request.now())),
    returned: await readReturned(query, send.id),
    begunAt: send.createdAt,
    completedAt: send.completedAt,
    cancelledAt: send.cancelledAt,
  }));
}

async function withSend<T>(
  request: ReportSendRequest,
  look: (database: NewsletterDatabase, send: FrozenSend) => Promise<T>,
): Promise<T | undefined> {
  return withDatabase(openExistingDatabase(request.configuration.databasePath), async (database) => {
    if (database === undefined) return undefined;
    const issue = request.issue ?? (await newestIssueWithSend(database.query));
    if (issue === undefined) return undefined;
    const found =
      (await findSend(database.query, issue, 'real')) ?? (await findSend(database.query, issue, 'rehearsal'));
    return found === undefined ? undefined : await look(database, found);
  });
}

async function newestIssueWithSend(query: Queries): Promise<string | undefined> {
  const row = await query.selectFrom('sends').select('issue').orderBy('issue', 'desc').limit(1).executeTakeFirst();
  return row?.issue;
}
