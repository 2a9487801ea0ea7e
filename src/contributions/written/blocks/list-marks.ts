import { createFinding, defineRule } from '../../../model/rule.js';
import { quoted, type Discovery } from '../discovery.js';
import type { SourceEdit } from '../source-edits.js';
import { linesOf, type WrittenBlock, type WrittenLine, type WrittenText } from '../written-text.js';

/** Lines of a list that Markdown does not take for one. */
export const bulletSigns = defineRule({
  id: 'file/bullets',
  severity: 'warning',
  why: 'Markdown knows no bullets of word processors, and runs such lines together. They are shown as a list, or each on a line of its own.',
  wrong: '• Vienna\n• Sofia',
  right: '- Vienna\n- Sofia',
});

/** Bullets of word processors; the private ones are those of the fonts Symbol and Wingdings. */
export const BULLET =
  /^(?:[•●▪■◦○‣⁃∙⦁◘◆◇❖➢\uF020-\uF0FF]|[·§o–-](?=\t)|·(?=[ \u00a0]))[ \t\u00a0\u2000-\u200a\u202f]*(?=[^\s•●▪◦])/u;
const FURTHER_BULLET = /[ \t\u00a0][•●▪■◦‣∙⦁\uF0A7\uF0B7](?=[ \t\u00a0])/u;
/** "We ask for: • one • two". */
const BULLETS_IN_LINE = /[:;.][ \t\u00a0]+[•●▪◦‣∙][ \t\u00a0]+\S.*?[ \t\u00a0][•●▪◦‣∙][ \t\u00a0]/u;
const SENTENCE_END = /[.:;!?…)\]"”»]\s*$/u;

/** What lines can begin with that is not a list in Markdown. Numbers and letters count up from line to line. */
const LINE_MARKS: readonly { readonly pattern: RegExp; readonly counts?: boolean }[] = [
  { pattern: /^[–—―‒](?=[ \t\u00a0]|\p{L})/u },
  { pattern: /^[-*+](?=\p{L})/u },
  { pattern: /^o(?=[ \u00a0]{1,3}\p{Lu})/u },
  { pattern: /^§(?=[ \u00a0]*\S)/u },
  { pattern: /^[→➔➤►▶✓✔✗✘☐☑☒»›](?=[ \t\u00a0]?\S)/u },
  { pattern: /^\[[ xX]?\](?=[ \t])/u },
  { pattern: /^\p{Extended_Pictographic}\uFE0F?(?=[ \t\u00a0]?\S)/u },
  { pattern: /^\(?(?:\d{1,2}|[a-zа-я])\)(?=[ \t\u00a0]?\S)/iu, counts: true },
  { pattern: /^\d{1,2}\.(?=\p{L})/u, counts: true },
  { pattern: /^[ivx]{1,5}[.)](?=[ \t\u00a0])/u },
];

/** "• one": the lines become a list. */
function bulletEdits(lines: readonly WrittenLine[], block: WrittenBlock): readonly SourceEdit[] {
  const inItem = block.parent.type === 'listItem' && block.parent.children[0] === block.node;
  return lines.map(({ words, at }) => {
    const remove = BULLET.exec(words)?.[0].length ?? 0;
    // "- • one" has Markdown's bullet already.
    return { at, remove, insert: inItem && at === block.start ? '' : '- ' };
  });
}

