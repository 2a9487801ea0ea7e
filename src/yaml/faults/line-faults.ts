import { faultOfValue, type ValueFault } from './value-faults.js';
import { withoutQuotes, writeText } from './quote-text.js';
import { nameSign, ODD_BLANK, ODD_COLON } from './indicators.js';

/**
 * Reads YAML line by line, as a person does, for what a parser cannot read. So a finding can name the sign that breaks
 * the line and show the line as it should be; an error on one line does not hide others.
 */

/** The keys that a kind of file can have. */
export interface KnownKeys {
  /** Every key, at any depth; after one of these a mistake is certain. */
  readonly keys: readonly string[];
  /** Keys of other programs and languages that people write instead. */
  readonly otherKeys?: readonly string[];
  /** Returns the outermost key that an unknown key means. */
  readonly meant?: (key: string) => string | undefined;
}

/** What is wrong with a line, in words, and the line as it should be when that is clear. */
export interface LineFault {
  /** Counts from 0. */
  readonly line: number;
  /** Counts from 1. */
  readonly column: number;
  readonly message: string;
  /** The sign or piece that breaks the line. */
  readonly actual: string;
  /** The line as it should be; `undefined` when that is unclear. */
  readonly right?: string | undefined;
  /** What to do, if the right line is not enough. */
  readonly help?: string | undefined;
  /** What to consider before writing the right line. */
  readonly note?: string | undefined;
  /** The first and last line that `right` replaces. */
  readonly from: number;
  readonly to: number;
}

/** The parts of a line that begins with a key. */
interface KeyLine {
  /** Spaces, and the hyphens of a list. */
  readonly lead: string;
  readonly key: string;
  /** Everything after the key's colon. */
  readonly rest: string;
}

