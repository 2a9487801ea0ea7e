/** A state from which a person lets deliveries be submitted once more: `--only failed`, `--uncertain resend`. */
export type RetryState = 'failed' | 'uncertain';

/** A state from which a person lets deliveries be skipped for good: `--uncertain skip`, `--cancel` (what is pending). */
export type SkipState = 'uncertain' | 'pending';

/** What a person chose for one run of a send. Each option keeps its name from the command line to the ledger. */
export interface SendOptions {
  /** `--dry-run`: says what would be sent, and writes nothing at all. */
  readonly dryRun: boolean;
  /** `--test`: where there are any, only they get a copy. */
  readonly testAddresses: readonly string[];
  /** `--again`: discards the rehearsal that was begun, and begins a new one. */
  readonly restartRehearsal: boolean;
  /** Deliveries in this state are submitted once more; then those that were never tried wait for another run. */
  readonly retryState?: RetryState | undefined;
  /** `--limit`: how many deliveries this run submits at most. */
  readonly limit?: number | undefined;
  /** `--wait`: for how long, in all, the run waits for deliveries that were deferred; in milliseconds. */
  readonly waitMs: number;
}
