import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SubmitOutcome } from '../../src/model/send/outgoing-message.js';
import { countOutcome, isTripped, UNTRIPPED } from '../../src/send/run/circuit-breaker.js';

const taken: SubmitOutcome = { outcome: 'submitted' };
const refused: SubmitOutcome = { outcome: 'failed', reason: '550 5.7.1', cause: 'policy' };
const OTHERS: readonly SubmitOutcome[] = [
  taken,
  { outcome: 'failed', reason: '550 5.1.1', cause: 'address' },
  { outcome: 'failed', reason: 'its name cannot be written' },
  { outcome: 'deferred', reason: 'try later' },
  { outcome: 'uncertain', reason: 'no answer' },
];
const REFUSALS: readonly SubmitOutcome[] = [refused, { outcome: 'deferred', reason: '421 4.7.0', cause: 'policy' }];

const after = (outcomes: readonly SubmitOutcome[]) => outcomes.reduce(countOutcome, UNTRIPPED);

describe('the circuit breaker', () => {
  test('trips at ten refusals in a row, not at nine', () => {
    expect(isTripped(after(Array.from({ length: 9 }, () => refused)))).toBe(false);
    expect(isTripped(after(Array.from({ length: 10 }, () => refused)))).toBe(true);
  });

  test('trips at more than a fifth of the last fifty, not at a fifth', () => {
    const everyFifth = Array.from({ length: 200 }, (_, index) => (index % 5 === 0 ? refused : taken));
    expect(isTripped(after(everyFifth))).toBe(false);
    expect(isTripped(after([...everyFifth, refused, refused]))).toBe(true);
  });

  test('says the same as counting would, whatever came', () => {
    const outcome = fc.oneof(fc.constantFrom(...OTHERS), fc.constantFrom(...REFUSALS));
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 160 }), (outcomes) => {
        const policy = outcomes.map((one) => REFUSALS.includes(one));
        const lastOther = policy.lastIndexOf(false);
        const inARow = policy.length - 1 - lastOther;
        const inWindow = policy.slice(-50).filter((one) => one).length;
        expect(isTripped(after(outcomes))).toBe(inARow >= 10 || inWindow > 10);
      }),
    );
  });

  test('never trips for what is no refusal by policy', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...OTHERS), { maxLength: 200 }), (outcomes) => {
        expect(isTripped(after(outcomes))).toBe(false);
      }),
    );
  });
});
