import { quotationsIn, type Range } from './quotations.js';
import type { TextRun, TextSpan } from './text-run.js';

/** Web addresses, e-mail addresses and names of files, as they stand in running text. */
const ADDRESS =
  /(?:\b[a-z][a-z0-9+.-]{1,15}:\/\/|\bwww\.)[^\s<>]+|[^\s<>@]{1,64}@[^\s<>@]{1,253}|[\p{L}\p{N}_-]{1,64}(?:\.[\p{L}\p{N}_-]{1,64}){0,8}\.\p{L}{2,24}(?:\/[^\s<>]*)?(?![\p{L}\p{N}])/giu;

/** A stop at the end of a sentence is none: looking for addresses takes long where there are only words. */
const SIGN_OF_ADDRESS = /\.[\p{L}\p{N}_-]|@|:\/\//u;

/** Some text ends a sentence and begins the next without a space: no address is meant by "law.Victims". */
const SENTENCES = /^[\p{L}\p{N}_-]+\.\p{Lu}\p{Ll}+$/u;

function addressesIn(text: string): readonly Range[] {
  if (!SIGN_OF_ADDRESS.test(text)) return [];
  return Array.from(text.matchAll(ADDRESS)).flatMap(({ index, 0: found }) =>
    SENTENCES.test(found) ? [] : [{ start: index, end: index + found.length }],
  );
}

const CAPITAL = /^\p{Lu}/u;

/** Whether a part in italics, or a link, reads like the title of a work: several words, with capital letters. */
function isTitle(kind: TextSpan['kind'], words: string): boolean {
  if (kind !== 'emphasis' && kind !== 'link') return false;
  const parts = words.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu) ?? [];
  const long = parts.filter((part) => part.length > 3);
  const capitals = long.filter((part) => CAPITAL.test(part));
  if (kind === 'link') return long.length >= 3 && capitals.length >= long.length * 0.75;
  return CAPITAL.test(words.trim()) && (capitals.length >= 2 || parts.length >= 4);
}

/** The parts of a run that are not the writer's own words: quotations, titles of works, code, addresses. */
export function leftAloneIn(run: TextRun): readonly Range[] {
  if (run.quoted || run.kind === 'code' || run.kind === 'address' || run.kind === 'file-name') {
    return [{ start: 0, end: run.text.length }];
  }
  const spans = run.spans.filter(
    ({ kind, start, end }) => kind === 'code' || isTitle(kind, run.text.slice(start, end)),
  );
  return [...quotationsIn(run.text), ...spans, ...addressesIn(run.text)];
}
