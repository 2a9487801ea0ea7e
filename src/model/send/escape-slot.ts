import type { SlotContext } from '../issue/edition.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes a slot's value for its place in the edition, so that no name can become markup. */
export function escapeFor(context: SlotContext, value: string): string {
  switch (context) {
    case 'plain-text':
      return value;
    case 'html-text':
    case 'html-attribute':
      return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
  }
}
