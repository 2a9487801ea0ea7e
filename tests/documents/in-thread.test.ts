import { mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeSafeInThread } from '../../src/documents/in-thread.js';
import { makeDocumentSafe } from '../../src/documents/make-safe.js';
import { deflated, onePage, pdf, stream } from './pdf-fixture.js';

let threadFile: string;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'newsletter-thread-'));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  threadFile = join(folder, 'document-thread.js');
  await build({
    entryPoints: [resolve('src/documents/document-thread.ts')],
    outfile: threadFile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
  });
});

/** A page that draws a form ten times, which draws another one ten times, and so on. */
function pageWithoutEnd(depth: number): Buffer {
  const forms = Array.from({ length: depth }, (_, index) =>
    stream(
      index === depth - 1 ? 'BT /F1 12 Tf 1 0 0 1 9 9 Tm (x) Tj ET' : '/X Do '.repeat(10),
      `/Type /XObject /Subtype /Form /BBox [0 0 400 600] /Resources << /Font << /F1 5 0 R >> ${index === depth - 1 ? '' : `/XObject << /X ${String(index + 7)} 0 R >>`} >> `,
    ),
  );
  const file = onePage('', forms).toString('latin1');
  return Buffer.from(
    file
      .replace('/Font << /F1 5 0 R >> >> >>', '/Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>')
      .replace('(A page of text.) Tj ET', '(A page) Tj ET /X Do '),
    'latin1',
  );
}

describe('a document in a thread of its own', () => {
  test('comes to the same result', async () => {
    const bytes = await pdf(['One.', 'Two.']);
    expect(await makeSafeInThread(bytes, threadFile)).toEqual(await makeDocumentSafe(bytes));
    const hostile = onePage('', [], '/OpenAction << /S /JavaScript /JS (1) >>');
    expect(await makeSafeInThread(hostile, threadFile)).toEqual({ kind: 'refused', reason: 'scripts' });
  });

  test('is ended when it takes too long, and the program goes on meanwhile', async () => {
    let ticks = 0;
    const clock = setInterval(() => (ticks += 1), 20);
    const started = performance.now();
    const outcome = await makeSafeInThread(pageWithoutEnd(12), threadFile, { milliseconds: 1500, megabytes: 2048 });
    clearInterval(clock);
    expect(outcome).toEqual({ kind: 'refused', reason: 'too-much' });
    expect(performance.now() - started).toBeLessThan(4000);
    expect(ticks).toBeGreaterThan(10);
  });

  test('is ended when a few kilobytes swell to more memory than there may be', async () => {
    const swelling = onePage('', [deflated('\0'.repeat(400_000_000), '/Type /ObjStm /N 1 /First 4 ')]);
    expect(swelling.length).toBeLessThan(500_000);
    const outcome = await makeSafeInThread(swelling, threadFile, { milliseconds: 20_000, megabytes: 100 });
    expect(outcome).toEqual({ kind: 'refused', reason: 'too-much' });
  });
});
