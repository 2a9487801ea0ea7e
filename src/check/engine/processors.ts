import type { ContributionSummary } from '../../model/issue/contribution-summary.js';
import { compareFindings, type Finding } from '../../model/finding.js';
import type { Grant } from '../../model/issue/issue-settings.js';
import { applyAllow } from './allow.js';
import { maskFindings } from './mask.js';

/** What the processors know beside the findings. */
export interface ProcessorContext {
  /** The contribution that a finding is about, also where it stands in `issue.yaml`; `undefined` where it is about none. */
  readonly subjectOf: (finding: Finding) => ContributionSummary | undefined;
  /** What the secretariat allows. */
  readonly grants: readonly Grant[];
  /** What must not be repeated anywhere. */
  readonly secrets: readonly string[];
}

/** A step of the tail of a check: from findings to findings, and nothing else. */
export type Processor = (findings: readonly Finding[], context: ProcessorContext) => readonly Finding[];

/** Lays the secretariat's word over findings about contributions. */
export const allowGranted: Processor = (findings, { subjectOf, grants }) =>
  findings.flatMap((finding) => {
    const subject = subjectOf(finding);
    return subject === undefined
      ? [finding]
      : applyAllow([finding], subject.key, subject.content?.proposals ?? [], grants);
  });

/** Leaves out what is found in contributions that stay out of the issue. */
export const dropExcluded: Processor = (findings, { subjectOf }) =>
  findings.filter((finding) => subjectOf(finding)?.excluded !== true);

/** Orders findings, so that every print of them is the same. */
export const sortFindings: Processor = (findings) => [...findings].sort(compareFindings);

/** Hides what a confidentiality rule found, wherever it is repeated. */
export const hideSecrets: Processor = (findings, { secrets }) => maskFindings(secrets, findings);

/** The tail of a check up to the findings by which contributions are judged. */
export const JUDGING: readonly Processor[] = [allowGranted, dropExcluded, sortFindings];

/** The rest of the tail: contributions are judged before, since names of files are hidden too. */
export const HIDING: readonly Processor[] = [hideSecrets];

/** Runs processors one after the other. */
export function processFindings(
  processors: readonly Processor[],
  findings: readonly Finding[],
  context: ProcessorContext,
): readonly Finding[] {
  return processors.reduce((processed, process) => process(processed, context), findings);
}
