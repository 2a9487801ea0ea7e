import { describe, expect, test } from 'vitest';
import { progressLine, streamSend } from '../../src/cli/send/send-progress.js';
import type { SendReport } from '../../src/model/send/delivery.js';

const report = (changes: Partial<SendReport>): SendReport => ({
  issue: '2020-12',
  kind: 'real',
  audience: 1000,
  pending: 1000,
  submitted: 0,
  failed: 0,
  skipped: 0,
  uncertain: 0,
  ...changes,
});

describe('the line of progress', () => {
  test('says rate, states and time left', () => {
    const line = progressLine(
      report({ pending: 800, submitted: 196, failed: 3, uncertain: 1 }),
      { at: 0, done: 0 },
      10_000,
    );
    expect(line).toBe('200 of 1000: 196 submitted, 3 failed, 1 uncertain, 20 a second, 40 seconds left');
  });

  test('counts the rate from where this run began, and in minutes where it takes long', () => {
    const line = progressLine(report({ pending: 600, submitted: 400 }), { at: 0, done: 300 }, 100_000);
    expect(line).toBe('400 of 1000: 400 submitted, 1.0 a second, 10 minutes left');
  });

  test('says nothing of a time that nobody can know', () => {
    expect(progressLine(report({}), { at: 0, done: 0 }, 0)).toBe('0 of 1000: 0 submitted');
  });
});

describe('the stream of events', () => {
  test('has at most four events of progress a second, and all others', () => {
    const events: object[] = [];
    let clock = 0;
    const watch = streamSend(
      (event) => events.push(event),
      () => clock,
    );
    watch({ event: 'frozen', report: report({}), signing: 'ours' });
    for (let step = 0; step < 100; step += 1) {
      clock += 10;
      watch({ event: 'progress', report: report({ submitted: step, pending: 1000 - step }) });
    }
    watch({ event: 'waiting', report: report({}), until: new Date(0) });
    expect(events).toHaveLength(1 + 4 + 1);
    expect(events.at(-1)).toMatchObject({ event: 'waiting', until: '1970-01-01T00:00:00.000Z', audience: 1000 });
  });
});
