import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { MANIFEST_FILE } from '../../../src/app/builds/build-manifest.js';
import { PublicEditions } from '../../../src/app/builds/public-editions.js';
import { publishIssue, type PublishedIssue } from '../../../src/app/builds/publish-issue.js';
import { open, workspaceWith } from '../../support/checked-issue.js';
import { pdf } from '../../support/assets/pdf/pdf-fixture.js';
import { picture } from '../../support/assets/pictures/picture-fixture.js';
import { recordingTransport } from '../../support/send/recording-transport.js';
import { sendIn } from '../../support/send/sending-workspace.js';
import { run } from '../../support/serve/running-server.js';
import { contributionText, CONTRIBUTIONS, ISSUE, type FixtureWorkspace } from '../../support/workspace-fixture.js';
import { buildAndWrite } from '../../support/app/build-fixture.js';

const CONFIGURATION = `name: The Newsletter
organisation: La Strada International
sender: { name: La Strada International, address: news@lsi.example.org }
publicUrl: https://newsletter.example.org
`;
const SETTINGS = `title: December 2020\ndate: 2020-12-18\n`;
const SHELTER = 'open-gate/shelter.md';
const SECRET = 'A door in a quiet street';

const image = (file: string) => `image: { file: ${file}, alt: Two colours, credit: D, consent: not-needed }`;

let workspace: FixtureWorkspace;
let clock: number;

/** Two items that stay, and one with all that an item can have. */
beforeEach(async () => {
  clock = Date.parse('2020-12-18T10:00:00Z');
  workspace = workspaceWith(
    {
      'lefoe/hotline.md': contributionText(`title: A new hotline\n${image('one.jpg')}`, 'It is open.'),
      'lefoe/one.jpg': await picture('jpeg', 700, 300),
      'lefoe/training.md': contributionText(
        'title: A training\nsection: event\nevent: { start: 2021-02-01, place: Vienna }',
        'For all members.',
      ),
      [SHELTER]: contributionText(
        `title: ${SECRET}\nsection: publication\n${image('two.jpg')}\nevent: { start: 2021-01-20, place: Skopje }\n` +
          'publication: { publisher: Open Gate, file: report.pdf }',
        'It was opened.',
      ),
      'open-gate/two.jpg': await picture('jpeg', 1300, 500),
      'open-gate/report.pdf': await pdf(['About the door.']),
    },
    { 'newsletter.yaml': CONFIGURATION, [`issues/${ISSUE}/issue.yaml`]: SETTINGS },
  );
});

function exclude(...files: readonly string[]): void {
  const items = files.map((file) => `  ${file}: { exclude: Taken down. }\n`).join('');
  workspace.write(`issues/${ISSUE}/issue.yaml`, `${SETTINGS}${items === '' ? '' : `items:\n${items}`}`);
}

async function publish(dryRun = false): Promise<PublishedIssue> {
  clock += 60_000;
  return publishIssue(open(workspace), {
    issue: ISSUE,
    dryRun,
    environment: process.env,
    signal: new AbortController().signal,
    now: () => new Date(clock),
    onOutput: () => undefined,
  });
}

async function buildAndPublish(): Promise<PublishedIssue> {
  await buildAndWrite(workspace);
  return publish();
}

/** What a real send leaves beside the issue, of the build as it is now. */
async function buildAndRecordSend(): Promise<void> {
  await buildAndWrite(workspace);
  clock += 60_000;
  const message = readFileSync(workspace.path('out', ISSUE, 'message.json'));
  const buildHash = createHash('sha256').update(message).digest('hex');
  const record = { issue: ISSUE, kind: 'real', buildHash, begunAt: new Date(clock).toISOString() };
  workspace.write(`issues/${ISSUE}/sent.json`, JSON.stringify(record));
  // As the send does before its first message.
  await publicNames();
}

/** Sends what is built, through a transport that is real as far as the program knows. */
async function sendForReal(): Promise<void> {
  clock += 60_000;
  await sendIn(open(workspace).configuration, {
    issue: ISSUE,
    now: () => new Date(clock),
    createTransport: () => Promise.resolve(recordingTransport()),
  });
}

/** What the public may read now, by name. */
async function publicNames(): Promise<readonly string[]> {
  return [...((await new PublicEditions(workspace.root).find(ISSUE))?.keys() ?? [])].sort();
}

const manifestSchema = z.looseObject({ items: z.array(z.object({ file: z.string(), outputs: z.array(z.string()) })) });

