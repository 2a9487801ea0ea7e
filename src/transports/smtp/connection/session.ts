import { SmtpChannel, ConnectionLostError, type ChannelConnection, type Wait } from './smtp-channel.js';
import type { EnvelopeCommands } from './envelope.js';
import type { Extensions } from './extensions.js';
import type { Reply } from '../answers/replies.js';
import type { WireData } from './wire-data.js';

/** How far a message had come. `data` is on the way before its final dot, `end` after it. */
export type Step = 'MAIL FROM' | 'RCPT TO' | 'DATA' | 'data' | 'end';

/** What the server said to a message, or that it says nothing any more. */
export type Answer =
  | { readonly kind: 'reply'; readonly step: Step; readonly reply: Reply }
  | { readonly kind: 'lost'; readonly step: Step; readonly why: string };

/** How long a session waits, in milliseconds. */
export interface SessionTimeouts {
  /** For the answer to a command. */
  readonly command: number;
  /** For the data to leave, and for the answer to the final dot. */
  readonly end: number;
  readonly quit: number;
}

/** A connection that is ready for messages: encrypted and logged in where that is wanted. */
export interface ReadyConnection extends ChannelConnection {
  readonly extensions: Extensions;
}

/** What leads to the data, and how a reply begins that lets the next follow. */
const OFFER = [
  { step: 'MAIL FROM', command: ({ mail }: EnvelopeCommands) => mail, granted: '2' },
  { step: 'RCPT TO', command: ({ recipient }: EnvelopeCommands) => recipient, granted: '2' },
  { step: 'DATA', command: () => 'DATA', granted: '354' },
] as const;

/**
 * The messages of one connection after its log-in (RFC 5321 §3.3). nodemailer's `send` does not tell whether the final
 * dot had left when a connection broke, takes a 250 for the 354 that lets the data begin, and copies every message;
 * these are the very things that this program has to know and to do well.
 */
export class Session {
  readonly extensions: Extensions;
  /** How many messages the server answered for. */
  answered = 0;
  readonly #channel: SmtpChannel;
  readonly #timeouts: SessionTimeouts;

  constructor(connection: ReadyConnection, timeouts: SessionTimeouts) {
    this.#channel = new SmtpChannel(connection);
    this.extensions = connection.extensions;
    this.#timeouts = timeouts;
  }

  /** Whether it can take a message. */
  get usable(): boolean {
    return this.#channel.usable;
  }

  /** What the server is waited for just now. */
  get wait(): Wait | undefined {
    return this.#channel.wait;
  }

  /** Submits one message. Never rejects, and always ends: each wait has its limit. */
  async submit(commands: EnvelopeCommands, data: WireData): Promise<Answer> {
    const progress: { step: Step } = { step: 'MAIL FROM' };
    try {
      const answer = (await this.#offer(commands, progress)) ?? (await this.#sendData(data, progress));
      this.answered += 1;
      // RFC 5321 §3.8: after a 421 the server closes the connection, whatever it answered.
      if (answer.reply.code === 421) this.#channel.destroy('the server ended the session');
      return answer;
    } catch (error) {
      if (!(error instanceof ConnectionLostError)) throw error;
      return { kind: 'lost', step: progress.step, why: error.message };
    }
  }

  /** Sends QUIT, and waits a moment for the answer. */
  async quit(): Promise<void> {
    try {
      if (this.usable) await this.#channel.request('QUIT', this.#timeouts.quit);
    } catch (error) {
      if (!(error instanceof ConnectionLostError)) throw error;
    }
    this.drop();
  }

  /** Ends the connection without QUIT. */
  drop(): void {
    this.#channel.destroy('the session was ended');
  }

  /** Sends MAIL, RCPT and DATA; returns the refusal, or nothing when the data may follow. */
  async #offer(commands: EnvelopeCommands, progress: { step: Step }) {
    const { pipelining } = this.extensions;
    if (pipelining) this.#channel.writeCommands(...OFFER.map(({ command }) => command(commands)));
    for (const [index, { step, command, granted }] of OFFER.entries()) {
      progress.step = step;
      if (!pipelining) this.#channel.writeCommands(command(commands));
      const reply = await this.#channel.reply(this.#timeouts.command);
      if (String(reply.code).startsWith(granted)) continue;
      if (reply.code < 400) throw this.#channel.misunderstood(`answered ${step} with ${String(reply.code)}`);
      await this.#afterRefusal(reply, pipelining ? OFFER.length - 1 - index : 0);
      return { kind: 'reply', step, reply } as const;
    }
    return undefined;
  }

  /** Reads the answers to the commands that were sent already, and ends the transaction; an error ends the session. */
  async #afterRefusal({ code }: Reply, outstanding: number): Promise<void> {
    if (code === 421) return;
    const channel = this.#channel;
    try {
      let last: Reply | undefined;
      for (let count = 0; count < outstanding; count += 1) last = await channel.reply(this.#timeouts.command);
      // Nobody was taken, yet the server waits for data: better no data at all than an empty message.
      if (last?.code === 354) throw channel.misunderstood('asked for the data of a message that it had refused');
      const reply = await channel.request('RSET', this.#timeouts.command);
      if (reply.code >= 300) throw channel.misunderstood('refused to begin anew');
    } catch (error) {
      if (!(error instanceof ConnectionLostError)) throw error;
    }
  }

  async #sendData({ pieces, end }: WireData, progress: { step: Step }) {
    const channel = this.#channel;
    progress.step = 'data';
    // The final dot waits until all before it has left: if the connection breaks earlier, nobody has the message.
    await channel.send(pieces, this.#timeouts.end);
    const early = channel.earlyReply();
    if (early !== undefined) {
      channel.destroy('the server answered before the message was complete');
      if (early.code >= 400) return { kind: 'reply', step: 'data', reply: early } as const;
      throw new ConnectionLostError('the server answered before the message was complete');
    }
    progress.step = 'end';
    channel.finish(end);
    const reply = await channel.reply(this.#timeouts.end);
    if (reply.code >= 300 && reply.code < 400)
      throw channel.misunderstood(`answered a message with ${String(reply.code)}`);
    return { kind: 'reply', step: 'end', reply } as const;
  }
}
