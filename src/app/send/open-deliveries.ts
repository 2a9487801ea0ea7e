import type { SendReport } from '../../model/send/delivery.js';
import { NewsletterError } from '../../model/error.js';
import type { SkipState } from '../../model/send/send-options.js';
import { listUncertain, type UncertainDeliveries } from '../../report/delivery-groups.js';
import { findSend, type FrozenSend } from '../../send/ledger/freeze.js';
import { refuseIfHeld, withLease } from '../../send/ledger/lease.js';
import { isInFlightLost, readReport } from '../../send/ledger/send-report.js';
import { refuseIfDatabaseIsOlder, writeSentRecord } from '../../send/ledger/sent-record.js';
import { cancelPending, skipUncertain } from '../../send/ledger/ledger-transitions.js';
import { openExistingDatabase, type NewsletterDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';
import type { SendContext } from './send-context.js';

export type { TroubledDelivery } from '../../report/delivery-groups.js';

/** The send whose deliveries are looked at, or skipped. */
export type FoundSend = Pick<SendContext, 'configuration' | 'issue' | 'now'>;

/**
 * The deliveries of a real send of which nobody can tell whether they were taken, those left out among them.
 *
 * @throws NewsletterError `send-missing`.
 */
export function uncertainDeliveries(found: FoundSend): Promise<UncertainDeliveries> {
  return withRealSend(found, async ({ query }, send) =>
    listUncertain(query, send, await isInFlightLost(query, send, found.now())),
  );
}

/**
 * Skips for good all deliveries in a state: what nobody can tell (`uncertain`), or what shall not go out (`pending`).
 *
 * @param confirm asked before anything is written, with the ledger as it is; where it says `false`, nothing is.
 * @returns the ledger after it; `undefined` where it was not confirmed.
 * @throws NewsletterError `send-missing`, `send-running`, `send-elsewhere`.
 */
export function skipDeliveries(
  skipState: SkipState,
  found: FoundSend,
  confirm: (report: SendReport) => Promise<boolean>,
): Promise<SendReport | undefined> {
  const { issue, now } = found;
  return withRealSend(found, async (database, send) => {
    await refuseIfHeld(database.query, issue, 'real', now());
    await refuseIfDatabaseIsOlder(found.configuration.root, database.query, send);
    if (!(await confirm(await readReport(database.query, send, now())))) return undefined;
    await withLease(database, issue, 'real', now, async (lease) => {
      await (skipState === 'uncertain' ? skipUncertain : cancelPending)(database, send, lease, now());
      const skipped = await findSend(database.query, issue, 'real');
      if (skipped !== undefined) await writeSentRecord(found.configuration.root, skipped, lease.fencing);
    });
    return readReport(database.query, send, now());
  });
}

async function withRealSend<T>(
  found: FoundSend,
  work: (database: NewsletterDatabase, send: FrozenSend) => Promise<T>,
): Promise<T> {
  return withDatabase(openExistingDatabase(found.configuration.databasePath), async (database) => {
    const send = database === undefined ? undefined : await findSend(database.query, found.issue, 'real');
    if (database === undefined || send === undefined) throw notBegun(found.issue);
    return work(database, send);
  });
}

function notBegun(issue: string): NewsletterError {
  return new NewsletterError('send-missing', {
    message: `No real send of issue ${issue} has begun.`,
    expected: 'an issue of which a real send has begun',
    help: '`newsletter report` says what was sent. A rehearsal needs none of this: --again begins a new one.',
  });
}
