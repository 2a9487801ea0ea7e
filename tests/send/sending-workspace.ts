import { importSubscribers } from '../../src/app/subscribers/import-subscribers.js';
import { reportSend } from '../../src/app/send/report-send.js';
import { sendIssue } from '../../src/app/send/send-issue.js';
import type { SendContext } from '../../src/app/send/send-context.js';
import type { Configuration } from '../../src/model/settings/configuration.js';
import type { SendReport } from '../../src/model/send/delivery.js';
import type { SendOptions } from '../../src/model/send/send-options.js';
import type { Transport } from '../../src/model/send/outgoing-message.js';
import { openDatabase } from '../../src/store/database.js';
import type { NewsletterDatabase } from '../../src/store/database.js';
import { emptyWorkspace, now, writeCsv } from '../subscribers/workspace.js';
import { ISSUE, writeBuild } from './built-issue.js';

/** A workspace with a built issue and so many readers, and what is done with it. */
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

/** Options and surroundings of a send that a test wants otherwise. */
export type SendChanges = Partial<SendOptions & SendContext>;

/** Sends the built issue, with nobody to ask and nothing to wait for. */
export function sendIn(configuration: Configuration, changes: SendChanges = {}): ReturnType<typeof sendIssue> {
  const options = { dryRun: false, testAddresses: [], restartRehearsal: false, waitMs: 0, ...changes };
  return sendIssue(options, {
    configuration,
    issue: ISSUE,
    signal: new AbortController().signal,
    now,
    onEvent: () => undefined,
    isBuildStale: () => Promise.resolve(undefined),
    ...changes,
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
