import type { Nodes, Parents } from 'mdast';
import { createFinding, defineRule } from '../../../model/rule.js';
import { quoted, type Discovery } from '../discovery.js';
import type { SourceEdit } from '../source-edits.js';
import { FILLER, rangeOf, type WrittenBlock, type WrittenText } from '../written-text.js';

/** Signs of bold and italic that Markdown does not take. */
export const emphasisSigns = defineRule({
  id: 'file/emphasis',
  severity: 'warning',
  why: 'Signs of bold and italic take only where they stand directly at the words. Where it is unmistakable what was meant, it is shown like that; elsewhere the signs are shown as text.',
  wrong: 'This is **very **important. **Deadline:**Friday',
  right: 'This is **very** important. **Deadline:** Friday',
});

/** Signs of bold, italic and struck-out words that Markdown left as text. */
interface LiteralSign {
  readonly sign: string;
  readonly at: number;
}

const SIGNS = /(?<!\*)\*{2,3}(?!\*)|(?<!_)_{2,3}(?!_)|(?<!~)~~(?!~)/g;
const BLANK = /^[\s\u00a0]$/u;
const PUNCTUATION = /^[\p{P}\p{S}]$/u;
const WORD = /[\p{L}\p{N}]/u;
const SENTENCE_SIGN = /^[:;,.!?]$/;
const MAX_WORDS_CHARACTERS = 300;

const SIGN_NAMES: Readonly<Record<string, string>> = {
  '**': 'two stars',
  '***': 'three stars',
  __: 'two underscores',
  ___: 'three underscores',
  '~~': 'two tildes',
};

/** Finds the literal signs of a block, by the node that holds them. */
function literalSigns(block: WrittenBlock): readonly (readonly LiteralSign[])[] {
  const groups: LiteralSign[][] = [];
  const visit = (parent: Parents) => {
    const own: LiteralSign[] = [];
    for (const child of parent.children as readonly Nodes[]) {
      if (child.type === 'text') {
        const { start, end } = rangeOf(child);
        const words = block.words.slice(start - block.start, end - block.start);
        for (const { 0: sign, index } of words.matchAll(SIGNS)) own.push({ sign, at: start + index });
      } else if ('children' in child) visit(child);
    }
    groups.push(own);
  };
  visit(block.node);
  return groups.filter((group) => group.length > 0);
}

function isBlank(character: string | undefined): boolean {
  return character === undefined || character === '' || BLANK.test(character);
}

/**
 * Says whether a sign can open emphasis by CommonMark's flanking rules; with its sides swapped, whether it can close
 * it.
 */
function canOpen(outside: string | undefined, inside: string | undefined): boolean {
  if (isBlank(inside)) return false;
  return !PUNCTUATION.test(inside ?? '') || isBlank(outside) || PUNCTUATION.test(outside ?? '');
}

interface Pair {
  readonly open: LiteralSign;
  readonly close: LiteralSign;
}

