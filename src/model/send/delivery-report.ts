/** What a report from outside can say about a delivery; each is the kind of the mail that says it. */
export const DELIVERY_REPORT_KINDS = ['permanent', 'temporary', 'policy', 'complaint'] as const;
export type DeliveryReportKind = (typeof DELIVERY_REPORT_KINDS)[number];

/** Says whether a kind of mail is a report about a delivery. */
export function isDeliveryReportKind(kind: string): kind is DeliveryReportKind {
  return DELIVERY_REPORT_KINDS.some((known) => known === kind);
}

/** What came back for one delivery. It holds facts only: never the mail's text, never an address. */
export interface ReportedEvent {
  readonly kind: DeliveryReportKind;
  /** When the report arrived, ISO 8601. */
  readonly at: string;
  /** The enhanced status code (RFC 3463). */
  readonly status: string | null;
  /** The server's answer, shortened and without addresses; `null` after an erasure. */
  readonly answer: string | null;
}

/** An address is suppressed when this many of its last issues came back for now. */
export const MAX_TEMPORARY = 3;
/** How many of the issues last sent to an address count. */
export const TEMPORARY_WINDOW = 5;
