import type { MessageTemplate, SlotValues } from '../issue/edition.js';
import type { SendKind } from './delivery.js';
import type { NewsletterError } from '../error.js';

/** One personalised message on its way to a transport. */
export interface OutgoingMessage {
  /** The ledger's name for the delivery: opaque, says nothing about the person. */
  readonly deliveryId: string;
  /** Without angle brackets. */
  readonly messageId: string;
  readonly envelope: { readonly from: string; readonly to: string };
  readonly recipient: { readonly address: string; readonly name: string | undefined };
  /** Header fields of this message alone: To, Message-ID, Date, List-Unsubscribe … (without line ends). */
  readonly headers: readonly string[];
  readonly template: MessageTemplate;
  readonly values: SlotValues;
  /**
   * The whole RFC 5322 message, signed where there is a key, in pieces that may be shared with other messages; never to
   * be changed. Made at each call, so it is asked for once, when the message's turn has come.
   */
  bytes(): Promise<readonly Uint8Array[]>;
}

/** What a refusal says beyond the one message: the address is no good, or the sender is not welcome. */
export type RefusalCause = 'address' | 'policy';

/** What became of one message that was handed over. */
export type SubmitOutcome =
  /** The transport took responsibility. */
  | { readonly outcome: 'submitted' }
  /** It never will; the reason is for people. A cause `address` (RFC 3463 5.1.x) takes the address off the list. */
  | { readonly outcome: 'failed'; readonly reason: string; readonly cause?: RefusalCause }
  /**
   * Not taken now, and nobody has it; it may be tried again. With `stop` the transport says that it can hand over
   * nothing any more: the send ends, and everything left stays pending.
   */
  | {
      readonly outcome: 'deferred';
      readonly reason: string;
      readonly cause?: 'policy';
      readonly stop?: NewsletterError;
    }
  /** Nobody can tell whether it was taken. With `stop` the send ends here too; the message stays uncertain. */
  | { readonly outcome: 'uncertain'; readonly reason: string; readonly stop?: NewsletterError };

/** What a send tells its transport before the first message. */
export interface TransportContext {
  readonly issue: string;
  readonly kind: SendKind;
  /** Test copies go to addresses that the sender names, and stand in no ledger. */
  readonly test: boolean;
  /** Once aborted, nothing that only waits (for a connection, for its turn) is begun: it is deferred. */
  readonly signal?: AbortSignal;
  /** Told why nothing goes on for a while, in a sentence for people, so that nobody waits without knowing for what. */
  readonly onWarning?: (what: string) => void;
}

/** Hands messages over. `tests/transports/contract.test.ts` says what every implementation keeps to. */
export interface Transport {
  readonly name: string;
  readonly kind: SendKind;
  /** Whether handing the same message over twice leads to one message. */
  readonly idempotent: boolean;
  /** Whether messages go no further than this machine: then nobody outside has to be reachable for a send. */
  readonly loopback: boolean;
  /** Who makes the DKIM signature: this program, into the bytes, or the service that the transport hands over to. */
  readonly signing: 'ours' | 'theirs';
  /** How many batches may be under way at once. */
  readonly connections: number;
  /** How many messages one batch takes at the most. */
  readonly batchSize: number;
  /** Makes ready, and finds out before the first message whether it can work at all. */
  open(context: TransportContext): Promise<void>;
  /** Hands a batch over; the outcomes stand in the order of the messages. */
  submit(batch: readonly OutgoingMessage[]): Promise<readonly SubmitOutcome[]>;
  /**
   * Takes back what an earlier rehearsal left of these messages, as far as it is there; after `open`.
   * A transport that cannot take anything back leaves it out.
   */
  forget?(messageIds: readonly string[]): Promise<void>;
  /** How it signs in and for how long that is good, in a sentence for people; after `open`. Never a secret. */
  describeSignIn?(): string | undefined;
  close(): Promise<void>;
}
