import pc from 'picocolors';
import { writeOutput } from './write-output.js';

type Colours = ReturnType<typeof pc.createColors>;

/** What a command prints with: answers on stdout, everything about the work on stderr. */
export interface Output {
  readonly colours: Colours;
  readonly json: boolean;
  /** A line of the answer; with `--json` and `--quiet` nothing. */
  readonly print: (line?: string) => void;
  /** A line about the work, for a person, on stderr. */
  readonly note: (line: string) => void;
  /** The one JSON document of a command that was asked for `--json`. */
  readonly document: (value: unknown) => void;
  /** Shows how far the work is, on a terminal, from the second second on. */
  readonly progress: (step: string, done: number, of: number) => void;
  /** The same in words of one's own, at once. */
  readonly status: (line: string) => void;
  /** Takes the line of progress away. */
  readonly endProgress: () => void;
}

const FIRST_PROGRESS_AFTER_SECONDS = 1;

/** Options that every command takes. */
export interface CommonOptions {
  readonly workspace?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** The output of one run of a command. */
export function createOutput(options: CommonOptions): Output {
  const json = options.json === true;
  const quiet = options.quiet === true;
  const colourful = process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '';
  // Not performance.now(): Node loads ten modules of its own for it.
  const started = process.uptime();
  let shown = false;
  const endProgress = () => {
    if (shown) writeOutput(process.stderr, '\r\u001b[K');
    shown = false;
  };
  return {
    colours: pc.createColors(colourful),
    json,
    print(line = '') {
      if (json || quiet) return;
      endProgress();
      writeOutput(process.stdout, `${line}\n`);
    },
    note(line) {
      if (json || quiet) return;
      endProgress();
      writeOutput(process.stderr, `${line}\n`);
    },
    document(value) {
      if (json) writeOutput(process.stdout, `${JSON.stringify(value, undefined, 2)}\n`);
    },
    progress(step, done, of) {
      if (json || quiet || !process.stderr.isTTY || process.uptime() - started < FIRST_PROGRESS_AFTER_SECONDS) return;
      writeOutput(process.stderr, `\r\u001b[K${step} ${String(done)} of ${String(of)}`);
      shown = true;
    },
    status(line) {
      if (json || quiet || !process.stderr.isTTY) return;
      writeOutput(process.stderr, `\r\u001b[K${line}`);
      shown = true;
    },
    endProgress,
  };
}
