import { sql } from 'kysely';
import type { ConsentAction, SubscriberState } from '../../model/send/subscriber.js';
import type { Queries } from '../database.js';

/**
 * Undoes an import of millions of rows: each step is one statement for all of its people. The outcome for each is noted
 * first, in a table that only this connection sees, because the steps change what it depends on.
 */

/** What undoing an import does to the people whom it wrote. */
export interface UndoCounts {
  /** People who came with it, and are removed. */
  readonly removed: number;
  /** People whom it took off, and who are now what they were before. */
  readonly restored: number;
  /** People to whom something happened since. */
  readonly kept: number;
  /** People who are no longer on the list. */
  readonly gone: number;
}

/** A person with a consent record that is newer than the import. */
export interface KeptRow {
  readonly email: string;
  readonly state: SubscriberState;
  /** The newer record. */
  readonly action: ConsentAction;
  readonly at: string;
  readonly source: string;
}

/** The people who were sent something between an import and its undo. */
export interface MailedMeanwhile {
  readonly people: number;
  readonly issues: readonly string[];
}

/** A consent record that an undo adds for everybody whom it changes. */
export interface UndoRecord {
  readonly importId: number;
  readonly action: ConsentAction;
  readonly at: string;
  readonly source: string;
  readonly detail: string;
}

/**
 * Notes the outcome for each person of an import. Other imports that were undone count as if they had never been: what
 * is newer must come from something else, and somebody's earlier state is the one before all of these.
 */
export async function noteUndo(query: Queries, importId: number): Promise<UndoCounts> {
  await sql`create temp table if not exists undoing (
    subscriber_id integer primary key, fate text not null, state_before text) strict`.execute(query);
  await sql`delete from undoing`.execute(query);
  await sql`
    insert into undoing (subscriber_id, fate, state_before)
    with touched as materialized (
      select distinct subscriber_id as id from consent_records where import_id = ${importId} and action = 'import'
    ), counting as (
      select touched.id, max(records.id) as newest,
        coalesce(max(records.id) filter (where records.import_id is not ${importId}), 0) as basis
      from touched join consent_records as records on records.subscriber_id = touched.id
      where records.import_id is null
        or records.import_id not in (select imports.id from imports where undone_at is not null)
      group by touched.id
    ), facts as (
      select counting.*, subscribers.state,
        exists (
          select 1 from suppressions
          where suppressions.address_hash = subscribers.address_hash and suppressions.import_id is not ${importId}
        ) as suppressed_otherwise,
        (
          select state_before from consent_records
          where subscriber_id = counting.id and consent_records.id > basis order by consent_records.id limit 1
        ) as state_before
      from counting left join subscribers on subscribers.id = counting.id
    )
    select id,
      case
        when state is null then 'gone'
        when newest = basis or suppressed_otherwise then 'kept'
        when state_before is null then 'removed'
        when state_before = state then 'same'
        else 'restored'
      end,
      state_before
    from facts`.execute(query);
  const { rows } = await sql<{ fate: string; number: number }>`
    select fate, count(*) as number from undoing group by fate`.execute(query);
  const numberOf = (fate: string): number => rows.find((row) => row.fate === fate)?.number ?? 0;
  return {
    removed: numberOf('removed'),
    restored: numberOf('restored'),
    kept: numberOf('kept'),
    gone: numberOf('gone'),
  };
}

/** Reads the first people who stay unchanged, with the record that is newer than the import. */
export async function readKept(query: Queries, limit: number): Promise<readonly KeptRow[]> {
  const { rows } = await sql<KeptRow>`
    select subscribers.email, subscribers.state, records.action, records.at, records.source
    from undoing
    join subscribers on subscribers.id = undoing.subscriber_id
    join consent_records as records on records.id = (
      select max(newest.id) from consent_records as newest where newest.subscriber_id = undoing.subscriber_id
    )
    where undoing.fate = 'kept'
    order by undoing.subscriber_id
    limit ${limit}`.execute(query);
  return rows;
}

/**
 * Reads how many of the removed people were sent an issue in a real send, or are being sent one now, and which issues.
 */
export async function readMailed(query: Queries): Promise<MailedMeanwhile> {
  const mailed = sql`
    from undoing
    join deliveries on deliveries.subscriber_id = undoing.subscriber_id
    join sends on sends.id = deliveries.send_id
    where undoing.fate = 'removed' and sends.kind = 'real'
      and deliveries.state in ('submitting', 'submitted', 'uncertain')`;
  const people = await sql<{ number: number }>`
    select count(distinct deliveries.subscriber_id) as number ${mailed}`.execute(query);
  const issues = await sql<{ issue: string }>`
    select distinct sends.issue as issue ${mailed} order by sends.issue`.execute(query);
  return { people: people.rows[0]?.number ?? 0, issues: issues.rows.map(({ issue }) => issue) };
}

/** Skips the pending deliveries of the removed people. Submitted ones stay in the ledger as they are. */
export async function skipDeliveries(query: Queries, state: string, reason: string, at: string): Promise<void> {
  await sql`
    update deliveries set state = ${state}, reason = ${reason}, updated_at = ${at}
    where state = 'pending' and subscriber_id in (select subscriber_id from undoing where fate = 'removed')`.execute(
    query,
  );
}

/** Adds the records of the undo, then removes the people or restores their earlier state. */
export async function undoPeople(query: Queries, record: UndoRecord): Promise<void> {
  const { importId, action, at, source, detail } = record;
  await sql`
    insert into consent_records (subscriber_id, at, action, source, detail, state_before, state_after, import_id)
    select subscribers.id, ${at}, ${action}, ${source}, ${detail}, subscribers.state, undoing.state_before, ${importId}
    from undoing join subscribers on subscribers.id = undoing.subscriber_id
    where fate in ('removed', 'restored')
    order by subscribers.id`.execute(query);
  await sql`
    delete from subscribers where id in (select subscriber_id from undoing where fate = 'removed')`.execute(query);
  await sql`
    update subscribers set state = undoing.state_before
    from undoing where undoing.subscriber_id = subscribers.id and fate = 'restored'`.execute(query);
}

/**
 * Lifts the suppressions that only this import asked for. If somebody stays suppressed, their suppression stays too,
 * and then belongs to the other import that asks for it, if there is one.
 *
 * @returns how many were lifted.
 */
export async function liftSuppressions(query: Queries, importId: number): Promise<number> {
  await sql`
    update suppressions set import_id = (
      select newest.import_id from subscribers join consent_records as newest on newest.id = (
        select max(records.id) from consent_records as records
        where records.subscriber_id = subscribers.id and records.import_id is not ${importId}
      )
      where subscribers.address_hash = suppressions.address_hash and subscribers.state = 'suppressed' limit 1
    )
    where import_id = ${importId} and exists (
      select 1 from subscribers
      where subscribers.address_hash = suppressions.address_hash and subscribers.state = 'suppressed'
    )`.execute(query);
  const { numAffectedRows } = await sql`delete from suppressions where import_id = ${importId}`.execute(query);
  return Number(numAffectedRows ?? 0n);
}
