import type { SharedAddresses, SubscriberState } from '../../model/send/subscriber.js';
import type { BulkRows, KnownAddress } from '../../store/rows/bulk-rows.js';
import { samePerson, sharedBy } from '../find-subscribers.js';
import type { Candidate } from './import-candidate.js';
import { isMoreRestrictive } from './import-states.js';
import { hashAddress, type Keys } from '../tokens/keys.js';
/**
 * The result of one record that could be read. `heldBack`: an earlier line added the person, and this one says that
 * they must confirm. `unsaid`: the person is new and the file does not say that they want the newsletter, so nothing
 * was written.
 */
export type ImportOutcome =
  'added' | 'pending' | 'unchanged' | 'duplicates' | 'heldBack' | 'takenOff' | 'unsubscribed' | 'suppressed' | 'unsaid';

/** Values that apply to one whole import. */
export interface ImportWriterContext {
  readonly rows: BulkRows;
  readonly keys: Keys;
  readonly sharing: SharedAddresses;
  /** The source in the consent records, when the file does not name one. */
  readonly source: string;
  /** ISO 8601. */
  readonly at: string;
  /** The number under which the import is recorded. */
  readonly importId: number;
  /** What the importer said about the consent of everybody in the file, when the file says nothing. */
  readonly agreement: string | undefined;
  /** The highest number before the import; a person with a higher one came with it. */
  readonly newest: number;
}

const KNOWN_OUTCOMES: Readonly<Record<SubscriberState, ImportOutcome>> = {
  active: 'unchanged',
  pending: 'unchanged',
  unsubscribed: 'unsubscribed',
  suppressed: 'suppressed',
};

const NEW_OUTCOMES: Readonly<Record<SubscriberState, ImportOutcome>> = {
  active: 'added',
  pending: 'pending',
  unsubscribed: 'unsubscribed',
  suppressed: 'suppressed',
};

/** A new person, as they are stored. */
export interface ImportedPerson {
  readonly email: string;
  readonly name: string | null;
  readonly language: string | null;
  readonly tags: readonly string[];
  readonly state: SubscriberState;
  /** When and how they agreed or unsubscribed. */
  readonly at: string;
  readonly source: string;
}

const MAX_FIRST_PEOPLE = 5;

/** Writes the people of one file, one after the other, in the transaction of the import. */
export class ImportWriter {
  readonly #context: ImportWriterContext;
  readonly #firstPeople: ImportedPerson[] = [];
  #highest: number;

  constructor(context: ImportWriterContext) {
    this.#context = context;
    this.#highest = context.newest;
  }

  /** The first new people, to show to the importer. */
  get firstPeople(): readonly ImportedPerson[] {
    return this.#firstPeople;
  }

  add(candidate: Candidate): ImportOutcome {
    const { rows, keys, sharing } = this.#context;
    const everybody = rows.findByAddressKey(candidate.key);
    const known = everybody.length === 0 ? undefined : samePerson(everybody, candidate.name, sharing);
    if (known !== undefined) return this.#mergeExisting(known, candidate);
    const hash = hashAddress(keys, candidate.key);
    if (rows.isSuppressed(hash)) return 'suppressed';
    if (candidate.unsaid !== undefined) return 'unsaid';
    this.#insert(candidate, hash, sharedBy(everybody, candidate.name));
    return NEW_OUTCOMES[candidate.state];
  }

  /**
   * Leaves people unchanged who are on the list already, unless the file says that they unsubscribed or must not be
   * mailed: then they are taken off.
   */
  #mergeExisting(known: KnownAddress, candidate: Candidate): ImportOutcome {
    const { rows, keys, newest } = this.#context;
    const here = known.id > newest;
    if (here && known.state === 'active' && candidate.state === 'pending') {
      rows.setState(known.id, 'pending');
      this.#record(known.id, candidate, known.state, 'pending');
      return 'heldBack';
    }
    if (!isMoreRestrictive(candidate.state, known.state)) {
      if (candidate.unsaid === undefined) this.#confirm(known, candidate);
      return here ? 'duplicates' : KNOWN_OUTCOMES[known.state];
    }
    rows.setState(known.id, candidate.state);
    this.#record(known.id, candidate, known.state, candidate.state);
    if (candidate.state === 'suppressed') this.#suppress(hashAddress(keys, candidate.key));
    return 'takenOff';
  }

  /**
   * If another import alone set the person's state, they keep it when that import is undone, because this file says the
   * same. Once is enough: a list that is imported every month does not add a record each time.
   */
  #confirm({ id, state }: KnownAddress, candidate: Candidate): void {
    const { rows, importId } = this.#context;
    if (isOnList(candidate.state) !== isOnList(state)) return;
    const earlier = rows.importBehind(id);
    if (earlier !== undefined && earlier !== importId) this.#record(id, candidate, state, state);
  }

  #insert(candidate: Candidate, hash: string, shared: string): void {
    this.#highest += 1;
    this.#context.rows.insertSubscriber({
      id: this.#highest,
      email: candidate.address,
      address_key: candidate.key,
      shared_by: shared,
      address_hash: hash,
      name: candidate.name,
      language: candidate.language,
      tags: JSON.stringify(candidate.tags),
      state: candidate.state,
      created_at: this.#context.at,
    });
    this.#record(this.#highest, candidate, null, candidate.state);
    this.#show(candidate);
    if (candidate.state === 'suppressed') this.#suppress(hash);
  }

  #show({ address: email, name, language, tags, state, at, consentSource }: Candidate): void {
    if (this.#firstPeople.length >= MAX_FIRST_PEOPLE) return;
    const { at: now, source } = this.#context;
    this.#firstPeople.push({ email, name, language, tags, state, at: at ?? now, source: consentSource ?? source });
  }

  #record(id: number, candidate: Candidate, before: SubscriberState | null, after: SubscriberState): void {
    const { rows, at, source, importId, agreement } = this.#context;
    const { consentSource } = candidate;
    rows.insertConsentRecord({
      subscriber_id: id,
      at: candidate.at ?? at,
      action: 'import',
      source: consentSource ?? source,
      detail: consentSource === undefined ? (agreement ?? null) : source,
      state_before: before,
      state_after: after,
      import_id: importId,
    });
  }

  #suppress(hash: string): void {
    const { rows, at, importId } = this.#context;
    rows.insertSuppression({ address_hash: hash, reason: 'import', created_at: at, import_id: importId });
  }
}

function isOnList(state: SubscriberState): boolean {
  return state === 'active' || state === 'pending';
}
