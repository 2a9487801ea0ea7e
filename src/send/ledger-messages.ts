import type { Keys } from '../audience/keys.js';
import { NewsletterError } from '../model/error.js';
import type { ErrorCode } from '../model/error.js';
import type { FrozenSend } from './freeze.js';
import type { ClaimChoice, LedgerStep, Settlement } from './ledger.js';
import type { Lease } from './lease.js';

/** What the ledger of one send is written with, as far as it can be handed to a thread. */
export interface ThreadAccess {
  readonly lease: Lease;
  readonly keys: Keys;
  readonly send: Pick<FrozenSend, 'id' | 'issue' | 'kind'>;
  readonly choice: ClaimChoice;
}

/** What the thread of a ledger is asked, in this order; it answers each step. */
export type ThreadRequest =
  | { readonly kind: 'begin'; readonly access: ThreadAccess }
  | { readonly kind: 'step'; readonly settlements: readonly Settlement[]; readonly wanted: number; readonly at: Date }
  | { readonly kind: 'close' };

export type ThreadAnswer =
  { readonly kind: 'written'; readonly step: LedgerStep } | { readonly kind: 'failed'; readonly error: PackedError };

/** An error as it goes from thread to thread, where a class would be lost on the way. */
export interface PackedError {
  /** Absent for an error that is none of ours. */
  readonly words: { readonly code: ErrorCode; readonly expected: string; readonly help: string } | undefined;
  readonly message: string;
  readonly stack: string | undefined;
  readonly cause: PackedError | undefined;
}

/** Packs an error for another thread, with what caused it. */
export function packError(error: unknown): PackedError {
  if (!(error instanceof Error))
    return { words: undefined, message: String(error), stack: undefined, cause: undefined };
  const { message, stack } = error;
  const cause = error.cause === undefined ? undefined : packError(error.cause);
  if (!(error instanceof NewsletterError)) return { words: undefined, message, stack, cause };
  return { words: { code: error.code, expected: error.expected, help: error.help }, message, stack, cause };
}

/** The error as it was in the other thread. */
export function unpackError({ words, message, stack, cause }: PackedError): Error {
  const origin = cause === undefined ? undefined : unpackError(cause);
  const error =
    words === undefined
      ? new Error(message, { cause: origin })
      : new NewsletterError(words.code, { message, expected: words.expected, help: words.help }, origin);
  if (stack !== undefined) error.stack = stack;
  return error;
}
