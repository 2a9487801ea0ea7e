import { MARKUP_HELPERS } from './markup-helpers.js';
import { TEXT_HELPERS } from './text-helpers.js';

/** What a template makes decides how its values are escaped and which helpers it has. */
export type TemplateKind = 'markup' | 'text';

/** Helpers that come with Handlebars and that no template of ours needs: look-ups by a computed name, printing. */
const REFUSED_HELPERS = ['lookup', 'log', 'with', 'helperMissing', 'blockHelperMissing'];

/**
 * How templates of a kind are compiled: a value that is missing in the view is an error, and only our own helpers
 * beside `if`, `unless` and `each` are known.
 */
export function compileOptions(kind: TemplateKind): CompileOptions {
  const helpers = Object.keys(kind === 'text' ? TEXT_HELPERS : MARKUP_HELPERS);
  return {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: {
      ...Object.fromEntries(REFUSED_HELPERS.map((name) => [name, false])),
      ...Object.fromEntries(helpers.map((name) => [name, true])),
    },
    noEscape: kind === 'text',
    preventIndent: true,
  };
}
