import type { Wait } from './smtp-channel.js';

export interface SilenceWatchOptions {
  /** The answers that the connections wait for now. */
  readonly waits: () => readonly Wait[];
  /** The number of milliseconds without an answer after which people are told. */
  readonly after: number;
  /** It is called once per silence, with the milliseconds that it has lasted and may still last. */
  readonly onSilence: (lasted: number, left: number) => void;
}

/** How often it looks within the time that an answer may take. */
const LOOKS = 5;

/**
 * Sees that the server has fallen silent: by one timer for all connections, so that it costs a message next to nothing.
 * A silence is over when no answer is overdue any more.
 */
export class SilenceWatch {
  readonly #options: SilenceWatchOptions;
  readonly #timer: NodeJS.Timeout;
  #told = false;

  constructor(options: SilenceWatchOptions) {
    this.#options = options;
    this.#timer = setInterval(() => {
      this.#check();
    }, options.after / LOOKS);
    this.#timer.unref();
  }

  /** Stops the timer. */
  end(): void {
    clearInterval(this.#timer);
  }

  #check(): void {
    const { waits, after, onSilence } = this.#options;
    const now = performance.now();
    const overdue = waits().filter(({ since }) => now - since >= after);
    if (overdue.length > 0 && !this.#told) {
      const began = Math.min(...overdue.map(({ since }) => since));
      const ends = Math.max(...overdue.map(({ since, limit }) => since + limit));
      onSilence(now - began, ends - now);
    }
    this.#told = overdue.length > 0;
  }
}
