import type { NewsletterError } from '../../../model/error.js';
import type { ConnectResult } from './connect.js';
import type { ConnectFailure } from '../answers/connect-failure.js';
import type { Wait } from './smtp-channel.js';
import type { Session } from './session.js';

export interface PoolOptions {
  readonly connect: () => Promise<ConnectResult>;
  readonly connections: number;
  readonly messagesPerConnection: number | undefined;
  /** Milliseconds before each further attempt to connect; after the last one there is none. */
  readonly pauses: readonly number[];
  /** After this number of milliseconds without a message, a connection is ended with QUIT. */
  readonly idle: number;
  /** It gets the reason why there is no connection, and the milliseconds until the next attempt. */
  readonly onWarning: (error: NewsletterError, pause: number) => void;
  /** Makes the error for connections that are made but break before the first answer. */
  readonly keepsBreaking: (why: string) => NewsletterError;
}

/** Longer pauses than this are for a person: the send stops, and can go on later. */
const MAX_WAIT_MS = 120_000;

interface Member {
  readonly session: Session;
  /** How many failures there had been when it was made: those of one time count once. */
  readonly era: number;
  idleTimer: NodeJS.Timeout | undefined;
}

type WaitingSubmission = (got: Session | NewsletterError | undefined) => void;

/**
 * Connections that are made when they are wanted and used again. Where none can be made, each further attempt waits
 * longer; where some work and no more can be had, the server seems to allow only those, and they do the work.
 */
export class Pool {
  readonly #options: PoolOptions;
  readonly #members = new Map<Session, Member>();
  readonly #idle: Session[] = [];
  readonly #waiting: WaitingSubmission[] = [];
  #connecting = 0;
  /** The number of failures in a row, without an answered message in between. */
  #failures = 0;
  #era = 0;
  #pause: NodeJS.Timeout | undefined;
  #mayTry = true;
  #gaveUp: NewsletterError | undefined;
  #interrupted = false;
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Makes the first connection; one attempt, since a person waits for what it tells. */
  async open(): Promise<void> {
    const attempt = await this.#options.connect();
    if (attempt.kind === 'failure') throw attempt.error;
    this.#add(attempt.session);
    this.#rest(attempt.session);
  }

  /** A connection that is ready for a message, or why none can be made, or nothing after an interruption. */
  async acquire(): Promise<Session | NewsletterError | undefined> {
    if (this.#interrupted) return undefined;
    if (this.#gaveUp !== undefined) return this.#gaveUp;
    for (let session = this.#idle.pop(); session !== undefined; session = this.#idle.pop()) {
      clearTimeout(this.#members.get(session)?.idleTimer);
      if (session.usable) return session;
      this.#members.delete(session);
      session.drop();
    }
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#connectWhereNeeded();
    });
  }

  /** What the server is waited for just now, over all connections. */
  get waits(): readonly Wait[] {
    return [...this.#members.keys()].flatMap(({ wait }) => wait ?? []);
  }

  /** Ends all waits for a connection; messages that have a connection are submitted to their end. */
  interrupt(): void {
    this.#interrupted = true;
    clearTimeout(this.#pause);
    for (const waiting of this.#waiting.splice(0)) waiting(undefined);
  }

  /** Takes a connection back, also one that was lost. */
  release(session: Session, lostWhy?: string): void {
    const member = this.#members.get(session);
    // A connection that was made since proves that the failures are over; an older one proves nothing.
    if (session.answered > 0 && member?.era === this.#era) this.#failures = 0;
    const { messagesPerConnection } = this.#options;
    const full = messagesPerConnection !== undefined && session.answered >= messagesPerConnection;
    if (session.usable && !full && !this.#closed) {
      const next = this.#waiting.shift();
      if (next === undefined) this.#rest(session);
      else next(session);
      return;
    }
    this.#members.delete(session);
    if (session.usable) void session.quit();
    // Open, but out of step with the server, such as after a reply too many.
    else session.drop();
    if (session.answered === 0 && member !== undefined) {
      const error = this.#options.keepsBreaking(lostWhy ?? 'the connection was closed');
      this.#fail(member.era, { error, passing: true });
    } else if (this.#members.size === 0) this.#restart();
    this.#connectWhereNeeded();
  }

  /** Ends all connections; those in use end at once. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#giveUp(this.#options.keepsBreaking('the transport was closed'));
    const resting = new Set(this.#idle.splice(0));
    const members = [...this.#members.values()];
    this.#members.clear();
    await Promise.all(
      members.map(async ({ session, idleTimer }) => {
        clearTimeout(idleTimer);
        if (resting.has(session)) await session.quit();
        else session.drop();
      }),
    );
  }

  #add(session: Session): void {
    this.#members.set(session, { session, era: this.#era, idleTimer: undefined });
  }

  #rest(session: Session): void {
    const member = this.#members.get(session);
    if (member === undefined) return;
    this.#idle.push(session);
    member.idleTimer = setTimeout(() => {
      this.#idle.splice(this.#idle.indexOf(session), 1);
      this.#members.delete(session);
      void session.quit();
    }, this.#options.idle);
    member.idleTimer.unref();
  }

  #connectWhereNeeded(): void {
    const { connections } = this.#options;
    while (
      !this.#closed &&
      this.#waiting.length > this.#connecting &&
      this.#members.size + this.#connecting < connections &&
      // After a failure one attempt at a time, when its pause is over.
      (this.#failures === 0 || (this.#mayTry && this.#connecting === 0))
    ) {
      void this.#connect();
    }
  }

  async #connect(): Promise<void> {
    const era = this.#era;
    this.#connecting += 1;
    const attempt = await this.#options.connect();
    this.#connecting -= 1;
    if (this.#closed) {
      if (attempt.kind === 'session') attempt.session.drop();
      return;
    }
    if (attempt.kind === 'failure') this.#fail(era, attempt);
    else {
      this.#add(attempt.session);
      const next = this.#waiting.shift();
      if (next === undefined) this.#rest(attempt.session);
      else next(attempt.session);
    }
    this.#connectWhereNeeded();
  }

  #fail(era: number, failure: ConnectFailure): void {
    const alone = this.#members.size === 0;
    // What failed at the same time has one reason, and counts once.
    if (era === this.#era) {
      this.#era += 1;
      this.#failures += 1;
      this.#mayTry = false;
      const { pauses } = this.#options;
      const { waitMs = 0 } = failure;
      if (alone && (!failure.passing || this.#failures > pauses.length || waitMs > MAX_WAIT_MS)) {
        this.#giveUp(failure.error);
        return;
      }
      const pause = Math.max(pauses[Math.min(this.#failures, pauses.length) - 1] ?? 0, waitMs);
      if (alone) this.#options.onWarning(failure.error, pause);
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => {
        this.#mayTry = true;
        this.#connectWhereNeeded();
      }, pause);
    } else if (alone && !failure.passing) this.#giveUp(failure.error);
  }

  /** The last connection that worked is gone: failures while it worked say nothing about now. */
  #restart(): void {
    clearTimeout(this.#pause);
    this.#failures = 0;
    this.#mayTry = true;
  }

  #giveUp(error: NewsletterError): void {
    clearTimeout(this.#pause);
    this.#gaveUp = error;
    for (const waiting of this.#waiting.splice(0)) waiting(error);
  }
}