/** The files of the present build that hold something of an item, and of no other. */
function filesOf(item: string): readonly string[] {
  const { items } = manifestSchema.parse(JSON.parse(readFileSync(workspace.path('out', ISSUE, MANIFEST_FILE), 'utf8')));
  const own = new Set(items.find(({ file }) => file === `${CONTRIBUTIONS}/${item}`)?.outputs);
  for (const other of items) {
    if (other.file !== `${CONTRIBUTIONS}/${item}`) for (const output of other.outputs) own.delete(output);
  }
  return [...own].map((output) => output.slice('web/'.length)).sort();
}

/** Every file below a folder, relative to it. */
function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}

/** What lies in `data/public/` of a text, or of a file's name. */
function keptWith(text: string): readonly string[] {
  const folder = workspace.path('data', 'public');
  return filesBelow(folder).filter(
    (name) =>
      path.basename(name) !== MANIFEST_FILE &&
      (name.includes(text) || readFileSync(path.join(folder, name)).includes(text)),
  );
}

/** Makes what is kept that of a version that did not say what belongs to which item. */
function removeItems(): void {
  const folder = workspace.path('data', 'public', ISSUE);
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name, MANIFEST_FILE);
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    writeFileSync(file, JSON.stringify({ ...manifest, items: undefined }));
  }
}

describe('an item that is excluded, when the issue is published again,', () => {
  test.each(['published', 'sent', 'sent and published'])(
    'is off with all that it had, where it was %s before',
    async (how) => {
      if (how === 'published') await buildAndPublish();
      else await buildAndRecordSend();
      if (how === 'sent and published') await publish();
      const own = filesOf(SHELTER);
      expect(own.map((name) => path.dirname(name))).toEqual(['events', 'files', 'pictures', 'pictures']);
      expect(await publicNames()).toEqual(expect.arrayContaining([...own]));
      const stays = (await publicNames()).filter((name) => !own.includes(name));

      exclude(SHELTER);
      const published = await buildAndPublish();
      expect(published).toMatchObject({ kind: 'serve', takenDown: own, unknownItems: false });
      expect(await publicNames()).toEqual(stays);
      for (const text of [...own, SECRET, 'Skopje']) expect(keptWith(text), text).toEqual([]);
      expect(filesBelow(workspace.path('data', 'public')).some((name) => name.endsWith('.tmp'))).toBe(false);
      // Once more changes nothing, and names nothing again.
      expect(await publish()).toMatchObject({ takenDown: [] });
      expect(await publicNames()).toEqual(stays);
    },
  );

  test('is off where its file was deleted', async () => {
    await buildAndRecordSend();
    const own = filesOf(SHELTER);
    rmSync(workspace.path(CONTRIBUTIONS, SHELTER));
    workspace.write(`${CONTRIBUTIONS}/open-gate/another.md`, contributionText('title: Another item', 'Quite another.'));
    await buildAndPublish();
    const names = await publicNames();
    expect(names.filter((name) => own.includes(name))).toEqual([]);
    expect(keptWith(SECRET)).toEqual([]);
  });

  test('and was the last with an event, takes the calendar with it', async () => {
    rmSync(workspace.path(CONTRIBUTIONS, 'lefoe', 'training.md'));
    await buildAndRecordSend();
    expect(await publicNames()).toContain('calendar.ics');
    exclude(SHELTER);
    await buildAndPublish();
    expect((await publicNames()).filter((name) => name.endsWith('.ics'))).toEqual([]);
  });

  test('leaves a picture that another item has, too', async () => {
    workspace.write(
      `${CONTRIBUTIONS}/open-gate/same.jpg`,
      readFileSync(workspace.path(CONTRIBUTIONS, 'lefoe', 'one.jpg')),
    );
    workspace.write(
      `${CONTRIBUTIONS}/open-gate/second.md`,
      contributionText(`title: A second item\n${image('same.jpg')}`, 'Read on.'),
    );
    await buildAndRecordSend();
    const before = await publicNames();
    exclude('open-gate/second.md');
    expect(await buildAndPublish()).toMatchObject({ takenDown: [] });
    expect(await publicNames()).toEqual(before);
  });

  test('is off, too, when it is sent without it after it was published', async () => {
    workspace.write('readers.csv', 'email\nanna@example.org\n');
    await run(workspace.root, ['subscribers', 'import', 'readers.csv']);
    await buildAndPublish();
    const own = filesOf(SHELTER);
    exclude(SHELTER);
    workspace.write(
      `${CONTRIBUTIONS}/lefoe/late.md`,
      contributionText(`title: A late item\n${image('late.jpg')}`, 'It came late.'),
    );
    workspace.write(`${CONTRIBUTIONS}/lefoe/late.jpg`, await picture('jpeg', 640, 300));
    await buildAndWrite(workspace);
    const late = filesOf('lefoe/late.md');
    await sendForReal();
    const names = await publicNames();
    expect(names.filter((name) => own.includes(name))).toEqual([]);
    // The mails show what was added since.
    expect(names).toEqual(expect.arrayContaining([...late]));
    expect(late.length).toBeGreaterThan(0);
    const page = (await new PublicEditions(workspace.root).find(ISSUE))?.get('index.html');
    expect(readFileSync(page?.path ?? '', 'utf8')).toContain('A late item');
    for (const text of [...own, SECRET]) expect(keptWith(text), text).toEqual([]);
  });

  test('comes back whole when it is published again', async () => {
    await buildAndRecordSend();
    const before = await publicNames();
    exclude(SHELTER);
    await buildAndPublish();
    exclude();
    await buildAndWrite(workspace);
    // A build alone brings nothing back.
    expect(await publicNames()).not.toEqual(before);
    expect(await publish()).toMatchObject({ takenDown: [] });
    expect(await publicNames()).toEqual(before);
    expect(keptWith(SECRET)).not.toEqual([]);
  });

  test('comes back with another picture, and the one that was taken down stays off', async () => {
    await buildAndRecordSend();
    const own = filesOf(SHELTER).filter((name) => name.startsWith('pictures/'));
    exclude(SHELTER);
    await buildAndPublish();
    workspace.write(`${CONTRIBUTIONS}/open-gate/two.jpg`, await picture('jpeg', 900, 500));
    exclude();
    await buildAndPublish();
    const now = filesOf(SHELTER).filter((name) => name.startsWith('pictures/'));
    const names = await publicNames();
    expect(names).toEqual(expect.arrayContaining([...now]));
    expect(names.filter((name) => own.includes(name) && !now.includes(name))).toEqual([]);
    expect(own.some((name) => !now.includes(name))).toBe(true);
  });
});

