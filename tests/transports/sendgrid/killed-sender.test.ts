import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSubscribers } from '../../../src/app/subscribers/import-subscribers.js';
import { reportSend } from '../../../src/app/send/report-send.js';
import type { Configuration } from '../../../src/model/settings/configuration.js';
import { openExistingDatabase } from '../../../src/store/database.js';
import { TRANSPORTS } from '../../../src/transports/registry.js';
import { configureTransports } from '../../../src/workspace/settings/transport-definition.js';
import { emptyWorkspace, now, writeCsv } from '../../support/subscribers/workspace.js';
import { ISSUE, writeBuild } from '../../support/send/built-issue.js';
import { compileSender, type CompiledSender } from '../../support/send/compiled-sender.js';
import { sendIn } from '../../support/send/sending-workspace.js';
import {
  environmentFor,
  reply,
  startLocalSendGrid,
  type LocalSendGrid,
} from '../../support/transports/sendgrid/local-sendgrid.js';

const ROUNDS = 20;
const AUDIENCE = 2500;
const CONNECTIONS = 2;
const WRITTEN = { sendgrid: { connections: String(CONNECTIONS) } };
const REQUEST_LIMIT = 1000;

let server: LocalSendGrid;
let prepared: Configuration;
let sender: CompiledSender;

beforeAll(async () => {
  server = await startLocalSendGrid();
  prepared = await emptyWorkspace({ transport: 'sendgrid' });
  await writeBuild(prepared.root);
  const addresses = Array.from({ length: AUDIENCE }, (_, index) => `r${String(index)}@example.org`);
  await importSubscribers({
    configuration: prepared,
    file: await writeCsv(prepared, ['email', ...addresses].join('\n')),
    now,
  });
  sender = await compileSender({ written: WRITTEN, environment: environmentFor(server) });
});

afterAll(async () => {
  await server.close();
  await sender.remove();
});

/** A workspace like the prepared one, whose send has not begun. */
async function freshWorkspace(): Promise<Configuration> {
  const root = await mkdtemp(path.join(tmpdir(), 'newsletter-workspace-'));
  await cp(prepared.root, root, { recursive: true });
  return {
    ...prepared,
    root,
    databasePath: path.join(root, 'data', 'newsletter.db'),
    transports: configureTransports(TRANSPORTS, WRITTEN, environmentFor(server)),
  };
}

/** Kills at any point of a request's life: before it is taken, between, and when its answer is on its way. */
function killAt(request: number, milliseconds: number, end: () => void): void {
  server.fault = ({ number, answer }) => {
    if (number === request) setTimeout(end, milliseconds);
    // An answer takes its time, as SendGrid's does.
    setTimeout(() => {
      reply(answer, 202, undefined);
    }, 10);
    return 'taken-and-answered';
  };
}

async function deliveriesOf({ databasePath }: Configuration) {
  const database = await openExistingDatabase(databasePath);
  if (database === undefined) throw new Error('there is no database');
  try {
    return await database.query.selectFrom('deliveries').select(['id', 'state']).execute();
  } finally {
    await database.close();
  }
}

describe('a sender over SendGrid that is killed', () => {
  test('loses nobody in silence and doubles nobody, wherever it is killed', async () => {
    let killed = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const configuration = await freshWorkspace();
      server.messages.length = 0;
      server.requests.length = 0;
      const [request, milliseconds] = [1 + Math.floor(Math.random() * 4), Math.random() * 30];
      const where = `killed ${milliseconds.toFixed(1)} ms after request ${String(request)}`;
      const ended = await sender.run(configuration, {
        begun: (end) => {
          killAt(request, milliseconds, end);
        },
      });
      if (!ended) killed += 1;
      await sendIn(configuration, { now: () => new Date() });

      const report = await reportSend({ configuration, issue: ISSUE, now });
      expect(report, where).toMatchObject({ audience: AUDIENCE, pending: 0, failed: 0, skipped: 0 });
      expect((report?.submitted ?? 0) + (report?.uncertain ?? 0), where).toBe(AUDIENCE);
      expect(report?.uncertain, where).toBeLessThanOrEqual(CONNECTIONS * REQUEST_LIMIT);
      const arrived = server.messages.map(({ deliveryId }) => deliveryId);
      const received = new Set(arrived);
      expect(received.size, where).toBe(arrived.length);
      const missed = (await deliveriesOf(configuration)).filter(({ id }) => !received.has(id));
      // Where nobody was pending any more, a dead sender's `submitting` is left as it is, and reported as uncertain.
      expect(
        missed.filter(({ state }) => state !== 'uncertain' && state !== 'submitting'),
        where,
      ).toEqual([]);
      expect(missed.length, where).toBeLessThanOrEqual(report?.uncertain ?? 0);
      await rm(configuration.root, { recursive: true, force: true });
    }
    expect(server.violations).toEqual([]);
    // Otherwise nothing was tried.
    expect(killed).toBeGreaterThan(ROUNDS / 4);
  });
});
