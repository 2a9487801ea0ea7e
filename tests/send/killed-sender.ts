import { sendIssue } from '../../src/app/send/send-issue.js';
import type { Configuration } from '../../src/model/settings/configuration.js';

/** A program of its own that sends, to be killed by `killed-sender.test.ts`: prints a line at every step. */
export async function sendAndTell(configuration: Configuration, issue: string): Promise<void> {
  const options = { dryRun: false, testAddresses: [], restartRehearsal: false, waitMs: 0 };
  await sendIssue(options, {
    configuration,
    issue,
    signal: new AbortController().signal,
    now: () => new Date(),
    onEvent: (event) => {
      // Before it is frozen, there is no send yet that could be killed.
      if (event.event === 'opening' || event.event === 'preflight') return;
      process.stdout.write(`${event.event} ${String(event.report.submitted)}\n`);
    },
    isBuildStale: () => Promise.resolve(undefined),
  });
}
