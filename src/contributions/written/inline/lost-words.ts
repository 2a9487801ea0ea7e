import type { Definition, Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { RuleName, Severity } from '../../../model/finding.js';
import { createFinding, defineRule, type DefinedRule } from '../../../model/rule.js';
import { quoted, type Discovery, type MarkdownFinding } from '../discovery.js';
import { rangeOf, type WrittenText } from '../written-text.js';

/** HTML is never taken over. */
export const htmlInText = defineRule({
  id: 'file/html',
  severity: 'error',
  why: 'HTML from a contribution is never taken over into the issue, so that nothing in it can run or change other items.',
  wrong: 'This is <b>urgent</b>.',
  right: 'This is **urgent**.',
});

/** A comment is shown to nobody. */
export const hiddenComment = defineRule({
  id: 'file/comment',
  severity: 'info',
  why: 'A comment between <!-- and --> is shown to nobody. That is mostly meant, so it is only mentioned.',
  wrong: '<!-- The second paragraph follows on Monday. -->',
  right: 'note: The second paragraph follows on Monday.',
});

/** Nothing that somebody wrote vanishes without a word. */
export const wordsLost = defineRule({
  id: 'file/lost-words',
  severity: ['warning', 'error'],
  why: 'Some lines are addresses or names for Markdown and are shown nowhere. Nothing that somebody wrote may vanish without a word.',
  wrong: '[report]: https://www.example.org/report, to which nothing in the text refers',
  right: 'Read [the report](https://www.example.org/report).',
});

const ONLY_COMMENTS = /^(?:<!--(?:(?!-->)[\s\S])*-->\s*)+$/;
const ADDRESS = /^(?:[a-z][a-z0-9+.-]*:|www\.|[/#.])|[./]/i;

type Words = Pick<MarkdownFinding, 'message' | 'expected' | 'actual' | 'help'>;

function at<S extends Severity>(
  written: WrittenText,
  offset: number,
  rule: DefinedRule<RuleName, S>,
  words: Words & { readonly severity?: NoInfer<S> },
): Discovery {
  return { finding: { ...written.placeAt(offset), ...createFinding(rule, words) } };
}

function htmlDiscovery(written: WrittenText, node: Extract<Nodes, { type: 'html' }>): Discovery | undefined {
  const value = node.value.trim();
  if (/^<br\s*\/?>$/i.test(value)) return undefined;
  if (ONLY_COMMENTS.test(value)) {
    return at(written, rangeOf(node).start, hiddenComment, {
      message: 'This comment is shown to nobody.',
      expected: 'what readers are to see, without <!-- and -->',
      actual: quoted(value),
      help: 'Nothing to do, if it is a comment. A word to the secretariat stands under note: in the front matter.',
    });
  }
  const shown = value.replace(/\s+/g, ' ');
  return at(written, rangeOf(node).start, htmlInText, {
    message: 'There is HTML in the text, and it would be lost.',
    expected: 'Markdown: **bold**, *italic*, [words](https://…), lists that begin with "- "',
    actual: `"${shown.length > 40 ? `${shown.slice(0, 39)}…` : shown}"`,
    help: 'Write it in Markdown. If the sign "<" itself is meant, put a backslash before it: \\<',
  });
}

/** "[Note]: tomorrow" reads as a definition and would disappear; so would an address that nothing refers to. */
function definitionDiscovery(written: WrittenText, node: Definition, repeated: boolean): Discovery {
  const { start, end } = rangeOf(node);
  const actual = quoted(written.text.slice(start, end));
  if (repeated) {
    return at(written, start, wordsLost, {
      severity: 'error',
      message: 'The same name stands before another address further up, so this one would be lost.',
      expected: 'a name of its own for each address',
      actual,
      help: 'Give one of the two another name, here and where it is used.',
    });
  }
  if (ADDRESS.test(node.url)) {
    return at(written, start, wordsLost, {
      severity: 'error',
      message: 'No link in the text uses this address, so this line would be lost.',
      expected: `[words][${node.label ?? node.identifier}] in the text, or [words](address)`,
      actual,
      help: 'Put the address in round brackets behind the words that it belongs to. If readers are to see the line, put a backslash before its first bracket.',
    });
  }
  return {
    edits: [{ at: start, remove: 0, insert: '\\' }],
    ...at(written, start, wordsLost, {
      severity: 'warning',
      message: 'Markdown takes this line for the address of a link and would hide it; it is shown as it was written.',
      expected: 'a line that does not begin with [words]:',
      actual,
      help: 'Leave out the square brackets, or put a backslash before the first one.',
    }),
  };
}

function titleDiscovery(written: WrittenText, node: Nodes, title: string): Discovery {
  return at(written, rangeOf(node).start, wordsLost, {
    severity: 'warning',
    message: 'The words in quotation marks behind this address are shown in no edition.',
    expected: '[words](https://…), and nothing behind the address',
    actual: quoted(title),
    help: 'Write in the text what readers should know, and take these words out.',
  });
}

/** Some programs repeat the words or the address of a link. */
function saysTheSame(node: Nodes, title: string): boolean {
  const fold = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
  const shown = [toString(node), 'url' in node ? node.url : ''].map(fold);
  return shown.some((one) => one.includes(fold(title)));
}

interface Definitions {
  readonly first: ReadonlyMap<string, Definition>;
  readonly used: ReadonlySet<string>;
}

function definitionsOf(written: WrittenText): Definitions {
  const first = new Map<string, Definition>();
  const used = new Set<string>();
  const visit = (node: Nodes) => {
    if (node.type === 'definition' && !first.has(node.identifier)) first.set(node.identifier, node);
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
    if ('children' in node) node.children.forEach(visit);
  };
  visit(written.tree);
  return { first, used };
}

/** Finds words that would appear in no edition: HTML, comments, lines that read as definitions, titles of links. */
export function lostWords(written: WrittenText): readonly Discovery[] {
  const { first, used } = definitionsOf(written);
  const found: Discovery[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'html') {
      const discovery = htmlDiscovery(written, node);
      if (discovery !== undefined) found.push(discovery);
    }
    if (node.type === 'definition') {
      const repeated = first.get(node.identifier) !== node;
      if (repeated || !used.has(node.identifier)) found.push(definitionDiscovery(written, node, repeated));
    }
    if (
      (node.type === 'link' || node.type === 'definition' || node.type === 'image') &&
      node.title &&
      !saysTheSame(node, node.title)
    ) {
      found.push(titleDiscovery(written, node, node.title));
    }
    if (node.type === 'code' && node.lang) {
      found.push(
        at(written, rangeOf(node).start, wordsLost, {
          severity: 'warning',
          message: 'The words behind these signs are shown in no edition, and what follows as the code of a program.',
          expected: 'text, without the lines of ``` or ~~~',
          actual: quoted([node.lang, node.meta].filter(Boolean).join(' ')),
          help: 'Take out the two lines of ``` or ~~~. For a quotation, begin each line with "> ".',
        }),
      );
    }
    if ('children' in node) node.children.forEach(visit);
  };
  visit(written.tree);
  return found;
}
