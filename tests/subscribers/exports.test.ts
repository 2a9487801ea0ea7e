import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { importSubscribers } from '../../src/app/subscribers/import-subscribers.js';
import { listSubscribers } from '../../src/app/subscribers/list-subscribers.js';
import { emptyWorkspace, now } from '../support/subscribers/workspace.js';

const FOLDER = path.join(import.meta.dirname, '../support/subscribers/exports');

/** The people in each file, listed by a person who did not know our code. */
const expectations = z.object({
  program: z.string(),
  active: z.array(z.string()),
  pending: z.array(z.string()),
  off: z.array(z.string()),
  rejected: z.array(z.number()),
  /** What a person has to write where the import stops and asks. */
  options: z
    .object({ map: z.record(z.string(), z.array(z.string())), ignore: z.array(z.string()) })
    .partial()
    .optional(),
});

const EXPORTS = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.csv'))
  .map((file) => {
    const text = readFileSync(path.join(FOLDER, file.replace(/csv$/, 'json')), 'utf8');
    return { file, ...expectations.parse(JSON.parse(text)) };
  });

describe('an export of another program', () => {
  test('is there thirty times', () => {
    expect(EXPORTS).toHaveLength(30);
  });

  test.each(EXPORTS)(
    '$program: who said no is off, nobody else is lost, and every line that is not taken is named',
    async (expected) => {
      const configuration = await emptyWorkspace();
      const { map, ignore } = expected.options ?? {};
      const file = path.join(FOLDER, expected.file);
      const report = await importSubscribers({ configuration, file, mapping: map, ignored: ignore, now });
      const people = await listSubscribers({ configuration });
      const among = (addresses: readonly string[]) =>
        people
          .filter(({ email }) => addresses.includes(email.toLowerCase()))
          .map(({ email, state }) => `${email.toLowerCase()} ${state === 'suppressed' ? 'unsubscribed' : state}`)
          .sort();
      const all = (addresses: readonly string[], state: string) =>
        addresses.map((address) => `${address} ${state}`).sort();
      expect(among(expected.active)).toEqual(all(expected.active, 'active'));
      expect(among(expected.pending)).toEqual(all(expected.pending, 'pending'));
      expect(among(expected.off)).toEqual(all(expected.off, 'unsubscribed'));
      expect(people).toHaveLength(expected.active.length + expected.pending.length + expected.off.length);
      const named = [...report.rejected, ...report.remarks].map(({ line }) => line);
      expect(named).toEqual(expect.arrayContaining(expected.rejected));
    },
  );
});
