import { describe, expect, test } from 'vitest';
import { contributionText, createWorkspace } from '../support/workspace-fixture.js';
import { runAtTerminal, withoutPython } from '../support/cli/python.js';

describe.skipIf(withoutPython)('on a terminal', () => {
  const status = async (environment: Readonly<Record<string, string>>) => {
    const { root } = createWorkspace({
      'issues/2020-12/contributions/la-strada-md/hotline.md': contributionText('section: opinion'),
    });
    return runAtTerminal(['status'], { from: root, environment });
  };

  test('colours show what has to be fixed', async () => {
    const { code, stdout } = await status({});
    expect(code).toBe(0);
    expect(stdout).toContain('\u001b[31m');
  });

  test('NO_COLOR takes them away', async () => {
    const { code, stdout } = await status({ NO_COLOR: '1' });
    expect(code).toBe(0);
    expect(stdout).toContain('hotline.md');
    expect(stdout).not.toContain('\u001b');
  });
});
