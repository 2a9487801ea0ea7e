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
  /** Why it is in this state. */
  reason: string | null;
  /** Why nobody could tell whether it was taken, where a person decided about it since; the newest reason is first. */
  uncertain_reason: Generated<string | null>;
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

/** When the next message of a scope (`all`, or a domain of recipients) may leave; milliseconds since 1970. */
interface QuotaTurnsTable {
  scope: string;
  next_at: number;
  /** How far messages are kept apart because a server asked for it; 0: not at all. */
  slow_ms: number;
}

/** How many messages of a scope left within a minute; minutes are counted since 1970. */
interface QuotaUsesTable {
  scope: string;
  minute: number;
  messages: number;
}

/** A mail of a folder on a mail server that was read: its numbers there (RFC 9051 §2.3.1.1), and its kind. */
interface MailboxMailsTable {
  /** The folder's address, without a secret. */
  mailbox: string;
  uid_validity: number;
  uid: number;
  kind: string;
}

/** Work that is carried out after the answer to what caused it. The words are those of `src/jobs/job.ts`. */
interface JobsTable {
  id: Generated<number>;
  kind: string;
  /** A JSON object of numbers of rows; never an address or a name. */
  ids: string;
  /** Whom it is about; the job is deleted with them. */
  subscriber_id: number | null;
  state: 'waiting' | 'running' | 'done' | 'failed' | 'uncertain';
  attempts: Generated<number>;
  /** When it is begun or tried again; `null` unless it is waiting. */
  due_at: string | null;
  /** Why it was not carried out; it names nobody. */
  reason: string | null;
  /** By what means it was begun, such as the name of a transport. */
  via: Generated<string | null>;
  /** Who has it while it is running. */
  worker: Generated<string | null>;
  worker_pid: Generated<number | null>;
  worker_host: Generated<string | null>;
  /** The last sign of life of its worker. */
  renewed_at: Generated<string | null>;
  created_at: string;
  updated_at: string;
}

/** What somebody entered in a form, until it is done. It is stored before the answer, whether the address is known or not. */
interface FormRequestsTable {
  id: Generated<number>;
  /** Who wants the newsletter at this address; `null` for somebody who wants to subscribe. */
  subscriber_id: number | null;
  email: string;
  address_hash: string;
  name: string | null;
  language: string | null;
  wording: string | null;
  requested_at: string;
}

/** How often somebody caused service mail within a time. */
interface ServiceMailCountsTable {
  scope: string;
  /** Keyed hash of what is counted, such as a mailbox. */
  key_hash: string;
  times: number;
  since: string;
  expires_at: string;
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
  quota_turns: QuotaTurnsTable;
  quota_uses: QuotaUsesTable;
  mailbox_mails: MailboxMailsTable;
  jobs: JobsTable;
  form_requests: FormRequestsTable;
  service_mail_counts: ServiceMailCountsTable;
}

export type SubscriberRow = Selectable<SubscribersTable>;
export type NewSubscriberRow = Insertable<SubscribersTable>;
export type SendRow = Selectable<SendsTable>;
export type DeliveryRow = Selectable<DeliveriesTable>;
export type JobRow = Selectable<JobsTable>;
export type LeaseRow = Selectable<LeasesTable>;
export type ConsentRecordRow = Selectable<ConsentRecordsTable>;
export type NewConsentRecordRow = Insertable<ConsentRecordsTable>;
export type SuppressionRow = Selectable<SuppressionsTable>;
export type NewSuppressionRow = Insertable<SuppressionsTable>;
