// Opens a message in a program with a window of its own and takes pictures of that window.
import { findMarks } from './marks.js';
import { Screen } from './screen.js';

const WIDTH = 1000;
const HIGH = 15_600;
/** Small enough that a link of the contents has to move the page. */
const LOW = 900;

/** Turns of the wheel that reach the end of any message. */
const TO_THE_END = 1500;

const hasTitles = (picture) => [...findMarks(picture).keys()].some((name) => name.startsWith('title-'));

/** Lines of a picture with words or pictures on them: enough that a composer is not empty. */
const MIN_LINES = 3000;

function isWritten({ pixels, width, height }) {
  let lines = 0;
  for (let y = 0; y < height; y += 1) {
    const at = (x) => 3 * (y * width + x);
    const rest = pixels.subarray(at(20), at(width / 2));
    // A line of one colour is the same when it is moved by a pixel.
    if (!rest.equals(pixels.subarray(at(21), at(width / 2 + 1)))) lines += 1;
  }
  return lines >= MIN_LINES;
}

/** Opens the message and lends out its window, with marks on it. */
async function withMessage(program, message, { dark, height }, use) {
  const screen = await Screen.open({ width: WIDTH, height });
  try {
    await program.start(screen, message.file, { dark });
    await program.arrange?.(screen);
    const window = () => program.window(screen);
    const fills = (picture) => picture.width === WIDTH && picture.height === height;
    const shows = (picture) => fills(picture) && hasTitles(picture);
    const picture = await screen.standing(`The message in ${program.name}`, window, shows);
    return await use(screen, window, picture);
  } finally {
    await screen.close();
  }
}

/** The end of a message that is longer than its window; nothing where all of it was seen. */
async function endOf(screen, window, message, picture) {
  const isWhole = (one) => [...findMarks(one).keys()].filter((name) => name.startsWith('title-')).length;
  if (isWhole(picture) === message.titles) return [];
  screen.scroll(WIDTH / 2, HIGH - 200, TO_THE_END);
  const end = await screen.standing('The end of the message', window, hasTitles);
  return end.pixels.equals(picture.pixels) ? [] : [end];
}

/** Pictures of the whole message. */
export function photograph(program, message, { dark }) {
  return withMessage(program, message, { dark, height: HIGH }, async (screen, window, picture) => [
    picture,
    ...(await endOf(screen, window, message, picture)),
  ]);
}

/** The composer with the message forwarded, or replied to. */
export function photographView(program, message, { dark, view }) {
  return withMessage(program, message, { dark, height: HIGH }, async (screen, window) => {
    screen.ask('xdotool', 'windowfocus', '--sync', window());
    screen.key(program.views[view]);
    return screen.standing(`The composer of ${program.name}`, () => program.composer(screen), isWritten);
  });
}

/** Clicks a link of the contents: whether its title then stands in the window. */
export function followAnchor(program, message, { dark }) {
  return withMessage(program, message, { dark, height: LOW }, async (screen, window, picture) => {
    const link = `end-${String(message.anchor.spot)}`;
    const goal = `title-${String(message.anchor.title)}`;
    let seen = picture;
    for (let turn = 0; turn < 40 && !findMarks(seen).has(link); turn += 1) {
      screen.scroll(WIDTH / 2, LOW - 100, 3);
      seen = await screen.standing('A page of the message', window);
    }
    const place = findMarks(seen).get(link);
    if (place === undefined) return 'the link was not reached';
    screen.click(place.x - 8, place.y);
    const after = await screen.standing('The message after a click', window);
    if (after.pixels.equals(seen.pixels)) return 'no';
    return findMarks(after).has(goal) ? 'yes' : 'to another place';
  });
}