describe('mails that are out', () => {
  test('keep the pictures of items that stay, also where the item has another one now', async () => {
    await buildAndRecordSend();
    const sent = filesOf('lefoe/hotline.md');
    workspace.write(`${CONTRIBUTIONS}/lefoe/one.jpg`, await picture('jpeg', 600, 400));
    exclude(SHELTER);
    const { takenDown } = await buildAndPublish();
    const now = filesOf('lefoe/hotline.md');
    expect(sent.some((name) => !now.includes(name))).toBe(true);
    expect(await publicNames()).toEqual(expect.arrayContaining([...sent, ...now]));
    for (const name of sent) expect(takenDown).not.toContain(name);
  });

  test('of a build that does not say what belongs to which item keep only what the newest has, and that is said', async () => {
    await buildAndRecordSend();
    removeItems();
    const shelter = filesOf(SHELTER);
    const sent = filesOf('lefoe/hotline.md');
    workspace.write(`${CONTRIBUTIONS}/lefoe/one.jpg`, await picture('jpeg', 600, 400));
    exclude(SHELTER);
    const published = await buildAndPublish();
    expect(published.unknownItems).toBe(true);
    const now = filesOf('lefoe/hotline.md');
    const off = [...shelter, ...sent.filter((name) => !now.includes(name))].sort();
    expect(published.takenDown).toEqual(off);
    expect((await publicNames()).filter((name) => off.includes(name))).toEqual([]);
    expect(keptWith(SECRET)).toEqual([]);
  });
});

describe('an issue of which what came out last is not on this machine', () => {
  test('is not public, since nobody can tell what was taken down', async () => {
    await buildAndRecordSend();
    exclude(SHELTER);
    await buildAndPublish();
    const { buildHash } = z
      .object({ buildHash: z.string() })
      .parse(JSON.parse(readFileSync(workspace.path('issues', ISSUE, 'published.json'), 'utf8')));
    rmSync(workspace.path('data', 'public', ISSUE, buildHash), { recursive: true });
    rmSync(workspace.path('out'), { recursive: true });
    expect(await publicNames()).toEqual([]);
  });
});

