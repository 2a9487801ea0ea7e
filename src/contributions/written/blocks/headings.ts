import { toString } from 'mdast-util-to-string';
import { createFinding, defineRule } from '../../../model/rule.js';
import { quoted, type Discovery } from '../discovery.js';
import { linesOf, type WrittenBlock, type WrittenText } from '../written-text.js';

/** Headings that Markdown does not take, and paragraphs that it takes for one. */
export const headingSigns = defineRule({
  id: 'file/heading',
  severity: 'warning',
  why: 'A heading begins with ## and a blank. A line of hyphens directly below a text makes a heading of all of it, which is rarely meant.',
  wrong: '##What we ask',
  right: '## What we ask',
});

/** Front matter stands at the beginning only. */
export const frontMatterRepeated = defineRule({
  id: 'front-matter/repeated',
  severity: 'error',
  why: 'Front matter stands at the beginning of a file only. Further down readers would see it.',
  wrong: 'Two contributions, one below the other in one file.',
  right: 'A file for each of the two.',
});

/** "##Heading"; a single # begins a hashtag, unless a no-break blank stands behind it. */
const WITHOUT_BLANK = /^(#{2,6})(?=[^ \t#])[\u00a0\u2000-\u200a\u202f]?|^(#{1,6})[\u00a0\u2000-\u200a\u202f]/u;
const UNDERLINE = /(?:^|\n)[ \t>]*(=+|-+)[ \t]*$/;
const MAX_HEADING_CHARACTERS = 100;
/** A line of front matter: "title: A". */
const KEY = /^[\p{L}_][\p{L}\p{N}_-]{0,40}:(?:\s|$)/u;

function withoutBlank(written: WrittenText, block: WrittenBlock): readonly Discovery[] {
  if (block.node.type !== 'paragraph') return [];
  return linesOf(block).flatMap(({ words, at, end }) => {
    const found = WITHOUT_BLANK.exec(words);
    const signs = found?.[1] ?? found?.[2];
    if (found === null || signs === undefined || !/\p{L}/u.test(words)) return [];
    return {
      edits: [{ at: at + signs.length, remove: found[0].length - signs.length, insert: ' ' }],
      finding: createFinding(headingSigns, {
        ...written.placeAt(at),
        message: `There is no blank behind ${signs}; the line is shown as a heading all the same.`,
        expected: quoted(`${signs} ${words.slice(found[0].length)}`),
        actual: quoted(written.text.slice(at, end)),
        help: `Put a blank behind ${signs}. If no heading is meant, put a backslash before the first #.`,
      }),
    };
  });
}

/** "#What worked": a capitalised word and further ones; "#EndTrafficking" and "#16Days" are hashtags. */
const SINGLE_SIGN = /^#(?:\p{Lu}\p{Ll}*|\p{Lu}+)(?:['’]\p{L}+)?[ \u00a0]+(?=[\p{L}\p{N}])/u;

/** A hashtag may be meant all the same, so the line stays as it is. */
function singleSign(written: WrittenText, block: WrittenBlock): readonly Discovery[] {
  const [line] = linesOf(block);
  if (block.node.type !== 'paragraph' || line === undefined || !SINGLE_SIGN.test(line.words)) return [];
  const words = line.words.slice(1);
  if (words.length > MAX_HEADING_CHARACTERS || /#|[.,;!…][)"”»]?\s*$/u.test(words)) return [];
  return [
    {
      finding: createFinding(headingSigns, {
        ...written.placeAt(line.at),
        message: 'There is no blank behind #, so this line is shown as a paragraph, with its #.',
        expected: quoted(`## ${words}`),
        actual: quoted(line.words),
        help: `If it is a heading, write it like this: ## ${words}. A hashtag can stay as it is.`,
      }),
    },
  ];
}

function readsAsFrontMatter(lines: readonly string[]): boolean {
  return (
    lines.length > 0 &&
    lines.every((line) => KEY.test(line.trim()) || /^\s+\S|^- /.test(line)) &&
    KEY.test(lines[0]?.trim() ?? '')
  );
}

/**
 * Says whether a heading was meant. Markdown makes one of a paragraph above a line of --- or ===; mostly, its writer
 * did not mean it.
 */
function isMeantAsHeading(words: string, lines: number): boolean {
  return lines === 1 && words.length <= MAX_HEADING_CHARACTERS && !/[.,;…][)"”»]?$/u.test(words);
}

function underlined(written: WrittenText, block: WrittenBlock): readonly Discovery[] {
  const source = written.text.slice(block.start, block.end);
  if (block.node.type !== 'heading' || block.node.depth > 2 || /^#/.test(source)) return [];
  const underline = UNDERLINE.exec(source)?.[1];
  if (underline === undefined) return [];
  const above = source.split('\n').slice(0, -1);
  if (underline.startsWith('-') && readsAsFrontMatter(above)) return [frontMatterAgain(written, block.start, above)];
  // A single hyphen is the rest of a list, and two of them begin a signature.
  if (underline.length > 2 && isMeantAsHeading(toString(block.node).trim(), above.length)) return [];
  const at = block.start + source.lastIndexOf(underline);
  const rule = underline.length >= 3 && underline.startsWith('-');
  return [
    {
      edits: [
        rule ? { at, remove: underline.length, insert: '*'.repeat(underline.length) } : { at, remove: 0, insert: '\\' },
      ],
      finding: createFinding(headingSigns, {
        ...written.placeAt(at),
        message: `A line of ${underline.slice(0, 3)} below a text makes a heading of it. Here none seems to be meant, so the text stays a paragraph.`,
        expected: 'an empty line above a line of ---; "## " before a heading',
        actual: quoted(above.at(-1) ?? ''),
        help: 'Put an empty line between the two. If a heading is meant, begin the line with "## ".',
      }),
    },
  ];
}

function frontMatterAgain(written: WrittenText, at: number, lines: readonly string[]): Discovery {
  return {
    finding: createFinding(frontMatterRepeated, {
      ...written.placeAt(at),
      message: 'Lines of front matter stand in the text, and readers would see them.',
      expected: 'front matter at the beginning of the file only',
      actual: quoted(lines.join(' ')),
      help: 'If this is a second contribution, make a file of its own of it. If not, take these lines out.',
    }),
  };
}

/** Finds headings that Markdown does not recognise, and paragraphs of which it makes headings. */
export function headingDiscoveries(written: WrittenText): readonly Discovery[] {
  return written.blocks.flatMap((block) => [
    ...withoutBlank(written, block),
    ...singleSign(written, block),
    ...underlined(written, block),
  ]);
}
