import type { Configuration } from '../../model/settings/configuration.js';
import type { OutgoingMessage, SubmitOutcome, Transport } from '../../model/send/outgoing-message.js';
import { composeServiceMail, type ServiceMail } from '../../send/message/service-mail.js';
import { databaseFailureOf } from '../../store/database-errors.js';
import { submitServiceMail } from './submit-service-mail.js';

/** Work that may lead to a mail: it writes to the database, and returns the mail to send. */
export type MailPreparation = () => Promise<ServiceMail | undefined>;

/** Reports, for the log, what went wrong when nobody waits for an answer; it never names an address. */
export type ReportWarning = (what: string, error: unknown) => void;

export interface ServiceMailQueueOptions {
  readonly configuration: Configuration;
  readonly createTransport: () => Promise<Transport>;
  readonly now: () => Date;
  readonly onWarning: ReportWarning;
}

/** At most this many requests may wait; more are refused, so that a flood cannot fill the memory. */
const WAITING_LIMIT = 1000;
/** Work begins at these ticks and not at the request, so that the time of an answer reveals nothing about the work. */
const TICK_MS = 250;
/** While the database cannot be written, accepted work waits: the time until the next try, and the longest time. */
const DATABASE_WAIT_MS = 2000;
const DATABASE_LIMIT_MS = 3_600_000;
/** A mail that was not taken is submitted again after these waits, then given up: the person asks once more. */
const RETRY_MINUTES = [1, 5, 15, 60] as const;

interface WaitingPreparation {
  readonly prepare: MailPreparation;
  readonly since: number;
}

interface WaitingMail {
  readonly message: OutgoingMessage;
  readonly attempts: number;
  readonly due: number;
}

/**
 * Prepares and submits service mail after the request was answered, in the order of the requests. What waits is in
 * memory only: a person whose mail was lost with the process asks again.
 */
export class ServiceMailQueue {
  readonly #options: ServiceMailQueueOptions;
  #preparations: readonly WaitingPreparation[] = [];
  #mails: WaitingMail[] = [];
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> | undefined;

  constructor(options: ServiceMailQueueOptions) {
    this.#options = options;
  }

  /** Queues work for the next tick; `false` when the queue is full. */
  add(preparation: MailPreparation): boolean {
    if (this.#preparations.length + this.#mails.length >= WAITING_LIMIT) return false;
    const since = this.#options.now().getTime();
    this.#preparations = [...this.#preparations, { prepare: preparation, since }];
    this.#schedule(TICK_MS);
    return true;
  }

  /** Does the waiting work now, and ends; mails that would have to wait longer are lost. */
  async close(): Promise<void> {
    await this.#working;
    clearTimeout(this.#timer);
    await this.#work();
    clearTimeout(this.#timer);
    const lost = this.#preparations.length;
    if (lost > 0) this.#options.onWarning(`${String(lost)} wishes of readers could not be written`, undefined);
  }

  #schedule(milliseconds: number): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#working ??= this.#work().then((isUnwritable) => {
        this.#working = undefined;
        if (this.#preparations.length + this.#mails.length === 0) return;
        this.#schedule(isUnwritable ? DATABASE_WAIT_MS : TICK_MS);
      });
    }, milliseconds);
  }

  /**
   * Never rejects.
   *
   * @returns whether the database could not be written, so that work is left.
   */
  async #work(): Promise<boolean> {
    const { now } = this.#options;
    const isUnwritable = await this.#prepareAll();
    const due = this.#mails.filter((mail) => mail.due <= now().getTime());
    this.#mails = this.#mails.filter((mail) => !due.includes(mail));
    if (due.length > 0) await this.#submit(due);
    return isUnwritable;
  }

  async #prepareAll(): Promise<boolean> {
    for (const waiting of this.#preparations) {
      if (await this.#isToWait(waiting)) return true;
      this.#preparations = this.#preparations.filter((one) => one !== waiting);
    }
    return false;
  }

  /** Prepares one mail, and says whether it has to wait because the database cannot be written. */
  async #isToWait({ prepare, since }: WaitingPreparation): Promise<boolean> {
    const { configuration, now, onWarning } = this.#options;
    try {
      const mail = await prepare();
      if (mail === undefined) return false;
      this.#mails.push({ message: composeServiceMail(mail, configuration, now()), attempts: 0, due: 0 });
    } catch (error) {
      const isOver = now().getTime() - since >= DATABASE_LIMIT_MS;
      const failure = databaseFailureOf(error);
      // A damaged database does not recover by itself, and must not keep the others waiting.
      if (failure !== undefined && failure !== 'database-unusable' && !isOver) return true;
      onWarning('a service mail could not be made', error);
    }
    return false;
  }

  async #submit(mails: readonly WaitingMail[]): Promise<void> {
    const left = new Set(mails);
    try {
      const messages = mails.map(({ message }) => message);
      await submitServiceMail(this.#options.createTransport, messages, (place, outcome) => {
        const mail = mails[place];
        if (mail === undefined) return;
        left.delete(mail);
        this.#settle(mail, outcome);
      });
    } catch (error) {
      this.#options.onWarning('service mail could not be handed over', error);
      for (const mail of left) this.#settle(mail, { outcome: 'deferred', reason: '' });
    }
  }

  #settle(mail: WaitingMail, outcome: SubmitOutcome | undefined): void {
    if (outcome?.outcome === 'submitted') return;
    const wait = RETRY_MINUTES[mail.attempts];
    if (outcome?.outcome === 'deferred' && wait !== undefined) {
      const due = this.#options.now().getTime() + wait * 60_000;
      this.#mails.push({ message: mail.message, attempts: mail.attempts + 1, due });
      return;
    }
    this.#options.onWarning(`a service mail is ${outcome?.outcome ?? 'uncertain'}`, undefined);
  }
}
