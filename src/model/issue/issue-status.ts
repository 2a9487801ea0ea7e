import type { ContributionReport } from './contribution.js';
import type { Finding } from '../finding.js';

/** Somebody of the registry, or the secretariat, and what came from them. */
export interface ContributorStatus {
  readonly id: string;
  readonly name: string;
  /** ISO 3166-1 alpha-2; absent for the secretariat and for folders that belong to nobody. */
  readonly country: string | undefined;
  readonly contributions: readonly ContributionReport[];
  /** Files that came and are no contribution, so that nothing of them is in the issue; relative to the workspace. */
  readonly filesNotIn: readonly string[];
}

/** How far an issue is. */
export interface IssueStatus {
  readonly issue: string;
  readonly title: string;
  /** As `issue.yaml` has it. */
  readonly deadline: string | undefined;
  readonly timezone: string;
  /** Those of whom something came, in the order of the registry, the secretariat first. */
  readonly contributors: readonly ContributorStatus[];
  /** Members of whom nothing came. */
  readonly silent: readonly { readonly id: string; readonly name: string; readonly country: string }[];
  readonly findings: readonly Finding[];
}
