import type { Found } from '../check/run-rules.js';
import type { ParsedText } from '../collect/read-contribution.js';
import type { ContributionSummary } from '../model/contribution-summary.js';
import { RoundMemory } from '../model/memory.js';

/** What came of looking at one contribution. */
export interface LookedAt {
  readonly summary: ContributionSummary;
  /** Absent for one that is excluded or could not be read. */
  readonly found: Found | undefined;
}

/**
 * What a process that goes on running, such as the preview, remembers from one check to the next: a contribution
 * that has not changed is neither parsed nor checked again. Every check of the process is given the same memory.
 */
export class CheckMemory {
  readonly texts = new RoundMemory<ParsedText>();
  readonly looks = new RoundMemory<LookedAt>();

  /** Begins a new check. */
  nextRound(): void {
    this.texts.nextRound();
    this.looks.nextRound();
  }
}
