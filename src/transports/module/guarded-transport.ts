import { Interrupted, withTimeout, type Timeout } from '../../time/with-timeout.js';
import type { NewsletterError } from '../../model/error.js';
import type { OutgoingMessage, SubmitOutcome, Transport, TransportContext } from '../../model/send/outgoing-message.js';
import {
  moduleOutcomeSchema,
  type ModuleMessage,
  type ModuleOutcome,
  type ModuleTransport,
} from './module-interface.js';
import { moduleBroken, moduleNotReady, moduleStopped, moduleUnusable, errorText, timeoutOf } from './module-errors.js';

/**
 * A user's own transport behind the port. Whatever it does, each message has a true state: where the module throws, takes
 * too long or answers with something else than an outcome a message, nobody knows what it did, so they are uncertain,
 * unless it says that taking one twice does no harm; and nothing more is handed to it.
 */
export class GuardedTransport implements Transport {
  readonly name: string;
  readonly kind = 'real';
  readonly idempotent: boolean;
  readonly loopback: boolean;
  readonly signing: 'ours' | 'theirs';
  readonly connections: number;
  readonly batchSize: number;
  readonly #module: ModuleTransport;
  readonly #timeout: Timeout;
  /** The object that the module returned: its methods may need it as `this`. */
  readonly #self: unknown;
  #broken: NewsletterError | undefined;

  constructor(name: string, module: ModuleTransport, self: unknown) {
    this.name = name;
    this.idempotent = module.idempotent;
    this.loopback = module.loopback;
    this.signing = module.signing;
    this.connections = module.connections;
    this.batchSize = module.batchSize;
    this.#module = module;
    this.#timeout = timeoutOf(module.timeoutSeconds);
    this.#self = self;
  }

  async open({ issue, test, signal }: TransportContext): Promise<void> {
    this.#broken = undefined;
    const open = () => this.#module.open?.call(this.#self, Object.freeze({ issue, test }));
    try {
      await withTimeout(this.#timeout, open, signal);
    } catch (error) {
      if (error instanceof Interrupted) throw moduleNotReady(this.name);
      throw moduleUnusable(this.name, `open failed: ${errorText(error)}`, error);
    }
  }

  async submit(batch: readonly OutgoingMessage[]): Promise<readonly SubmitOutcome[]> {
    const broken = this.#broken;
    if (broken !== undefined) return batch.map(() => ({ outcome: 'deferred', reason: broken.message, stop: broken }));
    const messages = Object.freeze(batch.map(messageForModule));
    try {
      const answer: unknown = await withTimeout(this.#timeout, () => this.#module.submit.call(this.#self, messages));
      return this.#read(answer, batch.length);
    } catch (error) {
      return batch.map(() => this.#unknown(`failed: ${errorText(error)}`, error));
    }
  }

  async close(): Promise<void> {
    try {
      await withTimeout(this.#timeout, () => this.#module.close?.call(this.#self));
    } catch (error) {
      throw moduleUnusable(
        this.name,
        `close failed, after its messages were accounted for: ${errorText(error)}`,
        error,
      );
    }
  }

  #read(answer: unknown, wanted: number): readonly SubmitOutcome[] {
    const given: readonly unknown[] | undefined = Array.isArray(answer) ? answer : undefined;
    if (given?.length !== wanted) {
      const what = given === undefined ? 'gave no list of outcomes' : `gave ${String(given.length)} outcomes`;
      const unknown = this.#unknown(`${what} for ${String(wanted)} messages`);
      return Array.from({ length: wanted }, () => unknown);
    }
    return Array.from(given, (one) => {
      const read = moduleOutcomeSchema.safeParse(one);
      return read.success ? this.#outcome(read.data) : this.#unknown('gave something that is no outcome');
    });
  }

  #outcome(said: ModuleOutcome): SubmitOutcome {
    switch (said.outcome) {
      case 'submitted':
      case 'uncertain':
        return said;
      case 'failed': {
        const { cause, reason } = said;
        return { outcome: 'failed', reason, ...(cause === undefined ? {} : { cause }) };
      }
      case 'deferred': {
        const { cause, reason, stop } = said;
        return {
          outcome: 'deferred',
          reason,
          ...(cause === undefined ? {} : { cause }),
          ...(stop === true ? { stop: moduleStopped(this.name, reason) } : {}),
        };
      }
    }
  }

  /** The outcome of a message for which the module gave no valid outcome. */
  #unknown(what: string, cause?: unknown): SubmitOutcome {
    const stop = (this.#broken ??= moduleBroken(this.name, what, cause));
    const reason = `the transport ${this.name} ${what}`;
    return { outcome: this.idempotent ? 'deferred' : 'uncertain', reason, stop };
  }
}

/** The parts of a message that a module gets: it can change none of them for other messages. */
function messageForModule(message: OutgoingMessage): ModuleMessage {
  const { deliveryId, messageId, envelope } = message;
  const fields = [...message.headers, ...message.template.headers];
  return Object.freeze({
    deliveryId,
    messageId,
    envelope: Object.freeze({ from: envelope.from, to: envelope.to }),
    headers: Object.freeze(fields.map(headerForModule)),
    bytes: async () => new Uint8Array(Buffer.concat(await message.bytes())),
  });
}

function headerForModule(field: string): { readonly name: string; readonly value: string } {
  const colon = field.indexOf(':');
  const value = field.slice(colon + 1).replace(/\r\n(?=[ \t])/g, '');
  return Object.freeze({ name: field.slice(0, colon), value: value.trim() });
}
