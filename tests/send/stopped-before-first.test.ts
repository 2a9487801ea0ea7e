import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { reportSend } from '../../src/app/send/report-send.js';
import type { SendEvent } from '../../src/app/send/send-context.js';
import { NewsletterError } from '../../src/model/error.js';
import type { OutgoingMessage, SubmitOutcome } from '../../src/model/send/outgoing-message.js';
import { now } from '../support/subscribers/workspace.js';
import { ISSUE, smallTemplate, writeBuild } from '../support/send/built-issue.js';
import { recordingTransport } from '../support/send/recording-transport.js';
import { sendingWorkspace, type SendChanges, type SendingWorkspace } from '../support/send/sending-workspace.js';
const recordOf = ({ configuration }: SendingWorkspace) => path.join(configuration.root, 'issues', ISSUE, 'sent.json');
const subjectOf = (message: OutgoingMessage | undefined) =>
  message?.template.headers.find((field) => field.startsWith('Subject:'));

/** Another text, as after a name was taken out. */
const correct = ({ configuration }: SendingWorkspace) =>
  writeBuild(configuration.root, smallTemplate({ headers: ['From: news@example.org', 'Subject: corrected'] }));

async function expectNothingBegun(workspace: SendingWorkspace, request: SendChanges): Promise<void> {
  const transport = recordingTransport();
  expect(await workspace.run(transport, request)).toMatchObject({ kind: 'not-begun', plan: { begun: false } });
  expect(transport.taken).toEqual([]);
  expect(existsSync(recordOf(workspace))).toBe(false);
  expect(await reportSend({ configuration: workspace.configuration, issue: ISSUE, now })).toBeUndefined();
}

describe('a real send that is stopped before its first message has not begun, and its issue is not public', () => {
  test('while the transport is made ready', async () => {
    const workspace = await sendingWorkspace(3);
    const stop = new AbortController();
    const createTransport = () => {
      stop.abort();
      return Promise.resolve(recordingTransport());
    };
    await expectNothingBegun(workspace, { signal: stop.signal, createTransport });
  });

  test('when it was confirmed just before', async () => {
    const workspace = await sendingWorkspace(3);
    const stop = new AbortController();
    const confirm = () => {
      stop.abort();
      return Promise.resolve(true);
    };
    await expectNothingBegun(workspace, { signal: stop.signal, confirm });
  });

  test.each(['opening', 'frozen'] as const)('at its event "%s"', async (name) => {
    const workspace = await sendingWorkspace(3);
    const stop = new AbortController();
    const onEvent = ({ event }: SendEvent) => {
      if (event === name) stop.abort();
    };
    await expectNothingBegun(workspace, { signal: stop.signal, onEvent });
  });
});

describe('a send of which nobody has had anything', () => {
  const stop = new NewsletterError('transport-unusable', {
    message: 'Log in.',
    expected: 'a password',
    help: 'Set it.',
  });
  const refused: SubmitOutcome = { outcome: 'deferred', reason: stop.message, stop };

  test('goes out as it is built by then, also where a transport refused everything', async () => {
    const workspace = await sendingWorkspace(3);
    const refusing = recordingTransport({ answer: (batch) => Promise.resolve(batch.map(() => refused)) });
    expect(await workspace.send(refusing)).toMatchObject({ failure: stop, report: { pending: 3 } });
    await correct(workspace);
    const transport = recordingTransport();
    expect(await workspace.send(transport)).toMatchObject({ complete: true });
    expect(transport.taken.map(subjectOf)).toEqual(Array.from({ length: 3 }, () => 'Subject: corrected'));
  });
});

describe('a send that goes on after the issue was built otherwise', () => {
  test.each(['real', 'rehearsal'] as const)('says that it keeps to the first text: %s', async (kind) => {
    const workspace = await sendingWorkspace(3);
    await workspace.send(recordingTransport({ kind }), { limit: 1 });
    await correct(workspace);
    const told: SendEvent[] = [];
    const transport = recordingTransport({ kind });
    await workspace.send(transport, { onEvent: (event) => told.push(event) });
    const checks = told.flatMap((event) => (event.event === 'preflight' ? event.plan.preflight : []));
    expect(checks.map(({ check, result }) => ({ check, result }))).toContainEqual({
      check: 'build',
      result: 'warning',
    });
    expect(transport.taken.map(subjectOf)).not.toContain('Subject: corrected');
  });
});
