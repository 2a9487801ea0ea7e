import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importSubscribers } from '../../src/app/subscribers/import-subscribers.js';
import { reportSend } from '../../src/app/send/report-send.js';
import { emptyWorkspace, now, writeCsv } from '../support/subscribers/workspace.js';
import { ISSUE, writeBuild } from '../support/send/built-issue.js';
import { compileSender, type CompiledSender } from '../support/send/compiled-sender.js';
const AUDIENCE = 200;
let sender: CompiledSender;

beforeAll(async () => {
  sender = await compileSender();
});

afterAll(() => sender.remove());

describe('a sender that is killed', () => {
  test('loses nobody and doubles nobody, wherever it is killed', async () => {
    const configuration = await emptyWorkspace();
    await writeBuild(configuration.root);
    const lines = Array.from({ length: AUDIENCE }, (_, index) => `r${String(index)}@example.org`);
    await importSubscribers({
      configuration,
      file: await writeCsv(configuration, ['email', ...lines].join('\n')),
      now,
    });

    for (const line of [1, 2, 3, 1, 4]) {
      await sender.run(configuration, {
        told: (lines, end) => {
          if (lines >= line) end();
        },
      });
      const found = await reportSend({ configuration, issue: ISSUE, now });
      expect(found).toMatchObject({ audience: AUDIENCE, uncertain: 0, failed: 0, skipped: 0 });
      expect((found?.pending ?? 0) + (found?.submitted ?? 0)).toBe(AUDIENCE);
    }
    expect(await sender.run(configuration)).toBe(true);

    expect(await reportSend({ configuration, issue: ISSUE, now })).toMatchObject({ submitted: AUDIENCE, pending: 0 });
    const folder = path.join(configuration.root, 'outbox', ISSUE);
    const names = await readdir(folder);
    expect(names.filter((name) => !name.endsWith('.eml'))).toEqual([]);
    const readers = new Set<string | undefined>();
    for (const name of names) {
      const parsed = await PostalMime.parse(await readFile(path.join(folder, name)));
      expect(parsed.html).toContain('</html>');
      readers.add(parsed.to?.[0]?.address);
    }
    expect(names).toHaveLength(AUDIENCE);
    expect(readers.size).toBe(AUDIENCE);
  });
});
