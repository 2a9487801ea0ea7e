import {
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit as visitNodes,
  type Document,
  type Node,
  type YAMLError,
} from 'yaml';

/** A position in a text; both count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where each value was written, by path (`image.file`, `images.0.alt`); the root's path is the empty string. */
export type Places = ReadonlyMap<string, Position>;

/** What is wrong with a YAML text as such. */
export interface YamlFault extends Position {
  readonly message: string;
  readonly help: string;
}

/** A YAML text as plain values, every scalar the text that was written, or what is wrong with it. */
export type YamlDocument =
  | { readonly kind: 'values'; readonly value: unknown; readonly places: Places }
  | { readonly kind: 'faulty'; readonly faults: readonly YamlFault[] };

const TOO_DEEP = 'This is nested too deeply to be read';

/** As many faults are named: those below mostly follow from those above. */
const MOST_FAULTS = 10;

/** More aliases than this is an "alias bomb", not something a person wrote. */
const MOST_ALIASES = 20;

const FAULT_HELP: Partial<Record<string, string>> = {
  DUPLICATE_KEY: 'Keep one of the two lines.',
  TAB_AS_INDENT: 'Replace the tab at the beginning of the line by two spaces.',
  BAD_ALIAS: 'Put the text in quotation marks: a * at the beginning has a meaning of its own here.',
  BLOCK_AS_IMPLICIT_KEY: 'If the text has a colon followed by a space, put the whole text in quotation marks.',
  MISSING_CHAR: 'Look for a quotation mark or bracket that is opened and never closed.',
  BAD_INDENT: 'Begin the line under the first letter of the line above that it belongs with.',
};

const COMMON_HELP =
  'Write each value on a line of its own, as "key: text". If the text has a colon or begins with a sign, put it in quotation marks.';

function fault(error: YAMLError, lines: LineCounter, firstLine: number): YamlFault {
  const position = lines.linePos(error.pos[0]);
  return {
    line: Math.max(1, position.line) + firstLine - 1,
    column: Math.max(1, position.col),
    message: (error.message.split('\n')[0] ?? error.message).replace(/[.:]+$/, ''),
    help: FAULT_HELP[error.code] ?? COMMON_HELP,
  };
}

/** A text that begins with a * is an alias to YAML; when it was turned to values nobody would know where it stood. */
function unknownAlias(document: Document, lines: LineCounter, firstLine: number): YamlFault | undefined {
  let found: YamlFault | undefined;
  visitNodes(document, {
    Alias(_, alias) {
      if (alias.resolve(document) !== undefined) return undefined;
      const position = lines.linePos(alias.range?.[0] ?? 0);
      const message = `There is no anchor "${alias.source}"`;
      found = {
        line: Math.max(1, position.line) + firstLine - 1,
        column: Math.max(1, position.col),
        message,
        help: FAULT_HELP['BAD_ALIAS'] ?? COMMON_HELP,
      };
      return visitNodes.BREAK;
    },
  });
  return found;
}

function collectPlaces(document: Document, lines: LineCounter, firstLine: number): Places {
  const places = new Map<string, Position>();
  const remember = (path: string, node: Node) => {
    const position = lines.linePos(node.range?.[0] ?? 0);
    places.set(path, { line: Math.max(1, position.line) + firstLine - 1, column: Math.max(1, position.col) });
  };
  const visit = (node: unknown, path: string) => {
    const child = (name: string) => (path === '' ? name : `${path}.${name}`);
    if (isMap(node)) {
      for (const pair of node.items) {
        if (!isScalar(pair.key)) continue;
        const childPath = child(String(pair.key.value));
        remember(childPath, pair.key);
        visit(pair.value, childPath);
      }
    } else if (isSeq(node)) {
      node.items.forEach((item, index) => {
        const childPath = child(String(index));
        if (isScalar(item) || isMap(item) || isSeq(item)) remember(childPath, item);
        visit(item, childPath);
      });
    }
  };
  places.set('', { line: firstLine, column: 1 });
  visit(document.contents, '');
  return places;
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

/**
 * Reads YAML without YAML's own types: `12:30`, `017`, `no` and `2020-12-18` stay the text that was written.
 *
 * @param firstLine the line of the whole file on which the text begins, counted from 1.
 */
export function readYaml(text: string, firstLine = 1): YamlDocument {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      schema: 'failsafe',
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: true,
      // Not "silent": that would also keep quiet about a second document, which is not read.
      logLevel: 'error',
    });
    if (document.errors.length > 0) {
      // The parser reports its own stack, run full, as if it were a fault of the text's form.
      const tooDeep = document.errors.find((error) => /call stack/i.test(error.message));
      const faults = document.errors.slice(0, MOST_FAULTS).map((error) => fault(error, lines, firstLine));
      if (tooDeep === undefined) return { kind: 'faulty', faults };
      return { kind: 'faulty', faults: [{ ...fault(tooDeep, lines, firstLine), message: TOO_DEEP }] };
    }
    const lost = unknownAlias(document, lines, firstLine);
    if (lost !== undefined) return { kind: 'faulty', faults: [lost] };
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    return {
      kind: 'values',
      value: withoutEmptyValues(value ?? {}),
      places: collectPlaces(document, lines, firstLine),
    };
  } catch (error) {
    // Aliases without an anchor or too many of them, and nesting too deep for the parser.
    const message = error instanceof RangeError ? TOO_DEEP : String(error instanceof Error ? error.message : error);
    return { kind: 'faulty', faults: [{ line: firstLine, column: 1, message, help: COMMON_HELP }] };
  }
}
