import { sha256Hex } from '../files/sha256.js';
import { isWithin, type HtmlNode, type HtmlPage } from '../html/page.js';
import { NewsletterError } from '../model/error.js';
import { SLOT_NAMES, type Slot, type SlotContext, type SlotName, type SlotValues } from '../model/issue/edition.js';
import { escapeMarkup } from '../templating/helpers/safe-address.js';

const MARKER_BEGIN = 'nlslot-';
const CONTEXTS: readonly SlotContext[] = ['html-text', 'html-attribute', 'plain-text'];

/** A slot with the mark that stands for it while an edition is made. */
export interface MarkedSlot extends Slot {
  readonly marker: string;
}

/** Every slot in every context, each with a mark that no contribution can contain. */
export interface SlotMarkers {
  readonly all: readonly MarkedSlot[];
  marker(slot: SlotName, context: SlotContext): string;
}

/**
 * Makes the marks of the slots. They hash the digest of all inputs: a person who writes one into a contribution
 * changes the digest by doing so.
 */
export function createSlotMarkers(inputsDigest: string): SlotMarkers {
  const marker = (slot: SlotName, context: SlotContext) => {
    const hash = sha256Hex(`${inputsDigest} ${slot} ${context}`);
    return `${MARKER_BEGIN}${slot}-${context}-${hash.slice(0, 32)}`;
  };
  const all = SLOT_NAMES.flatMap((slot) =>
    CONTEXTS.map((context) => ({ slot, context, marker: marker(slot, context) })),
  );
  return { all, marker };
}

/** Cuts a text at its slots: text, slot, text, … beginning and ending with text. */
export function cutAtSlots(text: string, markers: SlotMarkers): readonly (string | Slot)[] {
  const pattern = new RegExp(`(${markers.all.map(({ marker }) => marker).join('|')})`);
  return text.split(pattern).map((piece, index) => {
    const found = index % 2 === 1 ? markers.all.find(({ marker }) => marker === piece) : undefined;
    return found === undefined ? piece : { slot: found.slot, context: found.context };
  });
}

/** Puts values into the slots, escaped for where they stand: for the files that people look at. */
export function fillSlots(text: string, markers: SlotMarkers, values: SlotValues): string {
  return cutAtSlots(text, markers)
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      const value = values[piece.slot];
      return piece.context === 'plain-text' ? value : escapeMarkup(value);
    })
    .join('');
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function slotError(message: string): NewsletterError {
  return new NewsletterError('template-invalid', {
    message,
    expected: 'slots only where their context allows, and a way to unsubscribe in the HTML and in the text',
    help: 'Compare your templates/email and templates/text with those that come with newsletter.',
  });
}

/** What stands in these is shown to no reader, or nowhere that a slot could be. */
const HIDDEN_ELEMENTS: ReadonlySet<string> = new Set(['head', 'title', 'style', 'script']);

/** Whether every reader sees it: it stands in no comment, not even in one for Outlook. */
function isVisible(node: HtmlNode): boolean {
  return node.kind !== 'comment' && node.condition === undefined && !isWithin(node, HIDDEN_ELEMENTS);
}

/** How often a slot stands in a part of a page where it may stand. */
function countRightful(page: HtmlPage, node: HtmlNode, { context, marker }: MarkedSlot): number {
  if (node.kind === 'text') {
    return context === 'html-text' ? count(page.text.slice(node.start, node.end), marker) : 0;
  }
  if (node.kind === 'comment' || context !== 'html-attribute') return 0;
  return node.attributes.filter(({ name, value }) => name === 'href' && value === marker).length;
}

/** The part of a page that is this node's own: of an element its start tag. */
function ownText({ text }: HtmlPage, node: HtmlNode): string {
  return text.slice(node.start, node.kind === 'element' ? node.tagEnd : node.end);
}

function checkHtmlSlots(page: HtmlPage, markers: SlotMarkers): void {
  const withSlots = page.nodes.filter((node) => ownText(page, node).includes(MARKER_BEGIN) && isVisible(node));
  for (const marked of markers.all) {
    const written = count(page.text, marked.marker);
    const rightful = withSlots.reduce((sum, node) => sum + countRightful(page, node, marked), 0);
    if (written !== rightful) {
      const { slot, context } = marked;
      throw slotError(`The slot "${slot}" (${context}) stands where it must not in the HTML of the e-mail.`);
    }
  }
}

function checkTextSlots(text: string, markers: SlotMarkers): void {
  for (const { slot, context, marker } of markers.all) {
    if (context !== 'plain-text' && text.includes(marker)) {
      throw slotError(`The slot "${slot}" (${context}) stands in the plain text of the e-mail.`);
    }
  }
}

/** Checks the context of every slot, and that both parts of the e-mail offer a way to unsubscribe. */
export function checkSlots(page: HtmlPage, text: string, markers: SlotMarkers): void {
  checkHtmlSlots(page, markers);
  checkTextSlots(text, markers);
  if (!page.text.includes(markers.marker('unsubscribeUrl', 'html-attribute'))) {
    throw slotError('The HTML of the e-mail has no link to unsubscribe.');
  }
  if (!text.includes(markers.marker('unsubscribeUrl', 'plain-text'))) {
    throw slotError('The plain text of the e-mail has no way to unsubscribe.');
  }
}
