import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openWorkspace } from '../../../src/app/workspace/open-workspace.js';
import { PublicEditions } from '../../../src/app/builds/public-editions.js';
import { recordingTransport } from '../../support/send/recording-transport.js';
import { sendIn } from '../../support/send/sending-workspace.js';
import { ISSUE, run, workspaceWithReaders } from '../../support/serve/running-server.js';
import { contributionText, CONTRIBUTIONS } from '../../support/workspace-fixture.js';

/** Sends the built issue through a transport that is real as far as the program knows. */
async function sendForReal(root: string, onMessage: () => Promise<unknown>): Promise<void> {
  const { configuration } = openWorkspace({ workspace: root, from: root, environment: {} });
  const transport = recordingTransport({
    answer: async (batch) => {
      await onMessage();
      return batch.map(() => ({ outcome: 'submitted' }));
    },
  });
  await sendIn(configuration, {
    issue: ISSUE,
    now: () => new Date(),
    createTransport: () => Promise.resolve(transport),
  });
}

describe('the web edition of an issue', () => {
  test('is public before the first real message, and stays as it was sent without any server running', async () => {
    const root = await workspaceWithReaders(['anna@example.org']);
    await run(root, ['build']);
    expect(await new PublicEditions(root).list()).toEqual([]);
    let publicAtFirstMessage: readonly string[] = [];
    await sendForReal(root, async () => {
      publicAtFirstMessage = await new PublicEditions(root).list();
    });
    expect(publicAtFirstMessage).toEqual([ISSUE]);

    const draft = path.join(root, CONTRIBUTIONS, 'la-strada-md', 'hotline.md');
    writeFileSync(draft, contributionText('title: A secret draft'));
    await run(root, ['build']);
    const page = (await new PublicEditions(root).find(ISSUE))?.get('index.html');
    const html = readFileSync(page?.path ?? '', 'utf8');
    expect(html).toContain('A new hotline');
    expect(html).not.toContain('A secret draft');
  });
});
