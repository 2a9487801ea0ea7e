import { sendIssue } from '../../../src/app/send/send-issue.js';
import type { Configuration } from '../../../src/model/settings/configuration.js';
import { TRANSPORTS } from '../../../src/transports/registry.js';
import { configureTransports } from '../../../src/workspace/transport-definition.js';

/** The settings of the transports, as a workspace has them. */
export interface SenderSettings {
  /** What `newsletter.yaml` says. */
  readonly written?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A program of its own that sends, to be killed by `killed-sender.test.ts`: prints a line at every step. */
export async function sendAndTell(
  configuration: Omit<Configuration, 'transports'>,
  issue: string,
  { written = {}, environment = {} }: SenderSettings,
): Promise<void> {
  await sendIssue({
    configuration: { ...configuration, transports: configureTransports(TRANSPORTS, written, environment) },
    issue,
    dryRun: false,
    testAddresses: [],
    signal: new AbortController().signal,
    now: () => new Date(),
    onProgress: (event) => {
      // Before it is frozen, there is no send yet that could be killed.
      if (event.event === 'opening' || event.event === 'preflight') return;
      process.stdout.write(`${event.event} ${String(event.report.submitted)}\n`);
    },
    isBuildStale: () => Promise.resolve(undefined),
  });
}
