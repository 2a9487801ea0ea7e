/** Numbers of rows, and nothing else: what a job is about is read from the database when it is carried out. */
export type JobIds = Readonly<Record<string, number>>;

/** A piece of work to carry out later. */
export interface NewJob {
  /** Which handler carries it out, such as `opt-in-mail`. */
  readonly kind: string;
  readonly ids: JobIds;
  /** The subscriber whom it is about: it is deleted with them. */
  readonly subscriberId?: number;
}

/**
 * The states of a job. `failed` and `uncertain` ones were given up; only a person tries them again. `uncertain` means
 * that nobody can tell whether it was carried out.
 */
export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'uncertain';

/** States of a job that was given up. */
export const GIVEN_UP = ['failed', 'uncertain'] as const satisfies readonly JobState[];

/** A job on its way through a handler. */
export interface ClaimedJob {
  readonly id: number;
  readonly kind: string;
  readonly ids: JobIds;
  /** How often it was begun, this time included. */
  readonly attempts: number;
  readonly createdAt: Date;
}

/** What became known about a job, for people. */
export interface ListedJob {
  readonly id: number;
  readonly kind: string;
  readonly ids: JobIds;
  readonly state: JobState;
  readonly attempts: number;
  /** Why it was not carried out the last time; it names nobody. */
  readonly reason: string | undefined;
  readonly createdAt: Date;
  /** When it is tried next; `undefined` where it is not. */
  readonly dueAt: Date | undefined;
  readonly updatedAt: Date;
}

/** The result of carrying out one job. */
export type JobOutcome =
  | { readonly outcome: 'done' }
  /** Nothing was done, and it may be tried again. With `pause`, no other job of the handler would fare better now. */
  | { readonly outcome: 'deferred'; readonly reason: string; readonly pause?: boolean }
  /** It was not even begun, because the worker stops. */
  | { readonly outcome: 'untouched' }
  /** It cannot be carried out. */
  | { readonly outcome: 'failed'; readonly reason: string }
  /** Nobody can tell whether it was carried out. */
  | { readonly outcome: 'uncertain'; readonly reason: string };
