// npm run bench:start: how long the commands that people run most often take, beside an empty Node script.
import { rmSync } from 'node:fs';
import path from 'node:path';
import { compare, NEWSLETTER, withWorkspace } from './side-by-side.js';

await withWorkspace((from) => {
  const cache = path.join(from, 'data', 'cache');
  compare('Start-up', [
    { name: 'an empty Node script', args: [path.resolve('scripts/bench/empty.js')], from },
    { name: '--version', args: [NEWSLETTER, '--version'], from, bound: 1.3 },
    { name: '--help', args: [NEWSLETTER, '--help'], from, bound: 1.3 },
    {
      name: 'status, cold',
      args: [NEWSLETTER, 'status'],
      from,
      bound: 6,
      prepare: () => {
        rmSync(cache, { recursive: true, force: true });
      },
    },
    // After the one above, so that its results are there to be found.
    { name: 'status, unchanged', args: [NEWSLETTER, 'status'], from, bound: 2.5 },
  ]);
});
