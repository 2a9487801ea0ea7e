import { sql } from 'kysely';

/** Random bytes for each row, as hexadecimal digits; the operating system seeds SQLite's generator. */
export function randomHex(bytes: number) {
  return sql<string>`lower(hex(randomblob(${bytes})))`;
}

/** Numbers the rows of a query in the order of their subscribers, starting after a position. */
export function placeAfter(position: number) {
  return sql<number>`${position} + row_number() over (order by subscribers.id)`;
}

/** One value for every row. */
export function always<T extends string | number | null>(value: T) {
  return sql<T>`${value}`;
}

/** A random Message-ID for each row, without angle brackets. */
export function randomMessageId(domain: string) {
  return sql<string>`${randomHex(16)} || '@' || ${domain}`;
}

/** Why an uncertain delivery is uncertain, and why it was so before it was sent once more, the newest reason first. */
export function uncertainReasons() {
  return sql<string | null>`reason || coalesce('; before that: ' || uncertain_reason, '')`;
}
