import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { appendFile, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { now } from '../support/subscribers/workspace.js';
import { recordingTransport, submitted } from '../support/send/recording-transport.js';
import { sendingWorkspace } from '../support/send/sending-workspace.js';

const READERS = 300;

/** A disk of two megabytes of its own; `undefined` where this process may mount nothing. */
function smallDisk(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-disk-'));
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder]).status === 0) return folder;
  rmSync(folder, { recursive: true });
  return undefined;
}

const disk = smallDisk();

afterAll(() => {
  if (disk === undefined) return;
  spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true });
});

/** A process number that was in use, and is no more. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

/** Fills what is left of a disk. */
async function fillUp(filePath: string): Promise<void> {
  try {
    for (;;) await appendFile(filePath, Buffer.alloc(65_536));
  } catch {
    // To the last byte.
    for (let size = 4096; size >= 1; size = Math.floor(size / 2)) {
      await appendFile(filePath, Buffer.alloc(size)).catch(() => undefined);
    }
  }
}

describe.skipIf(disk === undefined)('a disk that is full during a send (needs the right to mount one)', () => {
  test('stops the send with a clear error; later it goes on, nobody lost or doubled', async () => {
    const databasePath = path.join(disk ?? '', 'full.db');
    const workspace = await sendingWorkspace(READERS, { databasePath });
    const filler = path.join(disk ?? '', 'filler');
    let filled = false;
    const transport = recordingTransport({ connections: 4 });
    const result = await workspace.send(transport, {
      onEvent: (event) => {
        filled ||= event.event === 'progress' && event.report.submitted >= 100;
      },
      createTransport: () =>
        Promise.resolve({
          ...transport,
          submit: async (batch) => {
            if (filled) await fillUp(filler);
            return transport.submit(batch);
          },
        }),
    });
    expect(result).toMatchObject({ complete: false, interrupted: false });
    expect(result.failure).toMatchObject({ code: 'database-unusable' });
    expect(String(result.failure)).toContain('disk is full');
    await rm(filler);
    // Where the disk is full the lease cannot be given back either; outside of a test its process has ended.
    await workspace.withDatabase(({ query }) => query.updateTable('leases').set({ pid: deadProcess() }).execute());
    const second = recordingTransport({ connections: 4 });
    const later = await workspace.send(second);
    const { report } = later;
    expect(report.submitted + report.uncertain).toBe(READERS);
    expect(report.uncertain).toBeLessThanOrEqual(2 * 4 + 20);
    const everybody = [...transport.taken, ...second.taken].map(({ recipient }) => recipient.address);
    expect(new Set(everybody).size).toBe(everybody.length);
    const certain = (await workspace.deliveries()).filter(({ state }) => state === 'submitted');
    for (const { address } of certain) expect(everybody).toContain(address);
    for (const ending of ['', '-wal', '-shm']) await rm(`${databasePath}${ending}`, { force: true });
  });
});

describe('a database', () => {
  test.skipIf(disk === undefined)('on a disk that was made read-only is named, before anything is sent', async () => {
    const databasePath = path.join(disk ?? '', 'read-only.db');
    const workspace = await sendingWorkspace(3, { databasePath });
    spawnSync('mount', ['-o', 'remount,ro', disk ?? '']);
    const transport = recordingTransport();
    try {
      await expect(workspace.send(transport)).rejects.toMatchObject({ code: 'database-unusable' });
    } finally {
      spawnSync('mount', ['-o', 'remount,rw', disk ?? '']);
    }
    expect(transport.taken).toEqual([]);
    expect(await workspace.send(transport)).toMatchObject({ complete: true });
  });

  test('that is no database is named, and nothing is sent', async () => {
    const workspace = await sendingWorkspace(3);
    await writeFile(
      workspace.configuration.databasePath,
      'This is no database, but a text that somebody saved here. '.repeat(99),
    );
    const transport = recordingTransport();
    await expect(workspace.send(transport)).rejects.toMatchObject({ code: 'database-unusable', exitCode: 70 });
    expect(transport.taken).toEqual([]);
  });

  test('that is damaged inside stops the send with words', async () => {
    const workspace = await sendingWorkspace(2000);
    await workspace.send(recordingTransport(), { limit: 5 });
    const file = await open(workspace.configuration.databasePath, 'r+');
    const { size } = await file.stat();
    // All but the first page, which says what kind of file it is.
    await file.write(Buffer.alloc(size - 4096, 0xee), 0, size - 4096, 4096);
    await file.close();
    const transport = recordingTransport();
    await expect(workspace.send(transport)).rejects.toMatchObject({ code: 'database-unusable' });
    expect(transport.taken).toEqual([]);
  });
});

/** Writes to the database from another process until its standard input ends. */
async function occupy(databasePath: string): Promise<ChildProcessWithoutNullStreams> {
  const program = `
    const database = new (require('better-sqlite3'))(process.argv[1]);
    database.exec('begin immediate');
    console.log('busy');
    process.stdin.on('end', () => { database.exec('commit'); }).resume();`;
  const child = spawn(process.execPath, ['-e', program, databasePath], { stdio: 'pipe' });
  await once(child.stdout, 'data');
  return child;
}

