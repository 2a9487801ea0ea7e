import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  prepareDocuments,
  type DocumentOptions,
  type DocumentPreparation,
} from '../../../../src/assets/pdf/prepare.js';

export { BEYOND_BOUNDS } from './beyond-bounds.js';
export { onePage } from './pdf-fixture.js';
export { compiledThread } from './thread-file.js';

/** The outcomes of preparing files, and how many megabytes this process grew by meanwhile. */
export interface MeasuredPreparation {
  readonly outcomes: readonly DocumentPreparation[];
  readonly megabytes: number;
}

/** Prepares files as a build does, and watches the memory of the process. */
export async function prepareMeasured(
  files: readonly Buffer[],
  options: Pick<DocumentOptions, 'cacheFolder' | 'mode' | 'threadFile'>,
): Promise<MeasuredPreparation> {
  const sources = files.map((bytes, index) => {
    const absolutePath = path.join(options.cacheFolder, `${String(index)}.source`);
    writeFileSync(absolutePath, bytes);
    return { absolutePath, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  const memory = () => process.memoryUsage.rss() / 1024 / 1024;
  const before = memory();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, memory())), 10);
  const outcomes = await prepareDocuments(sources, { ...options, onPrepared: () => undefined });
  clearInterval(watch);
  return { outcomes, megabytes: most - before };
}
