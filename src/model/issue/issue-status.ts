import type { ContributionReport } from './contribution.js';
import type { Finding } from '../finding.js';

/** A member, or the secretariat, and what they contributed. */
export interface ContributorStatus {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2; `undefined` for the secretariat and for folders that belong to nobody. */
  readonly country: string | undefined;
  readonly contributions: readonly ContributionReport[];
  /** Files that are no contributions, so that nothing of them is in the issue; relative to the workspace. */
  readonly filesNotIn: readonly string[];
}

/** The status of an issue. */
export interface IssueStatus {
  readonly issue: string;
  readonly title: string;
  /** As `issue.yaml` has it. */
  readonly deadline: string | undefined;
  readonly timezone: string;
  /** Contributors who sent something, in the order of the registry, the secretariat first. */
  readonly contributors: readonly ContributorStatus[];
  /** Members who sent nothing. */
  readonly silent: readonly { readonly id: string; readonly name: string; readonly country: string }[];
  readonly findings: readonly Finding[];
}
