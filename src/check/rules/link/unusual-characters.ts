import { textRule } from '../../engine/rule.js';
import { shortened } from '../../detect/links/written-addresses.js';

/** Encoded, they can still have come from a word processor. */
const NEVER_SEEN = /[\u00a0\u00ad\u202f]/u;

interface Unusual {
  readonly pattern: RegExp;
  readonly named: string;
  readonly severity: 'error' | 'warning';
}

/**
 * What word processors put into an address. What some sites do use in theirs is only asked about. Encoded with percent
 * signs, as browsers copy it, most of it is right.
 */
const UNUSUAL: readonly Unusual[] = [
  {
    pattern: /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/u,
    named: 'a no-break blank or another special blank',
    severity: 'error',
  },
  { pattern: /\u00ad/u, named: 'a soft hyphen, which nobody sees', severity: 'error' },
  { pattern: /…/u, named: 'the sign "…": the address was cut short', severity: 'error' },
  { pattern: /^[^/?#]*\/\/[^/?#]*[,;‚，、،]/u, named: 'a comma in the name of the web site', severity: 'error' },
  { pattern: /[“”„‟«»‹›‘‚‛]/u, named: 'a typographic quotation mark', severity: 'warning' },
  { pattern: /’/u, named: 'a typographic apostrophe', severity: 'warning' },
  { pattern: /[，、،]/u, named: 'a typographic comma', severity: 'warning' },
  { pattern: /[,;]\s*$|,\s/u, named: 'a comma that belongs to the sentence', severity: 'warning' },
  { pattern: /[–—]/u, named: 'a dash instead of a hyphen', severity: 'warning' },
  { pattern: /\s\S/u, named: 'a blank', severity: 'warning' },
];

function decode(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** The address as far as it names a place: what a reader is to write in a mail may hold anything. */
function placeOf(address: string): string {
  return /^mailto:/i.test(address) ? address.replace(/\?.*$/su, '') : address;
}

function encodedUnusual(decoded: string): Unusual | undefined {
  if (!NEVER_SEEN.test(decoded)) return undefined;
  return {
    pattern: NEVER_SEEN,
    named: 'an encoded character that nobody sees, such as a no-break blank',
    severity: 'warning',
  };
}

/** An address must not hold what only a word processor writes. */
export const unusualCharacters = textRule({
  id: 'link/unusual-characters',
  severity: ['error', 'warning'],
  why: 'Word processors put no-break blanks, soft hyphens, curved quotation marks and dots into addresses. The link then leads to a page that does not exist.',
  wrong: '[the report](https://www.example.org/annual…)',
  right: '[the report](https://www.example.org/annual-report)',
  *check(text) {
    if (text.source === 'attachment') return;
    for (const run of text.runs) {
      if (run.kind !== 'address') continue;
      const address = placeOf(run.text.trim());
      const found = UNUSUAL.find(({ pattern }) => pattern.test(address)) ?? encodedUnusual(decode(address));
      if (found === undefined) continue;
      yield {
        severity: found.severity,
        ...run.placeAt(0),
        message: `In this link there is ${found.named}.`,
        expected: 'the address as the browser shows it',
        actual: shortened(run.text),
        help: 'Open the page in a browser, and copy the address from there. If it is right as it is, leave it.',
      };
    }
  },
});
