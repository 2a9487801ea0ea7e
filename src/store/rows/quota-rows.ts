import type { Queries } from '../database.js';

/** Milliseconds. */
const MINUTE = 60_000;

/** When the next message of a scope may leave, and how far its messages are kept apart because a server asked for it. */
export interface TurnRow {
  /** Milliseconds since 1970. */
  readonly nextAt: number;
  readonly slowMs: number;
}

/** Returns the turn of a scope. */
export async function readTurn(query: Queries, scope: string): Promise<TurnRow> {
  const row = await query
    .selectFrom('quota_turns')
    .select(['next_at', 'slow_ms'])
    .where('scope', '=', scope)
    .executeTakeFirst();
  return { nextAt: row?.next_at ?? 0, slowMs: row?.slow_ms ?? 0 };
}

/** Writes the turn of a scope. */
export async function writeTurn(query: Queries, scope: string, { nextAt, slowMs }: TurnRow): Promise<void> {
  await query
    .insertInto('quota_turns')
    .values({ scope, next_at: nextAt, slow_ms: slowMs })
    .onConflict((conflict) => conflict.column('scope').doUpdateSet({ next_at: nextAt, slow_ms: slowMs }))
    .execute();
}

/** Counts one more message of a scope. */
export async function countUse(query: Queries, scope: string, at: number): Promise<void> {
  await query
    .insertInto('quota_uses')
    .values({ scope, minute: Math.floor(at / MINUTE), messages: 1 })
    .onConflict((conflict) =>
      conflict.columns(['scope', 'minute']).doUpdateSet((expression) => ({
        messages: expression('quota_uses.messages', '+', 1),
      })),
    )
    .execute();
}

/** Messages that left within one minute; it ends at `endsAt`, in milliseconds since 1970. */
export interface UsedMinute {
  readonly endsAt: number;
  readonly messages: number;
}

/** Returns the minutes in which messages of a scope left since a time, oldest first. */
export async function readUses(query: Queries, scope: string, since: number): Promise<readonly UsedMinute[]> {
  const rows = await query
    .selectFrom('quota_uses')
    .select(['minute', 'messages'])
    .where('scope', '=', scope)
    .where('minute', '>=', Math.floor(since / MINUTE))
    .orderBy('minute')
    .execute();
  return rows.map(({ minute, messages }) => ({ endsAt: (minute + 1) * MINUTE, messages }));
}

/** Forgets what left before a time. */
export async function purgeUses(query: Queries, before: number): Promise<void> {
  await query
    .deleteFrom('quota_uses')
    .where('minute', '<', Math.floor(before / MINUTE))
    .execute();
}
