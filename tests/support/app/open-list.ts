import { openListContext, type ListContext } from '../../../src/app/public-pages/list-context.js';
import { requestSubscription } from '../../../src/app/public-pages/subscribe.js';
import type { ServiceMailLimit } from '../../../src/app/service-mail/service-mail-counts.js';
import type { Configuration } from '../../../src/model/settings/configuration.js';
import type { OutgoingMessage, SubmitOutcome, Transport } from '../../../src/model/send/outgoing-message.js';
import { emptyWorkspace } from '../subscribers/workspace.js';

const HOUR_MS = 3_600_000;
const MAILBOX: Omit<ServiceMailLimit, 'key'> = { scope: 'mailbox', times: 3, withinMs: 24 * HOUR_MS };
const FORM: ServiceMailLimit = { scope: 'form', key: 'all', times: 1000, withinMs: HOUR_MS };

/** The list of the public pages with a transport and a clock of the test's own; `reopen` is a restart. */
export class OpenList {
  readonly submitted: OutgoingMessage[] = [];
  readonly takenBack: string[] = [];
  readonly warnings: string[] = [];
  /** How the transport answers; the number counts the messages from 1. */
  answer: (count: number, message: OutgoingMessage) => SubmitOutcome | Promise<SubmitOutcome> = () => ({
    outcome: 'submitted',
  });
  /** What `open` of the transport throws. */
  failure: Error | undefined;
  #now = Date.parse('2026-03-01T09:00:00.000Z');
  #configuration: Configuration;
  #list: ListContext;

  private constructor(configuration: Configuration, list: ListContext) {
    this.#configuration = configuration;
    this.#list = list;
  }

  /** @param traits of the transport. */
  static async open(traits: Partial<Transport> = {}): Promise<OpenList> {
    const made: { list?: OpenList } = {};
    const create = () => Promise.resolve({ ...transportOf(() => made.list), ...traits });
    const configuration = await emptyWorkspace({ transport: 'test', transports: new Map([['test', create]]) });
    const now = () => made.list?.now() ?? new Date(0);
    const onWarning = (what: string) => made.list?.warnings.push(what);
    const list = await openListContext({ configuration, publicUrl: 'https://news.example.org', now, onWarning });
    made.list = new OpenList(configuration, list);
    return made.list;
  }

  get list(): ListContext {
    return this.#list;
  }

  get configuration(): Configuration {
    return this.#configuration;
  }

  now(): Date {
    return new Date(this.#now);
  }

  wait(minutes: number): void {
    this.#now += minutes * 60_000;
  }

  subscribe(address: string, language = 'en'): Promise<'accepted' | 'too-many'> {
    const form = { address, name: 'Anna', language, wording: 'test' };
    return requestSubscription(this.#list, form, { mailbox: { ...MAILBOX, key: address.toLowerCase() }, form: FORM });
  }

  carryOut(): Promise<void> {
    return this.#list.worker.carryOutDue();
  }

  /** Ends the process, cleanly, and starts another one. */
  async reopen(): Promise<void> {
    await this.#list.close();
    this.#list = await openListContext({
      configuration: this.#configuration,
      publicUrl: 'https://news.example.org',
      now: () => this.now(),
      onWarning: (what) => this.warnings.push(what),
    });
  }

  /** To whom mail was submitted, in its order. */
  recipients(): readonly string[] {
    return this.submitted.map(({ recipient }) => recipient.address);
  }

  states(): Promise<readonly string[]> {
    return this.#list.jobs.list('open').then((jobs) => jobs.map(({ kind, state }) => `${kind} ${state}`));
  }
}

function transportOf(open: () => OpenList | undefined): Transport {
  return {
    name: 'test',
    kind: 'real',
    idempotent: false,
    loopback: true,
    signing: 'ours',
    connections: 2,
    batchSize: 1,
    open: () => {
      const failure = open()?.failure;
      return failure === undefined ? Promise.resolve() : Promise.reject(failure);
    },
    submit: async (batch) => {
      const list = open();
      const outcomes: SubmitOutcome[] = [];
      for (const message of batch) {
        const count = list?.submitted.push(message) ?? 0;
        outcomes.push((await list?.answer(count, message)) ?? { outcome: 'submitted' });
      }
      return outcomes;
    },
    takeBack: (messageIds) => Promise.resolve(void open()?.takenBack.push(...messageIds)),
    close: () => Promise.resolve(),
  };
}
