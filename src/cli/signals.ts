import type { Output } from './output.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Signal = (typeof SIGNALS)[number];

/** 128 and the number of the signal, as a shell has it. */
const EXIT_CODES: Readonly<Record<Signal, number>> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** How a command takes a signal: everything it writes is written in one step, so that it may also end at once. */
export type Ending = 'at-once' | 'in-good-order';

/** The signals that came while a command ran. */
export interface SignalWatch {
  /** Aborted by the first signal, where the command ends in good order. */
  readonly signal: AbortSignal;
  /** The exit code of a command that a signal ended; otherwise its own. */
  readonly exitCode: (own: number) => number;
  /** Ends the watch; and the process, where its terminal was closed. */
  readonly end: () => void;
}

function endAtOnce(signal: Signal): void {
  if (signal !== 'SIGHUP') process.exit(EXIT_CODES[signal]);
  // The terminal was closed. At an end of its own Node sets it up as it was, and aborts where it is gone.
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

/** Gives a command that ends in good order the time to do so after the first signal; a second one ends it at once. */
export function watchSignals(ending: Ending, output: Output): SignalWatch {
  const controller = new AbortController();
  let received: Signal | undefined;
  const onSignal = (signal: Signal) => {
    // Of a closed terminal the system tells, and then the shell that ran there: only the first asks for something.
    if (signal === 'SIGHUP' && received === 'SIGHUP') return;
    output.endProgress();
    if (ending === 'at-once' || received !== undefined) endAtOnce(signal);
    received = signal;
    output.note('Stopping: what is under way is finished first. Press Ctrl-C again to stop at once.');
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    signal: controller.signal,
    exitCode: (own) => (received === undefined ? own : EXIT_CODES[received]),
    end() {
      for (const signal of SIGNALS) process.off(signal, onSignal);
      if (received === 'SIGHUP') endAtOnce(received);
    },
  };
}