describe('published to a folder,', () => {
  beforeEach(() => {
    workspace.write('newsletter.yaml', `${CONFIGURATION}publish: { folder: www }\n`);
  });

  const published = () => [...filesBelow(workspace.path('www', ISSUE))].sort();

  test('what an earlier build put there of an excluded item goes, and nothing else', async () => {
    await buildAndPublish();
    const own = filesOf(SHELTER);
    const [changed = '', ...others] = own;
    // Somebody else's files, and one of ours that somebody changed.
    const theirs = ['notes.txt', 'pictures/of-another-tool.jpg', 'index.php'];
    for (const name of theirs) workspace.write(`www/${ISSUE}/${name}`, 'theirs');
    workspace.write(`www/${ISSUE}/${changed}`, 'changed by hand');
    workspace.write('www/2020-11/index.html', 'another issue');
    exclude(SHELTER);
    await buildAndWrite(workspace);

    const before = published();
    const dry = await publish(true);
    expect(published()).toEqual(before);
    const outcome = await publish();
    expect(outcome).toMatchObject({ kind: 'folder', takenDown: dry.takenDown });
    expect(outcome.takenDown).toEqual(expect.arrayContaining(others));
    expect(published()).toEqual(before.filter((name) => !others.includes(name)));
    expect(outcome.kind === 'folder' && outcome.left).toEqual(expect.arrayContaining([changed, ...theirs]));
    expect(readFileSync(workspace.path('www/2020-11/index.html'), 'utf8')).toBe('another issue');
  });

  test('pictures of items that stay are left for the mails', async () => {
    await buildAndPublish();
    const sent = filesOf('lefoe/hotline.md');
    workspace.write(`${CONTRIBUTIONS}/lefoe/one.jpg`, await picture('jpeg', 600, 400));
    await buildAndPublish();
    expect(published()).toEqual(expect.arrayContaining([...sent]));
  });

  test('it goes the next time, where the issue was published elsewhere meanwhile', async () => {
    await buildAndPublish();
    const own = filesOf(SHELTER);
    exclude(SHELTER);
    await buildAndWrite(workspace);
    // Meanwhile only serve: the folder keeps what it has.
    workspace.write('newsletter.yaml', CONFIGURATION);
    await buildAndPublish();
    expect(published()).toEqual(expect.arrayContaining([...own]));
    workspace.write('newsletter.yaml', `${CONFIGURATION}publish: { folder: www }\n`);
    await buildAndPublish();
    expect(published().filter((name) => own.includes(name))).toEqual([]);
  });
});

describe('a kept copy', () => {
  test('in which something was taken down is no error where its file went before the list of it', async () => {
    await buildAndRecordSend();
    const own = filesOf(SHELTER);
    const folder = workspace.path('data', 'public', ISSUE);
    // As after a crash while it was taken down.
    for (const build of readdirSync(folder)) rmSync(path.join(folder, build, 'web', own[0] ?? ''));
    exclude(SHELTER);
    expect(await buildAndPublish()).toMatchObject({ takenDown: own });
    expect((await publicNames()).filter((name) => own.includes(name))).toEqual([]);
  });

  test('that is damaged is made anew while its build is there', async () => {
    await buildAndPublish();
    const before = await publicNames();
    const folder = workspace.path('data', 'public', ISSUE);
    for (const build of readdirSync(folder)) writeFileSync(path.join(folder, build, MANIFEST_FILE), '{ "for');
    expect(await publicNames()).toEqual(before);
  });
});

describe('published through a command,', () => {
  test('the command finds what is off in a file, and only where something is', async () => {
    const script = workspace.path('publish.mjs');
    workspace.write(
      'publish.mjs',
      `import { readFileSync, writeFileSync } from 'node:fs';
       const { NEWSLETTER_TAKEN_DOWN: file } = process.env;
       writeFileSync('said.json', JSON.stringify(file === undefined ? 'nothing' : readFileSync(file, 'utf8')));`,
    );
    const command = JSON.stringify([process.execPath, script]);
    workspace.write('newsletter.yaml', `${CONFIGURATION}publish: { command: ${command} }\n`);
    const said = (): unknown => JSON.parse(readFileSync(workspace.path('said.json'), 'utf8'));
    await buildAndPublish();
    expect(said()).toBe('nothing');
    const own = filesOf(SHELTER);
    exclude(SHELTER);
    expect(await buildAndPublish()).toMatchObject({ kind: 'command', takenDown: own });
    const lines = z.string().parse(said()).split('\n');
    expect(lines.pop()).toBe('');
    expect([...lines].sort()).toEqual(own);
  });
});
