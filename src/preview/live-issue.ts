import { randomBytes } from 'node:crypto';
import { CheckMemory } from '../app/issue/check/check-memory.js';
import type { WorkspaceRequest } from '../app/workspace/open-workspace.js';
import { previewIssue, type PreviewedEditions, type PreviewedIssue } from '../app/issue/preview-issue.js';
import { watchedPaths, type WatchedPaths } from '../app/issue/status/watched-paths.js';
import { NewsletterError, errorMessage } from '../model/error.js';
import { watchPlaces, type Watch } from './watch.js';

/** What the preview knows at one moment. */
export interface LiveState {
  /** Another one for every look, in this process and after it. */
  readonly version: string;
  /** The last time that the issue could be read. */
  readonly previewed: PreviewedIssue | undefined;
  /** Whether `previewed` is of this look, or of an earlier one. */
  readonly current: boolean;
  /** The last editions that could be made, and when that was. */
  readonly shown: { readonly editions: PreviewedEditions; readonly at: Date } | undefined;
  /** Why there are no editions of this look. */
  readonly failure: NewsletterError | undefined;
  /** When this look was over, and how long it took. */
  readonly at: Date;
  readonly milliseconds: number;
}

export interface LiveIssueOptions {
  readonly request: WorkspaceRequest;
  readonly issue: string;
  readonly now: () => Date;
  readonly onProgress: (step: string, done: number, of: number) => void;
}

/** The events that followers get: something changed, or the new build has a result. */
export type LiveEvent = { readonly kind: 'building' } | { readonly kind: 'state'; readonly state: LiveState };

function asNewsletterError(error: unknown): NewsletterError {
  if (error instanceof NewsletterError) return error;
  return new NewsletterError(
    'unexpected',
    {
      message: `Something went wrong that should not: ${errorMessage(error)}`,
      expected: 'a build without surprises',
      help: 'Save a file again. If it stays so, run "newsletter build" with DEBUG=newsletter and tell us what it says.',
    },
    error,
  );
}

/** An issue that is built again after every change, one build after the other; a failed one keeps the last good editions. */
export class LiveIssue {
  readonly #options: LiveIssueOptions;
  readonly #memory = new CheckMemory();
  readonly #followers = new Set<(event: LiveEvent) => void>();
  readonly #process = randomBytes(6).toString('hex');
  #watch: Watch | undefined;
  #places: WatchedPaths | undefined;
  #count = 0;
  #state: LiveState | undefined;
  #running: Promise<void> | undefined;
  #changed = false;
  #closed = false;

  constructor(options: LiveIssueOptions) {
    this.#options = options;
  }

  /** Builds for the first time, and follows changes from just before. */
  async start(): Promise<LiveState> {
    this.#watch = watchPlaces(
      () => this.#findPlaces(),
      () => {
        this.#rebuild();
      },
    );
    this.#rebuild();
    await this.#running;
    return this.state;
  }

  /** What is known; there is something as soon as `start` is over. */
  get state(): LiveState {
    if (this.#state === undefined) throw new Error('the preview has not started');
    return this.#state;
  }

  /** Tells of every change, until the function that comes back is called. */
  follow(follower: (event: LiveEvent) => void): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  /** Stops watching; a build that is running ends without being shown. */
  close(): void {
    this.#closed = true;
    this.#watch?.close();
    this.#followers.clear();
  }

  /** Without newsletter.yaml nobody knows where things lie; then they are waited for where they were. */
  #findPlaces(): WatchedPaths {
    const { request, issue } = this.#options;
    try {
      this.#places = watchedPaths(request, issue);
    } catch (error) {
      if (!(error instanceof NewsletterError) || this.#places === undefined) throw error;
    }
    return this.#places;
  }

  #rebuild(): void {
    this.#changed = true;
    this.#running ??= this.#buildUntilQuiet();
  }

  async #buildUntilQuiet(): Promise<void> {
    while (this.#changed && !this.#closed) {
      this.#changed = false;
      this.#notify({ kind: 'building' });
      // A build blocks the event loop: the events are sent first.
      await new Promise((resolve) => setImmediate(resolve));
      const state = await this.#build();
      this.#state = state;
      this.#notify({ kind: 'state', state });
    }
    this.#running = undefined;
  }

  async #build(): Promise<LiveState> {
    const { request, issue, onProgress, now } = this.#options;
    const started = performance.now();
    const before = this.#state;
    this.#count += 1;
    const version = `${this.#process}-${String(this.#count)}`;
    const outcome = await previewIssue(request, { issue, memory: this.#memory, onProgress }).catch(asNewsletterError);
    const over = { version, at: now(), milliseconds: Math.round(performance.now() - started) };
    if (outcome instanceof NewsletterError) {
      return { ...over, previewed: before?.previewed, current: false, shown: before?.shown, failure: outcome };
    }
    return outcome.outcome.kind === 'editions'
      ? {
          ...over,
          previewed: outcome,
          current: true,
          shown: { editions: outcome.outcome.editions, at: over.at },
          failure: undefined,
        }
      : { ...over, previewed: outcome, current: true, shown: before?.shown, failure: outcome.outcome.error };
  }

  #notify(event: LiveEvent): void {
    for (const follower of this.#followers) follower(event);
  }
}
