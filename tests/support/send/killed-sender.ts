import { chooseTransport, type SendEvent } from '../../../src/app/send/send-context.js';
import { sendIssue } from '../../../src/app/send/send-issue.js';
import type { Configuration } from '../../../src/model/settings/configuration.js';
import { TRANSPORTS } from '../../../src/transports/registry.js';
import { configureTransports } from '../../../src/workspace/settings/transport-definition.js';

/** The settings of the transports, as a workspace has them. */
export interface SenderSettings {
  /** What `newsletter.yaml` says. */
  readonly written?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A program of its own that sends, to be killed by `killed-sender.test.ts`: prints a line at every step. */
export async function sendAndTell(
  workspace: Omit<Configuration, 'transports'>,
  issue: string,
  { written = {}, environment = {} }: SenderSettings,
): Promise<void> {
  const configuration = { ...workspace, transports: configureTransports(TRANSPORTS, written, environment) };
  const onEvent = (event: SendEvent): void => {
    // Before it is frozen, there is no send yet that could be killed.
    if (event.event === 'opening' || event.event === 'preflight') return;
    process.stdout.write(`${event.event} ${String(event.report.submitted)}\n`);
  };
  const { transport, dkim } = await chooseTransport(undefined, { configuration, onEvent });
  const options = { dryRun: false, testAddresses: [], restartRehearsal: false, waitMs: 0 };
  await sendIssue(options, {
    configuration,
    issue,
    transport,
    dkim,
    signal: new AbortController().signal,
    now: () => new Date(),
    onEvent,
    isBuildStale: () => Promise.resolve(undefined),
  });
}
