import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import PostalMime, { type Email } from 'postal-mime';
import { afterAll } from 'vitest';
import { openKeys, type Keys } from '../../../src/subscribers/tokens/keys.js';
import { subscribersSchema, readDocument } from '../cli/documents.js';
import { bareEnvironment, runNewsletter } from '../cli/run-newsletter.js';
import { contributionText, CONTRIBUTIONS, createWorkspace, ISSUE } from '../workspace-fixture.js';

export { ISSUE };

/** The list of every workspace of the fixture: its sender's domain. */
export const LIST = 'newsletter.lsi.example.org';

/** A real `newsletter serve`. */
export interface RunningServe {
  readonly url: string;
  readonly process: ChildProcess;
  /** All that it wrote to stderr so far. */
  readonly log: () => string;
  /** SIGTERM, and the exit code. */
  readonly stop: () => Promise<number | null>;
}

const running = new Set<RunningServe>();

afterAll(async () => {
  for (const server of running) if (server.process.exitCode === null) await server.stop();
});

/** Starts the real program on a free port of 127.0.0.1, or on the given one. */
export function startServe(
  root: string,
  { port = 0, environment = {} }: { readonly port?: number; readonly environment?: Record<string, string> } = {},
): Promise<RunningServe> {
  const child = spawn(process.execPath, [path.resolve('bin/newsletter.js'), 'serve', '--port', String(port)], {
    cwd: root,
    env: { ...bareEnvironment(), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const url = /http:\/\/\S+/.exec(chunk.toString())?.[0];
      if (url === undefined) return;
      const stop = () => {
        child.kill('SIGTERM');
        return ended;
      };
      const server: RunningServe = { url, process: child, log: () => log, stop };
      running.add(server);
      resolve(server);
    });
    void ended.then((code) => {
      reject(new Error(`serve ended with ${String(code)}: ${log}`));
    });
  });
}

/** A port of 127.0.0.1 that is free now, for tests that must know it before the server starts. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port);
        else reject(new Error('no port'));
      });
    });
  });
}

/** A workspace with an issue that can be built, and these readers. */
export async function workspaceWithReaders(
  addresses: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { root } = createWorkspace({
    [`${CONTRIBUTIONS}/la-strada-md/hotline.md`]: contributionText(),
    'readers.csv': `email,name\n${addresses.map((address) => `${address},Reader\n`).join('')}`,
    ...files,
  });
  if (addresses.length > 0) await run(root, ['subscribers', 'import', 'readers.csv']);
  return root;
}

/** A server under the address to which the messages of its workspace's issue lead; all readers got one. */
export interface ServedIssue {
  readonly root: string;
  readonly server: RunningServe;
  /** With which everything was run. */
  readonly environment: Record<string, string>;
}

/** Builds an issue, sends it to these readers, and serves it. */
export async function serveSentIssue(
  addresses: readonly string[],
  files: Readonly<Record<string, string>> = {},
): Promise<ServedIssue> {
  const root = await workspaceWithReaders(addresses, files);
  const port = await freePort();
  const environment = { NEWSLETTER_PUBLIC_URL: `http://127.0.0.1:${String(port)}` };
  await run(root, ['build'], environment);
  await run(root, ['send', '--transport', 'outbox', '--yes'], environment);
  return { root, server: await startServe(root, { port, environment }), environment };
}

/** Runs a command that must succeed. */
export async function run(root: string, args: readonly string[], environment: Record<string, string> = {}) {
  const outcome = await runNewsletter(args, { from: root, environment });
  if (outcome.code !== 0) throw new Error(`${args.join(' ')}: ${outcome.stdout}${outcome.stderr}`);
  return outcome;
}

/** Everybody's state by address. */
export async function readStates(root: string): Promise<Readonly<Record<string, string>>> {
  const outcome = await run(root, ['subscribers', 'list', '--json']);
  return Object.fromEntries(readDocument(subscribersSchema, outcome).map(({ email, state }) => [email, state]));
}

/** The workspace's keys, made where there are none. */
export function keysOf(root: string): Promise<Keys> {
  return openKeys({ root, secrets: { tokenKey: undefined } });
}

/** What an outbox folder holds, parsed, ordered by time of writing being unknown: by recipient. */
export async function readOutbox(root: string, folder: string): Promise<readonly Email[]> {
  let names: readonly string[];
  try {
    names = readdirSync(path.join(root, 'outbox', folder)).filter((name) => name.endsWith('.eml'));
  } catch {
    return [];
  }
  return Promise.all(names.map((name) => PostalMime.parse(readFileSync(path.join(root, 'outbox', folder, name)))));
}

/** The service mails to an address, once there are `least`; service mail leaves after the answer. */
export async function serviceMailsTo(root: string, address: string, least = 1): Promise<readonly Email[]> {
  for (let attempt = 0; ; attempt += 1) {
    const mails = (await readOutbox(root, 'service')).filter(({ to }) => to?.[0]?.address === address);
    if (mails.length >= least || attempt >= 60) return mails;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The first link of a mail that leads to a path of the server. */
export function linkIn(mail: Email | undefined, below: string): string {
  const link = new RegExp(`http://[^\\s"<>]+${below}[^\\s"<>]*`).exec(mail?.text ?? '')?.[0];
  if (link === undefined) throw new Error(`no link to ${below} in the mail`);
  return link;
}

/** Sends a form as a browser does. */
export function submit(url: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
}
