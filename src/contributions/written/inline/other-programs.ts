import type { Nodes } from 'mdast';
import { createFinding, defineRule } from '../../../model/rule.js';
import { quoted, type Discovery } from '../discovery.js';
import { FILLER, rangeOf, type WrittenText } from '../written-text.js';

/** Codes that only another program fills in. */
export const otherProgramCode = defineRule({
  id: 'file/other-program',
  severity: ['warning', 'error'],
  why: 'Web sites fill in such codes by themselves. Here nothing does, so readers would see the code instead of the film or picture.',
  wrong: '{{< youtube abc >}}',
  right: '[The film about our hotline](https://www.example.org/film)',
});

interface Foreign {
  readonly pattern: RegExp;
  readonly severity: 'error' | 'warning';
  /** "…, so readers would see it as it stands here." */
  readonly named: string;
  readonly help: string;
}

const TAKE_OUT = 'Take it out, and write or link here what it stands for: [the film](https://…).';
const MARKDOWN = 'Write it in Markdown: **bold**, *italic*, ## Heading, [words](https://…).';

/**
 * Signs of other programs that publish Markdown. An error means that something readers should see is missing; a warning
 * is about what would only puzzle them.
 */
const FOREIGN: readonly Foreign[] = [
  { pattern: /\{\{[<%][\s\S]{0,400}?[>%]\}\}/g, severity: 'error', named: 'a shortcode of Hugo', help: TAKE_OUT },
  {
    pattern: /\{%[\s\S]{0,400}?%\}/g,
    severity: 'error',
    named: 'a tag of Jekyll or another site program',
    help: TAKE_OUT,
  },
  {
    pattern: /\{\{\s*\w{1,40}\([^{}\n]{0,300}\)\s*\}\}/g,
    severity: 'error',
    named: 'a shortcode of a site program',
    help: TAKE_OUT,
  },
  {
    pattern: /\{\{\{?[^{}\n]{1,200}\}?\}\}/g,
    severity: 'warning',
    named: 'a placeholder that nothing here fills in',
    help: 'Write what should stand here.',
  },
  { pattern: /\{#[^\n]{1,200}?#\}/g, severity: 'warning', named: 'a comment of a site program', help: 'Take it out.' },
  {
    pattern:
      /\[\/?(?:gallery|caption|embed|video|audio|playlist|contact-form(?:-7)?|ninja_forms?|wpforms|vc_\w+|et_pb_\w+|su_\w+|button|columns?|spacer)(?:\s[^\]\n]{0,300})?\/?\](?![([:])/g,
    severity: 'error',
    named: 'a shortcode of WordPress',
    help: TAKE_OUT,
  },
  {
    pattern: /\[[a-z][a-z0-9_-]{1,30}(?:\s+[a-z_-]{1,30}=(?:"[^"\n]*"|'[^'\n]*'|[^\s\]]+)){1,20}\s*\/?\](?![([:])/g,
    severity: 'error',
    named: 'a shortcode of another program',
    help: TAKE_OUT,
  },
  {
    pattern:
      /\[(?:b|i|u|s|url|img|quote|list|color|size|center)(?:=[^\]\n]{1,200})?\](?=[^\n]*\[\/)|\[\/(?:b|i|u|s|url|img|quote|list|color|size|center)\]/gi,
    severity: 'warning',
    named: 'a formatting code of a forum (BBCode)',
    help: MARKDOWN,
  },
  {
    pattern: /^[ \t]*:{3,}[ \t]*(?:\{?[.#]?[\p{L}][^\n]{0,100})?$/gmu,
    severity: 'warning',
    named: 'the edge of a box of another program',
    help: 'Take these lines out; "> " at the beginning of a line makes a quotation.',
  },
  {
    pattern: /\{(?::[^{}\n]{0,200}|[.#][\p{L}_][^{}\n]{0,200})\}/gu,
    severity: 'warning',
    named: 'an attribute of another program',
    help: 'Take it out.',
  },
  {
    pattern: /^[ \t]*\[\[?_?toc_?\]?\][ \t]*$/gim,
    severity: 'warning',
    named: 'the place of a table of contents',
    help: 'Take it out: the newsletter makes its own.',
  },
  {
    pattern: /!\[\[[^\]\n]{1,200}\]\]/g,
    severity: 'error',
    named: 'a picture or an insertion in the manner of a notes program',
    help: 'Name a picture under image: in the front matter, and write a text out here.',
  },
  {
    pattern: /\[\[[^\]\n]{1,200}\]\]/g,
    severity: 'warning',
    named: 'a link in the manner of a wiki',
    help: 'Write [words](https://…).',
  },
  {
    pattern: /^[ \t>]*\[![\p{L}]{3,20}\][+-]?/gmu,
    severity: 'warning',
    named: 'the mark of a box of another program',
    help: 'Take it out; the quotation itself is shown.',
  },
  {
    pattern: /(?<![=\w])==(?=[^\s=])[^=\n]{1,200}(?<=[^\s=])==(?![=\w])/g,
    severity: 'warning',
    named: 'a mark of highlighted words',
    help: 'Write **bold** instead.',
  },
  {
    pattern: /(?<![\p{L}\p{N}:/]):[a-z][a-z0-9_+-]{1,30}:(?![\p{L}\p{N}:/])/gu,
    severity: 'warning',
    named: 'the name of a picture sign (emoji)',
    help: 'Put the sign itself here, or leave it out.',
  },
  {
    pattern: /\$\$[^$\n]{1,300}\$\$/g,
    severity: 'warning',
    named: 'a formula',
    help: 'Write the formula in words, or as a picture.',
  },
  {
    pattern: /^[ \t]*\\(?:newpage|pagebreak|clearpage|begin|end|section|textbf|emph|item)\b[^\n]*/gm,
    severity: 'warning',
    named: 'a command of LaTeX',
    help: MARKDOWN,
  },
  {
    pattern: /^[ \t]*(?:import\s[^\n]{1,200}\sfrom\s['"][^\n]{1,200}['"];?|export\s(?:const|default)\s[^\n]{0,200})$/gm,
    severity: 'warning',
    named: 'a line of a program',
    help: 'Take it out.',
  },
  {
    pattern: /'''[^'\n]{1,200}'''|^={2,6}[ \t][^=\n]{1,200}[ \t]={2,6}[ \t]*$/gm,
    severity: 'warning',
    named: 'formatting in the manner of a wiki',
    help: MARKDOWN,
  },
  {
    pattern: /^[ \t]*(?:h[1-6]|bq|p)\.[ \t]+(?=\p{Lu})[^\n]{1,200}/gmu,
    severity: 'warning',
    named: 'formatting in the manner of Textile',
    help: MARKDOWN,
  },
  {
    pattern:
      /&amp;(?:#\d{2,6}|#x[\da-f]{2,6}|[a-z]{2,8}\d{0,2});|&(?:nbsp|copy|amp|quot|lt|gt|shy|ndash|mdash)(?![\p{L}\p{N}=;])/giu,
    severity: 'warning',
    named: 'a code of HTML',
    help: 'Put the sign itself here.',
  },
];

const CODE = new Set(['code', 'inlineCode']);

/** Returns the text without code and without characters after a backslash; addresses of links count as well. */
function sourceWithoutCode({ text, tree }: WrittenText): string {
  const characters = text.split('');
  const blank = (from: number, to: number) => {
    for (let index = from; index < to; index += 1) if (characters[index] !== '\n') characters[index] = FILLER;
  };
  const visit = (node: Nodes) => {
    const { start, end } = rangeOf(node);
    if (CODE.has(node.type) || (node.type === 'html' && node.value.startsWith('<!--'))) blank(start, end);
    else if (
      node.type === 'link' ||
      node.type === 'image' ||
      node.type === 'linkReference' ||
      node.type === 'definition'
    ) {
      // A recognised link is not a sign of another program, but its words may hold one.
      const inner = 'children' in node ? node.children : [];
      const first = inner[0];
      const last = inner.at(-1);
      blank(start, first === undefined ? end : rangeOf(first).start);
      if (last !== undefined) blank(rangeOf(last).end, end);
      inner.forEach(visit);
    } else if ('children' in node) node.children.forEach(visit);
  };
  visit(tree);
  const source = characters.join('');
  return source.replace(/\\[!-/:-@[-`{-~]/g, (escaped) => (/\\[[{:=$&<!]/.test(escaped) ? FILLER + FILLER : escaped));
}

/** Finds what another program would have rendered, and what readers would see as it stands. */
export function otherPrograms(written: WrittenText): readonly Discovery[] {
  const source = sourceWithoutCode(written);
  const taken: { readonly from: number; readonly to: number }[] = [];
  return FOREIGN.flatMap(({ pattern, severity, named, help }) =>
    Array.from(source.matchAll(pattern)).flatMap(({ 0: whole, index }): Discovery[] => {
      const from = index + (/^[\s>]*/.exec(whole)?.[0].length ?? 0);
      const to = index + whole.length;
      if (taken.some((other) => from < other.to && to > other.from)) return [];
      taken.push({ from, to });
      return [
        {
          finding: createFinding(otherProgramCode, {
            severity,
            ...written.placeAt(from),
            message: `Here stands ${named}; readers would see it as it is written.`,
            expected: 'text in Markdown, without codes of other programs',
            actual: quoted(written.text.slice(from, to)),
            help,
          }),
        },
      ];
    }),
  );
}
