import { beforeAll, describe, expect, test } from 'vitest';
import { makeSafeInThread } from '../../../src/assets/pdf/pdf-worker.js';
import { makeDocumentSafe } from '../../../src/assets/pdf/clean/make-safe.js';
import { onePage, pdf } from '../../support/assets/pdf/pdf-fixture.js';
import { compiledThread } from '../../support/assets/pdf/thread-file.js';

let threadFile: string;

beforeAll(async () => {
  threadFile = await compiledThread();
});

/** Within every bound, and more than a thread may use in the time that the tests give it. */
const slow = onePage('', [], `/Lang [${'1 '.repeat(1_000_000)}] `);

describe('a document in a thread of its own', () => {
  test('comes to the same result', async () => {
    const bytes = await pdf(['One.', 'Two.']);
    expect(await makeSafeInThread(bytes, threadFile)).toEqual(await makeDocumentSafe(bytes));
    const hostile = onePage('', [], '/OpenAction << /S /JavaScript /JS (1) >>');
    expect(await makeSafeInThread(hostile, threadFile)).toEqual({ kind: 'refused', reason: 'scripts' });
  });

  test('is ended when it takes too long, and the program goes on meanwhile', async () => {
    let turns = 0;
    let turn: NodeJS.Immediate;
    const goOn = () => {
      turns += 1;
      turn = setImmediate(goOn);
    };
    turn = setImmediate(goOn);
    const outcome = await makeSafeInThread(slow, threadFile, { milliseconds: 300, megabytes: 2048 });
    clearImmediate(turn);
    // Without an end it would be safe: nothing else is wrong with it.
    expect(outcome).toEqual({ kind: 'refused', reason: 'too-much' });
    expect(turns).toBeGreaterThan(3);
  });

  test('is ended when it takes more memory than there may be', async () => {
    const outcome = await makeSafeInThread(slow, threadFile, { milliseconds: 60_000, megabytes: 20 });
    expect(outcome).toEqual({ kind: 'refused', reason: 'too-much' });
  });
});
