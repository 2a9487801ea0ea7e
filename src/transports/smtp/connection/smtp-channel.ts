import type { Socket } from 'node:net';
import { NoReplyError, ReplyReader, type Reply } from '../answers/replies.js';
import { durationWords } from '../../../model/text/amounts/duration-words.js';

/** The connection cannot be used any more; the message says why. */
export class ConnectionLostError extends Error {}

/** The connection that a channel uses. */
export interface ChannelConnection {
  readonly socket: Socket;
  /** Ends the connection at once, and releases everything that belongs to it. */
  readonly drop: () => void;
}

/** A wait for the server. */
export interface Wait {
  /** When it began, by `performance.now()`. */
  readonly since: number;
  /** After how many milliseconds the wait ends with an error. */
  readonly limit: number;
}

const CRLF = '\r\n';

/** What goes to a server and comes back over one connection: commands, data and replies, each wait with its limit. */
export class SmtpChannel {
  readonly #connection: ChannelConnection;
  readonly #reader = new ReplyReader();
  readonly #replies: Reply[] = [];
  #lost: string | undefined;
  /** Called when a reply has come or the connection is lost. */
  #wake: (() => void) | undefined;
  #timer: NodeJS.Timeout | undefined;
  #wait: Wait | undefined;

  constructor(connection: ChannelConnection) {
    this.#connection = connection;
    connection.socket.on('data', (bytes: Buffer) => {
      this.#read(bytes);
    });
    for (const event of ['end', 'close'] as const) {
      connection.socket.once(event, () => {
        this.destroy('the connection was closed');
      });
    }
    connection.socket.once('error', (error: NodeJS.ErrnoException) => {
      this.destroy(`the connection broke (${error.code ?? 'no reason given'})`);
    });
  }

  /** Whether it can go on: nothing was said that nobody asked for. */
  get usable(): boolean {
    return this.#lost === undefined && this.#replies.length === 0;
  }

  /** The wait that is going on now. */
  get wait(): Wait | undefined {
    return this.#wait;
  }

  /** Writes a command, and waits for the answer. */
  async request(command: string, limit: number): Promise<Reply> {
    this.writeCommands(command);
    return this.reply(limit);
  }

  /** Writes one command, or several one after the other (RFC 2920), without a wait. */
  writeCommands(...commands: readonly string[]): void {
    this.requireSilence();
    this.#connection.socket.write(commands.join(CRLF) + CRLF);
  }

  /**
   * The next reply.
   *
   * @param limit how many milliseconds it may take.
   * @throws LostError
   */
  async reply(limit: number): Promise<Reply> {
    if (this.#replies.length === 0 && this.#lost === undefined && !(await this.#event(limit))) {
      throw this.#timedOut('gave no answer', limit);
    }
    const reply = this.#replies.shift();
    if (reply === undefined) throw new ConnectionLostError(this.#lost ?? 'the connection was closed');
    return reply;
  }

  /** A reply that has come already, though nobody asked. */
  earlyReply(): Reply | undefined {
    return this.#replies.shift();
  }

  /**
   * Sends data, and waits until all of it is with the operating system, or a reply comes.
   *
   * @throws LostError also where the connection broke a moment ago, which may be told only in a moment.
   */
  async send(pieces: readonly Uint8Array[], limit: number): Promise<void> {
    const { socket } = this.#connection;
    this.requireSilence();
    socket.cork();
    for (const piece of pieces) socket.write(piece);
    socket.uncork();
    if (socket.writableLength > 0) await this.#flushed(limit);
    if (!socket.writable) this.destroy('the connection broke');
    if (this.#lost !== undefined) throw new ConnectionLostError(this.#lost);
  }

  /** Sends the last of what was begun. */
  finish(bytes: Uint8Array): void {
    this.#connection.socket.write(bytes);
  }

  /** A reply before the question would be taken for the answer to it. */
  requireSilence(): void {
    if (this.#lost !== undefined) throw new ConnectionLostError(this.#lost);
    if (this.#replies.length > 0) throw this.misunderstood('said something that nobody had asked for');
  }

  /** Ends the connection, since its two ends do not understand each other; gives the error to throw. */
  misunderstood(what: string): ConnectionLostError {
    this.destroy(`the server ${what}`);
    return new ConnectionLostError(`the server ${what}`);
  }

  /** Ends the connection, unless it is over already. */
  destroy(why: string): void {
    if (this.#lost !== undefined) return;
    this.#lost = why;
    this.#connection.drop();
    this.#wake?.();
  }

  async #flushed(limit: number): Promise<void> {
    const data = { left: false };
    this.#connection.socket.write('', (error) => {
      if (error instanceof Error) this.destroy('the connection broke');
      data.left = true;
      this.#wake?.();
    });
    while (!data.left && this.#lost === undefined && this.#replies.length === 0) {
      if (!(await this.#event(limit))) throw this.#timedOut('did not take the message', limit);
    }
  }

  /** Waits for whatever comes next; `false` where nothing came in time. */
  #event(limit: number): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (came: boolean) => {
        clearTimeout(this.#timer);
        this.#wake = undefined;
        this.#wait = undefined;
        resolve(came);
      };
      this.#wake = () => {
        settle(true);
      };
      this.#wait = { since: performance.now(), limit };
      this.#timer = setTimeout(settle, limit, false);
    });
  }

  #read(bytes: Buffer): void {
    if (this.#lost !== undefined) return;
    try {
      for (const reply of this.#reader.read(bytes)) this.#replies.push(reply);
    } catch (error) {
      if (!(error instanceof NoReplyError)) throw error;
      this.destroy(error.message);
    }
    if (this.#replies.length > 0) this.#wake?.();
  }

  #timedOut(what: string, limit: number): ConnectionLostError {
    const why = `the server ${what} within ${durationWords(limit)}`;
    this.destroy(why);
    return new ConnectionLostError(why);
  }
}
