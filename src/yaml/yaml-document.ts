import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit as visitNodes,
  type Document,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { readLenient } from './faults/lenient-lines.js';
import type { KnownKeys, LineFault } from './faults/line-faults.js';
import { quoteText } from './faults/quote-text.js';
import { nameSign } from './faults/indicators.js';

/** A position in a text; line and column count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where each value was written, by path (`image.file`, `images.0.alt`); the root's path is the empty string. */
export type Places = ReadonlyMap<string, Position>;

/** What is wrong with a YAML text as such, in our words. */
export interface YamlFault extends Position {
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  readonly help: string;
}

/** How a value was written, as far as YAML may have removed something from it. */
export interface WrittenNode extends Position {
  readonly path: readonly string[];
  /** The key or hyphen with everything before it on the line: `  title: `. */
  readonly before: string;
  readonly style: 'plain' | 'quoted' | 'block' | 'collection' | 'empty';
  /** The text between `before` and whatever follows the value, as it was written. */
  readonly source: string;
  /** A `#` and what follows it on the value's last line. */
  readonly comment: string | undefined;
  readonly commentAt: Position | undefined;
  /** `!name` or `&name` before the value, which the value itself does not show. */
  readonly property: string | undefined;
}

/** A YAML text as plain values, with every scalar as the text that was written, and its faults. */
export interface YamlDocument {
  /** If there are faults, what can be read after fixing them; `undefined` when nothing can. */
  readonly value: unknown;
  readonly places: Places;
  readonly nodes: readonly WrittenNode[];
  readonly faults: readonly YamlFault[];
}

/** How keys and fixed words are spelled in a kind of file, for any case in which somebody wrote them. */
export interface Spelling extends KnownKeys {
  readonly key: (path: readonly string[], written: string) => string;
  readonly word: (path: readonly string[], written: string) => string;
}

const AS_WRITTEN: Spelling = { keys: [], key: (_, written) => written, word: (_, written) => written };

const TOO_DEEP = 'This is nested too deeply to be read.';
/** At most this many faults are named, because those below mostly follow from those above. */
const MAX_FAULTS = 10;
/** More aliases than this are an "alias bomb", not something a person wrote. */
const MAX_ALIASES = 20;

const COMMON_HELP =
  'Write each value on a line of its own, as "key: text". If the text has a colon or begins with a sign, put it in quotation marks.';
const COMMON_EXPECTED = 'lines of the form "key: text"';

/** A parsed text with what is needed to find its positions. */
interface Parsed {
  readonly document: Document;
  readonly lines: LineCounter;
  readonly text: string;
  readonly firstLine: number;
}

function positionAt({ lines, firstLine }: Pick<Parsed, 'lines' | 'firstLine'>, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) };
}

function toFault({ line, column, message, actual, right, help, note }: LineFault, firstLine: number): YamlFault {
  return {
    line: line + firstLine,
    column,
    message,
    expected: right === undefined ? COMMON_EXPECTED : right.trim(),
    actual,
    help:
      help ??
      (right === undefined
        ? COMMON_HELP
        : `Write it like this: ${right.trim()}${note === undefined ? '' : ` ${note}`}`),
  };
}

/** YAML takes a text that begins with a * for an alias; if nothing has that name, the text is meant. */
function settleAliases(parsed: Parsed, path: (node: Node) => string | undefined): readonly YamlFault[] {
  const faults: YamlFault[] = [];
  visitNodes(parsed.document, {
    Alias(_, alias) {
      if (alias.resolve(parsed.document) !== undefined) return undefined;
      const written = `*${alias.source}`;
      const key = path(alias);
      const right = `${key === undefined ? '' : `${key}: `}${quoteText(written)}`;
      faults.push({
        ...positionAt(parsed, alias.range?.[0] ?? 0),
        message: `A text that begins with ${nameSign('*')} has a meaning of its own here.`,
        expected: right,
        actual: nameSign('*'),
        help: `Write it like this, in quotation marks: ${right}`,
      });
      return parsed.document.createNode(written);
    },
  });
  return faults;
}

function keyOf(pair: Pair): string | undefined {
  return isScalar(pair.key) ? String(pair.key.value) : undefined;
}

