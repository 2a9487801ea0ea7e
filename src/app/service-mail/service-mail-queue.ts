import type { Configuration } from '../../model/settings/configuration.js';
import type { OutgoingMessage, SubmitOutcome, Transport } from '../../model/send/outgoing-message.js';
import { composeServiceMail, type ServiceMail } from '../../send/service-mail.js';
import { databaseTroubleOf } from '../../store/database-errors.js';
import { submitServiceMail } from './submit-service-mail.js';

/** Work that may lead to a mail: what is written to the database, and the mail that is due after it. */
export type MailPreparation = () => Promise<ServiceMail | undefined>;

/** What went wrong where nobody waits for an answer: without an address, for the log. */
export type ReportWarning = (what: string, error: unknown) => void;

export interface ServiceMailQueueOptions {
  readonly configuration: Configuration;
  readonly createTransport: () => Promise<Transport>;
  readonly now: () => Date;
  readonly onWarning: ReportWarning;
}

/** How many requests may wait at once; more are refused, so that no flood takes the memory. */
const WAITING_LIMIT = 1000;
/** Work begins at these beats and not at the request, so that no answer's time tells what it led to. */
const TICK_MS = 250;
/** While the database cannot be written, work that was promised waits: for how long until the next try, and at most. */
const DATABASE_WAIT_MS = 2000;
const DATABASE_LIMIT_MS = 3_600_000;
/** A mail that was not taken is offered again after these waits, then given up: the person asks once more. */
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
 * Prepares and hands over service mail after the request was answered, in the order of the requests. What waits is
 * kept in memory only: a person whose mail was lost with the process asks again.
 */
export class ServiceMailQueue {
  readonly #options: ServiceMailQueueOptions;
  #preparations: readonly WaitingPreparation[] = [];
  #mails: WaitingMail[] = [];
  #beat: NodeJS.Timeout | undefined;
  #working: Promise<void> | undefined;

  constructor(options: ServiceMailQueueOptions) {
    this.#options = options;
  }

  /** Takes work for the next beat; `false` where too much waits already. */
  add(preparation: MailPreparation): boolean {
    if (this.#preparations.length + this.#mails.length >= WAITING_LIMIT) return false;
    const since = this.#options.now().getTime();
    this.#preparations = [...this.#preparations, { prepare: preparation, since }];
    this.#schedule(TICK_MS);
    return true;
  }

  /** Does what waits now, and ends; mails that must wait longer are lost. */
  async close(): Promise<void> {
    await this.#working;
    clearTimeout(this.#beat);
    await this.#work();
    clearTimeout(this.#beat);
    const lost = this.#preparations.length;
    if (lost > 0) this.#options.onWarning(`${String(lost)} wishes of readers could not be written`, undefined);
  }

  #schedule(milliseconds: number): void {
    this.#beat ??= setTimeout(() => {
      this.#beat = undefined;
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
    if (due.length > 0) await this.#handOver(due);
    return isUnwritable;
  }

  async #prepareAll(): Promise<boolean> {
    for (const waiting of this.#preparations) {
      if (await this.#isToWait(waiting)) return true;
      this.#preparations = this.#preparations.filter((one) => one !== waiting);
    }
    return false;
  }

  /** Prepares one mail; where the database cannot be written just now, it has to wait. */
  async #isToWait({ prepare, since }: WaitingPreparation): Promise<boolean> {
    const { configuration, now, onWarning } = this.#options;
    try {
      const mail = await prepare();
      if (mail === undefined) return false;
      this.#mails.push({ message: composeServiceMail(mail, configuration, now()), attempts: 0, due: 0 });
    } catch (error) {
      const isOver = now().getTime() - since >= DATABASE_LIMIT_MS;
      const trouble = databaseTroubleOf(error);
      // One that is damaged does not heal by itself, and must not keep the others waiting.
      if (trouble !== undefined && trouble !== 'database-unusable' && !isOver) return true;
      onWarning('a service mail could not be made', error);
    }
    return false;
  }

  async #handOver(mails: readonly WaitingMail[]): Promise<void> {
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
