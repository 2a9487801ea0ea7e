// npm run bench:build: the whole build of the December issue, beside a script that only compiles the MJML of it and one
// that renders the same items with react-email; how long the running preview takes after a change; and a build with large
// photos, with and without its cache.
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { measurePhotos } from './photos.js';
import { measureRebuild } from './rebuild.js';
import { recordMjml } from './record-mjml.js';
import { compare, NEWSLETTER, withWorkspace } from './side-by-side.js';

await withWorkspace(async (from) => {
  const recorded = path.join(from, 'recorded.json');
  // Also leaves the pictures in their cache.
  await recordMjml(from, recorded);
  // Moved, since each build below begins without what an earlier one wrote.
  const web = path.join(from, 'web-edition.html');
  cpSync(path.join(from, 'out', '2020-12', 'web', 'index.html'), web);
  compare('Build', [
    { name: 'mjml alone', args: [path.resolve('scripts/bench/compile-mjml.js'), recorded], from },
    { name: 'react-email, the same items', args: [path.resolve('scripts/bench/react-email.js'), web], from },
    {
      name: 'newsletter build',
      args: [NEWSLETTER, 'build'],
      from,
      bound: 1.7,
      // So that every file of it is written.
      prepare: () => {
        rmSync(path.join(from, 'out'), { recursive: true, force: true });
      },
    },
  ]);
});

await withWorkspace(measureRebuild);
await withWorkspace(measurePhotos);
