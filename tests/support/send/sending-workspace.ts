import { importSubscribers } from '../../../src/app/subscribers/import-subscribers.js';
import { reportSend } from '../../../src/app/send/report-send.js';
import { sendIssue } from '../../../src/app/send/send-issue.js';
import { chooseTransport, type SendContext } from '../../../src/app/send/send-context.js';
import type { Configuration } from '../../../src/model/settings/configuration.js';
import type { SendReport } from '../../../src/model/send/delivery.js';
import type { SendOptions } from '../../../src/model/send/send-options.js';
import type { Transport } from '../../../src/model/send/outgoing-message.js';
import { openDatabase, type NewsletterDatabase } from '../../../src/store/database.js';
import { emptyWorkspace, now, writeCsv } from '../subscribers/workspace.js';
import { ISSUE, writeBuild } from './built-issue.js';

/** A workspace with a built issue and some readers, and what is done with it. */
export interface SendingWorkspace {
  readonly configuration: Configuration;
  /** What `sendIssue` gives when it was no dry run and no test. */
  send(transport: Transport, changes?: SendChanges): Promise<Sent>;
  run(transport: Transport, changes?: SendChanges): ReturnType<typeof sendIssue>;
  report(): Promise<SendReport>;
  /** The state and reason of each delivery, in their order. */
  deliveries(): Promise<
    readonly { readonly address: string; readonly state: string; readonly reason: string | null }[]
  >;
  withDatabase<T>(work: (database: NewsletterDatabase) => Promise<T>): Promise<T>;
}

export type Sent = Extract<Awaited<ReturnType<typeof sendIssue>>, { kind: 'sent' }>;

/** What a test wants otherwise of a send's options and context. */
export type SendChanges = Partial<SendOptions & SendContext> & {
  readonly transportName?: string;
  readonly createTransport?: (name: string, configuration: Configuration) => Promise<Transport>;
};

/** Sends the built issue, with nobody to ask and nothing to wait for. */
export async function sendIn(
  configuration: Configuration,
  changes: SendChanges = {},
): Promise<Awaited<ReturnType<typeof sendIssue>>> {
  const surroundings = { configuration, onEvent: () => undefined, ...changes };
  const chosen = await chooseTransport(changes.transportName, surroundings, changes.createTransport);
  const options = { dryRun: false, testAddresses: [], restartRehearsal: false, waitMs: 0, ...changes };
  return sendIssue(options, {
    issue: ISSUE,
    signal: new AbortController().signal,
    now,
    isBuildStale: () => Promise.resolve(undefined),
    ...surroundings,
    ...chosen,
  });
}

export async function sendingWorkspace(
  readers: number | string,
  changes: Partial<Configuration> = {},
): Promise<SendingWorkspace> {
  const configuration = await emptyWorkspace(changes);
  await writeBuild(configuration.root);
  const rows =
    typeof readers === 'string'
      ? readers
      : ['email', ...Array.from({ length: readers }, (_, index) => `r${String(index)}@example.org`)].join('\n');
  await importSubscribers({ configuration, file: await writeCsv(configuration, rows), now });
  const run: SendingWorkspace['run'] = (transport, more = {}) =>
    sendIn(configuration, { createTransport: () => Promise.resolve(transport), ...more });
  const withDatabase: SendingWorkspace['withDatabase'] = async (work) => {
    const database = await openDatabase(configuration.databasePath);
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  };
  return {
    configuration,
    run,
    send: async (transport, more) => {
      const result = await run(transport, more);
      if (result.kind !== 'sent') throw new Error(`not sent: ${result.kind}`);
      return result;
    },
    report: async () => {
      const found = await reportSend({ configuration, issue: ISSUE, now });
      if (found === undefined) throw new Error('no send');
      return found;
    },
    deliveries: () =>
      withDatabase(({ query }) =>
        query.selectFrom('deliveries').select(['address', 'state', 'reason']).orderBy('position').execute(),
      ),
    withDatabase,
  };
}
