import type { MessageTemplate, SlotValues } from '../issue/edition.js';
import type { SendKind } from './delivery.js';
import type { NewsletterError } from '../error.js';

/** One personalised message on its way to a transport. */
export interface OutgoingMessage {
  /** The ledger's opaque name for the delivery; it reveals nothing about the person. */
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
   * The whole RFC 5322 message, signed if there is a key, in pieces that other messages may share, so they must never
   * be changed. It is made at each call, so call it once, when the message's turn has come.
   */
  bytes(): Promise<readonly Uint8Array[]>;
}

/** What a refusal says beyond the one message: the address does not exist, or the sender is not welcome. */
export type RefusalCause = 'address' | 'policy';

/** The result of submitting one message. */
export type SubmitOutcome =
  /** The transport took responsibility. */
  | { readonly outcome: 'submitted' }
  /**
   * It will never be taken; the reason is for people. The cause `address` (RFC 3463 5.1.x) takes the address off the
   * list.
   */
  | { readonly outcome: 'failed'; readonly reason: string; readonly cause?: RefusalCause }
  /**
   * It was not taken, nobody has it, and it may be tried again. With `stop` the transport says that it can submit
   * nothing more: the send ends, and everything left stays pending.
   */
  | {
      readonly outcome: 'deferred';
      readonly reason: string;
      /** `rate`: the other side wants fewer messages. */
      readonly cause?: 'policy' | 'rate';
      /** It may be tried again from then on; what was kept back by a limit of ours counts as no attempt. */
      readonly notBefore?: Date;
      readonly stop?: NewsletterError;
    }
  /** Nobody can tell whether it was taken. With `stop` the send ends here too; the message stays uncertain. */
  | { readonly outcome: 'uncertain'; readonly reason: string; readonly stop?: NewsletterError };

/** What a send tells its transport before the first message. */
export interface TransportContext {
  readonly issue: string;
  readonly kind: SendKind;
  /** Test copies go to addresses that the sender names, and are in no ledger. */
  readonly test: boolean;
  /** Once aborted, nothing that only waits (for a connection, for its turn) is begun: it is deferred. */
  readonly signal?: AbortSignal;
  /** Called with a sentence for people when nothing happens for a while, so that nobody waits without knowing why. */
  readonly onWarning?: (what: string) => void;
  /** Waits until the next message may leave, or the signal aborts. Only for transports that take turns themselves. */
  readonly takeTurn?: (signal: AbortSignal | undefined) => Promise<void>;
}

/** Submits messages. `tests/transports/contract.test.ts` says what every implementation must do. */
export interface Transport {
  readonly name: string;
  readonly kind: SendKind;
  /** Whether submitting the same message twice results in one message. */
  readonly idempotent: boolean;
  /** Whether messages stay on this machine, so that a send needs nobody outside to be reachable. */
  readonly loopback: boolean;
  /** Who makes the DKIM signature: this program, in the bytes, or the service that the transport submits to. */
  readonly signing: 'ours' | 'theirs';
  /** How many batches may be in progress at once. */
  readonly connections: number;
  /** How many messages one batch takes at most. */
  readonly batchSize: number;
  /** Whether it calls `takeTurn` for each message, at the last moment; otherwise that is done before `submit`. */
  readonly takesTurns?: boolean;
  /** How many messages a minute its own settings allow, over all processes; absent: as many as the server takes. */
  readonly perMinute?: number | undefined;
  /** Prepares the transport, and finds out before the first message whether it can work at all. */
  open(context: TransportContext): Promise<void>;
  /** Submits a batch; the outcomes have the order of the messages. */
  submit(batch: readonly OutgoingMessage[]): Promise<readonly SubmitOutcome[]>;
  /**
   * Removes what an earlier rehearsal left of these messages, if it exists; after `open`. Only transports that can
   * remove messages have it.
   */
  takeBack?(messageIds: readonly string[]): Promise<void>;
  /** Says how it signs in and for how long that is valid, in a sentence for people; after `open`. Never a secret. */
  describeSignIn?(): string | undefined;
  close(): Promise<void>;
}
