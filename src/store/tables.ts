import type { Generated, Insertable, Selectable } from 'kysely';
import type { DeliveryStateName, SendKind } from '../model/send/delivery.js';
import type { DeliveryReportKind } from '../model/send/delivery-report.js';
import type { ConsentAction, SubscriberState } from '../model/send/subscriber.js';

/** Times are ISO 8601 in UTC; tags are a JSON array. Each table's SQL is in `migrations.ts`. */

interface SubscribersTable {
  /** Never given twice, even after a row was erased, because tokens name it. */
  id: Generated<number>;
  /** As it was entered, without surrounding spaces. */
  email: string;
  /** The form in which two equal addresses are the same. */
  address_key: string;
  /** Empty for the first person at an address; for others who share it, their name in its compared form. */
  shared_by: Generated<string>;
  /** Keyed hash of `address_key`, by which a suppression finds the subscriber. */
  address_hash: string;
  name: string | null;
  language: string | null;
  tags: string;
  state: SubscriberState;
  created_at: string;
}

/** What a person, or somebody on their behalf, decided. Records are added, never changed. */
interface ConsentRecordsTable {
  id: Generated<number>;
  subscriber_id: number;
  at: string;
  action: ConsentAction;
  /** Where the decision comes from, such as `import:readers.csv`. */
  source: string;
  detail: string | null;
  /** The version of the text that was agreed to, if one was shown. */
  wording: string | null;
  /** `null` when the person was not in the database before. */
  state_before: SubscriberState | null;
  /** `null` when the person is no longer in the database. */
  state_after: SubscriberState | null;
  /**
   * The import that wrote the record, or that it undid; `null` for everything else, and for times before imports were
   * recorded.
   */
  import_id: Generated<number | null>;
}

/** One import of a file. */
interface ImportsTable {
  id: Generated<number>;
  /** The file's name, without its folder. */
  file: string;
  at: string;
  /** Values that applied to everybody in the file, as JSON. */
  options: string;
  /** The results of its records, in numbers, as JSON. */
  counts: string;
  undone_at: string | null;
}

/** A change of address that waits for confirmation. */
interface AddressChangesTable {
  id: Generated<number>;
  subscriber_id: number;
  email: string;
  address_key: string;
  address_hash: string;
  requested_at: string;
}

/** Addresses that must not be mailed again; the address itself is not stored. */
interface SuppressionsTable {
  address_hash: string;
  /** One of `SUPPRESSION_REASONS`. */
  reason: string;
  created_at: string;
  /** The import that wrote it, while nothing else has asked for the same. */
  import_id: Generated<number | null>;
  /** The words of the person who wrote it. */
  note: Generated<string | null>;
  /** The report from outside that led to it. */
  event_id: Generated<number | null>;
  /** When somebody asked for the newsletter with this address again; it waits for a person's word. */
  asked_again_at: Generated<string | null>;
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
  /** The transport of the newest run; only the same one can recognise a message that it got twice. */
  transport: Generated<string | null>;
  /** When a person decided that the rest is not sent. */
  cancelled_at: Generated<string | null>;
}

/** The ledger: one row per message of a send. */
interface DeliveriesTable {
  send_id: number;
  /** The order within the send. */
  position: number;
  /** Opaque: it reveals nothing about the person. */
  id: string;
  subscriber_id: number;
  /** Address, name and language at the time when the send was frozen. */
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

/** What a report from outside said about a delivery; each report counts once. */
interface DeliveryEventsTable {
  id: Generated<number>;
  delivery_id: string;
  kind: DeliveryReportKind;
  /** Tells a report that is read again, and reveals nothing of it. */
  digest: string;
  /** When the report arrived. */
  at: string;
  /** The enhanced status code (RFC 3463). */
  status: string | null;
  /** The server's answer, shortened and without addresses; `null` after an erasure. */
  answer: string | null;
}

/** Who works on a send now. `fencing` grows with each holder, so that an earlier holder can no longer write. */
interface LeasesTable {
  issue: string;
  kind: SendKind;
  fencing: number;
  /** `null` when nobody holds it. */
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
  delivery_events: DeliveryEventsTable;
  leases: LeasesTable;
}

export type SubscriberRow = Selectable<SubscribersTable>;
export type NewSubscriberRow = Insertable<SubscribersTable>;
export type SendRow = Selectable<SendsTable>;
export type LeaseRow = Selectable<LeasesTable>;
export type ConsentRecordRow = Selectable<ConsentRecordsTable>;
export type NewConsentRecordRow = Insertable<ConsentRecordsTable>;
export type SuppressionRow = Selectable<SuppressionsTable>;
export type NewSuppressionRow = Insertable<SuppressionsTable>;