/** Spells keys and words as the file's schema does, and removes keys that are duplicates in another case. */
function spell(parsed: Parsed, spelling: Spelling): readonly YamlFault[] {
  const faults: YamlFault[] = [];
  const visitMap = (map: YAMLMap, path: readonly string[]) => {
    const seen = new Map<string, Position>();
    map.items = map.items.filter((pair) => {
      if (!isScalar(pair.key)) return true;
      const written = String(pair.key.value);
      const key = spelling.key(path, written);
      const position = positionAt(parsed, pair.key.range?.[0] ?? 0);
      const first = seen.get(key);
      if (first !== undefined) {
        faults.push({
          ...position,
          message: `"${key}" stands twice: in line ${String(first.line)}, and here as "${written}".`,
          expected: `one line with "${key}:"`,
          actual: `"${written}"`,
          help: 'Keep one of the two lines.',
        });
        return false;
      }
      seen.set(key, position);
      pair.key.value = key;
      visit(pair.value, [...path, key]);
      return true;
    });
  };
  const visit = (node: unknown, path: readonly string[]) => {
    if (isMap(node)) visitMap(node, path);
    else if (isSeq(node))
      node.items.forEach((item, index) => {
        visit(item, [...path, String(index)]);
      });
    else if (isScalar(node) && typeof node.value === 'string') node.value = spelling.word(path, node.value);
  };
  visit(parsed.document.contents, []);
  return faults;
}

function styleOf(node: unknown): WrittenNode['style'] {
  if (isCollection(node)) return 'collection';
  if (!isScalar(node) || node.value === null || (node.value === '' && node.type === 'PLAIN')) return 'empty';
  if (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE') return 'quoted';
  return node.type === 'PLAIN' ? 'plain' : 'block';
}

/** Returns the names that some alias of the text refers to. */
function usedAnchors(document: Document): ReadonlySet<string> {
  const used = new Set<string>();
  visitNodes(document, { Alias: (_, alias) => void used.add(alias.source) });
  return used;
}

/** Records where everything stands, and how it was written. */
class NodeWalk {
  readonly places = new Map<string, Position>();
  readonly nodes: WrittenNode[] = [];
  readonly #parsed: Parsed;
  readonly #used: ReadonlySet<string>;

  constructor(parsed: Parsed) {
    this.#parsed = parsed;
    this.#used = usedAnchors(parsed.document);
    this.places.set('', { line: parsed.firstLine, column: 1 });
    this.#visit(parsed.document.contents, []);
  }

  #visit(node: unknown, path: readonly string[]): void {
    if (isMap(node)) {
      for (const pair of node.items) {
        const key = keyOf(pair);
        if (key === undefined || !isScalar(pair.key)) continue;
        this.#remember([...path, key], pair.key);
        this.#note([...path, key], pair.value, pair.key.range?.[1] ?? 0);
        this.#visit(pair.value, [...path, key]);
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        const itemPath = [...path, String(index)];
        if (isScalar(item) || isMap(item) || isSeq(item)) this.#remember(itemPath, item);
        this.#note(itemPath, item, isScalar(item) || isCollection(item) ? (item.range?.[0] ?? 0) : 0);
        this.#visit(item, itemPath);
      });
    }
  }

  #remember(path: readonly string[], node: Node): void {
    this.places.set(path.join('.'), positionAt(this.#parsed, node.range?.[0] ?? 0));
  }

  #note(path: readonly string[], node: unknown, keyEnd: number): void {
    if (!isScalar(node) && !isCollection(node)) return;
    const { text } = this.#parsed;
    const [start, end] = node.range ?? [0, 0];
    const lineEnd = text.indexOf('\n', end);
    const behind = text.slice(end, lineEnd < 0 ? undefined : lineEnd);
    const style = styleOf(node);
    const comment = style === 'block' ? undefined : /^[ \t]*(#.*)$/.exec(behind)?.[1]?.trimEnd();
    const commentAt = comment === undefined ? undefined : positionAt(this.#parsed, end + behind.indexOf('#'));
    const anchor = node.anchor === undefined || this.#used.has(node.anchor) ? undefined : `&${node.anchor}`;
    // "!!str" and the like are YAML's own; "!name" is a word that somebody wrote.
    const tag = node.tag === undefined || node.tag.startsWith('tag:yaml.org,2002:') ? undefined : node.tag;
    const lineStart = text.lastIndexOf('\n', Math.max(0, (keyEnd || start) - 1)) + 1;
    const lead = text.slice(lineStart, start);
    const property = tag ?? anchor;
    const cut = property === undefined ? -1 : lead.indexOf(property);
    this.nodes.push({
      path,
      ...positionAt(this.#parsed, cut >= 0 ? lineStart + cut : start),
      before: cut >= 0 ? lead.slice(0, cut) : lead,
      style,
      source: text.slice(start, end).trimEnd(),
      comment,
      commentAt,
      property,
    });
  }
}

/** A key without a value counts as not written. */
function withoutEmptyValues(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyValues);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== '' && inner !== null)
      .map(([key, inner]) => [key, withoutEmptyValues(inner)]),
  );
}