function bulletDiscovery(written: WrittenText, block: WrittenBlock): Discovery | undefined {
  if (block.node.type !== 'paragraph') return undefined;
  const lines = linesOf(block);
  const marked = lines.filter(({ words }) => BULLET.test(words));
  const [first] = marked;
  const several = lines.find(
    ({ words }) => BULLETS_IN_LINE.test(words) || (BULLET.test(words) && FURTHER_BULLET.test(words)),
  );
  if (several !== undefined) {
    return {
      finding: createFinding(bulletSigns, {
        ...written.placeAt(several.at),
        message: 'Several bullets stand in one line here, so they are shown as one paragraph.',
        expected: 'each entry on a line of its own that begins with "- "',
        actual: quoted(written.text.slice(several.at, several.end)),
        help: 'Begin a new line with "- " for each entry of the list.',
      }),
    };
  }
  if (first === undefined) return undefined;
  return {
    edits: bulletEdits(marked, block),
    finding: createFinding(bulletSigns, {
      ...written.placeAt(first.at),
      message: `${marked.length === 1 ? 'This line begins with a bullet' : 'These lines begin with bullets'} of a word processor; ${marked.length === 1 ? 'it is' : 'they are'} shown as a list.`,
      expected: 'lines that begin with "- "',
      actual: quoted(written.text.slice(first.at, first.end)),
      help: 'Write a hyphen and a blank instead of the bullet, and look at the list in the preview.',
    }),
  };
}

/** Says whether each number or letter in brackets follows the one before. */
function countsUp(marks: readonly string[]): boolean {
  const values = marks.map((mark) => {
    const sign = /[\p{L}\p{N}]+/u.exec(mark)?.[0].toLowerCase() ?? '';
    return /^\d/.test(sign) ? Number(sign) : (sign.codePointAt(0) ?? 0);
  });
  return values.every((value, index) => index === 0 || value === (values[index - 1] ?? 0) + 1);
}

/** Returns the lines that begin with a mark, if they were meant as lines and not wrapped by chance. */
function markedLines(lines: readonly WrittenLine[], pattern: RegExp, counts: boolean): readonly WrittenLine[] {
  const marked = lines.filter(({ words }) => pattern.test(words));
  const [first] = marked;
  if (first === undefined || marked.length < 2) return [];
  const before = lines[lines.indexOf(first) - 1];
  if (before !== undefined && !SENTENCE_END.test(before.words)) return [];
  return counts && !countsUp(marked.map(({ words }) => pattern.exec(words)?.[0] ?? '')) ? [] : marked;
}

/** Two spaces at the end of the line before make Markdown begin a new line. */
export function breakBefore(lines: readonly WrittenLine[], text: string): readonly SourceEdit[] {
  return lines.flatMap(({ at }) => {
    const end = text.lastIndexOf('\n', at - 1);
    if (end < 0 || /(?: {2}|\\)$/.test(text.slice(Math.max(0, end - 2), end))) return [];
    return [{ at: end, remove: 0, insert: '  ' }];
  });
}

function lineDiscovery(written: WrittenText, block: WrittenBlock): Discovery | undefined {
  if (block.node.type !== 'paragraph') return undefined;
  const lines = linesOf(block);
  if (lines.length < 2) return undefined;
  for (const { pattern, counts = false } of LINE_MARKS) {
    const marked = markedLines(lines, pattern, counts);
    const [first] = marked;
    const edits = breakBefore(
      marked.filter((line) => line !== lines[0]),
      written.text,
    );
    if (first === undefined || edits.length === 0) continue;
    const mark = pattern.exec(first.words)?.[0] ?? '';
    return {
      edits,
      finding: createFinding(bulletSigns, {
        ...written.placeAt(first.at),
        message: `Lines that begin with "${mark}" are no list; each stays on a line of its own, as it was written.`,
        expected: 'a list: lines that begin with "- ", or with 1. 2. 3.; or an empty line between paragraphs',
        actual: quoted(written.text.slice(first.at, first.end)),
        help: 'If it is a list, begin each line with "- " or with 1. 2. 3. and a blank. If not, leave it as it is.',
      }),
    };
  }
  return undefined;
}

/** Finds lists whose marks Markdown does not know. */
export function listDiscoveries(written: WrittenText): readonly Discovery[] {
  return written.blocks.flatMap((block) => bulletDiscovery(written, block) ?? lineDiscovery(written, block) ?? []);
}
