// Measures a build with many large photos: with an empty cache, and with a full one.
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { compare, NEWSLETTER } from './side-by-side.js';

const PHOTOS = 20;
/** 12 megapixels. */
const WIDTH = 4000;
const HEIGHT = 3000;
const ROUNDS = 3;

/** A picture with grain as a camera makes it; no two are the same. */
function photo() {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 };
  return sharp({ create: { width: WIDTH / 4, height: HEIGHT / 4, channels: 3, background: '#888888', noise } })
    .resize(WIDTH, HEIGHT)
    .jpeg({ quality: 85 })
    .toBuffer();
}

/**
 * Puts an issue with photos into a workspace and compares its builds.
 *
 * @param {string} from the workspace
 */
export async function measurePhotos(from) {
  const folder = path.join(from, 'issues', '2020-12', 'contributions', 'secretariat');
  mkdirSync(folder, { recursive: true });
  // A mail cannot hold all these items; with a public address the rest of them can be read there.
  appendFileSync(path.join(from, 'newsletter.yaml'), '\npublicUrl: https://newsletter.example.org\n');
  for (let number = 1; number <= PHOTOS; number += 1) {
    const name = `photo-${String(number)}`;
    writeFileSync(path.join(folder, `${name}.jpg`), await photo());
    const frontMatter = [
      `title: Photo number ${String(number)} of a meeting`,
      'section: international',
      'date: 2020-12-01',
      'summary: One of many photos of one meeting.',
      `image: { file: ${name}.jpg, alt: Colours in a grain, credit: Made for this measurement, consent: not-needed }`,
    ];
    writeFileSync(
      path.join(folder, `${name}.md`),
      `---\n${frontMatter.join('\n')}\n---\n\nMeeting number ${String(number)} was held.\n`,
    );
  }
  const emptyOut = () => {
    rmSync(path.join(from, 'out'), { recursive: true, force: true });
  };
  const build = { args: [NEWSLETTER, 'build', '--quiet'], from };
  compare(
    `Build with ${String(PHOTOS)} photos of 12 megapixels, each time a new process`,
    [
      {
        ...build,
        name: 'empty cache',
        prepare: () => {
          emptyOut();
          rmSync(path.join(from, 'data', 'cache'), { recursive: true, force: true });
        },
      },
      { ...build, name: 'full cache', prepare: emptyOut, bound: 0.5 },
    ],
    ROUNDS,
  );
}
