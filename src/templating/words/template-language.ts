import { MARKUP_HELPERS } from '../helpers/markup-helpers.js';
import { TEXT_HELPERS } from '../helpers/text-helpers.js';

/** What a template produces; it decides how values are escaped and which helpers there are. */
export type TemplateKind = 'markup' | 'text';

/** Helpers of Handlebars that none of our templates needs: look-ups by a computed name, printing. */
const REFUSED_HELPERS = ['lookup', 'log', 'with', 'helperMissing', 'blockHelperMissing'];

/**
 * Returns how templates of a kind are compiled. A value that is missing in the view is an error, and only our own
 * helpers and `if`, `unless` and `each` exist.
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
