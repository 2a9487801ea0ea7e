import type { Configuration } from '../../model/settings/configuration.js';
import type { SendReport } from '../../model/send/delivery.js';
import { NewsletterError } from '../../model/error.js';
import { listUncertain } from '../../report/delivery-groups.js';
import type { TroubledDelivery } from '../../report/delivery-groups.js';
import { findSend } from '../../send/freeze.js';
import type { FrozenSend } from '../../send/freeze.js';
import { refuseIfHeld, withLease } from '../../send/lease.js';
import { isInFlightLost, readReport } from '../../send/send-report.js';
import { refuseIfDatabaseIsOlder, writeSentRecord } from '../../send/sent-record.js';
import { cancelPending, skipUncertain } from '../../send/ledger-transitions.js';
import { openExistingDatabase } from '../../store/database.js';
import type { NewsletterDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';

export type { TroubledDelivery } from '../../report/delivery-groups.js';

export interface ResolveUncertainRequest {
  readonly configuration: Configuration;
  readonly issue: string;
  readonly now: () => Date;
}

/**
 * The deliveries of a real send of which nobody can tell whether they were taken.
 *
 * @throws NewsletterError `send-missing`.
 */
export function uncertainDeliveries(request: ResolveUncertainRequest): Promise<readonly TroubledDelivery[]> {
  return withRealSend(request, async ({ query }, send) =>
    listUncertain(query, send, await isInFlightLost(query, send, request.now())),
  );
}

/**
 * Decides for good what nobody can tell (`uncertain`), or that the rest shall not go out (`pending`).
 *
 * @param confirm asked before anything is written, with the ledger as it is; where it says `false`, nothing is.
 * @returns the ledger after it; `undefined` where it was not confirmed.
 * @throws NewsletterError `send-missing`, `send-running`, `send-elsewhere`.
 */
export function resolveUncertain(
  request: ResolveUncertainRequest,
  what: 'uncertain' | 'pending',
  confirm: (report: SendReport) => Promise<boolean>,
): Promise<SendReport | undefined> {
  const { issue, now } = request;
  return withRealSend(request, async (database, send) => {
    await refuseIfHeld(database.query, issue, 'real', now());
    await refuseIfDatabaseIsOlder(request.configuration.root, database.query, send);
    if (!(await confirm(await readReport(database.query, send, now())))) return undefined;
    await withLease(database, issue, 'real', now, async (lease) => {
      await (what === 'uncertain' ? skipUncertain : cancelPending)(database, send, lease, now());
      const settled = await findSend(database.query, issue, 'real');
      if (settled !== undefined) await writeSentRecord(request.configuration.root, settled, lease.fencing);
    });
    return readReport(database.query, send, now());
  });
}

async function withRealSend<T>(
  request: ResolveUncertainRequest,
  work: (database: NewsletterDatabase, send: FrozenSend) => Promise<T>,
): Promise<T> {
  return withDatabase(openExistingDatabase(request.configuration.databasePath), async (database) => {
    const send = database === undefined ? undefined : await findSend(database.query, request.issue, 'real');
    if (database === undefined || send === undefined) throw notBegun(request.issue);
    return work(database, send);
  });
}

function notBegun(issue: string): NewsletterError {
  return new NewsletterError('send-missing', {
    message: `No real send of issue ${issue} has begun.`,
    expected: 'an issue of which a real send has begun',
    help: '`newsletter report` says what was sent. A rehearsal needs none of this: --again begins it afresh.',
  });
}