describe('a database that another program writes to for long', () => {
  test('is waited for, with a word why, and nothing that was taken becomes uncertain', async () => {
    const workspace = await sendingWorkspace(30);
    let other: Promise<ChildProcessWithoutNullStreams> | undefined;
    const transport = recordingTransport({
      answer: async (batch) => {
        await (other ??= occupy(workspace.configuration.databasePath));
        return batch.map(() => submitted);
      },
    });
    const warnings: string[] = [];
    const result = await workspace.send(transport, {
      onEvent: (event) => {
        if (event.event !== 'trouble') return;
        warnings.push(event.what);
        void other?.then((child) => child.stdin.end());
      },
    });
    expect(result).toMatchObject({ complete: true, failure: undefined, report: { submitted: 30, uncertain: 0 } });
    expect(warnings).toEqual(['Waiting for another program that writes to the database.']);
    expect(transport.taken).toHaveLength(30);
  });
});

describe('a clock that is set back', () => {
  test('during a send keeps nobody from theirs', async () => {
    const workspace = await sendingWorkspace(60);
    let calls = 0;
    const backwards = () => new Date(now().getTime() - (calls += 1) * 60_000);
    const transport = recordingTransport();
    expect(await workspace.send(transport, { now: backwards })).toMatchObject({ complete: true });
    expect(transport.taken).toHaveLength(60);
  });

  test('between two runs keeps no deferred message back, and no dead sender alive', async () => {
    const workspace = await sendingWorkspace(2);
    const later = { outcome: 'deferred', reason: '451 try later' } as const;
    await workspace.send(recordingTransport({ answer: () => Promise.resolve([later]) }));
    await workspace.withDatabase(({ query }) => query.updateTable('leases').set({ pid: deadProcess() }).execute());
    const earlier = () => new Date(now().getTime() - 86_400_000);
    expect(await workspace.send(recordingTransport(), { now: earlier })).toMatchObject({ complete: true });
  });
});

describe('the lease', () => {
  test('of a dead process that had the number of this one keeps nobody waiting', async () => {
    const workspace = await sendingWorkspace(3);
    await workspace.send(recordingTransport(), { limit: 1 });
    await workspace.withDatabase(({ query }) => query.updateTable('leases').set({ pid: process.pid }).execute());
    expect(await workspace.send(recordingTransport())).toMatchObject({ complete: true });
  });

  test.each([
    ['another host', 14, 'send-running'],
    ['another host', 16, undefined],
  ])('of %s that was last seen %i seconds ago', async (host, seconds, code) => {
    const workspace = await sendingWorkspace(3);
    await workspace.send(recordingTransport(), { limit: 1 });
    const renewed = new Date(now().getTime() - seconds * 1000).toISOString();
    await workspace.withDatabase(({ query }) =>
      query.updateTable('leases').set({ pid: 1, host, renewed_at: renewed }).execute(),
    );
    const attempt = workspace.send(recordingTransport());
    if (code === undefined) expect(await attempt).toMatchObject({ complete: true });
    else await expect(attempt).rejects.toThrow(/process 1 on another host/);
  });
});

describe('what a dead sender left half-way', () => {
  async function leftBy(first: { readonly idempotent: boolean; readonly name: string }) {
    const workspace = await sendingWorkspace(4);
    await workspace.send({ ...recordingTransport({ connections: 1 }), ...first }, { limit: 1 });
    await workspace.withDatabase(({ query }) =>
      query.updateTable('deliveries').set({ state: 'submitting' }).where('position', '=', 2).execute(),
    );
    return workspace;
  }

  test('is pending again where the same transport cannot take it twice', async () => {
    const workspace = await leftBy({ idempotent: true, name: 'a' });
    const second = { ...recordingTransport({ idempotent: true }), name: 'a' };
    expect(await workspace.send(second)).toMatchObject({ report: { submitted: 4, uncertain: 0 } });
  });

  test('is counted in what a run is about, where it is handed over again', async () => {
    const workspace = await sendingWorkspace(3);
    const transport = recordingTransport({ idempotent: true });
    await workspace.send(transport, { limit: 1 });
    await workspace.withDatabase(({ query }) =>
      query.updateTable('deliveries').set({ state: 'submitting' }).where('state', '=', 'pending').execute(),
    );
    const dry = { dryRun: true };
    expect(await workspace.run(transport, dry)).toMatchObject({ outgoing: 2, nothingLeft: false });
    const another = recordingTransport({ idempotent: false });
    expect(await workspace.run(another, dry)).toMatchObject({ outgoing: 0, nothingLeft: true });
    expect(await workspace.send(transport)).toMatchObject({ report: { submitted: 3 } });
  });

  test.each([
    ['another transport, though each by itself cannot', { idempotent: true, name: 'a' }],
    ['one that can take it twice', { idempotent: false, name: 'b' }],
  ])('is uncertain after %s', async (_what, first) => {
    const workspace = await leftBy(first);
    const second = { ...recordingTransport({ idempotent: true }), name: first.idempotent ? 'b' : 'a' };
    expect(await workspace.send(second)).toMatchObject({ report: { submitted: 3, uncertain: 1 } });
  });
});

describe('a transport that takes batches', () => {
  test('never has more claimed than it has in its hands', async () => {
    const workspace = await sendingWorkspace(200);
    let most = 0;
    await workspace.withDatabase(async ({ query }) => {
      const answer = async (batch: readonly unknown[]) => {
        const claimed = await query
          .selectFrom('deliveries')
          .select((count) => count.fn.countAll<number>().as('count'))
          .where('state', '=', 'submitting')
          .executeTakeFirstOrThrow();
        most = Math.max(most, claimed.count);
        return batch.map(() => ({ outcome: 'submitted' }) as const);
      };
      const transport = recordingTransport({ connections: 2, batchSize: 30, answer });
      expect(await workspace.send(transport)).toMatchObject({ complete: true });
    });
    expect(most).toBe(60);
  });
});
