import { stringify } from 'csv-stringify/sync';
import type { Subscriber } from '../../model/send/subscriber.js';
import type { Queries } from '../../store/database.js';
import { guardCell } from './csv-guard.js';
import { readSubscribers, type SubscriberFilter } from '../subscribers.js';
/** The columns of an export, with the names that an import knows. */
const COLUMNS = ['email', 'name', 'language', 'tags', 'state', 'consent_at', 'consent_source'];

/** Yields the list as CSV in pieces: first the names of the columns, then a few hundred lines at a time. */
export async function* exportCsv(query: Queries, filter: SubscriberFilter): AsyncGenerator<string> {
  yield toCsv([COLUMNS]);
  for await (const page of readSubscribers(query, filter)) {
    const consents = await consentsOf(query, page);
    yield toCsv(
      page.map(({ id, email, name, language, tags, state }) => {
        const consent = consents.get(id);
        return [email, name ?? '', language ?? '', tags.join(', '), state, consent?.at ?? '', consent?.source ?? ''];
      }),
    );
  }
}

function toCsv(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => row.map(guardCell)),
    { record_delimiter: 'windows' },
  );
}

interface Consent {
  readonly at: string;
  readonly source: string;
}

/** Reads how each subscriber last came onto the list. */
async function consentsOf(query: Queries, page: readonly Subscriber[]): Promise<ReadonlyMap<number, Consent>> {
  const ids = page.map(({ id }) => id);
  const rows = await query
    .selectFrom('consent_records')
    .select(['subscriber_id', 'at', 'source'])
    .where('subscriber_id', 'in', ids)
    .where('action', 'in', ['import', 'add', 'return', 'opt-in-confirmed'])
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ subscriber_id: id, at, source }) => [id, { at, source }]));
}
