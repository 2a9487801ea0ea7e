import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import {
  parseSendOptions,
  withSendOptions,
  type SendRequest,
  type WrittenSendOptions,
} from '../../src/cli/send/send-options.js';

function parse(...written: readonly string[]): SendRequest {
  const command = withSendOptions(new Command('send'))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  command.parse([...written], { from: 'user' });
  return parseSendOptions(command.opts<WrittenSendOptions>());
}

const NOTHING_CHOSEN = {
  dryRun: false,
  testAddresses: [],
  restartRehearsal: false,
  retryState: undefined,
  limit: undefined,
  waitMs: 0,
};

describe('the options of newsletter send', () => {
  test.each([
    { written: ['--wait', '0'], options: {} },
    { written: ['--wait', '2'], options: { waitMs: 120_000 } },
    { written: ['--wait', '0', '--dry-run'], options: { dryRun: true } },
    { written: ['--wait', '0', '--again'], options: { restartRehearsal: true } },
    { written: ['--wait', '0', '--limit', '7'], options: { limit: 7 } },
    { written: ['--wait', '0', '--only', 'failed'], options: { retryState: 'failed' } },
    { written: ['--wait', '0', '--uncertain', 'resend'], options: { retryState: 'uncertain' } },
    {
      written: ['--wait', '0', '--test', 'a@example.org', '--test', 'b@example.org'],
      options: { testAddresses: ['a@example.org', 'b@example.org'] },
    },
  ])('become what a send is asked for: $written', ({ written, options }) => {
    expect(parse(...written)).toEqual({
      action: 'send',
      options: { ...NOTHING_CHOSEN, ...options },
      transportName: undefined,
      yes: false,
      events: false,
    });
  });

  test('that choose a transport or the door stay beside what the ledger is asked for', () => {
    expect(parse('--wait', '0', '--transport', 'outbox', '--yes', '--events')).toEqual({
      action: 'send',
      options: NOTHING_CHOSEN,
      transportName: 'outbox',
      yes: true,
      events: true,
    });
  });

  test('that send nothing are requests of their own', () => {
    expect(parse('--uncertain', 'list')).toEqual({ action: 'list-uncertain' });
    expect(parse('--uncertain', 'skip')).toEqual({ action: 'skip', skipState: 'uncertain', yes: false });
    expect(parse('--cancel', '--yes')).toEqual({ action: 'skip', skipState: 'pending', yes: true });
  });

  test('are refused where one contradicts another', () => {
    expect(() => parse('--cancel', '--limit', '3')).toThrow(/cannot be used with/);
    expect(() => parse('--only', 'failed', '--again')).toThrow(/cannot be used with/);
    expect(() => parse('--uncertain', 'skip', '--dry-run')).toThrow(/cannot be tried with --dry-run/);
  });
});
