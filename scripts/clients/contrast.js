// Contrast as WCAG 2 defines it, measured on pixels: what a reader sees, whatever a style sheet says.

/** Differences of a channel up to here are the same colour. */
const NOISE = 6;

function linear(value) {
  const part = value / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}

const luminance = ([red, green, blue]) => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);

/** @param {number[]} one @param {number[]} other @returns {number} 1 to 21 */
export function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return (light + 0.05) / (dark + 0.05);
}

/**
 * Measures the words in a box: the background is its most frequent colour, every other pixel belongs to the words, and
 * the contrast is the median of the tenth of them that is farthest from the background, because the rims of letters are
 * mixed with it.
 *
 * @param {{ pixels: Buffer, width: number }} picture three bytes a pixel
 * @param {{ left: number, top: number, right: number, bottom: number }} box in pixels, the last ones not included
 * @returns {number} 1 where there is nothing but background
 */
export function measureBox({ pixels, width }, { left, top, right, bottom }) {
  const counts = new Map();
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = 3 * (y * width + x);
      const colour = (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  const channels = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
  const ordered = [...counts].sort(([, left_], [, right_]) => right_ - left_);
  if (ordered.length === 0) return 1;
  const background = channels(ordered[0][0]);
  const distances = [];
  for (const [colour, count] of ordered) {
    const own = channels(colour);
    if (own.every((value, index) => Math.abs(value - background[index]) <= NOISE)) continue;
    const value = contrast(own, background);
    for (let pixel = 0; pixel < count; pixel += 1) distances.push(value);
  }
  if (distances.length === 0) return 1;
  distances.sort((one, other) => other - one);
  const tenth = distances.slice(0, Math.max(1, Math.floor(distances.length / 10)));
  return tenth[Math.floor(tenth.length / 2)];
}
