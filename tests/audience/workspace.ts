import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Configuration } from '../../src/model/configuration.js';

/** The effective configuration of a new, empty workspace in a folder of its own. */
export async function emptyWorkspace(changes: Partial<Configuration> = {}): Promise<Configuration> {
  const root = await mkdtemp(join(tmpdir(), 'newsletter-workspace-'));
  return {
    root,
    name: 'Newsletter',
    organisation: 'La Strada International',
    description: undefined,
    language: 'en',
    sender: { name: 'La Strada International', address: 'news@example.org' },
    replyTo: undefined,
    list: { id: 'newsletter.example.org', owner: 'owner@example.org', help: 'help@example.org' },
    unsubscribeAddress: 'leave@example.org',
    publicUrl: undefined,
    contributions: undefined,
    imprint: [],
    design: { colours: { light: {}, dark: {} }, logo: undefined, logoAlt: undefined, fonts: {} },
    pictures: { inMail: 'embedded', budgetBytes: 300_000 },
    transport: 'outbox',
    smtp: {
      server: undefined,
      connections: 10,
      messagesPerConnection: undefined,
      perMinute: undefined,
      timeoutSeconds: 300,
    },
    sendgrid: { region: 'global', url: undefined, key: undefined, connections: 1, timeoutSeconds: 60 },
    dkim: { domain: 'example.org', keys: [] },
    returnPath: { kind: 'plain', address: 'news@example.org' },
    subscribers: { sharedAddresses: 'refuse', retention: { pendingDays: 30, proofYears: 3 } },
    serve: { trustProxy: false, clientAddressHeader: 'x-forwarded-for' },
    send: { undoSeconds: 0 },
    databasePath: join(root, 'data', 'newsletter.db'),
    secrets: { tokenKey: undefined },
    ...changes,
  };
}

/** Writes a CSV file into the workspace and gives its path. */
export async function writeCsv(configuration: Configuration, content: string | Uint8Array): Promise<string> {
  const path = join(configuration.root, 'readers.csv');
  await writeFile(path, content);
  return path;
}

/** The time of every test. */
export const now = (): Date => new Date('2020-12-18T12:00:00.000Z');
