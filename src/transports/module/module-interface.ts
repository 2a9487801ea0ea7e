import * as z from 'zod';

/**
 * What a user's own transport module gives and gets. `docs/transports.md` describes it for people; it changes only by
 * additions.
 */

/** What the module is told when it is asked for a transport. */
export interface ModuleContext {
  /** Absolute path of the workspace. */
  readonly workspace: string;
  /** The environment, over the workspace's `.env`. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** What `open` is told. */
export interface ModuleSend {
  readonly issue: string;
  /** Whether what follows are test copies. */
  readonly test: boolean;
}

/** One message as the module gets it; frozen. */
export interface ModuleMessage {
  readonly deliveryId: string;
  /** Without angle brackets. */
  readonly messageId: string;
  readonly envelope: { readonly from: string; readonly to: string };
  /** Every header field but the signature, encoded and on one line. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  /** The whole message (RFC 5322), as it has to arrive. */
  bytes(): Promise<Uint8Array>;
}

const method = <Method>() => z.custom<Method>((value) => typeof value === 'function', 'a function');

/** The transport that a module's `createTransport` gives, with its defaults. */
export const moduleTransportSchema = z.object({
  /** Whether submitting the same message twice leads to one message. */
  idempotent: z.boolean().default(false),
  loopback: z.boolean().default(false),
  signing: z.enum(['ours', 'theirs']).default('ours'),
  connections: z.int().min(1).max(50).default(1),
  batchSize: z.int().min(1).max(1000).default(1),
  /** How long `open`, `submit` and `close` may each take. */
  timeoutSeconds: z.number().positive().max(600).default(60),
  open: method<(this: unknown, send: ModuleSend) => unknown>().optional(),
  submit: method<(this: unknown, messages: readonly ModuleMessage[]) => unknown>(),
  close: method<(this: unknown) => unknown>().optional(),
});

export type ModuleTransport = z.infer<typeof moduleTransportSchema>;

/** The module's text, as one line of a report. */
const reason = z
  .string()
  .transform((text) =>
    text
      .replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ')
      .trim()
      .slice(0, 300),
  )
  .transform((text) => (text === '' ? 'the transport gave no reason' : text));

/** What a module may say of a message. */
export const moduleOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('submitted') }),
  z.object({ outcome: z.literal('failed'), reason, cause: z.enum(['address', 'policy']).optional() }),
  z.object({
    outcome: z.literal('deferred'),
    reason,
    cause: z.literal('policy').optional(),
    /** The module can submit nothing more in this send. */
    stop: z.boolean().optional(),
  }),
  z.object({ outcome: z.literal('uncertain'), reason }),
]);

export type ModuleOutcome = z.infer<typeof moduleOutcomeSchema>;
