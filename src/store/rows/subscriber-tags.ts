import { sql, type Expression, type SqlBool } from 'kysely';

/** Says whether a subscriber has at least one of the tags; the case of Latin letters makes no difference. */
export function hasAnyTag(tags: readonly string[]): Expression<SqlBool> {
  return sql<SqlBool>`exists (
    select 1 from json_each(subscribers.tags) as tag where tag.value collate nocase in (${sql.join(tags)})
  )`;
}
