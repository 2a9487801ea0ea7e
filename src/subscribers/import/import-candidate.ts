import type { SubscriberState } from '../../model/send/subscriber.js';
import { readAddress } from '../addresses.js';
import type { CsvColumns } from '../columns/csv-columns.js';
import type { CsvRecord } from '../csv/csv-file.js';
import { unguardCell } from '../csv/csv-guard.js';
import { mostRestrictive, readTime } from './import-states.js';
import { readMailbox } from '../mailbox.js';
import { readNameCells, type NameReading } from '../columns/name-cells.js';
import { readVerdict, type Verdict, type WatchedColumn } from '../columns/refusal-columns.js';
import { readLanguage, readName, readTags, type SubscriberDetails } from '../subscriber-details.js';

/** A line that was not imported, or not completely. */
export interface LineNote {
  readonly line: number;
  /** The content of the column of addresses, on one line and cut at 100 characters. */
  readonly written: string;
  readonly reason: string;
}

/** One record that was read. */
export interface Candidate extends SubscriberDetails {
  readonly address: string;
  readonly key: string;
  readonly state: SubscriberState;
  /** When the person agreed or unsubscribed, as ISO 8601; `undefined` when the file does not say. */
  readonly at: string | undefined;
  readonly consentSource: string | undefined;
  /** The line in the file, counted from 1. */
  readonly line: number;
  /**
   * Why the record can only be about somebody who is on the list already: it does not say that they want the
   * newsletter.
   */
  readonly unsaid: string | undefined;
}

/** Values that apply to every record of a file. */
export interface CandidateDefaults {
  readonly tags: readonly string[];
  readonly language: string | undefined;
  /** The state that the file gives to everybody in it. */
  readonly state: SubscriberState | undefined;
  /** ISO 8601. */
  readonly now: string;
}

/** The result of reading one record. */
export interface CandidateReading {
  /** `undefined` when the record cannot be imported. */
  readonly candidate: Candidate | undefined;
  /** Why it cannot be imported, or what was left out. */
  readonly reasons: readonly string[];
}

type StoredField = keyof CsvColumns['of'];
type Cell = (field: StoredField) => string;

/** Reads one record as a person to add. */
export function readCandidate(record: CsvRecord, columns: CsvColumns, defaults: CandidateDefaults): CandidateReading {
  const misshapen = shapeFault(record, columns);
  if (misshapen !== undefined) return refused(misshapen);
  const cell: Cell = (field) => {
    for (const column of columns.of[field]) {
      const text = textOf(record, column);
      if (text !== '') return text;
    }
    return '';
  };
  const mailbox = readMailbox(cell('email'));
  const reading = readAddress(mailbox.address);
  if (reading.kind === 'invalid') return refused(reading.reason);
  const said = readRefusals(record, columns.refusals, defaults.state);
  if (said.state === undefined) return refused(...said.reasons);
  const writtenLanguage = cell('language');
  const language = writtenLanguage === '' ? defaults.language : readLanguage(writtenLanguage);
  const writtenTime = said.time ?? cell('consentAt');
  const time = readTime(writtenTime);
  const at = time !== undefined && time <= defaults.now ? time : undefined;
  const { name, reasons } = nameOf(cell, mailbox.name, columns.writer);
  return {
    candidate: {
      address: reading.address,
      key: reading.key,
      name,
      language: language ?? defaults.language ?? null,
      tags: withDefaults(readTags(cell('tags')), defaults.tags),
      state: said.state,
      line: record.line,
      unsaid: said.unsaid,
      at,
      consentSource: readName(cell('consentSource')) ?? undefined,
    },
    reasons: [
      ...said.reasons,
      ...reasons,
      ...(writtenLanguage !== '' && language === undefined
        ? ['its language is no language code, and was left out']
        : []),
      ...(writtenTime !== '' && at === undefined ? ['its time of consent cannot be told, so the import’s stands'] : []),
    ],
  };
}

function refused(...reasons: readonly string[]): CandidateReading {
  return { candidate: undefined, reasons };
}

