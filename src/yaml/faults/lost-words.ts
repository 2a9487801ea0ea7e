import type { Finding, Severity } from '../../model/finding.js';
import type * as z from 'zod';
import { quoteText, shorten } from './quote-text.js';
import { kindsAt, schemasAt } from '../schema-walk.js';
import { nameSign } from './indicators.js';
import type { Position, WrittenNode } from '../yaml-document.js';

/** What YAML removes from a sentence, in words, and the whole sentence. */
export interface LostWords {
  readonly path: readonly string[];
  /** The text as it was meant; `undefined` when nothing replaces it. */
  readonly meant: string | undefined;
  readonly finding: Pick<Finding, 'severity' | 'message' | 'expected' | 'actual' | 'help'> & Position;
}

const COMPLETE_FILE_NAME = /\.[\p{L}\p{N}]{1,8}$/u;
/** After a backslash between "…" these letters mean a line break, a tab and the like. */
const LETTER_ESCAPE = /(?<!\\)(?:\\\\)*\\([abtnvfre0])/;

function keyOf(path: readonly string[]): string {
  return path.filter((name) => !/^\d+$/.test(name)).at(-1) ?? path.join('.');
}

function findingAt(
  place: Position,
  severity: Severity,
  words: { readonly message: string; readonly actual: string; readonly right: string; readonly otherwise?: string },
): LostWords['finding'] {
  return {
    line: place.line,
    column: place.column,
    severity,
    message: words.message,
    expected: words.right,
    actual: words.actual,
    help: `Write it in quotation marks: ${words.right}${words.otherwise === undefined ? '' : ` ${words.otherwise}`}`,
  };
}

function rightLine({ before }: WrittenNode, meant: string): string {
  return `${before.trim()} ${quoteText(meant)}`;
}

function lostProperty(node: WrittenNode): LostWords | undefined {
  if (node.property === undefined) return undefined;
  const isText = node.style === 'plain' || node.style === 'empty';
  const comment = node.comment === undefined ? '' : ` ${node.comment}`;
  const meant = isText ? `${node.property} ${node.source}`.trim() + comment : undefined;
  const sign = node.property.charAt(0);
  const right = meant === undefined ? `${node.before.trim()} …` : rightLine(node, meant);
  return {
    path: node.path,
    meant,
    finding: findingAt(node, 'error', {
      message: `The text of "${keyOf(node.path)}" begins with ${nameSign(sign)}, so YAML would take "${shorten(node.property, 30)}" out of it.`,
      actual: `"${shorten(node.property, 40)}"`,
      right,
    }),
  };
}

function lostComment(node: WrittenNode, isComplete: boolean): LostWords | undefined {
  const { comment } = node;
  if (comment === undefined || node.style !== 'plain' || isComplete) return undefined;
  const meant = `${node.source} ${comment}`;
  return {
    path: node.path,
    meant,
    finding: findingAt(node.commentAt ?? node, 'error', {
      message: `Behind a blank, ${nameSign('#')} begins a comment, so "${shorten(comment, 40)}" would be lost from "${keyOf(node.path)}".`,
      actual: `"${shorten(comment, 50)}"`,
      right: rightLine(node, meant),
      otherwise: 'Is it only a comment? Then put it on a line of its own above.',
    }),
  };
}

function lostEscape(node: WrittenNode): LostWords | undefined {
  if (node.style !== 'quoted' || !node.source.startsWith('"')) return undefined;
  const letter = LETTER_ESCAPE.exec(node.source)?.[1];
  if (letter === undefined) return undefined;
  const meant = node.source.slice(1, -1).replace(/\\(["\\])/g, '$1');
  return {
    path: node.path,
    meant,
    finding: findingAt(node, 'error', {
      message: `Between "…", a backslash takes away the letter behind it: "\\${letter}" in "${keyOf(node.path)}" would become a blank.`,
      actual: `"\\${letter}"`,
      right: rightLine(node, meant),
      otherwise: 'Is a line break meant? Then write a blank: these texts are one line.',
    }),
  };
}

/** `summary: #MeToo in Kyiv` is a comment as a whole. With a space after the sign, somebody meant a comment. */
function emptyWithComment(node: WrittenNode): LostWords | undefined {
  if (node.style !== 'empty' || node.comment === undefined || !/^#[\p{L}\p{N}]/u.test(node.comment)) return undefined;
  return {
    path: node.path,
    meant: undefined,
    finding: findingAt(node.commentAt ?? node, 'warning', {
      message: `"${keyOf(node.path)}" is empty, because ${nameSign('#')} begins a comment.`,
      actual: `"${shorten(node.comment, 50)}"`,
      right: rightLine(node, node.comment),
      otherwise: 'Is it only a comment? Then put a blank behind the sign.',
    }),
  };
}

/** Finds words of free texts that YAML takes for its own: comments, tags, anchors, escapes. */
export function findLostWords(nodes: readonly WrittenNode[], schema: z.ZodType): readonly LostWords[] {
  return nodes.flatMap((node): LostWords[] => {
    if (schemasAt(schema, node.path).length === 0) return [];
    const kinds = kindsAt(schema, node.path);
    const isFree = kinds.some(({ is }) => is === 'free-text');
    const isFile = kinds.some(({ is }) => is === 'file-name');
    const found =
      lostProperty(node) ??
      (isFree || isFile ? lostComment(node, !isFree && COMPLETE_FILE_NAME.test(node.source)) : undefined) ??
      (isFree ? (lostEscape(node) ?? emptyWithComment(node)) : undefined);
    return found === undefined ? [] : [found];
  });
}
