import type { SlotContext } from '../issue/edition.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A slot's value as its place in the edition needs it: so no name can become markup. */
export function escapeFor(context: SlotContext, value: string): string {
  switch (context) {
    case 'plain-text':
      return value;
    case 'html-text':
    case 'html-attribute':
      return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
  }
}