function parse(text: string, firstLine: number): Parsed {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    // Not "silent", because that would also hide a second document, which is not read.
    logLevel: 'error',
  });
  return { document, lines, text, firstLine };
}

function tooDeep(firstLine: number): YamlFault {
  return {
    line: firstLine,
    column: 1,
    message: TOO_DEEP,
    expected: COMMON_EXPECTED,
    actual: 'brackets or lists inside each other',
    help: COMMON_HELP,
  };
}

function tooManyReferences(firstLine: number): YamlFault {
  return {
    line: firstLine,
    column: 1,
    message: 'This refers to itself, or to other lines more often than can be read.',
    expected: 'at most a few values that begin with *',
    actual: 'values that begin with *',
    help: 'Write each value out where it is needed, without & and *.',
  };
}

/**
 * Reads YAML without YAML's own types: `12:30`, `017`, `no` and `2020-12-18` stay the text that was written. An
 * unreadable line is fixed as far as its meaning is clear, so that all others can be read.
 *
 * @param firstLine the line of the whole file on which the text begins, counted from 1.
 */
export function readYaml(text: string, firstLine = 1, spelling: Spelling = AS_WRITTEN): YamlDocument {
  const root: Places = new Map([['', { line: firstLine, column: 1 }]]);
  try {
    let last: Parsed | undefined;
    const lenient = readLenient(text, spelling, firstLine, (attempt) => {
      last = parse(attempt, firstLine);
      const { document, lines } = last;
      const isList = document.contents !== null && !isMap(document.contents);
      return {
        isKeyless: isList,
        errors: document.errors.map(({ code, pos, message }) => {
          const { line, col } = lines.linePos(pos[0]);
          // The parser reports its own stack overflow as if the text were malformed.
          return { code, line: line - 1, column: col, tooDeep: /call stack/i.test(message) };
        }),
      };
    });
    if (lenient.kind === 'too-deep') return { value: undefined, places: root, nodes: [], faults: [tooDeep(firstLine)] };
    const faults = lenient.faults.map((fault) => toFault(fault, firstLine));
    if (lenient.text === undefined) {
      return { value: undefined, places: root, nodes: [], faults: faults.slice(0, MAX_FAULTS) };
    }
    const parsed = last?.text === lenient.text ? last : parse(lenient.text, firstLine);
    const doubles = spell(parsed, spelling);
    const aliases = settleAliases(parsed, (node) => keyOfNode(parsed.document, node));
    const { places, nodes } = new NodeWalk(parsed);
    const value: unknown = parsed.document.toJS({ maxAliasCount: MAX_ALIASES });
    return {
      value: withoutEmptyValues(value ?? {}),
      places,
      nodes,
      faults: [...faults, ...doubles, ...aliases].slice(0, MAX_FAULTS),
    };
  } catch (error) {
    // Nesting too deep for the parser, or aliases that contain themselves or are too many.
    const fault = error instanceof RangeError ? tooDeep(firstLine) : tooManyReferences(firstLine);
    return { value: undefined, places: root, nodes: [], faults: [fault] };
  }
}

function keyOfNode(document: Document, node: Node): string | undefined {
  let found: string | undefined;
  visitNodes(document, {
    Pair(_, pair) {
      if (pair.value !== node) return undefined;
      found = keyOf(pair);
      return visitNodes.BREAK;
    },
  });
  return found;
}
