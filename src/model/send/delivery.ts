/** Why a delivery was skipped at its turn: the subscriber's new state, or a person's decision. */
export type SkipReason =
  'unsubscribed' | 'suppressed' | 'pending' | 'forgotten' | 'import-undone' | 'cancelled' | 'uncertain';

/** The state of one message of a send. */
export type DeliveryState =
  /** The reason is set when it was submitted before and not taken. */
  | { readonly state: 'pending'; readonly reason?: string | undefined }
  | { readonly state: 'submitting' }
  | { readonly state: 'submitted' }
  | { readonly state: 'failed'; readonly reason: string }
  /**
   * Nobody can tell whether the transport took it. Sources: a transport that lost the answer after it had submitted the
   * message (SMTP: `transports/smtp/answers/outcome.ts`; SendGrid: `transports/sendgrid/answers/answers.ts`, and where
   * there is no answer for one message); a module that says so, throws, takes too long or answers with something else
   * (`transports/module/guarded-transport.ts`); a transport of ours that throws or answers for another number of
   * messages (`send/run/submit-batch.ts`); a sender that died, or could not record the outcome, after the claim
   * (`send/ledger/ledger-transitions.ts`).
   */
  | { readonly state: 'uncertain'; readonly reason: string }
  /** Of an uncertain one that a person decided to skip, the ledger keeps beside it why it was uncertain. */
  | { readonly state: 'skipped'; readonly reason: SkipReason };

export type DeliveryStateName = DeliveryState['state'];

/** What can happen to a delivery. */
export type DeliveryEvent =
  | { readonly event: 'claim' }
  | { readonly event: 'skip'; readonly reason: SkipReason }
  | { readonly event: 'accept' }
  | { readonly event: 'reject'; readonly reason: string }
  | { readonly event: 'defer'; readonly reason?: string | undefined }
  | { readonly event: 'lose'; readonly reason: string }
  /** A person wants it submitted again, after it failed, or at the risk that somebody gets it twice. */
  | { readonly event: 'retry' };

/**
 * The legal transitions of a delivery. A delivery that may have reached the transport is never `pending` again, unless
 * the transport said that it did not take it, cannot take it twice, or a person decides so.
 *
 * @returns the next state, or `undefined` when the event is not legal in that state.
 */
export function nextDeliveryState(current: DeliveryStateName, event: DeliveryEvent): DeliveryState | undefined {
  switch (current) {
    case 'pending':
      if (event.event === 'claim') return { state: 'submitting' };
      // Only an uncertain delivery may be skipped for being uncertain.
      if (event.event === 'skip' && event.reason !== 'uncertain') return { state: 'skipped', reason: event.reason };
      return undefined;
    case 'submitting':
      return afterSubmitting(event);
    case 'uncertain':
      if (event.event === 'retry') return { state: 'pending' };
      if (event.event === 'skip' && event.reason === 'uncertain') return { state: 'skipped', reason: event.reason };
      return undefined;
    case 'failed':
      return event.event === 'retry' ? { state: 'pending' } : undefined;
    case 'submitted':
    case 'skipped':
      return undefined;
  }
}

function afterSubmitting(event: DeliveryEvent): DeliveryState | undefined {
  switch (event.event) {
    case 'accept':
      return { state: 'submitted' };
    case 'reject':
      return { state: 'failed', reason: event.reason };
    case 'defer':
      return { state: 'pending', reason: event.reason };
    case 'lose':
      return { state: 'uncertain', reason: event.reason };
    case 'claim':
    case 'skip':
    case 'retry':
      return undefined;
  }
}

/** `real` through any transport except the outbox, which is always a `rehearsal`. */
export type SendKind = 'real' | 'rehearsal';

/** The ledger of one send in numbers; a live `submitting` counts as pending. */
export interface SendReport {
  readonly issue: string;
  readonly kind: SendKind;
  readonly audience: number;
  readonly pending: number;
  readonly submitted: number;
  readonly failed: number;
  readonly skipped: number;
  readonly uncertain: number;
}

/** Says whether nobody is left who may not have got theirs. */
export function isSendComplete(report: SendReport): boolean {
  return report.pending + report.failed + report.uncertain === 0;
}
