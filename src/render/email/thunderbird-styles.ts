/** A media query of a style sheet, with rules that are not nested any further. */
const MEDIA_QUERY = /@media ([^{}]+)\{((?:[^@{}]+\{[^{}]*\})+\s*)\}/g;
const RULE = /([^{}]+)(\{[^{}]*\})/g;
/** A comma between two selectors, and not inside of brackets. */
const BETWEEN_SELECTORS = /,(?![^(]*\))/;

/** What MJML writes for Thunderbird itself. */
const OF_MJML = '.mj-column';

/** Thunderbird alone puts a message into an element of this class; whoever overlooks `media` finds no rule that fits. */
function onlyInThunderbird(rules: string): string {
  return rules
    .trim()
    .replace(
      RULE,
      (_, selectors: string, declarations: string) =>
        `${selectors
          .trim()
          .split(BETWEEN_SELECTORS)
          .map((selector) => `.moz-text-html ${selector.trim()}`)
          .join(',')}${declarations}`,
    )
    .replace(/\}\s*/g, '}\n');
}

/**
 * Says the rules of media queries once more, in style sheets of their own: Thunderbird drops `@media`, and honours the
 * attribute `media`. Seen in Thunderbird 153.
 */
export function addThunderbirdStyles(html: string): string {
  const sheets = [...html.matchAll(MEDIA_QUERY)]
    .filter(([, , rules = '']) => !rules.includes(OF_MJML))
    .map(([, query = '', rules = '']) => `<style media="${query.trim()}">\n${onlyInThunderbird(rules)}</style>\n`);
  return html.replace('</head>', () => `${sheets.join('')}</head>`);
}
