import { countAudience } from '../audience/audience.js';
import { openKeys } from '../audience/keys.js';
import { requireAddress } from '../audience/require-address.js';
import type { Configuration } from '../model/configuration.js';
import { isSendComplete } from '../model/delivery.js';
import type { SendKind, SendReport } from '../model/delivery.js';
import { NewsletterError } from '../model/error.js';
import type { Transport } from '../model/outgoing-message.js';
import { buildStale, readBuiltMessage } from '../send/built-message.js';
import type { BuiltMessage } from '../send/built-message.js';
import {
  audienceEmpty,
  chosenAudience,
  findSend,
  freezeSend,
  readMessageIds,
  removeRehearsal,
} from '../send/freeze.js';
import type { FrozenSend } from '../send/freeze.js';
import { withLease } from '../send/lease.js';
import type { Lease } from '../send/lease.js';
import { readReport } from '../send/ledger.js';
import { runSend } from '../send/run-send.js';
import { refuseIfSentElsewhere } from '../send/sent-record.js';
import { submitTestCopies } from '../send/test-copies.js';
import type { TestCopy } from '../send/test-copies.js';
import { openExistingDatabase } from '../store/database.js';
import type { NewsletterDatabase } from '../store/database.js';
import { createTransport } from '../transports/registry.js';
import { keepPublicBuild } from './public-editions.js';

/** What happens during a send, for whoever shows it. */
export type SendEvent =
  | { readonly event: 'frozen'; readonly report: SendReport }
  | { readonly event: 'resumed'; readonly report: SendReport }
  | { readonly event: 'progress'; readonly report: SendReport };

export interface SendIssueRequest {
  readonly configuration: Configuration;
  readonly issue: string;
  /** A transport's name; absent: the configured one. */
  readonly transport?: string | undefined;
  /** Says what would be sent, and writes nothing at all. */
  readonly dryRun: boolean;
  /** Where there are any, only they get a copy. */
  readonly testAddresses: readonly string[];
  /** Starts a rehearsal afresh; refused for a real send. */
  readonly again?: boolean | undefined;
  /** How many deliveries this run hands over at the most. */
  readonly limit?: number | undefined;
  /** Ends the run in good order: what is under way is waited for, the rest stays pending. */
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly onProgress: (event: SendEvent) => void;
  /** Why the build is not what the workspace would give now, where it is not; asked only before a send begins. */
  readonly isBuildStale: () => Promise<string | undefined>;
  /** Makes the transport of a name; the registry's, unless a test gives another. */
  readonly createTransport?: (name: string, configuration: Configuration) => Promise<Transport>;
}

export type SendIssueResult =
  | {
      readonly kind: 'dry-run';
      readonly send: SendKind;
      /** Whether the send has begun already, and would go on. */
      readonly begun: boolean;
      readonly complete: boolean;
      /** The ledger as it is, or as it would be at the start. */
      readonly report: SendReport;
    }
  | { readonly kind: 'test'; readonly copies: readonly TestCopy[] }
  | {
      readonly kind: 'sent';
      readonly report: SendReport;
      readonly complete: boolean;
      /** Whether there was nothing to do. */
      readonly nothingLeft: boolean;
      readonly interrupted: boolean;
      /** What stopped the run; the rest stays pending. */
      readonly failure: unknown;
    };

/**
 * Sends an issue, goes on with a send that has begun, says what would be sent, or hands over test copies.
 *
 * @throws NewsletterError `transport-unknown`, `transport-unusable`, `build-missing`, `build-stale`, `audience-empty`,
 * `send-running`, `send-elsewhere`, `address-invalid`, and the database's and the keys'.
 */
export async function sendIssue(request: SendIssueRequest): Promise<SendIssueResult> {
  const { configuration } = request;
  const name = request.transport ?? configuration.transport;
  const transport = await (request.createTransport ?? createTransport)(name, configuration);
  if (request.again === true && transport.kind === 'real') throw onlyRehearsalsAgain(request.issue);
  const testAddresses = request.testAddresses.map((written) => requireAddress(written).address);
  if (testAddresses.length > 0 && !request.dryRun) {
    const { template } = await readFreshMessage(request);
    return { kind: 'test', copies: await submitTestCopies(transport, template, testAddresses, request.now()) };
  }
  const database = await openExistingDatabase(configuration.databasePath);
  try {
    if (request.dryRun) return await describeSend(request, transport.kind, database);
    const message = await prepareToBegin(request, transport.kind, database);
    if (database === undefined) throw audienceEmpty();
    return await withLease(database, request.issue, transport.kind, request.now, (lease) =>
      send({ request, database, transport, message, lease }),
    );
  } finally {
    await database?.close();
  }
}

/** What a send that is about to run needs, the message only when it begins. */
interface Sending {
  readonly request: SendIssueRequest;
  readonly database: NewsletterDatabase;
  readonly transport: Transport;
  readonly message: BuiltMessage | undefined;
  readonly lease: Lease;
}

