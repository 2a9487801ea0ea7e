import { tokenize, tokenNames } from 'css-tree/tokenizer';

/** A word of a value of CSS, in lower case. */
export interface ValueWord {
  /** `unit`: of a number, such as `px` or `%`; `function`: such as `calc`; `keyword`: such as `flex` or `!important`. */
  readonly kind: 'unit' | 'function' | 'keyword';
  readonly name: string;
}

/** `1.5E3px` → `px` */
function unitOf(dimension: string): string {
  return dimension.replace(/^[-+]?[\d.]+(?:e[-+]?\d+)?/, '');
}

/** Reads the words of a value; what stands in quotes or in an address is none. Never fails. */
export function wordsOfValue(value: string): readonly ValueWord[] {
  const words: ValueWord[] = [];
  let before = '';
  tokenize(value, (type, start, end) => {
    const token = value.slice(start, end).toLowerCase();
    switch (tokenNames[type]) {
      case 'whitespace-token':
      case 'comment-token':
        return;
      case 'dimension-token':
        words.push({ kind: 'unit', name: unitOf(token) });
        break;
      case 'percentage-token':
        words.push({ kind: 'unit', name: '%' });
        break;
      case 'function-token':
        words.push({ kind: 'function', name: token.slice(0, -1) });
        break;
      case 'ident-token':
        words.push({ kind: 'keyword', name: before === '!' ? `!${token}` : token });
        break;
      default:
        break;
    }
    before = token;
  });
  return words;
}
