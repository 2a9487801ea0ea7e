import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeExpiringToken, makeToken } from '../../src/subscribers/tokens/tokens.js';
import {
  keysOf,
  LIST,
  linkIn,
  readStates,
  run,
  serviceMailsTo,
  startServe,
  submit,
  workspaceWithReaders,
  type RunningServe,
} from '../support/serve/running-server.js';

const ENGLISH = readFileSync('templates/locales/en.yaml', 'utf8');

let root: string;
let server: RunningServe;
const urls: string[] = [];

beforeAll(async () => {
  root = await workspaceWithReaders(
    ['anna@example.org', 'boris@example.org', 'carla@example.org', 'dana@example.org', 'emil@example.org'],
    // A second language: the words are English still, but for one.
    { 'templates/locales/nl.yaml': ENGLISH.replace('title: Your settings', 'title: Uw instellingen') },
  );
  server = await startServe(root);
  const keys = await keysOf(root);
  for (let id = 1; id <= 5; id += 1) urls.push(`${server.url}/p/${makeToken(keys, LIST, 'preferences', id)}`);
});

function urlOf(reader: number): string {
  return urls[reader - 1] ?? '';
}

/** Every file of the workspace in which a text stands, byte by byte. */
function filesWith(text: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(text))
    .map((file) => path.relative(root, file));
}

describe('the settings', () => {
  test('show nothing that names the reader', async () => {
    const page = await (await fetch(urlOf(1))).text();
    expect(page).toContain('Your settings');
    expect(page).not.toMatch(/anna|Reader/);
  });

  test('come in the language that the browser asks for', async () => {
    const answer = await fetch(urlOf(1), { headers: { 'Accept-Language': 'nl-BE,en;q=0.5' } });
    expect(answer.headers.get('content-language')).toBe('nl');
    expect(await answer.text()).toContain('Uw instellingen');
  });

  test('change the language', async () => {
    const answer = await submit(urlOf(1), { action: 'language', language: 'nl' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(/value="nl" lang="nl" selected/);
    const { stdout } = await run(root, ['subscribers', 'list', '--json']);
    expect(stdout).toMatch(/"email": "anna@example\.org",[^}]*"language": "nl"/);
    expect((await submit(urlOf(1), { action: 'language', language: 'xx' })).status).toBe(400);
  });

  test('change the address once the new one has said yes, and only the newest wish counts', async () => {
    await submit(urlOf(1), { action: 'address', address: 'first@example.org' });
    const [first] = await serviceMailsTo(root, 'first@example.org');
    await submit(urlOf(1), { action: 'address', address: 'second@example.org' });
    const [second] = await serviceMailsTo(root, 'second@example.org');
    expect((await fetch(linkIn(second, '/address/'))).status).toBe(200);
    expect((await readStates(root))['anna@example.org']).toBe('active');
    expect((await submit(linkIn(first, '/address/'), { action: 'use' })).status).toBe(410);
    expect((await submit(linkIn(second, '/address/'), { action: 'use' })).status).toBe(200);
    const states = await readStates(root);
    expect(states['second@example.org']).toBe('active');
    expect(states['anna@example.org']).toBeUndefined();
    expect((await submit(linkIn(second, '/address/'), { action: 'use' })).status).toBe(410);
  });

  test('answer the same for an address that is on the list, and mail nobody', async () => {
    const free = await (await submit(urlOf(2), { action: 'address', address: 'free@example.org' })).text();
    const taken = await (await submit(urlOf(2), { action: 'address', address: 'carla@example.org' })).text();
    expect(taken).toBe(free);
    await serviceMailsTo(root, 'free@example.org');
    expect(await serviceMailsTo(root, 'carla@example.org', 0)).toEqual([]);
  });

  test('mail all that is known to the address on the list', async () => {
    const page = await (await submit(urlOf(3), { action: 'export' })).text();
    expect(page).not.toContain('carla');
    const [mail] = await serviceMailsTo(root, 'carla@example.org');
    const [file] = mail?.attachments ?? [];
    expect(file?.filename).toBe('all-that-is-stored.json');
    const content = file?.content;
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    expect(JSON.parse(text)).toMatchObject({ subscriber: { email: 'carla@example.org', state: 'active' } });
  });

  test('cause at most five mails an hour', async () => {
    const statuses: number[] = [];
    for (let time = 0; time < 7; time += 1) statuses.push((await submit(urlOf(5), { action: 'export' })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
  });

  test('take somebody off the list, with the way back', async () => {
    expect(await (await submit(urlOf(3), { action: 'leave' })).text()).toMatch(/action="\/undo\//);
    expect((await readStates(root))['carla@example.org']).toBe('unsubscribed');
  });

  test('erase after asking once more, and the link is dead then', async () => {
    await submit(urlOf(4), { action: 'export' });
    await serviceMailsTo(root, 'dana@example.org');
    const question = await (await submit(urlOf(4), { action: 'erase' })).text();
    expect(question).toContain('value="erase-now"');
    expect((await readStates(root))['dana@example.org']).toBe('active');
    expect((await submit(urlOf(4), { action: 'erase-now' })).status).toBe(200);
    expect((await readStates(root))['dana@example.org']).toBeUndefined();
    expect((await fetch(urlOf(4))).status).toBe(404);
    expect(filesWith('dana@example.org')).toEqual(['readers.csv']);
    expect(server.log()).toContain('files still name a reader who was erased');
  });

  test('do nothing for a button that is not there, another token, or a link that is too old', async () => {
    const keys = await keysOf(root);
    expect((await submit(urlOf(2), { action: 'constructor' })).status).toBe(400);
    expect((await submit(urlOf(2), {})).status).toBe(400);
    const other = makeToken(keys, LIST, 'unsubscribe', 2);
    expect((await submit(`${server.url}/p/${other}`, { action: 'erase-now' })).status).toBe(404);
    const late = makeExpiringToken(keys, LIST, 'address-change', 1, new Date(Date.now() - 8 * 24 * 3_600_000));
    expect((await submit(`${server.url}/address/${late}`, { action: 'use' })).status).toBe(410);
    expect((await readStates(root))['boris@example.org']).toBe('active');
  });
});
