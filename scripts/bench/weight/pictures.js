// The pictures inside a message: their bytes, and how alike they are to what was dropped.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ssim } from '@blazediff/ssim';
import PostalMime from 'postal-mime';
import sharp from 'sharp';

const FOLDER = 'issues/2020-12';

/** @param {Buffer} message */
async function embeddedPictures(message) {
  const { attachments } = await PostalMime.parse(message);
  return attachments
    .filter(({ mimeType }) => mimeType.startsWith('image/'))
    .map(({ content }) => Buffer.from(/** @type {ArrayBuffer} */ (content)));
}

/** All embedded pictures together, before they are encoded for the mail. @param {Buffer} message */
export async function pictureBytes(message) {
  return (await embeddedPictures(message)).reduce((sum, { length }) => sum + length, 0);
}

/** So few pixels that two encodings of one picture are nearly the same. @param {string | Buffer} picture */
function thumbnail(picture) {
  return sharp(picture).resize(24, 16, { fit: 'fill' }).removeAlpha().toColourspace('srgb').raw().toBuffer();
}

/** @param {Buffer} one @param {Buffer} other */
function distance(one, other) {
  return one.reduce((sum, value, index) => sum + (value - (other[index] ?? 0)) ** 2, 0);
}

/** The dropped pictures, with what tells which of them a rendition was made from. */
async function droppedPictures() {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(jpg|png)$/.test(name));
  return Promise.all(
    files.map(async (name) => {
      const file = path.join(FOLDER, name);
      return { file, thumbnail: await thumbnail(file) };
    }),
  );
}

/** @param {import('sharp').Sharp} picture */
function pixelsOf(picture) {
  return picture.toColourspace('srgb').ensureAlpha().raw().toBuffer({ resolveWithObject: true });
}

/**
 * The mean SSIM of the embedded pictures, each against its original scaled to the same width: Wang's, which reduces a
 * picture until its shorter side has some 256 pixels.
 *
 * @param {Buffer} message
 */
export async function meanLikeness(message) {
  const dropped = await droppedPictures();
  let sum = 0;
  const pictures = await embeddedPictures(message);
  for (const picture of pictures) {
    const small = await thumbnail(picture);
    const [original] = [...dropped].sort(
      (one, other) => distance(one.thumbnail, small) - distance(other.thumbnail, small),
    );
    const after = await pixelsOf(sharp(picture));
    const { width, height } = after.info;
    // By way of PNG, because sharp changes the size last, whatever is asked first.
    const scaled = await sharp(original?.file).resize({ width, height, fit: 'fill' }).png().toBuffer();
    const before = await pixelsOf(sharp(scaled));
    sum += ssim(before.data, after.data, undefined, width, height);
  }
  return sum / pictures.length;
}

/** Prints how alike the pictures are; they may be a hundredth less alike than before. @param {Buffer} before @param {Buffer} now */
export async function reportLikeness(before, now) {
  const [old, own] = [await meanLikeness(before), await meanLikeness(now)];
  const broken = own < old - 0.01;
  if (broken) process.exitCode = 1;
  const judgement = `at most 0.01 less ${broken ? 'TOO MUCH' : 'ok'}`;
  console.log(`  mean SSIM of the embedded pictures: ${old.toFixed(4)}, ${own.toFixed(4)}  ${judgement}`);
}
