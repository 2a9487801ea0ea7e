import type { BlockContent, DefinitionContent, List, ListItem, Root, RootContent } from 'mdast';
import { displayWidth } from '../../templating/helpers/display-width.js';
import { prefixLines, TEXT_WIDTH, wrapText } from '../../templating/helpers/text-wrap.js';
import { referencesOf } from '../body/references.js';
import { inlineText, type InlineContext } from './inline-text.js';
import type { LinkList } from './link-list.js';
import { textTable } from './text-table.js';

export interface BodyTextOptions {
  readonly links: LinkList;
  /** What stands where a picture is. */
  readonly pictureText: (index: number) => string;
  /** The mark of a footnote, such as `[note 1]`. */
  readonly noteMark: (number: number) => string;
  /** With its colon. */
  readonly notesHeading: string;
}

interface BlockContext extends InlineContext {
  readonly pictureText: (index: number) => string;
}

type Block = RootContent | BlockContent | DefinitionContent;

function hang(mark: string, text: string): string {
  return prefixLines(text, mark, ' '.repeat(displayWidth(mark)));
}

function listItemText(item: ListItem, mark: string, width: number, context: BlockContext): string {
  const box = typeof item.checked === 'boolean' ? (item.checked ? '☑ ' : '☐ ') : '';
  const whole = mark + box;
  return hang(whole, blocksText(item.children, width - displayWidth(whole), context, item.spread === true));
}

function listText(list: List, width: number, context: BlockContext): string {
  const first = list.start ?? 1;
  const marks = list.children.map((_, index) => (list.ordered === true ? `${String(first + index)}. ` : '- '));
  const widest = Math.max(...marks.map((mark) => mark.length));
  return list.children
    .map((item, index) => listItemText(item, (marks[index] ?? '').padStart(widest), width, context))
    .join(list.spread === true ? '\n\n' : '\n');
}

function codeText(value: string, width: number): string {
  const lines = value.split('\n').map((line) => (displayWidth(line) <= width - 4 ? line : wrapText(line, width - 4)));
  return prefixLines(lines.join('\n'), '    ', '    ');
}

function blockText(block: Block, width: number, context: BlockContext): string {
  switch (block.type) {
    case 'paragraph': {
      const picture = block.data?.picture;
      return wrapText(
        picture === undefined ? inlineText(block.children, context).trim() : context.pictureText(picture),
        width,
      );
    }
    case 'heading':
      return wrapText(inlineText(block.children, context), width);
    case 'blockquote':
      return prefixLines(blocksText(block.children, width - 2, context, true), '> ', '> ');
    case 'list':
      return listText(block, width, context);
    case 'code':
      return codeText(block.value, width);
    case 'thematicBreak':
      return '* * *';
    case 'table':
      return textTable(
        block.children.map((row) => row.children.map((cell) => inlineText(cell.children, context).replace(/\n/g, ' '))),
        width,
      );
    default:
      // Raw HTML is left out everywhere; definitions and footnotes are shown where they are referred to.
      return '';
  }
}

function blocksText(blocks: readonly Block[], width: number, context: BlockContext, spread: boolean): string {
  return blocks
    .map((block) => blockText(block, width, context))
    .filter((text) => text !== '')
    .join(spread ? '\n\n' : '\n');
}

/** Markdown tree → plain text of at most 76 columns; links are numbered in the list that is given. */
export function bodyText(body: Root, options: BodyTextOptions): string {
  const notes: string[] = [];
  const { definitions, footnotes } = referencesOf(body);
  const context: BlockContext = {
    links: options.links,
    pictureText: options.pictureText,
    definitions,
    noteMark(identifier) {
      if (!notes.includes(identifier)) notes.push(identifier);
      return options.noteMark(notes.indexOf(identifier) + 1);
    },
  };
  const text = blocksText(body.children, TEXT_WIDTH, context, true);
  const noteTexts: string[] = [];
  // A footnote may refer to another, so the list can grow while it is written.
  for (let index = 0; index < notes.length; index += 1) {
    const definition = footnotes.get(notes[index] ?? '');
    if (definition === undefined) continue;
    const mark = `${options.noteMark(index + 1)} `;
    noteTexts.push(hang(mark, blocksText(definition.children, TEXT_WIDTH - displayWidth(mark), context, true)));
  }
  return [text, ...(noteTexts.length === 0 ? [] : [`${options.notesHeading}\n${noteTexts.join('\n')}`])]
    .filter((part) => part !== '')
    .join('\n\n');
}
