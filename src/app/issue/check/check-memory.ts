import type { PreparedHouseStyle } from '../../../check/detect/house-style.js';
import type { RuleFindings } from '../../../check/engine/run-rules.js';
import type { ParsedText } from '../../../contributions/read-contribution.js';
import type { ContributionSummary } from '../../../model/issue/contribution-summary.js';
import { RoundMemory } from '../../../model/memory.js';
import type { ReadIssueSettings } from '../../../workspace/issue/issue-settings-file.js';
import type { Registry } from '../../../workspace/registry.js';

/** The result of checking one contribution. */
export interface CheckedContribution {
  readonly summary: ContributionSummary;
  /** `undefined` for a contribution that is excluded or could not be read. */
  readonly found: RuleFindings | undefined;
}

/**
 * What a long-running process, such as the preview, remembers from one check to the next: an unchanged contribution is
 * neither parsed nor checked again. Every check of the process gets the same memory.
 */
export class CheckMemory {
  readonly texts = new RoundMemory<ParsedText>();
  readonly cleanResults = new RoundMemory<CheckedContribution>();
  /** By the text of `members.yaml`. */
  readonly registries = new RoundMemory<Registry>();
  /** By the issue's folder and the text of its `issue.yaml`. */
  readonly settings = new RoundMemory<ReadIssueSettings>();
  /** By all files of the secretariat. */
  readonly houseStyles = new RoundMemory<PreparedHouseStyle>();

  /** Begins a new check. */
  nextRound(): void {
    this.texts.nextRound();
    this.cleanResults.nextRound();
    this.registries.nextRound();
    this.settings.nextRound();
    this.houseStyles.nextRound();
  }
}
