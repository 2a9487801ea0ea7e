import type { Output } from './output.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Signal = (typeof SIGNALS)[number];

/** 128 plus the number of the signal, as in a shell. */
const EXIT_CODES: Readonly<Record<Signal, number>> = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** How a command takes a signal. Every command writes everything in one step, so it may also end at once. */
export type Ending = 'at-once' | 'gracefully';

/** The signals that arrived while a command ran. */
export interface SignalWatch {
  /** Aborted by the first signal, if the command finishes its current step. */
  readonly signal: AbortSignal;
  /** Returns the exit code for a signal if one ended the command, otherwise the command's own. */
  readonly exitCode: (own: number) => number;
  /** Ends the watch, and also the process if its terminal was closed. */
  readonly end: () => void;
}

function endAtOnce(signal: Signal): void {
  if (signal !== 'SIGHUP') process.exit(EXIT_CODES[signal]);
  // The terminal was closed. When Node ends by itself, it restores the terminal and aborts if it is gone.
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}

/** Lets a command finish its current step after the first signal; a second one ends it at once. */
export function watchSignals(ending: Ending, output: Output): SignalWatch {
  const controller = new AbortController();
  let received: Signal | undefined;
  const onSignal = (signal: Signal) => {
    // For a closed terminal, both the system and then the shell that ran there send a signal; only the first counts.
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
