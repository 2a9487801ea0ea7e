import sharp, { type Sharp } from 'sharp';

const WIDTH = 1120;
const HEIGHT = 630;

/** Numbers from 0 to 1, the same ones every time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What a camera might see: a sky that grows darker, a bright disc, dark hills; with grain of a strength from 0 to 255. */
export function photo(grain: number, width = WIDTH, height = HEIGHT): Sharp {
  const next = numbers(7);
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const hill = y > height * (0.7 + 0.1 * Math.sin((x / width) * 9));
      const disc = Math.hypot(x - width * 0.7, y - height * 0.35) < height * 0.15;
      const light = hill ? 60 : disc ? 235 : 200 - (y / height) * 90;
      const value = light + (next() - 0.5) * grain;
      const whole = Math.max(0, Math.min(255, value));
      data.set([whole, whole * 0.9, whole * 0.75], (y * width + x) * 3);
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

/** A poster: lines of letters without curves, dark on light, so that no font is needed. */
export function poster(): Sharp {
  const letters = [
    'M0 0v18M0 9h10M10 0v18',
    'M0 0v18h10M0 0h10M0 9h8',
    'M0 0v18h10',
    'M0 0h12M6 0v18',
    'M0 0l6 18l6-18',
  ];
  const lines = Array.from({ length: 18 }, (_, row) =>
    Array.from({ length: 50 }, (_letter, column) => {
      const shape = letters[(row * 7 + column * 3) % letters.length] ?? '';
      return `<path transform="translate(${String(40 + column * 20)} ${String(60 + row * 30)})" d="${shape}"/>`;
    }).join(''),
  ).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${String(WIDTH)}" height="${String(HEIGHT)}">
    <rect width="100%" height="100%" fill="#f4ede4"/><g fill="none" stroke="#1b2a33" stroke-width="3">${lines}</g></svg>`;
  return sharp(Buffer.from(svg)).flatten();
}
