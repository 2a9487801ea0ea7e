import { describe, expect, test } from 'vitest';
import {
  isSendComplete,
  nextDeliveryState,
  type DeliveryEvent,
  type DeliveryStateName,
  type SendReport,
} from '../../../src/model/send/delivery.js';

const STATES = ['pending', 'submitting', 'submitted', 'failed', 'uncertain', 'skipped'] as const;
const EVENTS: readonly DeliveryEvent[] = [
  { event: 'claim' },
  { event: 'skip', reason: 'unsubscribed' },
  { event: 'accept' },
  { event: 'reject', reason: 'no such mailbox' },
  { event: 'defer' },
  { event: 'lose', reason: 'connection lost' },
  { event: 'retry' },
];
/** Every legal transition; all others must not happen. */
const LEGAL: Readonly<Record<string, object>> = {
  'pending claim': { state: 'submitting' },
  'pending skip': { state: 'skipped', reason: 'unsubscribed' },
  'submitting accept': { state: 'submitted' },
  'submitting reject': { state: 'failed', reason: 'no such mailbox' },
  'submitting defer': { state: 'pending' },
  'submitting lose': { state: 'uncertain', reason: 'connection lost' },
  'uncertain retry': { state: 'pending' },
  'failed retry': { state: 'pending' },
};

describe('the transitions of a delivery', () => {
  const all = STATES.flatMap((state) => EVENTS.map((event) => [state, event.event, event] as const));
  test.each(all)('%s, %s', (state: DeliveryStateName, name, event) => {
    expect(nextDeliveryState(state, event)).toEqual(LEGAL[`${state} ${name}`]);
  });
});

describe('skipping by a word of a person', () => {
  test.each([
    ['pending', 'cancelled', { state: 'skipped', reason: 'cancelled' }],
    ['uncertain', 'uncertain', { state: 'skipped', reason: 'uncertain' }],
    ['uncertain', 'cancelled', undefined],
    ['pending', 'uncertain', undefined],
    ['failed', 'uncertain', undefined],
    ['submitted', 'cancelled', undefined],
    ['submitting', 'cancelled', undefined],
  ] as const)('%s as %s', (state, reason, next) => {
    expect(nextDeliveryState(state, { event: 'skip', reason })).toEqual(next);
  });
});

describe('a send is complete', () => {
  const report: SendReport = {
    issue: '2020-12',
    kind: 'real',
    audience: 3,
    pending: 0,
    submitted: 2,
    failed: 0,
    skipped: 1,
    uncertain: 0,
  };
  test('when everybody got theirs or was skipped', () => {
    expect(isSendComplete(report)).toBe(true);
  });
  test.each(['pending', 'failed', 'uncertain'] as const)('not with one %s', (state) => {
    expect(isSendComplete({ ...report, [state]: 1 })).toBe(false);
  });
});
