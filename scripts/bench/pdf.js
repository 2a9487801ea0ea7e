// npm run bench:pdf: processor time and memory of PDFs that are just beyond a bound, and of the same once more, when the
// refusal is in the cache. The tests hold what becomes of them, without a bound of time.
import { mkdtempSync } from 'node:fs';
import path from 'node:path';
import { judge, processorSeconds, withModule } from './bundled.js';

const MAX_SECONDS = 2;
const MAX_MEGABYTES = 300;
/** The second time, beside the first. */
const MAX_AGAIN = 0.5;

await withModule('tests/support/assets/pdf/beyond-bounds-work.ts', async (pdf, folder) => {
  const threadFile = await pdf.compiledThread();
  const measure = async (cacheFolder, bytes) => {
    let megabytes = 0;
    const seconds = await processorSeconds(async () => {
      ({ megabytes } = await pdf.prepareMeasured([bytes], { cacheFolder, mode: 'decode', threadFile }));
    });
    return { seconds, megabytes };
  };
  const newCache = () => mkdtempSync(path.join(folder, 'cache-'));
  // What the first thread of a process loads is not the document's.
  await measure(newCache(), pdf.onePage());
  for (const [name, , make] of pdf.BEYOND_BOUNDS) {
    const [cacheFolder, bytes] = [newCache(), make()];
    const first = await measure(cacheFolder, bytes);
    const again = await measure(cacheFolder, bytes);
    console.log(`PDF beyond a bound: ${name}`);
    judge('processor time', first.seconds, MAX_SECONDS, 's');
    judge('memory', first.megabytes, MAX_MEGABYTES, 'MB');
    judge('the second time, beside the first', again.seconds / first.seconds, MAX_AGAIN, '×');
  }
});
