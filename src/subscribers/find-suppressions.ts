import type { ReportedEvent } from '../model/send/delivery-report.js';
import { suppressionRule, type SuppressionEnd } from '../model/send/suppression.js';
import type { Queries } from '../store/database.js';

/** Why an address is not mailed, as facts; never the text of a mail. */
export interface SuppressionFacts {
  /** One of `SUPPRESSION_REASONS`. */
  readonly reason: string;
  /** ISO 8601. */
  readonly since: string;
  /** The words of the person who wrote it. */
  readonly note: string | null;
  /** When somebody last asked for the newsletter with this address, if that waits for a person. */
  readonly askedAgainAt: string | null;
  /** Who ends it. */
  readonly end: SuppressionEnd;
  /** What came back, and of which issue. */
  readonly event: (ReportedEvent & { readonly issue: string }) | null;
}

/** A suppression, with its address where somebody on the list has it; otherwise only its keyed hash is kept. */
export interface ListedSuppression extends SuppressionFacts {
  readonly address: string | null;
}

/** Which suppressions to select; a missing field selects all. */
export interface SuppressionFilter {
  /** Only those whose owner asked for the newsletter again. */
  readonly waiting?: boolean | undefined;
  readonly reason?: string | undefined;
  readonly hash?: string | undefined;
}

/** Lists suppressions, the newest first. */
export async function findSuppressions(
  query: Queries,
  { waiting = false, reason, hash }: SuppressionFilter,
): Promise<readonly ListedSuppression[]> {
  const rows = await query
    .selectFrom('suppressions')
    .leftJoin('subscribers', 'subscribers.address_hash', 'suppressions.address_hash')
    .leftJoin('delivery_events', 'delivery_events.id', 'suppressions.event_id')
    .leftJoin('deliveries', 'deliveries.id', 'delivery_events.delivery_id')
    .leftJoin('sends', 'sends.id', 'deliveries.send_id')
    .select(['suppressions.reason', 'suppressions.created_at as since', 'suppressions.note'])
    .select('suppressions.asked_again_at as askedAgainAt')
    .select(['delivery_events.kind', 'delivery_events.at', 'delivery_events.status', 'delivery_events.answer'])
    .select(['sends.issue', (expression) => expression.fn.min('subscribers.email').as('address')])
    .$if(waiting, (rest) => rest.where('suppressions.asked_again_at', 'is not', null))
    .$if(reason !== undefined, (rest) => rest.where('suppressions.reason', '=', reason ?? ''))
    .$if(hash !== undefined, (rest) => rest.where('suppressions.address_hash', '=', hash ?? ''))
    .groupBy('suppressions.address_hash')
    .orderBy('suppressions.created_at', 'desc')
    .orderBy('suppressions.address_hash')
    .execute();
  return rows.map(({ reason: why, since, note, askedAgainAt, kind, at, status, answer, issue, address }) => ({
    address: address ?? null,
    reason: why,
    since,
    note,
    askedAgainAt,
    end: suppressionRule(why).end,
    event: kind === null || at === null || issue === null ? null : { kind, at, status, answer, issue },
  }));
}
