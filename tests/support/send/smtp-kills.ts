import { rm } from 'node:fs/promises';
import { importSubscribers } from '../../../src/app/subscribers/import-subscribers.js';
import type { Configuration } from '../../../src/model/settings/configuration.js';
import { openExistingDatabase } from '../../../src/store/database.js';
import { emptyWorkspace, now, writeCsv } from '../subscribers/workspace.js';
import { FaultServer } from '../transports/smtp/fault-server.js';
import { writeBuild } from './built-issue.js';
import { compileSender } from './compiled-sender.js';

/** How hard a sender is tried. */
export interface KillPlan {
  readonly audience: number;
  readonly connections: number;
  /** How often it is killed before it may come to its end. */
  readonly kills: number;
}

/** What the ledger and the mail server say when all is over. */
export interface KillResult {
  readonly states: Readonly<Record<string, number>>;
  /** Kills that found the sender at work, and did not come after its end. */
  readonly killed: number;
  /** The most deliveries that one kill left half-way. */
  readonly mostHalfWay: number;
  /** Who got more than one. */
  readonly doubled: readonly string[];
  /** Subscribers without a message, although the ledger says that the server took one. */
  readonly lost: readonly string[];
}

/** No more than this may be half-way when a sender dies: what is claimed, and what was taken and not written yet. */
export const halfWayLimit = (connections: number): number => 2 * connections + 20;

/**
 * Sends an issue over an SMTP server that counts, with a process that is killed at random moments: while it starts, at
 * any command, while a message is on its way, and while its answer is. After the last kill it may come to its end.
 */
export async function killSenders({ audience, connections, kills }: KillPlan): Promise<KillResult> {
  const killing: { at: number; end: () => void } = { at: Number.POSITIVE_INFINITY, end: () => undefined };
  let turns = 0;
  const server = new FaultServer({
    behave: () => {
      turns += 1;
      if (turns === killing.at) killing.end();
      return undefined;
    },
  });
  const url = `smtp://127.0.0.1:${String(await server.listen())}?tls=off`;
  const sender = await compileSender({
    written: { smtp: { connections: String(connections) } },
    environment: { NEWSLETTER_SMTP_URL: url },
  });
  const configuration = await prepareWorkspace(audience);
  let killed = 0;
  let mostHalfWay = 0;
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      turns = 0;
      const wait = Math.random() < 0.5 ? 0 : Math.random() * 4;
      const ended = await sender.run(configuration, {
        begun: (end) => {
          // One of ten is killed while it starts, the others in the middle of their work: a message has four turns.
          if (Math.random() < 0.1) setTimeout(end, Math.random() * 400);
          killing.at = Math.ceil((Math.random() * 4 * audience) / kills);
          killing.end = wait === 0 ? end : () => setTimeout(end, wait);
        },
      });
      if (!ended) killed += 1;
      mostHalfWay = Math.max(mostHalfWay, (await readDeliveries(configuration)).filter(isHalfWay).length);
    }
    killing.at = Number.POSITIVE_INFINITY;
    if (!(await sender.run(configuration))) throw new Error('the last sender failed');
    const deliveries = await readDeliveries(configuration);
    return { killed, mostHalfWay, ...compare(deliveries, server) };
  } finally {
    await server.close();
    await sender.remove();
    await rm(configuration.root, { recursive: true, force: true });
  }
}

function isHalfWay({ state }: { readonly state: string }): boolean {
  return state === 'submitting';
}

function compare(deliveries: readonly { readonly address: string; readonly state: string }[], server: FaultServer) {
  const taken = new Map<string, number>();
  for (const { recipient } of server.taken) taken.set(recipient, (taken.get(recipient) ?? 0) + 1);
  const states: Record<string, number> = {};
  for (const { state } of deliveries) states[state] = (states[state] ?? 0) + 1;
  return {
    states,
    doubled: [...taken].filter(([, count]) => count > 1).map(([address]) => address),
    lost: deliveries
      .filter(({ state, address }) => state === 'submitted' && !taken.has(address))
      .map(({ address }) => address),
  };
}

async function prepareWorkspace(audience: number): Promise<Configuration> {
  const configuration = await emptyWorkspace({ transport: 'smtp' });
  await writeBuild(configuration.root);
  const addresses = Array.from({ length: audience }, (_, index) => `r${String(index)}@example.org`);
  const file = await writeCsv(configuration, ['email', ...addresses].join('\n'));
  await importSubscribers({ configuration, file, now });
  return configuration;
}

async function readDeliveries({ databasePath }: Configuration) {
  const database = await openExistingDatabase(databasePath);
  try {
    return (await database?.query.selectFrom('deliveries').select(['address', 'state']).execute()) ?? [];
  } finally {
    await database?.close();
  }
}