async function readFreshMessage(request: SendIssueRequest): Promise<BuiltMessage> {
  const message = await readBuiltMessage(request.configuration.root, request.issue);
  const stale = await request.isBuildStale();
  if (stale !== undefined) throw buildStale(request.issue, stale);
  return message;
}

/** The message with which a send may begin; `undefined` where one has begun, which goes on with what was frozen. */
async function prepareToBegin(
  request: SendIssueRequest,
  kind: SendKind,
  database: NewsletterDatabase | undefined,
): Promise<BuiltMessage | undefined> {
  const begun = database === undefined ? undefined : await findSend(database.query, request.issue, kind);
  if (begun !== undefined && request.again !== true) return undefined;
  if (kind === 'real') await refuseIfSentElsewhere(request.configuration.root, request.issue);
  const message = await readFreshMessage(request);
  const { template } = message;
  if (database === undefined || (await countAudience(database.query, chosenAudience(template))) === 0) {
    throw audienceEmpty(template);
  }
  return message;
}

async function describeSend(
  request: SendIssueRequest,
  kind: SendKind,
  database: NewsletterDatabase | undefined,
): Promise<SendIssueResult> {
  const message = await prepareToBegin(request, kind, database);
  if (database === undefined) throw audienceEmpty();
  const begun = message === undefined ? await findSend(database.query, request.issue, kind) : undefined;
  const choice = message === undefined ? { tags: undefined } : chosenAudience(message.template);
  const report =
    begun === undefined
      ? emptyReport(request.issue, kind, await countAudience(database.query, choice))
      : await readReport(database.query, begun, request.now());
  const complete = begun !== undefined && isSendComplete(report);
  return { kind: 'dry-run', send: kind, begun: begun !== undefined, complete, report };
}

function emptyReport(issue: string, kind: SendKind, audience: number): SendReport {
  return { issue, kind, audience, pending: audience, submitted: 0, failed: 0, skipped: 0, uncertain: 0 };
}

async function send(sending: Sending): Promise<SendIssueResult> {
  const { request, database, transport } = sending;
  const begun = await findSend(database.query, request.issue, transport.kind);
  if (begun !== undefined && request.again !== true) {
    const report = await readReport(database.query, begun, request.now());
    if (report.pending === 0) return nothingLeft(report);
  }
  await transport.open({ issue: request.issue, kind: transport.kind, test: false });
  try {
    return await freezeAndRun(sending, begun);
  } finally {
    await transport.close();
  }
}

async function freezeAndRun(sending: Sending, begun: FrozenSend | undefined): Promise<SendIssueResult> {
  const { request, database, transport, lease } = sending;
  const { configuration, now } = request;
  const keys = await openKeys(configuration);
  if (begun !== undefined && request.again === true) await forgetRehearsal(sending, begun);
  const resumed = request.again === true ? undefined : begun;
  const frozen = resumed ?? (await freeze(sending));
  // Before the first message: its pictures must be there, also after the issue is built anew.
  if (frozen.kind === 'real') await keepPublicBuild(configuration.root, frozen.issue, frozen.buildHash);
  const report = await readReport(database.query, frozen, now());
  request.onProgress({ event: resumed === undefined ? 'frozen' : 'resumed', report });
  const result = await runSend(
    {
      root: configuration.root,
      listId: configuration.list.id,
      keys,
      database,
      lease,
      transport,
      limit: request.limit,
      signal: request.signal,
      now,
      onProgress: (progress) => {
        request.onProgress({ event: 'progress', report: progress });
      },
    },
    frozen,
  );
  return { kind: 'sent', nothingLeft: false, ...result };
}

async function freeze(sending: Sending): Promise<FrozenSend> {
  const { request, database, transport } = sending;
  // Read anew only where somebody took the rehearsal away after this command had looked.
  const message = sending.message ?? (await readFreshMessage(request));
  return freezeSend(database, { issue: request.issue, kind: transport.kind, message, at: request.now() });
}

/** What the rehearsal left goes first: were the program killed in between, its ledger would still name it. */
async function forgetRehearsal(sending: Sending, begun: FrozenSend): Promise<void> {
  const { database, transport } = sending;
  for await (const messageIds of readMessageIds(database.query, begun)) await transport.forget?.(messageIds);
  await removeRehearsal(database.query, begun);
}

function nothingLeft(report: SendReport): SendIssueResult {
  const complete = isSendComplete(report);
  return { kind: 'sent', report, complete, nothingLeft: true, interrupted: false, failure: undefined };
}

function onlyRehearsalsAgain(issue: string): NewsletterError {
  return new NewsletterError('usage', {
    message: `The send of issue ${issue} cannot be started afresh: people would get it twice.`,
    expected: '--again only with the transport "outbox", which is a rehearsal',
    help: `Run \`newsletter send ${issue}\` without --again: it goes on where it stopped.`,
  });
}
