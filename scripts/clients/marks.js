// Small squares of one colour that are put into a message, so that its words are found again on a picture of any
// program: in front of each title, and around the first word of each kind of button, link and quiet line.
import { Parser } from 'htmlparser2';
import sharp from 'sharp';

/** Side of a mark, in pixels. */
export const SIDE = 6;
const DOMAIN = 'marks.example.org';
/** Steps between the colours of two marks, so that a program may be a little inexact. */
const STEP = 7;
const MAX_MARKS = Math.floor(255 / STEP);

/** The colour of a mark: two channels name the role, the third the number. */
const COLOURS = {
  title: (number) => [250, 5, number * STEP],
  start: (number) => [number * STEP, 250, 5],
  end: (number) => [5, number * STEP, 250],
};

/** @typedef {{ number: number, kind: string, words: string }} Spot */

/** What an element is to a reader, or nothing where it is not measured. */
function kindOf({ name, classes, style }, ancestors) {
  const inside = (className) => ancestors.some((ancestor) => ancestor.classes.includes(className));
  if (inside('foot')) return name === 'a' ? 'footer link' : undefined;
  if (classes.includes('b')) return 'button';
  if (!inside('g')) return undefined;
  if (name === 'a') return /display:inline-block/.test(style) ? undefined : 'link';
  if (classes.includes('m')) return 'meta line';
  if (classes.includes('c') && name === 'p') return 'kicker';
  return undefined;
}

/** Reads where the marks go, and where the elements with an id begin. */
function placesOf(html) {
  const open = [];
  const places = [];
  const idPlaces = new Map();
  const seen = new Set();
  let waiting = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, classes: (attributes.class ?? '').split(/\s+/), style: attributes.style ?? '' };
        if (attributes.id !== undefined) idPlaces.set(attributes.id, parser.startIndex);
        if (/^h[1-4]$/.test(name)) places.push({ role: 'title', at: parser.endIndex + 1 });
        const kind = kindOf(element, open);
        const ground = open.find(({ classes }) => classes.some((one) => /^(g|foot)$/.test(one)))?.classes.join(' ');
        const look = `${String(kind)} ${element.style} ${String(ground)}`;
        if (kind !== undefined && !seen.has(look)) {
          seen.add(look);
          waiting = [{ kind, href: attributes.href }];
        }
        open.push(element);
      },
      ontext() {
        const text = html.slice(parser.startIndex, parser.endIndex + 1);
        const word = /[^\s&]{3,}/u.exec(text);
        if (waiting.length === 0 || word === null) return;
        const at = parser.startIndex + word.index;
        places.push({ role: 'spot', at, end: at + word[0].length, words: word[0], ...waiting[0] });
        waiting = [];
      },
      onclosetag() {
        open.pop();
      },
    },
    { decodeEntities: false, recognizeSelfClosing: true },
  );
  parser.write(html);
  parser.end();
  return { places, idPlaces };
}

const identifier = (role, number) => `${role}-${String(number)}@${DOMAIN}`;
const tag = (role, number) =>
  `<img src="cid:${identifier(role, number)}" width="${String(SIDE)}" height="${String(SIDE)}" alt="" style="display:inline-block;width:${String(SIDE)}px;height:${String(SIDE)}px">`;

/** The first link of the contents, and the number of the title to which it leads. */
function anchorOf(spots, titles, idPlaces) {
  const link = spots.find(({ kind, href }) => kind === 'link' && href?.startsWith('#') && href !== '#contents');
  const place = idPlaces.get(link?.href.slice(1));
  const title = titles.findIndex(({ at }) => at >= place);
  return title === -1 ? undefined : { spot: link.number, title };
}

/** The picture of a mark. */
async function markPicture(role, number) {
  const background = `rgb(${COLOURS[role](number).join(',')})`;
  const square = sharp({ create: { width: SIDE, height: SIDE, channels: 3, background } });
  return { id: identifier(role, number), png: await square.png().toBuffer() };
}

/**
 * Puts the marks into the HTML of a message.
 *
 * @param {string} html
 * @returns {Promise<{ html: string, spots: Spot[], titles: number, anchor: { spot: number, title: number } | undefined,
 *   pictures: { id: string, png: Buffer }[] }>} the marked HTML and the pictures of the marks by their Content-ID;
 *   `anchor` is the first link of the contents with the title to which it leads
 */
export async function addMarks(html) {
  const { places, idPlaces } = placesOf(html);
  const titles = places.filter(({ role }) => role === 'title');
  if (titles.length > MAX_MARKS) throw new Error('The message has more titles than there are colours for marks.');
  const spots = places
    .filter(({ role }) => role === 'spot')
    .slice(0, MAX_MARKS)
    .map((place, number) => ({ ...place, number }));
  const marks = [
    ...titles.map(({ at }, number) => ({ role: 'title', number, at })),
    ...spots.map(({ at, number }) => ({ role: 'start', number, at })),
    ...spots.map(({ end, number }) => ({ role: 'end', number, at: end })),
  ].sort((left, right) => left.at - right.at);
  let marked = '';
  let done = 0;
  for (const { role, number, at } of marks) {
    marked += html.slice(done, at) + tag(role, number);
    done = at;
  }
  const pictures = await Promise.all(marks.map(({ role, number }) => markPicture(role, number)));
  const anchor = anchorOf(spots, titles, idPlaces);
  return { html: marked + html.slice(done), spots, titles: titles.length, anchor, pictures };
}

/** Reads role and number from a colour, or nothing where it is that of no mark. */
function markOf(red, green, blue) {
  const near = (value, wanted) => Math.abs(value - wanted) <= 2;
  const numberOf = (value) => (Math.abs(value - Math.round(value / STEP) * STEP) <= 2 ? Math.round(value / STEP) : -1);
  if (near(red, 250) && near(green, 5)) return ['title', numberOf(blue)];
  if (near(green, 250) && near(blue, 5)) return ['start', numberOf(red)];
  if (near(blue, 250) && near(red, 5)) return ['end', numberOf(green)];
  return undefined;
}

/**
 * Finds the marks on a picture.
 *
 * @param {{ pixels: Buffer, width: number, height: number }} picture three bytes a pixel
 * @returns {Map<string, { x: number, y: number }>} left upper corners by `role-number`
 */
export function findMarks({ pixels, width, height }) {
  const found = new Map();
  const same = (one, other) =>
    Math.abs(pixels[one] - pixels[other]) <= 2 &&
    Math.abs(pixels[one + 1] - pixels[other + 1]) <= 2 &&
    Math.abs(pixels[one + 2] - pixels[other + 2]) <= 2;
  const INNER = SIDE - 2;
  for (let y = 0; y < height - INNER; y += 1) {
    for (let x = 0; x < width - INNER; x += 1) {
      const at = 3 * (y * width + x);
      const mark = markOf(pixels[at], pixels[at + 1], pixels[at + 2]);
      if (mark === undefined || mark[1] < 0) continue;
      const corner = at + 3 * (INNER * width + INNER);
      const isSquare = same(at, at + 3 * INNER) && same(at, at + 3 * INNER * width) && same(at, corner);
      const name = mark.join('-');
      if (isSquare && !found.has(name)) found.set(name, { x, y });
    }
  }
  return found;
}