/** Surrounding spaces do not count, and neither does the guard against formulas. */
function textOf(record: CsvRecord, column: number): string {
  const text = record.cells[column]?.trim() ?? '';
  return text === '' ? '' : unguardCell(text);
}

/** Says why a record cannot be read: its cells do not match the header. */
function shapeFault({ cells }: CsvRecord, { width, refusals }: CsvColumns): string | undefined {
  const surplus = cells.length > width ? cells.findLastIndex((text) => text.trim() !== '') + 1 : 0;
  if (surplus > width) {
    return `it has ${String(surplus)} cells, and the first line names ${String(width)} columns; probably a comma or semicolon in a cell has no quotation marks around it`;
  }
  const missing = refusals.find(({ column }) => column >= cells.length);
  if (missing === undefined) return undefined;
  return `it ends before its cell of “${missing.title}”, so it does not say whether this person may be mailed`;
}

interface SaidState {
  /** `undefined` when the state is unclear, so that the record cannot be imported. */
  readonly state: SubscriberState | undefined;
  /** The content of the column that decided, if it is a time. */
  readonly time: string | undefined;
  readonly unsaid: string | undefined;
  readonly reasons: readonly string[];
}

const SAYS_NOTHING: SaidState = { state: 'active', time: undefined, unsaid: undefined, reasons: [] };

/** Returns the most restrictive state that the record's cells and the file give. */
function readRefusals(
  record: CsvRecord,
  refusals: readonly WatchedColumn[],
  ofFile: SubscriberState | undefined,
): SaidState {
  if (refusals.length === 0) return ofFile === undefined ? SAYS_NOTHING : { ...SAYS_NOTHING, state: ofFile };
  const verdicts = refusals.map((watched) => {
    const text = textOf(record, watched.column);
    return { ...watched, text, verdict: readVerdict(watched.meaning, text, watched.saysYes) };
  });
  const states = verdicts.flatMap(({ verdict }) => (isState(verdict) ? verdict : []));
  const state = mostRestrictive(ofFile === undefined ? states : [...states, ofFile]);
  const unknown = verdicts.filter(({ verdict }) => verdict === 'unknown').map(toUnknown);
  const isOff = state === 'unsubscribed' || state === 'suppressed';
  if (isOff) {
    const times = verdicts.flatMap(({ verdict, text }) => (verdict === state ? text : []));
    return { ...SAYS_NOTHING, state, time: times.find((text) => readTime(text) !== undefined), reasons: unknown };
  }
  if (unknown.length > 0) return { ...SAYS_NOTHING, state: undefined, reasons: unknown };
  const empty = states.length > 0 ? undefined : verdicts.find(({ verdict }) => verdict === 'unsaid');
  return { ...SAYS_NOTHING, state, unsaid: empty === undefined ? undefined : toUnsaid(empty) };
}

function toUnsaid({ title }: WatchedColumn): string {
  return `its cell of “${title}” is empty, so it does not say that this person wants the newsletter`;
}

function isState(verdict: Verdict): verdict is SubscriberState {
  return verdict !== 'silent' && verdict !== 'unsaid' && verdict !== 'unknown';
}

function toUnknown({ meaning, title, text }: WatchedColumn & { readonly text: string }): string {
  const short = Array.from(text).slice(0, 40).join('');
  if (meaning.kind === 'state') return `its state “${short}” is not known`;
  return `its cell of “${title}” says “${short}”, which is neither yes nor no nor a date`;
}

/** Returns a person's name as the file has it; our own exports are taken word for word. */
function nameOf(cell: Cell, ofMailbox: string | undefined, writer: CsvColumns['writer']): NameReading {
  const cells = { whole: cell('name'), first: cell('first'), last: cell('last') };
  if (writer === 'newsletter') return { name: readName(cells.whole), reasons: [] };
  const reading = readNameCells(cells);
  if (reading.name !== null || ofMailbox === undefined) return reading;
  return readNameCells({ whole: ofMailbox, first: '', last: '' });
}

function withDefaults(tags: readonly string[], defaults: readonly string[]): readonly string[] {
  return defaults.length === 0 ? tags : [...new Set([...tags, ...defaults])];
}
