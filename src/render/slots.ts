import { sha256Hex } from '../files/sha256.js';
import { NewsletterError } from '../model/error.js';
import { SLOT_NAMES, type Slot, type SlotContext, type SlotName, type SlotValues } from '../model/issue/edition.js';
import { escapeMarkup } from '../templating/safe-address.js';

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
 * Makes the marks of the slots. They hash the digest of all inputs: whoever wants to write one into a contribution
 * changes the digest by doing so.
 */
export function createSlotMarkers(inputsDigest: string): SlotMarkers {
  const marker = (slot: SlotName, context: SlotContext) => {
    const hash = sha256Hex(`${inputsDigest} ${slot} ${context}`);
    return `nlslot-${slot}-${context}-${hash.slice(0, 32)}`;
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

/** The parts of an HTML page that a reader sees: no head, no comment, no style. */
function visibleMarkup(html: string): string {
  return html.replace(/<!--[\s\S]*?-->|<head[\s>][\s\S]*?<\/head>|<(style|script|title)[\s>][\s\S]*?<\/\1>/g, '');
}

function checkHtmlSlots(html: string, markers: SlotMarkers): void {
  const visible = visibleMarkup(html);
  const words = visible.replace(/<[^>]*>/g, ' ');
  for (const { slot, context, marker } of markers.all) {
    const written = count(html, marker);
    const rightful =
      context === 'html-text'
        ? count(words, marker)
        : context === 'html-attribute'
          ? count(visible, ` href="${marker}"`)
          : 0;
    if (written !== rightful) {
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
export function checkSlots(html: string, text: string, markers: SlotMarkers): void {
  checkHtmlSlots(html, markers);
  checkTextSlots(text, markers);
  if (!html.includes(markers.marker('unsubscribeUrl', 'html-attribute'))) {
    throw slotError('The HTML of the e-mail has no link to unsubscribe.');
  }
  if (!text.includes(markers.marker('unsubscribeUrl', 'plain-text'))) {
    throw slotError('The plain text of the e-mail has no way to unsubscribe.');
  }
}
