import { sql } from 'kysely';

/** So many random bytes for each row, as hexadecimal digits; SQLite's generator is seeded by the operating system. */
export function randomHex(bytes: number) {
  return sql<string>`lower(hex(randomblob(${bytes})))`;
}

/** The place of a row among those that a query gives in the order of their subscribers, counted on from a number. */
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
