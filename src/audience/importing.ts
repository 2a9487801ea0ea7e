import type { SharedAddresses, SubscriberState } from '../model/subscriber.js';
import type { BulkRows, KnownAddress } from '../store/bulk-rows.js';
import { samePerson, sharedBy } from './find-subscribers.js';
import type { Candidate } from './import-candidate.js';
import { isFirmer } from './import-states.js';
import { hashAddress } from './keys.js';
import type { Keys } from './keys.js';

/**
 * What became of one record that could be read. `heldBack`: an earlier line added them, this one says that they are to
 * confirm. `unsaid`: somebody new of whom the file does not say that they want the newsletter; nothing was written.
 */
export type ImportOutcome =
  'added' | 'pending' | 'unchanged' | 'duplicates' | 'heldBack' | 'takenOff' | 'unsubscribed' | 'suppressed' | 'unsaid';

/** What holds for the whole of one import. */
export interface ImportingContext {
  readonly rows: BulkRows;
  readonly keys: Keys;
  readonly sharing: SharedAddresses;
  /** What the consent records name as their source, where the file does not. */
  readonly source: string;
  /** ISO 8601. */
  readonly at: string;
  /** The highest number before the import: whoever has a higher one came with it. */
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

/** Writes the people of one file, one after the other, in the transaction of the import. */
export class Importing {
  readonly #context: ImportingContext;
  #highest: number;

  constructor(context: ImportingContext) {
    this.#context = context;
    this.#highest = context.newest;
  }

  add(candidate: Candidate): ImportOutcome {
    const { rows, keys, sharing } = this.#context;
    const everybody = rows.findByAddressKey(candidate.key);
    const known = everybody.length === 0 ? undefined : samePerson(everybody, candidate.name, sharing);
    if (known !== undefined) return this.#meet(known, candidate);
    const hash = hashAddress(keys, candidate.key);
    if (rows.isSuppressed(hash)) return 'suppressed';
    if (candidate.unsaid !== undefined) return 'unsaid';
    this.#insert(candidate, hash, sharedBy(everybody, candidate.name));
    return NEW_OUTCOMES[candidate.state];
  }

  /** Nothing of who is there already changes, but that who left or must not be mailed is taken off the list. */
  #meet(known: KnownAddress, candidate: Candidate): ImportOutcome {
    const { rows, keys, newest } = this.#context;
    const here = known.id > newest;
    if (here && known.state === 'active' && candidate.state === 'pending') {
      rows.setState(known.id, 'pending');
      this.#record(known.id, candidate, known.state);
      return 'heldBack';
    }
    if (!isFirmer(candidate.state, known.state)) return here ? 'duplicates' : KNOWN_OUTCOMES[known.state];
    rows.setState(known.id, candidate.state);
    this.#record(known.id, candidate, known.state);
    if (candidate.state === 'suppressed') this.#suppress(hashAddress(keys, candidate.key));
    return 'takenOff';
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
    this.#record(this.#highest, candidate, null);
    if (candidate.state === 'suppressed') this.#suppress(hash);
  }

  #record(id: number, candidate: Candidate, before: SubscriberState | null): void {
    const { rows, at, source } = this.#context;
    const { consentSource } = candidate;
    rows.insertConsentRecord({
      subscriber_id: id,
      at: candidate.at ?? at,
      action: 'import',
      source: consentSource ?? source,
      detail: consentSource === undefined ? null : source,
      state_before: before,
      state_after: candidate.state,
    });
  }

  #suppress(hash: string): void {
    const { rows, at } = this.#context;
    rows.insertSuppression({ address_hash: hash, reason: 'import', created_at: at });
  }
}
