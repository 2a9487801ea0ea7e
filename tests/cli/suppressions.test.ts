import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { copyWorkspace, buildDecember } from '../support/cli/december.js';
import { errorSchema, readDocument, subscribersSchema } from '../support/cli/documents.js';
import { runNewsletter } from '../support/cli/run-newsletter.js';

const ADDRESS = "o'neill@example.org";

const listSchema = z.array(
  z.strictObject({
    address: z.string().nullable(),
    reason: z.string(),
    since: z.string(),
    note: z.string().nullable(),
    askedAgainAt: z.string().nullable(),
    end: z.enum(['person', 'reader', 'reader-and-person']),
    event: z.looseObject({ issue: z.string() }).nullable(),
  }),
);
const changeSchema = z.looseObject({ dryRun: z.boolean(), outcome: z.string(), address: z.string() });

describe('newsletter suppressions', () => {
  test('adds, shows, lists and lifts an address, in words and for programs', async () => {
    const root = copyWorkspace(await buildDecember());
    const run = (...args: readonly string[]) => runNewsletter([...args], { from: root });
    await run('subscribers', 'add', ADDRESS);
    const add = ['suppressions', 'add', ADDRESS, '--reason', 'asked by telephone'];
    expect((await run(...add, '--dry-run')).stdout).toContain('would not be mailed any more');
    expect(readDocument(changeSchema, await run(...add, '--json'))).toMatchObject({ outcome: 'suppressed' });

    const shown = await run('suppressions', 'show', ADDRESS);
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout).toContain('one of you decided it (by-hand)');
    expect(shown.stdout).toContain('“asked by telephone”');
    // The command can be copied into a shell, whatever stands in the address.
    expect(shown.stdout).toContain(`'o'\\''neill@example.org'`);

    const listed = readDocument(listSchema, await run('suppressions', 'list', '--json'));
    expect(listed).toMatchObject([{ address: ADDRESS, reason: 'by-hand', note: 'asked by telephone', end: 'person' }]);
    expect(readDocument(listSchema, await run('suppressions', 'list', '--waiting', '--json'))).toEqual([]);
    expect((await run('suppressions', 'list', '--quiet')).stdout).toBe('');

    const lift = ['suppressions', 'lift', ADDRESS, '--reason', 'a mistake'];
    expect((await run(...lift)).stdout).toContain('is lifted; on the list: active.');
    const everybody = readDocument(subscribersSchema, await run('subscribers', 'list', '--json'));
    expect(everybody).toMatchObject([{ email: ADDRESS, state: 'active' }]);
  });

  test('refuses what only the reader can undo, and says why', async () => {
    const root = copyWorkspace(await buildDecember());
    const run = (...args: readonly string[]) => runNewsletter([...args], { from: root });
    await run('subscribers', 'add', 'gone@example.org');
    await run('subscribers', 'erase', 'gone@example.org', '--yes');
    const lift = ['suppressions', 'lift', 'gone@example.org', '--reason', 'a mistake', '--json'];
    const refused = await runNewsletter(lift, { from: root });
    expect(refused.code).toBe(4);
    expect(readDocument(errorSchema, refused).error).toMatchObject({ code: 'suppression-stays' });
    expect((await run('suppressions', 'lift', 'gone@example.org')).code).toBe(2);
  });
});