const LEAD = /^[ \t]*(?:-[ \t]+)*/;
const BLOCK_HEADER = /^[|>][-+0-9]{0,2}(?:[ \t]+#.*)?$/;
const MAX_KEY_CHARACTERS = 200;

function leadOf(text: string): string {
  return LEAD.exec(text)?.[0] ?? '';
}

function indentOf(text: string): number {
  return /^[ \t]*/.exec(text)?.[0].length ?? 0;
}

function keyLineOf(text: string): KeyLine | undefined {
  const lead = leadOf(text);
  const content = text.slice(lead.length);
  const quote = /^["']/.exec(content)?.[0];
  const from = quote === undefined ? 0 : content.indexOf(quote, 1) + 1;
  if (quote !== undefined && from === 0) return undefined;
  const colon = content.slice(from).search(/:(?=[ \t]|$)/);
  if (colon < 0 || (quote !== undefined && content.slice(from, from + colon).trim() !== '')) return undefined;
  const key = content.slice(0, from + colon).trim();
  if (key === '' || key.length > MAX_KEY_CHARACTERS || /^[#[\]{},&*!|>%@`]|[ \t]#/.test(key)) return undefined;
  return { lead, key: quote === undefined ? key : key.slice(1, -1), rest: content.slice(from + colon + 1) };
}

/** How one entry continues on further lines. */
interface OpenEntry {
  readonly line: number;
  readonly indent: number;
  readonly lead: string;
  readonly key: string;
  readonly kind: 'plain' | 'empty' | 'block' | 'closed';
  readonly text: string;
}

const fold = (key: string) => key.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const blanks = (count: number) => (count === 1 ? '1 blank' : `${String(count)} blanks`);

/** Finds faults in a text, from top to bottom. */
class LineReader {
  readonly faults: LineFault[] = [];
  readonly #lines: readonly string[];
  readonly #known: ReadonlySet<string>;
  readonly #others: ReadonlySet<string>;
  readonly #meant: (key: string) => string | undefined;
  readonly #knowsMeant: boolean;
  /** Whether a parser has refused the text; otherwise only what is never meant is reported. */
  readonly #refused: boolean;
  readonly #firstLine: number;
  #open: OpenEntry | undefined;
  #index = 0;

  constructor(lines: readonly string[], knownKeys: KnownKeys, firstLine: number, refused: boolean) {
    this.#lines = lines;
    this.#firstLine = firstLine;
    this.#known = new Set(knownKeys.keys.map(fold));
    this.#others = new Set((knownKeys.otherKeys ?? []).map(fold));
    this.#knowsMeant = knownKeys.meant !== undefined;
    this.#meant = knownKeys.meant ?? (() => undefined);
    this.#refused = refused;
  }

  read(): readonly LineFault[] {
    while (this.#index < this.#lines.length) {
      this.#readLine(this.#lines[this.#index] ?? '');
      this.#index += 1;
    }
    return this.faults;
  }

  #isKnown(key: string): boolean {
    return this.#known.has(fold(key));
  }

  /** Returns the key that a line should have: the one that was meant, unless another line has it. */
  #rightKey(lead: string, key: string): string {
    const meant = lead === '' && !this.#isKnown(key) ? this.#meant(key) : undefined;
    const isThere = this.#lines.some((line) => fold(keyLineOf(line)?.key ?? '') === fold(meant ?? ''));
    return meant === undefined || isThere ? key : meant;
  }

  #add(fault: Omit<LineFault, 'line' | 'from' | 'to'> & Partial<Pick<LineFault, 'from' | 'to'>>): void {
    this.faults.push({ line: this.#index, from: this.#index, to: this.#index, ...fault });
  }

  #readLine(text: string): void {
    if (this.#open?.kind === 'block' && (text.trim() === '' || indentOf(text) > this.#open.indent)) return;
    if (text.trim() === '' || /^[ \t]*#/.test(text)) return;
    if (this.#refused && /^(?:---|\.\.\.)[ \t]*$/.test(text) && this.#hasContentAbove()) {
      this.#add({
        column: 1,
        message: `The line "${text.trim()}" ends the file here, and what stands below it would not be read.`,
        actual: `"${text.trim()}"`,
        help: 'Take the line out.',
      });
      return;
    }
    const oddly = this.#oddLine(text);
    if (oddly !== undefined) {
      const right = this.#besideKeyAbove(oddly.right ?? '');
      this.#add({ ...oddly, right });
      this.#follow(right, true);
      return;
    }
    this.#follow(text, false);
  }

  /** Moves a key that is indented below one with a text to the level of that one. */
  #besideKeyAbove(line: string): string {
    const open = this.#open;
    if (open?.kind !== 'plain' || indentOf(line) <= open.indent) return line;
    const key = keyLineOf(line)?.key;
    return key !== undefined && this.#isKnown(key) ? ' '.repeat(open.indent) + line.trimStart() : line;
  }

  #hasContentAbove(): boolean {
    return this.#lines.slice(0, this.#index).some((line) => !/^[ \t]*(?:#|$)|^---[ \t]*$/.test(line));
  }

  /** Finds signs that nobody means where they stand: odd spaces in the indentation, a colon that is none. */
  #oddLine(text: string): Omit<LineFault, 'line' | 'from' | 'to'> | undefined {
    const indentation = /^[\s\u200b-\u200d\u2060\ufeff]*/.exec(text)?.[0] ?? '';
    const odd = ODD_BLANK.exec(indentation);
    const tab = this.#refused ? indentation.indexOf('\t') : -1;
    if (odd !== null || tab >= 0) {
      const sign = odd?.[0] ?? '\t';
      const straight = indentation
        .replace(/\t/g, '  ')
        .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
        .replace(/\s/g, ' ');
      const line = straight + text.slice(indentation.length);
      return {
        column: (odd?.index ?? tab) + 1,
        message: `The line is indented by ${nameSign(sign)}, which does not count as one here.`,
        actual: nameSign(sign),
        right: this.#oddLine(line)?.right ?? line,
        ...(sign === '\t' ? { help: 'Replace the tab at the beginning of the line by two spaces.' } : {}),
      };
    }
    return this.#signForColon(text) ?? this.#oddColon(text);
  }

  /** "title - Our report", "title = Our report". */
  #signForColon(text: string): Omit<LineFault, 'line' | 'from' | 'to'> | undefined {
    const found = /^([ \t]*)([\p{L}\p{N}_]{1,40})[ \t]+([-–—=])[ \t]+(\S.*)$/u.exec(text);
    const [, lead = '', key = '', sign = '', value = ''] = found ?? [];
    const isKey = this.#isKnown(key) || this.#others.has(fold(key));
    if (found === null || !isKey || this.#goesOn(text)) return undefined;
    const isBelow = lead === '' && this.#knowsMeant && this.#meant(key) === undefined;
    return {
      column: lead.length + key.length + 2,
      message: `Behind "${key}" stands ${nameSign(sign)}; a key ends with a colon.`,
      actual: nameSign(sign),
      right: `${lead}${this.#isKnown(key) ? key : this.#rightKey(lead, key)}: ${writeText(withoutQuotes(value))}`,
      ...(isBelow ? { help: 'Write a colon, and the line where the other message about this line says.' } : {}),
    };
  }

  #oddColon(text: string): Omit<LineFault, 'line' | 'from' | 'to'> | undefined {
    const lead = leadOf(text);
    const found =
      /^([\p{L}\p{N}_-]{1,40})[ \u00a0\u202f]{0,2}([:\u02d0\ua789\u2236\ufe13\ufe30\ufe55\uff1a])(.*)$/u.exec(
        text.slice(lead.length),
      );
    if (found === null) return undefined;
    const [, key = '', colon = '', behind = ''] = found;
    const column = lead.length + text.slice(lead.length).indexOf(colon) + 1;
    const certain = this.#isKnown(key) || (this.#refused && !behind.startsWith('//') && !this.#goesOn(text));
    const right = `${lead}${key}: ${writeText(behind.replace(/^[\s\u200b-\u200d\u2060\ufeff]+/, ''))}`.trimEnd();
    if (!certain) return undefined;
    if (ODD_COLON.test(colon)) {
      const message = `Behind "${key}" stands ${nameSign(colon)}; a key ends with an ordinary one, ":".`;
      return { column, message, actual: nameSign(colon), right };
    }
    const [next = ''] = Array.from(behind);
    if (next === '' || next === ' ' || next === '\t') return undefined;
    if (ODD_BLANK.test(next)) {
      const message = `Behind the colon of "${key}" stands ${nameSign(next)}, which does not count as one here.`;
      return { column: column + 1, message, actual: nameSign(next), right };
    }
    const message = `There is no blank behind the colon of "${key}".`;
    return { column, message, actual: `"${key}:${next}"`, right };
  }

  /** Says whether a line continues the text of the key above. */
  #goesOn(text: string): boolean {
    const open = this.#open;
    return open?.kind === 'plain' && indentOf(text) > open.indent;
  }

  #follow(text: string, repaired: boolean): void {
    const keyLine = keyLineOf(text);
    const open = this.#open;
    if (open?.kind === 'block' && open.line === this.#index - 1 && / /.test(keyLine?.key ?? '') && !repaired) {
      this.#addUnindented(text, open);
      return;
    }
    if (keyLine === undefined) {
      if (this.#refused && !repaired) this.#readLoose(text);
      return;
    }
    if (this.#refused && !repaired && this.#goesOn(text)) {
      if (this.#readIndented(text, keyLine)) return;
    }
    this.#readValue(text, keyLine.lead, keyLine.key, keyLine.rest, repaired);
  }

  /** Reads a key below a key that has its text already. */
  #readIndented(text: string, { key }: KeyLine): boolean {
    const open = this.#open;
    if (open === undefined) return false;
    const above = `"${open.key}" in line ${String(open.line + this.#firstLine)}`;
    if (this.#isKnown(key)) {
      const right = `${' '.repeat(open.indent)}${text.trim()}`;
      this.#add({
        column: 1,
        message: `The line is indented, as if it belonged to the text of "${open.key}" above it.`,
        actual: `${blanks(indentOf(text))} before "${key}"`,
        right,
        help: `Begin "${key}" under the first letter of "${open.key}".`,
      });
      const line = keyLineOf(right);
      if (line !== undefined) this.#readValue(right, line.lead, line.key, line.rest, true);
      return true;
    }
    this.#add({
      column: text.search(/:(?=[ \t]|$)/) + 1,
      message: `There is a colon in the text of ${above}, which goes on in this line.`,
      actual: nameSign(':'),
      right: `${open.lead}${open.key}: ${writeText(`${open.text} ${text.trim()}`)}`,
      from: open.line,
    });
    return true;
  }

  #readValue(text: string, lead: string, key: string, rest: string, repaired: boolean): void {
    const value = rest.trim();
    const indent = lead.length;
    const entry = { line: this.#index, indent, lead, key, text: value };
    if (value === '' || value.startsWith('#')) {
      this.#open = { ...entry, kind: 'empty' };
      return;
    }
    if (BLOCK_HEADER.test(value)) {
      this.#open = { ...entry, indent: indentOf(text), kind: 'block' };
      return;
    }
    this.#open = { ...entry, kind: /^["'[{]/.test(value) ? 'closed' : 'plain' };
    if (!this.#refused || repaired) return;
    const below = this.#lines.slice(this.#index + 1);
    const until = below.findIndex((line) => line.trim() !== '' && indentOf(line) <= indentOf(text));
    const { fault, lines } = faultOfValue(value, below.slice(0, until < 0 ? undefined : until));
    const column = text.length - rest.length + (rest.length - rest.trimStart().length) + 1;
    if (fault !== undefined) this.#addValueFault(fault, `${lead}${this.#rightKey(lead, key)}: `, `"${key}"`, column);
    this.#index += lines;
  }

  #addValueFault(fault: ValueFault, before: string, subject: string, column: number): void {
    this.#add({
      column: column + fault.offset,
      message: fault.message(subject),
      actual: fault.actual,
      right: fault.right === undefined ? undefined : `${before}${fault.right}`,
      note: fault.note,
      to: this.#index + (fault.lines ?? 0),
    });
  }

  /** Reads a line below "summary: >" that is not indented, so that it does not belong to its text. */
  #addUnindented(text: string, open: OpenEntry): void {
    const right = `${' '.repeat(open.indent + 2)}${text.trim()}`;
    this.#add({
      column: 1,
      message: `The text of "${open.key}" goes on here, but this line is not indented.`,
      actual: 'a line that begins at the margin',
      right,
      help: `Indent this line by two blanks, so that it belongs to "${open.key}" above: "${right.slice(0, 60)}${right.length > 60 ? '…' : ''}"`,
    });
    this.#open = { ...open, line: this.#index };
  }

  /** Reads a line without a key: an entry of a list, the rest of a text, or a mistake. */
  #readLoose(text: string): void {
    const lead = leadOf(text);
    const value = text.slice(lead.length).trim();
    if (lead.includes('-')) {
      const { fault, lines } = faultOfValue(value, []);
      if (fault !== undefined) this.#addValueFault(fault, lead, 'this entry', lead.length + 1);
      this.#index += lines;
      return;
    }
    const word = /^[\p{L}\p{N}_-]+/u.exec(value)?.[0] ?? '';
    const behind = value.slice(word.length);
    if (this.#isKnown(word) && /^[ \t]/.test(behind) && !this.#goesOn(text)) {
      this.#add({
        column: lead.length + word.length + 1,
        message: `There is no colon behind "${word}".`,
        actual: `"${word}" with a blank behind it`,
        right: `${lead}${word}: ${writeText(behind)}`,
      });
      return;
    }
    if (this.#goesOn(text) || this.#open?.kind === 'empty') return;
    const open = this.#open;
    if (open?.kind === 'block') {
      this.#addUnindented(text, open);
      return;
    }
    if (open?.kind === 'plain' && open.line === this.#index - 1) {
      this.#add({
        column: 1,
        message: `This line has no key. If the text of "${open.key}" goes on here, it must be indented.`,
        actual: 'a line without a key',
        right: `${open.lead}${open.key}: ${writeText(`${open.text} ${value}`)}`,
        from: open.line,
      });
      this.#open = { ...open, line: this.#index, text: `${open.text} ${value}` };
      return;
    }
    this.#add({
      column: indentOf(text) + 1,
      message: 'This line has no key.',
      actual: 'a line without a key',
      help: 'Begin the line with a key and a colon, such as "summary: …", or move it to the text below.',
    });
  }
}

/**
 * Finds the faults of a text's lines.
 *
 * @param firstLine the number of the first line, for messages.
 * @param refused whether a parser has refused the text.
 */
export function findLineFaults(
  lines: readonly string[],
  knownKeys: KnownKeys,
  firstLine: number,
  refused: boolean,
): readonly LineFault[] {
  return new LineReader(lines, knownKeys, firstLine, refused).read();
}
