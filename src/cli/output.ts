import { createColours, type Colours } from './print/colours.js';
import { visible } from '../model/visible.js';
import { shownLine, visibleJson } from './print/shown.js';
import { writeOutput } from './print/write-output.js';

/**
 * What a command prints with: answers on stdout, everything about the work on stderr. A line stays one line of visible
 * characters whatever it holds, so that no caller has to care.
 */
export interface Output {
  readonly colours: Colours;
  readonly json: boolean;
  /** Prints a line of the answer; with `--json` and `--quiet` nothing. */
  readonly print: (line?: string) => void;
  /** Prints several lines of the answer, when their line ends are ours. */
  readonly printLines: (text: string) => void;
  /** Prints a workflow command of GitHub Actions, the only one that `GITHUB_ACTIONS` lets through. */
  readonly annotate: (annotation: Annotation) => void;
  /** Prints a line about the work for people, on stderr. */
  readonly note: (line: string) => void;
  /** Prints the one JSON document of a command with `--json`. */
  readonly document: (value: unknown) => void;
  /** Shows the progress of the work on a terminal, from the second second on. */
  readonly progress: (step: string, done: number, of: number) => void;
  /** Shows the progress in the caller's words, at once. */
  readonly status: (line: string) => void;
  /** Removes the line of progress. */
  readonly endProgress: () => void;
}

/** What GitHub shows beside a line of a file. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  /** For example `file`, `line` and `title`. */
  readonly properties: Readonly<Record<string, string>>;
  readonly text: string;
}

const FIRST_PROGRESS_AFTER_SECONDS = 1;

/** Options that every command takes. */
export interface CommonOptions {
  readonly workspace?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/**
 * Escapes text for a workflow command. It has its own escapes for line ends, so that an example stays one; nothing else
 * acts.
 */
function escapeData(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => visible(line).replace(/%/g, '%25'))
    .join('%0A');
}

function escapeProperty(text: string): string {
  return visible(text).replace(/%/g, '%25').replace(/:/g, '%3A').replace(/,/g, '%2C');
}

function workflowCommand({ level, properties, text }: Annotation): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${level} ${written.join(',')}::${escapeData(text)}`;
}

/** Makes the output of one run of a command. */
export function createOutput(options: CommonOptions): Output {
  const json = options.json === true;
  const quiet = options.quiet === true;
  const { colours, paint } = createColours(process.stdout.isTTY && (process.env['NO_COLOR'] ?? '') === '');
  // Not performance.now(), for which Node loads ten modules of its own.
  const started = process.uptime();
  let shown = false;
  const endProgress = () => {
    if (shown) writeOutput(process.stderr, '\r\u001b[K');
    shown = false;
  };
  const write = (stream: NodeJS.WriteStream, text: string) => {
    if (json || quiet) return;
    endProgress();
    writeOutput(stream, `${text}\n`);
  };
  const print = (line = '') => {
    write(process.stdout, paint(shownLine(line)));
  };
  const status = (line: string) => {
    if (json || quiet || !process.stderr.isTTY) return;
    writeOutput(process.stderr, `\r\u001b[K${shownLine(line)}`);
    shown = true;
  };
  return {
    colours,
    json,
    print,
    printLines(text) {
      for (const line of text.split('\n')) print(line);
    },
    annotate(annotation) {
      write(process.stdout, workflowCommand(annotation));
    },
    note(line) {
      write(process.stderr, paint(shownLine(line)));
    },
    document(value) {
      if (json) writeOutput(process.stdout, `${visibleJson(value, 2)}\n`);
    },
    progress(step, done, of) {
      if (process.uptime() - started >= FIRST_PROGRESS_AFTER_SECONDS)
        status(`${step} ${String(done)} of ${String(of)}`);
    },
    status,
    endProgress,
  };
}