/** Returns the changes after which Markdown recognises a pair, or `undefined` when the meaning is unclear. */
function editsFor({ open, close }: Pair, { text, joiner }: WrittenText): readonly SourceEdit[] | undefined {
  const from = open.at + open.sign.length;
  const inner = text.slice(from, close.at);
  if (!WORD.test(inner) || inner.length > MAX_WORDS_CHARACTERS) return undefined;
  const lead = /^[ \t\u00a0]*/.exec(inner)?.[0] ?? '';
  const tail = inner.slice(inner.replace(/(?<![ \t\u00a0])[ \t\u00a0]+$/, '').length);
  const before = text[open.at - 1];
  const behind = text[close.at + close.sign.length];
  const wordBefore = WORD.test(before ?? '');
  const wordBehind = WORD.test(behind ?? '');
  // "Name: __ Date: __", and marks after words.
  if (lead !== '' && tail !== '' && (wordBefore || wordBehind || open.sign.startsWith('_'))) return undefined;
  if (/^\n|\n$/.test(inner)) return undefined;
  const edits: SourceEdit[] = [];
  const first = text[from + lead.length];
  const last = text[close.at - tail.length - 1];
  if (lead !== '') {
    edits.push({ at: open.at, remove: 0, insert: isBlank(before) ? '' : ' ' });
    edits.push({ at: from, remove: lead.length, insert: '' });
  } else if (!canOpen(before, first)) edits.push({ at: from, remove: 0, insert: joiner });
  if (tail !== '') edits.push({ at: close.at - tail.length, remove: tail.length, insert: '' });
  else if (!canOpen(behind, last) && !SENTENCE_SIGN.test(last ?? '')) {
    edits.push({ at: close.at, remove: 0, insert: joiner });
  }
  const needsBlank = !isBlank(behind) && (tail !== '' ? wordBehind : wordBehind && SENTENCE_SIGN.test(last ?? ''));
  if (needsBlank) edits.push({ at: close.at + close.sign.length, remove: 0, insert: ' ' });
  return edits.every(({ remove, insert }) => remove === 0 && insert === '') ? undefined : edits;
}

function pairDiscovery(pair: Pair, written: WrittenText): Discovery {
  const { open, close } = pair;
  const edits = editsFor(pair, written);
  const whole = written.text.slice(open.at, close.at + close.sign.length);
  const inner = whole.slice(open.sign.length, -close.sign.length).trim();
  const signs = SIGN_NAMES[open.sign] ?? 'signs';
  const right = `${open.sign}${inner}${close.sign}`;
  return {
    ...(edits === undefined ? {} : { edits }),
    finding: createFinding(emphasisSigns, {
      ...written.placeAt(open.at),
      message:
        edits === undefined
          ? `The ${signs} around these words are shown as text.`
          : `The ${signs} stand so that Markdown does not take them; ${quoted(inner)} is shown as it was meant.`,
      expected: quoted(right),
      actual: quoted(
        whole +
          written.text
            .slice(close.at + close.sign.length)
            .slice(0, 10)
            .replace(/\s.*$/su, ''),
      ),
      help:
        edits === undefined
          ? `If they are meant to be ${open.sign === '~~' ? 'struck out' : 'bold'}, put the signs directly at the words. If the signs are meant, put a backslash before each.`
          : 'Put the signs directly at the words, and a blank outside of them.',
    }),
  };
}

/** "Price**" and "** without tax": a mark after a word, and its note. */
function isMark({ sign, at }: LiteralSign, { text }: WrittenText, block: WrittenBlock): boolean {
  const before = at === block.start ? '' : (text[at - 1] ?? '');
  const behind = text[at + sign.length] ?? '';
  if (sign !== '**') return !WORD.test(before) && !WORD.test(behind);
  const endsThere = isBlank(behind) || /[.,;:!?)]/.test(behind);
  return endsThere && (isBlank(before) ? isBlank(behind) : /[\p{L}\p{N}\p{P}]/u.test(before));
}

function singleDiscovery({ sign, at }: LiteralSign, written: WrittenText): Discovery {
  const signs = SIGN_NAMES[sign] ?? 'signs';
  const end = written.text.indexOf('\n', at);
  return {
    finding: createFinding(emphasisSigns, {
      ...written.placeAt(at),
      message: `Here ${signs} stand without their second half, so they are shown as text.`,
      expected: `${sign}words${sign}`,
      actual: quoted(written.text.slice(at, end < 0 ? undefined : end)),
      help: `Put ${sign} at both ends of the words, in one paragraph. If the signs are meant, put a backslash before each.`,
    }),
  };
}

