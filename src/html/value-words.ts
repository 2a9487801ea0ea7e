import { tokenize, tokenNames } from 'css-tree/tokenizer';

/** The words of a value of CSS, in lower case; what stands in quotes or in an address is none. */
export interface ValueWords {
  /** The units of its numbers, such as `px`; of percentages `%`. */
  readonly units: ReadonlySet<string>;
  /** The names of its functions, such as `calc`. */
  readonly functions: ReadonlySet<string>;
  /** Its keywords, such as `flex`, and behind a `!` with it: `!important`. */
  readonly keywords: ReadonlySet<string>;
}

/** `1.5E3px` → `px` */
function unitOf(dimension: string): string {
  return dimension.replace(/^[-+]?[\d.]+(?:e[-+]?\d+)?/, '');
}

/** Reads which words a value has. Never fails. */
export function wordsOfValue(value: string): ValueWords {
  const units = new Set<string>();
  const functions = new Set<string>();
  const keywords = new Set<string>();
  let before = '';
  tokenize(value, (type, start, end) => {
    const token = value.slice(start, end).toLowerCase();
    switch (tokenNames[type]) {
      case 'whitespace-token':
      case 'comment-token':
        return;
      case 'dimension-token':
        units.add(unitOf(token));
        break;
      case 'percentage-token':
        units.add('%');
        break;
      case 'function-token':
        functions.add(token.slice(0, -1));
        break;
      case 'ident-token':
        keywords.add(before === '!' ? `!${token}` : token);
        break;
      default:
        break;
    }
    before = token;
  });
  return { units, functions, keywords };
}
