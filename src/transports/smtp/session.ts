import type { Socket } from 'node:net';
import type { EnvelopeCommands } from './envelope.js';
import type { Extensions } from './extensions.js';
import { NoReplyError, ReplyReader } from './replies.js';
import type { Reply } from './replies.js';
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
export interface ReadyConnection {
  readonly socket: Socket;
  readonly extensions: Extensions;
  /** Ends the connection at once, and lets go of all that hangs on it. */
  readonly drop: () => void;
}

/** Internal: the connection is of no use any more. */
class LostError extends Error {}

const CRLF = '\r\n';

/**
 * The dialogue of one connection after its log-in (RFC 5321 §3.3). nodemailer's `send` does not tell whether the final
 * dot had left when a connection broke, takes a 250 for the 354 that lets the data begin, and copies every message;
 * these are the very things that this program has to know and to do well.
 */
export class Session {
  readonly extensions: Extensions;
  /** How many messages the server answered for. */
  answered = 0;
  readonly #connection: ReadyConnection;
  readonly #timeouts: SessionTimeouts;
  readonly #reader = new ReplyReader();
  readonly #replies: Reply[] = [];
  #lost: string | undefined;
  /** Called when a reply has come or the connection is lost. */
  #wake: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(connection: ReadyConnection, timeouts: SessionTimeouts) {
    this.#connection = connection;
    this.extensions = connection.extensions;
    this.#timeouts = timeouts;
    connection.socket.on('data', (bytes: Buffer) => {
      this.#read(bytes);
    });
    for (const event of ['end', 'close'] as const) {
      connection.socket.once(event, () => {
        this.#lose('the connection was closed');
      });
    }
    connection.socket.once('error', (error: NodeJS.ErrnoException) => {
      this.#lose(`the connection broke (${error.code ?? 'no reason given'})`);
    });
  }

  /** Whether it can take a message: nothing was said that nobody asked for. */
  get usable(): boolean {
    return this.#lost === undefined && this.#replies.length === 0;
  }

  /** Hands one message over. Never rejects, and always ends: each wait has its limit. */
  async handOver(commands: EnvelopeCommands, data: WireData): Promise<Answer> {
    const progress: { step: Step } = { step: 'MAIL FROM' };
    try {
      const answer = (await this.#offer(commands, progress)) ?? (await this.#sendData(data, progress));
      this.answered += 1;
      // RFC 5321 §3.8: after a 421 the server closes the connection, whatever it answered.
      if (answer.reply.code === 421) this.#lose('the server ended the session');
      return answer;
    } catch (error) {
      if (!(error instanceof LostError)) throw error;
      return { kind: 'lost', step: progress.step, why: error.message };
    }
  }

  /** Takes leave, and waits a moment for the answer. */
  async quit(): Promise<void> {
    try {
      if (this.usable) await this.#ask('QUIT', this.#timeouts.quit);
    } catch (error) {
      if (!(error instanceof LostError)) throw error;
    }
    this.#lose('the session was ended');
  }

  /** Ends the connection without a word. */
  drop(): void {
    this.#lose('the session was ended');
  }

  /** MAIL, RCPT and DATA; gives the refusal, or nothing where the data may follow. */
  async #offer({ mail, recipient }: EnvelopeCommands, progress: { step: Step }) {
    const steps = [
      { step: 'MAIL FROM', command: mail, granted: '2' },
      { step: 'RCPT TO', command: recipient, granted: '2' },
      { step: 'DATA', command: 'DATA', granted: '354' },
    ] as const;
    const { pipelining } = this.extensions;
    if (pipelining) this.#write(steps.map(({ command }) => command).join(CRLF));
    for (const [index, { step, command, granted }] of steps.entries()) {
      progress.step = step;
      if (!pipelining) this.#write(command);
      const reply = await this.#reply(this.#timeouts.command);
      if (String(reply.code).startsWith(granted)) continue;
      if (reply.code < 400) throw this.#misunderstood(`answered ${step} with ${String(reply.code)}`);
      await this.#afterRefusal(reply, pipelining ? steps.length - 1 - index : 0);
      return { kind: 'reply', step, reply } as const;
    }
    return undefined;
  }

  /** Hears the answers to what was said already, and ends the transaction; where that fails, so does the session. */
  async #afterRefusal({ code }: Reply, outstanding: number): Promise<void> {
    if (code === 421) return;
    try {
      let last: Reply | undefined;
      for (let count = 0; count < outstanding; count += 1) last = await this.#reply(this.#timeouts.command);
      // Nobody was taken, yet the server waits for data: better no data at all than an empty message.
      if (last?.code === 354) throw this.#misunderstood('asked for the data of a message that it had refused');
      const reply = await this.#ask('RSET', this.#timeouts.command);
      if (reply.code >= 300) throw this.#misunderstood('refused to begin anew');
    } catch (error) {
      if (!(error instanceof LostError)) throw error;
    }
  }

  async #sendData({ pieces, end }: WireData, progress: { step: Step }) {
    const { socket } = this.#connection;
    progress.step = 'data';
    this.#requireSilence();
    socket.cork();
    for (const piece of pieces) socket.write(piece);
    socket.uncork();
    // The final dot is kept back until all before it has left: so whatever breaks until then is known not to count.
    if (socket.writableLength > 0) await this.#flushed();
    // What broke a moment ago may be told only in a moment.
    if (!socket.writable) this.#lose('the connection broke');
    if (this.#lost !== undefined) throw new LostError(this.#lost);
    const early = this.#replies.shift();
    if (early !== undefined) {
      this.#lose('the server answered before the message was complete');
      if (early.code >= 400) return { kind: 'reply', step: 'data', reply: early } as const;
      throw new LostError('the server answered before the message was complete');
    }
    progress.step = 'end';
    socket.write(end);
    const reply = await this.#reply(this.#timeouts.end);
    if (reply.code >= 300 && reply.code < 400)
      throw this.#misunderstood(`answered a message with ${String(reply.code)}`);
    return { kind: 'reply', step: 'end', reply } as const;
  }

  /** Until all is with the operating system, or a reply comes. */
  async #flushed(): Promise<void> {
    const data = { left: false };
    this.#connection.socket.write('', (error) => {
      if (error instanceof Error) this.#lose('the connection broke');
      data.left = true;
      this.#wake?.();
    });
    while (!data.left && this.#lost === undefined && this.#replies.length === 0) {
      if (!(await this.#event(this.#timeouts.end)))
        throw this.#timedOut('did not take the message', this.#timeouts.end);
    }
  }

  async #ask(command: string, limit: number): Promise<Reply> {
    this.#write(command);
    return this.#reply(limit);
  }

  #write(command: string): void {
    this.#requireSilence();
    this.#connection.socket.write(command + CRLF);
  }

  /** A reply before the question would be taken for the answer to it. */
  #requireSilence(): void {
    if (this.#lost !== undefined) throw new LostError(this.#lost);
    if (this.#replies.length > 0) throw this.#misunderstood('said something that nobody had asked for');
  }

  async #reply(limit: number): Promise<Reply> {
    if (this.#replies.length === 0 && this.#lost === undefined && !(await this.#event(limit))) {
      throw this.#timedOut('gave no answer', limit);
    }
    const reply = this.#replies.shift();
    if (reply === undefined) throw new LostError(this.#lost ?? 'the connection was closed');
    return reply;
  }

  /** Waits for whatever comes next; `false` where nothing came in time. */
  async #event(limit: number): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (came: boolean) => {
        clearTimeout(this.#timer);
        this.#wake = undefined;
        resolve(came);
      };
      this.#wake = () => {
        settle(true);
      };
      this.#timer = setTimeout(settle, limit, false);
    });
  }

  #read(bytes: Buffer): void {
    if (this.#lost !== undefined) return;
    try {
      this.#replies.push(...this.#reader.read(bytes));
    } catch (error) {
      if (!(error instanceof NoReplyError)) throw error;
      this.#lose(error.message);
    }
    if (this.#replies.length > 0) this.#wake?.();
  }

  #misunderstood(what: string): LostError {
    this.#lose(`the server ${what}`);
    return new LostError(`the server ${what}`);
  }

  #timedOut(what: string, limit: number): LostError {
    const why = `the server ${what} within ${String(Math.ceil(limit / 1000))} s`;
    this.#lose(why);
    return new LostError(why);
  }

  #lose(why: string): void {
    if (this.#lost !== undefined) return;
    this.#lost = why;
    this.#connection.drop();
    this.#wake?.();
  }
}
