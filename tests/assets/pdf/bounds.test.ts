import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeDocumentSafe } from '../../../src/assets/pdf/clean/make-safe.js';
import type { DocumentOptions } from '../../../src/assets/pdf/prepare.js';
import {
  BEYOND_BOUNDS,
  IMAGE,
  packed,
  ranges,
  samePage,
  withFont,
  withPictures,
} from '../../support/assets/pdf/beyond-bounds.js';
import { prepareMeasured } from '../../support/assets/pdf/beyond-bounds-work.js';
import { deflated, onePage } from '../../support/assets/pdf/pdf-fixture.js';
import { compiledThread } from '../../support/assets/pdf/thread-file.js';

describe('a PDF just beyond a bound', () => {
  let threadFile: string;
  beforeAll(async () => {
    threadFile = await compiledThread();
    // What the first thread of a process loads is not the document's.
    await prepare(mkdtempSync(path.join(tmpdir(), 'newsletter-bounds-')), [onePage()]);
  });

  const prepare = (cacheFolder: string, files: readonly Buffer[], mode: DocumentOptions['mode'] = 'decode') =>
    prepareMeasured(files, { cacheFolder, mode, threadFile });

  test.each(BEYOND_BOUNDS)(
    '%s: refused (%s), and the second time without looking through it',
    async (_, reason, make) => {
      const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-bounds-'));
      const bytes = make();
      const first = await prepare(folder, [bytes]);
      expect(first.outcomes).toEqual([{ kind: 'refused', reason }]);
      expect(first.megabytes).toBeLessThan(300);
      const second = await prepare(folder, [bytes], 'cached');
      expect(second.outcomes).toEqual(first.outcomes);
    },
  );

  test('ten of them take no more memory than one', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-bounds-'));
    const make = BEYOND_BOUNDS.find(([name]) => name === 'all streams')?.[2];
    if (make === undefined) throw new Error('It is not in the list.');
    // A comment makes each of them another file.
    const files = Array.from({ length: 10 }, (_, index) =>
      Buffer.concat([make(), Buffer.from(`% ${String(index)}\n`)]),
    );
    const { outcomes, megabytes } = await prepare(folder, files);
    expect(new Set(outcomes.map((outcome) => (outcome.kind === 'refused' ? outcome.reason : outcome.kind)))).toEqual(
      new Set(['too-swollen']),
    );
    expect(megabytes).toBeLessThan(300);
  });
});

describe('a PDF within the bounds', () => {
  test.each([
    [
      'a picture as large as an A4 page of 300 dpi',
      () => withPictures(deflated('\0'.repeat(26_000_000), IMAGE(2480, 3508))),
    ],
    ['a table of a font for all letters', () => withFont('/ToUnicode 6 0 R', [ranges(0xffff)])],
    ['packed objects', () => packed('9 0 [1 2 3]')],
    ['a logo on each of a hundred pages', () => samePage(100, 100_000)],
  ])('%s: is made safe', async (_, make) => {
    expect((await makeDocumentSafe(make())).kind).toBe('safe');
  });
});
