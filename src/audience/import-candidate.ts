import type { SubscriberState } from '../model/subscriber.js';
import { readAddress } from './addresses.js';
import type { CsvColumns } from './csv-columns.js';
import type { CsvRecord } from './csv-file.js';
import { unguardCell } from './csv-guard.js';
import { isFirmer, readState, readTime } from './import-states.js';
import type { SubscriberDetails } from './subscriber-details.js';
import { readLanguage, readName, readTags } from './subscriber-details.js';

/** A line that was not taken, or taken with a reservation. */
export interface ImportRemark {
  readonly line: number;
  /** What stood in the column of addresses, on one line and cut at 100 characters. */
  readonly written: string;
  readonly reason: string;
}

/** One record of a file, read. */
export interface Candidate extends SubscriberDetails {
  readonly address: string;
  readonly key: string;
  readonly state: SubscriberState;
  /** When the person agreed, or left, as ISO 8601; absent where the file does not say. */
  readonly at: string | undefined;
  readonly consentSource: string | undefined;
}

/** What counts for every record of a file. */
export interface CandidateDefaults {
  readonly tags: readonly string[];
  readonly language: string | undefined;
  /** The state that the file as a whole speaks of. */
  readonly state: SubscriberState | undefined;
  /** ISO 8601. */
  readonly now: string;
}

/** What a record came to. */
export interface CandidateReading {
  /** Absent where the record cannot be taken. */
  readonly candidate: Candidate | undefined;
  /** Why not; or what was left out. */
  readonly reasons: readonly string[];
}

/** Reads one record as a person to be added. */
export function readCandidate(record: CsvRecord, columns: CsvColumns, defaults: CandidateDefaults): CandidateReading {
  const cell = (field: keyof CsvColumns['of']): string => {
    for (const column of columns.of[field]) {
      const text = record.cells[column]?.trim() ?? '';
      if (text !== '') return unguardCell(text);
    }
    return '';
  };
  const reading = readAddress(cell('email'));
  if (reading.kind === 'invalid') return { candidate: undefined, reasons: [reading.reason] };
  const state = stateOf(cell, defaults);
  if (state === undefined)
    return { candidate: undefined, reasons: [`its state “${cell('state').slice(0, 40)}” is not known`] };
  const writtenLanguage = cell('language');
  const language = writtenLanguage === '' ? defaults.language : readLanguage(writtenLanguage);
  const writtenTime = timeFor(state, cell);
  const time = readTime(writtenTime);
  const at = time !== undefined && time <= defaults.now ? time : undefined;
  return {
    candidate: {
      address: reading.address,
      key: reading.key,
      name: readName(cell('name')) ?? readName(`${cell('first')} ${cell('last')}`),
      language: language ?? defaults.language ?? null,
      tags: withDefaults(readTags(cell('tags')), defaults.tags),
      state,
      at,
      consentSource: readName(cell('consentSource')) ?? undefined,
    },
    reasons: [
      ...(writtenLanguage !== '' && language === undefined
        ? ['its language is no language code, and was left out']
        : []),
      ...(writtenTime !== '' && at === undefined ? ['its time of consent cannot be told, so the import’s stands'] : []),
    ],
  };
}

type Cell = (field: keyof CsvColumns['of']) => string;

/** The firmest of what the record and the file say; `undefined` where the record's word is not known. */
function stateOf(cell: Cell, defaults: CandidateDefaults): SubscriberState | undefined {
  const written = readState(cell('state'));
  if (written === undefined) return undefined;
  const said: readonly SubscriberState[] = [
    ...(cell('unsubscribedAt') === '' ? [] : (['unsubscribed'] as const)),
    ...(cell('cleanedAt') === '' ? [] : (['suppressed'] as const)),
    ...(defaults.state === undefined ? [] : [defaults.state]),
  ];
  return said.reduce((firmest, state) => (isFirmer(state, firmest) ? state : firmest), written);
}

function timeFor(state: SubscriberState, cell: Cell): string {
  const left = state === 'unsubscribed' ? cell('unsubscribedAt') : state === 'suppressed' ? cell('cleanedAt') : '';
  return left === '' ? cell('consentAt') : left;
}

function withDefaults(tags: readonly string[], defaults: readonly string[]): readonly string[] {
  return defaults.length === 0 ? tags : [...new Set([...tags, ...defaults])];
}
