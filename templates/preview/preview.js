// Keeps the page of the preview as the files are: what changed is put in its place, and nobody loses theirs.
'use strict';

const root = document.documentElement;
const lost = document.getElementById('lost');
const choices = document.getElementById('choices');

/** The element at the top of a frame, by which its place is found again when something above it has grown. */
function placeIn(frame) {
  const { document: page, scrollY } = frame.contentWindow;
  let anchor;
  for (const element of page.querySelectorAll('[id]')) {
    const { top } = element.getBoundingClientRect();
    if (top > 1) break;
    anchor = { id: element.id, top };
  }
  return { scrollY, anchor };
}

function scrollTo(frame, { scrollY, anchor }) {
  const { contentWindow } = frame;
  const found = anchor && scrollY > 0 ? contentWindow.document.getElementById(anchor.id) : null;
  const top = found ? found.getBoundingClientRect().top + contentWindow.scrollY - anchor.top : scrollY;
  contentWindow.scrollTo({ top, behavior: 'instant' });
}

/** Loads the next frame behind the present one, and changes them only when it is there and where the reader was. */
function changeFrame(device, next) {
  const before = device.querySelector('iframe:not(.coming)');
  const coming = next.querySelector('iframe');
  for (const forgotten of device.querySelectorAll('iframe.coming')) forgotten.remove();
  if (before && coming && before.getAttribute('src') === coming.getAttribute('src')) {
    device.className = next.className;
    return Promise.resolve();
  }
  if (!before || !coming) {
    device.className = next.className;
    device.replaceChildren(...next.childNodes);
    return Promise.resolve();
  }
  const frame = document.importNode(coming, true);
  const sameFile = fileOf(before) === fileOf(coming);
  frame.classList.add('coming');
  frame.removeAttribute('id');
  return new Promise((resolve) => {
    frame.addEventListener('load', () => {
      if (!frame.isConnected) return resolve();
      const place = sameFile ? placeIn(before) : undefined;
      const focused = document.activeElement === before;
      device.className = next.className;
      if (place) scrollTo(frame, place);
      frame.classList.remove('coming');
      before.remove();
      frame.id = 'frame';
      if (focused) frame.focus();
      resolve();
    }, { once: true });
    device.append(frame);
  });
}

function fileOf(frame) {
  return frame.getAttribute('src').split('/').slice(4).join('/');
}

/** Puts what stands beside the frame in its place; what was unfolded stays so, and the keyboard stays where it was. */
function changeBeside(next) {
  const beside = document.getElementById('beside');
  const open = new Set([...beside.querySelectorAll('details[open]')].map((one) => one.textContent));
  const focused = beside.contains(document.activeElement) ? document.activeElement : null;
  const words = focused ? focused.textContent : '';
  beside.replaceChildren(...next.childNodes);
  for (const details of beside.querySelectorAll('details')) details.open = open.has(details.textContent);
  if (!focused) return;
  const same = [...beside.querySelectorAll(focused.localName)].find((one) => one.textContent === words);
  (same || document.getElementById('findings')).focus({ preventScroll: Boolean(same) });
}

function changeText(id, next) {
  const element = document.getElementById(id);
  const other = next.getElementById(id);
  if (element.className !== other.className) element.className = other.className;
  if (element.innerHTML !== other.innerHTML) element.replaceChildren(...other.childNodes);
}

let latest = 0;

/** Asks for the page as it is now, and takes over what differs. */
async function refresh() {
  const turn = (latest += 1);
  const answer = await fetch(`/${location.search}`, { cache: 'no-store' });
  if (!answer.ok) throw new Error(`the preview answered ${answer.status}`);
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (turn !== latest) return;
  document.title = next.title;
  for (const id of ['title', 'status', 'banner']) changeText(id, next);
  changeBeside(next.getElementById('beside'));
  await changeFrame(document.getElementById('device'), next.getElementById('device'));
  if (turn === latest) root.dataset.version = next.documentElement.dataset.version;
}

function sayLost() {
  if (lost.childElementCount > 0) return;
  const note = document.createElement('p');
  note.className = 'lost';
  note.textContent =
    'The preview does not answer: what you see may be old. Run "newsletter preview" again, and this page catches up by itself.';
  lost.replaceChildren(note);
}

function refreshOrSay() {
  refresh().catch(sayLost);
}

choices.addEventListener('change', () => {
  const asked = new URLSearchParams(new FormData(choices));
  history.replaceState(null, '', `/?${asked}`);
  refreshOrSay();
});

const events = new EventSource('/events');
let building;
events.addEventListener('building', () => {
  clearTimeout(building);
  // Only what takes a while is worth a word.
  building = setTimeout(() => {
    document.getElementById('status').textContent = 'Something changed: building …';
  }, 400);
});
events.addEventListener('state', ({ data }) => {
  clearTimeout(building);
  lost.replaceChildren();
  if (JSON.parse(data).version !== root.dataset.version) refreshOrSay();
});
events.addEventListener('error', sayLost);
