import type { Generated, Insertable, Selectable } from 'kysely';
import type { DeliveryStateName, SendKind } from '../model/send/delivery.js';
import type { ConsentAction, SubscriberState } from '../model/send/subscriber.js';

/** Times are ISO 8601 in UTC; tags are a JSON array. Each table's SQL stands in `migrations.ts`. */

interface SubscribersTable {
  /** Never given twice, also after a row was erased: tokens name it. */
  id: Generated<number>;
  /** As it was given, without spaces around it. */
  email: string;
  /** The address in the form by which two of them are the same. */
  address_key: string;
  /** Empty for the first person at an address; for others who share it, their name in the form that is compared. */
  shared_by: Generated<string>;
  /** Keyed hash of `address_key`: how a suppression finds the subscriber. */
  address_hash: string;
  name: string | null;
  language: string | null;
  tags: string;
  state: SubscriberState;
  created_at: string;
}

/** What a person, or somebody in their name, decided; never changed, only added to. */
interface ConsentRecordsTable {
  id: Generated<number>;
  subscriber_id: number;
  at: string;
  action: ConsentAction;
  /** Where it comes from, such as `import:readers.csv`. */
  source: string;
  detail: string | null;
  /** The version of the words that were agreed to, where some were shown. */
  wording: string | null;
  /** Absent where the person was not there before. */
  state_before: SubscriberState | null;
  /** Absent where the person is not there any more. */
  state_after: SubscriberState | null;
  /** The import that wrote it, or that was undone by it; absent for everything else, and before imports were recorded. */
  import_id: Generated<number | null>;
}

/** One import of a file. */
interface ImportsTable {
  id: Generated<number>;
  /** The file's name, without its folder. */
  file: string;
  at: string;
  /** What held for everybody in the file, as JSON. */
  options: string;
  /** What became of its records, in numbers, as JSON. */
  counts: string;
  undone_at: string | null;
}

/** A change of address that waits for its confirmation. */
interface AddressChangesTable {
  id: Generated<number>;
  subscriber_id: number;
  email: string;
  address_key: string;
  address_hash: string;
  requested_at: string;
}

/** Addresses that must not be mailed again; the address itself is not kept. */
interface SuppressionsTable {
  address_hash: string;
  /** Such as `forgotten`, `complaint` or `import`. */
  reason: string;
  created_at: string;
  /** The import that wrote it, as long as nothing else has asked for the same since. */
  import_id: Generated<number | null>;
}

interface SendsTable {
  id: Generated<number>;
  issue: string;
  kind: SendKind;
  /** SHA-256 of the frozen message. */
  build_hash: string;
  /** The frozen message template, as JSON. */
  message: string;
  /** The Date field of every message of the send (RFC 5322 §3.3). */
  date_header: string;
  /** How many deliveries were frozen. */
  audience: number;
  created_at: string;
  /** When nothing was pending any more. */
  completed_at: string | null;
  /** The transport of the newest run: only the same one can know a message that it was handed twice. */
  transport: Generated<string | null>;
  /** When a person decided that the rest shall not go out. */
  cancelled_at: Generated<string | null>;
}

/** The ledger: one row per message of a send. */
interface DeliveriesTable {
  send_id: number;
  /** The order within the send. */
  position: number;
  /** Opaque; says nothing about the person. */
  id: string;
  subscriber_id: number;
  /** Address, name and language as they were when the send was frozen. */
  address: string;
  name: string | null;
  language: string | null;
  message_id: string;
  state: DeliveryStateName;
  reason: string | null;
  attempts: Generated<number>;
  /** A deferred delivery is not claimed before this time. */
  attempt_after: string | null;
  updated_at: string;
}

/** Who works on a send now; `fencing` grows with each holder, so that one who was taken over cannot write any more. */
interface LeasesTable {
  issue: string;
  kind: SendKind;
  fencing: number;
  /** Absent when nobody holds it. */
  pid: number | null;
  host: string;
  renewed_at: string;
}

export interface Tables {
  subscribers: SubscribersTable;
  consent_records: ConsentRecordsTable;
  address_changes: AddressChangesTable;
  suppressions: SuppressionsTable;
  imports: ImportsTable;
  sends: SendsTable;
  deliveries: DeliveriesTable;
  leases: LeasesTable;
}

export type SubscriberRow = Selectable<SubscribersTable>;
export type NewSubscriberRow = Insertable<SubscribersTable>;
export type SendRow = Selectable<SendsTable>;
export type LeaseRow = Selectable<LeasesTable>;
export type ConsentRecordRow = Selectable<ConsentRecordsTable>;
export type NewConsentRecordRow = Insertable<ConsentRecordsTable>;
export type NewSuppressionRow = Insertable<SuppressionsTable>;
