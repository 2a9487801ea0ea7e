import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Interrupted, withTimeout } from '../../src/time/with-timeout.js';

const TIMEOUT = { timeoutMs: 5000, tooLate: 'nobody came' };
const never = (): Promise<never> => new Promise(() => undefined);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

describe('withTimeout', () => {
  test.each([
    ['a promise', () => Promise.resolve('done')],
    ['a value', () => 'done'],
  ])('gives what work gives: %s', async (_, work) => {
    expect(await withTimeout(TIMEOUT, work)).toBe('done');
  });

  test.each([
    ['rejects', () => Promise.reject(new Error('broken'))],
    [
      'throws at once',
      () => {
        throw new Error('broken');
      },
    ],
  ])('throws what the work throws: it %s', async (_, work) => {
    await expect(withTimeout(TIMEOUT, work)).rejects.toThrow('broken');
  });

  test('waits to the last millisecond, and then no longer', async () => {
    const settled: string[] = [];
    const waited = withTimeout(TIMEOUT, never).catch((error: unknown) => settled.push(String(error)));
    await vi.advanceTimersByTimeAsync(4999);
    expect(settled).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await waited;
    expect(settled).toEqual(['Error: nobody came']);
  });

  test('is not troubled by an error that comes too late', async () => {
    let fail: (error: Error) => void = () => undefined;
    const work = new Promise<never>((_, reject) => (fail = reject));
    const waited = expect(withTimeout(TIMEOUT, () => work)).rejects.toThrow('nobody came');
    await vi.advanceTimersByTimeAsync(5000);
    await waited;
    fail(new Error('late'));
    await expect(work).rejects.toThrow('late');
  });

  test('stops waiting at a signal', async () => {
    const stop = new AbortController();
    const waited = withTimeout(TIMEOUT, never, stop.signal);
    stop.abort();
    await expect(waited).rejects.toBeInstanceOf(Interrupted);
  });

  test('lets work count that ends well at the same signal', async () => {
    const stop = new AbortController();
    const work = (): Promise<string> =>
      new Promise((resolve) => {
        stop.signal.addEventListener('abort', () => {
          resolve('saved');
        });
      });
    const waited = withTimeout(TIMEOUT, work, stop.signal);
    await Promise.resolve();
    stop.abort();
    expect(await waited).toBe('saved');
  });

  test('does not begin work after the signal', async () => {
    const work = vi.fn();
    await expect(withTimeout(TIMEOUT, work, AbortSignal.abort())).rejects.toBeInstanceOf(Interrupted);
    expect(work).not.toHaveBeenCalled();
  });
});
