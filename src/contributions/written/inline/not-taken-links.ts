import { createFinding, defineRule } from '../../../model/rule.js';
import { quoted, type Discovery } from '../discovery.js';
import { FILLER, type WrittenText } from '../written-text.js';

/** What reads like a link, and is none. */
export const linkNotTaken = defineRule({
  id: 'link/not-taken',
  severity: 'warning',
  why: 'A link is [words](address), without a blank between the brackets and without one in the address. Anything else is shown with its brackets.',
  wrong: '[the report] (https://www.example.org/report)',
  right: '[the report](https://www.example.org/report)',
});

interface Miss {
  readonly pattern: RegExp;
  readonly expected: (parts: readonly string[]) => string;
  readonly help: string;
}

const ADDRESS = '(?:https?:|www\\.|mailto:)';
const WORDS = '[^\\[\\]\\n]';

/** Links that Markdown does not recognise; the first match at a place counts. */
const MISSES: readonly Miss[] = [
  {
    pattern: new RegExp(`\\[(${WORDS}+)\\](?:[ \\t\\u00a0]+|[ \\t]*\\n[ \\t]*)\\((${ADDRESS}[^()\\s]*)\\)?`, 'giu'),
    expected: ([words, address]) => `[${words ?? ''}](${address ?? ''})`,
    help: 'Take out the blank between the square and the round bracket.',
  },
  {
    pattern: new RegExp(`\\(([^()\\n]+)\\)[ \\u00a0]?\\[[ ]*(${ADDRESS}[^\\[\\]\\s]*)[ ]*\\]`, 'giu'),
    expected: ([words, address]) => `[${words ?? ''}](${address ?? ''})`,
    help: 'Put the words in square brackets, and the address in round ones behind them.',
  },
  {
    pattern: /\[([^[\]\n]+)\]\[([^[\]\n]*)\]/gu,
    expected: ([words]) => `[${words ?? ''}](https://…)`,
    help: 'Put the address in round brackets behind the words.',
  },
  {
    // A space within a whole address: "https://example.org/our report/1.pdf".
    pattern: new RegExp(
      `\\[(${WORDS}{1,80})\\]\\([ \\t]*(${ADDRESS}[^()\\s"]*[ \\t](?=[^()\\n]*[/?=&#_.-]|[^()\\s]+[ \\t]*\\))[^()\\n"]*?)[ \\t]*\\)`,
      'giu',
    ),
    expected: ([words, address]) => `[${(words ?? '').trim()}](${withoutBlanks(address ?? '')})`,
    help: 'There must be no blank in an address: copy the whole address from the browser, or write %20 for the blank.',
  },
  {
    pattern: new RegExp(`\\[?(${WORDS}{1,80})\\]\\([ \\t]*(${ADDRESS}[^\\s)]*)(?:[^()\\n]{0,80}\\))?`, 'giu'),
    expected: ([words, address]) => `[${(words ?? '').trim()}](${address ?? ''})`,
    help: 'Check that both brackets are closed, and that there is neither a blank nor a line break in the address.',
  },
  {
    pattern: /!\[([^[\]\n]*)\]\(([^()\n]*[ \t][^()\n]*)\)/gu,
    expected: ([words]) => `![${words ?? ''}](meeting.jpg)`,
    help: 'Between the round brackets there must be the name of a picture that the front matter declares.',
  },
  {
    pattern: /\[([^[\]\n]+)\]\(([^()\n]*[ \t][^()\n]*)\)/gu,
    expected: ([words]) => `[${words ?? ''}](https://…)`,
    help: 'There must be no blank in an address: write %20 for it, or copy the address from the browser.',
  },
  {
    pattern: new RegExp(`\\[([^\\[\\]()\\n]+)\\((${ADDRESS}[^()\\s]*)\\)?`, 'giu'),
    expected: ([words, address]) => `[${(words ?? '').trim()}](${address ?? ''})`,
    help: 'Close the square bracket before the round one.',
  },
  {
    pattern: new RegExp(`\\[([^\\[\\]\\n]+)\\][ ]?[{<]((?:https?:|www\\.)[^\\s>}]*)[>}]?`, 'giu'),
    expected: ([words, address]) => `[${words ?? ''}](${address ?? ''})`,
    help: 'Put the address in round brackets behind the words.',
  },
  {
    pattern: /["“”„]([^"“”„\n]{1,80})["“”]:(https?:[^\s]+)/giu,
    expected: ([words, address]) => `[${words ?? ''}](${address ?? ''})`,
    help: 'Put the words in square brackets, and the address in round ones behind them.',
  },
  {
    pattern: /<[ ]*((?:https?:\/\/|mailto:|www\.)[^\s>]*|[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+)/giu,
    expected: ([address]) => `<${address ?? ''}>`,
    help: 'Put > directly behind the address, and no blank in it.',
  },
];

/** Files that people keep beside their text. */
const FILE_ENDING =
  'docx?|rtf|odt|pages|pdf|pptx?|odp|key|xlsx?|ods|numbers|csv|txt|jpe?g|png|gif|webp|tiff?|heic|heif|avif|svg|bmp|zip|mp3|mp4|m4a|mov|ics';
/** "[Report](Report final v2.docx)", "![](Foto (2).png)" */
const FILE_WITH_BLANKS = new RegExp(
  `\\[[^\\[\\]\\n]*\\]\\([ \\t]*((?!${ADDRESS})(?:[^()<>\\n"]|\\([^()\\n]*\\)){1,200}\\.(?:${FILE_ENDING}))(?:[ \\t]+"[^"\\n]*")?[ \\t]*\\)`,
  'giu',
);

/**
 * Finds file names with spaces. Markdown recognises the link or picture with %20 in it, and other findings say what is
 * wrong with it.
 */
function filesWithBlanks({ blocks }: WrittenText): readonly Discovery[] {
  return blocks.flatMap(({ words, start }) =>
    Array.from(words.matchAll(FILE_WITH_BLANKS)).flatMap(({ 0: whole, 1: name = '', index }): Discovery[] => {
      const from = start + index + whole.indexOf(`(`, whole.indexOf('](')) + 1;
      const at = from + (/^[ \t]*/.exec(whole.slice(from - start - index))?.[0].length ?? 0);
      const edits = Array.from(name.matchAll(/[ \t]|%(?![\da-f]{2})/giu)).map(({ 0: sign, index: offset }) =>
        sign === '%' ? { at: at + offset + 1, remove: 0, insert: '25' } : { at: at + offset, remove: 1, insert: '%20' },
      );
      return /[ \t]/.test(name) ? [{ edits }] : [];
    }),
  );
}

/** A space beside a sign of an address was a mistake; elsewhere it is part of a name. */
function withoutBlanks(address: string): string {
  return address.replace(/[ \t]+(?=[/?&=#])|(?<=[/?&=#])[ \t]+/g, '').replace(/[ \t]/g, '%20');
}

/** The address itself may be a link already, so the blocks' words hold it. */
export function notTakenLinks(written: WrittenText): readonly Discovery[] {
  const files = filesWithBlanks(written);
  if (files.length > 0) return files;
  return written.blocks.flatMap(({ words, start }) => {
    const taken: { readonly from: number; readonly to: number }[] = [];
    return MISSES.flatMap(({ pattern, expected, help }) =>
      Array.from(words.matchAll(pattern)).flatMap(({ 0: whole, index, 1: one, 2: two }): Discovery[] => {
        const from = index;
        const to = from + whole.length;
        if (taken.some((other) => from < other.to && to > other.from)) return [];
        if (whole.startsWith('[^') || isCitation(whole) || /\{[{%]/.test(whole)) return [];
        taken.push({ from, to });
        const source = written.text.slice(start + from, start + to);
        return [
          {
            finding: createFinding(linkNotTaken, {
              ...written.placeAt(start + from),
              message: 'This reads like a link, but is none: it is shown as it was written.',
              expected: expected([one, two].map((part) => (part ?? '').replaceAll(FILLER, ''))).slice(0, 200),
              actual: quoted(source),
              help: `${help} If the brackets are meant as text, put a backslash before the first one.`,
            }),
          },
        ];
      }),
    );
  });
}

/** "[…][…]", "[sic][1]", "[1][2]": brackets of quotations. */
function isCitation(whole: string): boolean {
  const parts = /^\[([^\]]*)\]\[([^\]]*)\]$/u.exec(whole);
  const [, first = '', second = ''] = parts ?? [];
  return (
    parts !== null &&
    second !== '' &&
    (/^[\d\s.,–-]+$/.test(first) || !/[\p{L}\p{N}]/u.test(second) || !/[\p{L}\p{N}]/u.test(first))
  );
}