/** "Kolleg*innen und Freund*innen", "3*4*5": asterisks between letters or digits do not mark italics. */
function starsInWords(written: WrittenText, block: WrittenBlock): readonly Discovery[] {
  const { text } = written;
  const found: Discovery[] = [];
  const visit = (node: Nodes) => {
    const { start, end } = rangeOf(node);
    const size = node.type === 'emphasis' ? 1 : node.type === 'strong' ? 2 : 0;
    const inWord =
      size > 0 && text[start] === '*' && WORD.test(text[start - 1] ?? '') && WORD.test(text[start + size] ?? '');
    const inner = text.slice(start + size, end - size);
    const inNumbers = /\p{N}/u.test(text[start - 1] ?? '') && /^\p{N}/u.test(inner);
    const gendered = size === 1 && (/[^\p{L}]/u.test(inner) || /^in/u.test(inner));
    if (inWord && (inNumbers || gendered)) {
      const escape = '\\*'.repeat(size);
      found.push({
        edits: [
          { at: start, remove: size, insert: escape },
          { at: end - size, remove: size, insert: escape },
        ],
      });
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(block.node);
  return found;
}

/** "*very *important", "_ very_ important", "~words~": these are doubtful, because a single sign can mean anything. */
const DOUBTFUL = new RegExp(
  `(?<=[\\s(])([*_])(?=\\p{L})[^*_\\n${FILLER}]{1,60}[ ]\\1(?=\\p{L})|(?<=[\\s(]|^)(~)(?=\\p{L})[^~\\n${FILLER}]{1,60}(?<=\\p{L})\\2(?=[\\s\\p{P}]|$)`,
  'gu',
);

function doubtfulSigns(written: WrittenText, block: WrittenBlock): readonly Discovery[] {
  return Array.from(block.words.matchAll(DOUBTFUL)).map(({ 0: whole, index, 1: emphasis }) => ({
    finding: createFinding(emphasisSigns, {
      ...written.placeAt(block.start + index),
      message: 'These signs are shown as text.',
      expected: emphasis === undefined ? '~~struck out~~, or ~ before a number' : '*italic*, without a blank inside',
      actual: quoted(whole),
      help:
        emphasis === undefined
          ? 'A single ~ strikes nothing through. Write ~~ on both sides if that was meant.'
          : `If italics were meant, put the blank outside: ${emphasis}word${emphasis}. If the sign is meant, put a backslash before it.`,
    }),
  }));
}

/** Finds signs of bold, italic and struck-out words that Markdown did not recognise, or that were not meant as such. */
export function emphasisDiscoveries(written: WrittenText): readonly Discovery[] {
  return written.blocks.flatMap((block) => {
    const found = literalSigns(block).flatMap((group) => {
      const bySign = [...new Set(group.map(({ sign }) => sign))].map((sign) =>
        group.filter((one) => one.sign === sign),
      );
      return bySign.flatMap((signs): Discovery[] => {
        const paired = signs.length % 2 === 0;
        if (signs.every((sign) => isMark(sign, written, block)) && !(paired && isSpaced(signs, written))) return [];
        if (!paired) return signs.slice(0, 1).map((sign) => singleDiscovery(sign, written));
        return signs.flatMap((open, index) => {
          const close = signs[index + 1];
          return index % 2 === 1 || close === undefined ? [] : [pairDiscovery({ open, close }, written)];
        });
      });
    });
    return [...found, ...starsInWords(written, block), ...doubtfulSigns(written, block)];
  });
}

/** "** bold **", "__ bold __": signs with a space on every side, and a few words between them. */
function isSpaced([open, close]: readonly LiteralSign[], { text }: WrittenText): boolean {
  if (open === undefined || close === undefined || open.sign === '~~') return false;
  // "Name: __ Date: __" is a form to fill in.
  if (open.sign.startsWith('_') && /:[ \t]{0,9}$/.test(text.slice(Math.max(0, open.at - 10), open.at))) return false;
  const inner = text.slice(open.at + open.sign.length, close.at);
  const before = text[open.at - 1];
  return isBlank(before) && WORD.test(inner) && inner.length <= MAX_WORDS_CHARACTERS && !inner.includes('\n');
}
