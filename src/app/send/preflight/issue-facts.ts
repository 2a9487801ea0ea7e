import type { PreflightResult } from './preflight-context.js';

/** What the workspace says of an issue that is about to be sent, beyond its message. */
export interface IssueFacts {
  /** The day of the issue, as in `issue.yaml`. */
  readonly date: string;
  readonly deadline: { readonly written: string; readonly timezone: string; readonly instant: number } | undefined;
  /** Files that came and that the build knows nothing of; relative to the workspace. */
  readonly filesNotIn: readonly string[];
  /** How many contributions there are, of how many members, and how many of them stood in an earlier issue. */
  readonly contributions: { readonly all: number; readonly members: number; readonly repeated: number };
}

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_DAYS_FROM_ISSUE = 7;
const MAX_FILES_NAMED = 5;

type FactCheck = (facts: IssueFacts, now: Date) => PreflightResult | undefined;

const deadlineIsOver: FactCheck = ({ deadline }, now) => {
  if (deadline === undefined || deadline.instant <= now.getTime()) return undefined;
  return {
    check: 'deadline',
    result: 'warning',
    message: `The deadline is still ahead: ${deadline.written.replace('T', ', ')} (${deadline.timezone}).`,
    expected: 'a send after the deadline for contributions',
    help: 'If members may still send something, wait for it.',
  };
};

const dayIsNear: FactCheck = ({ date }, now) => {
  const days = Math.round((Date.parse(date) - Date.parse(now.toISOString().slice(0, 10))) / DAY_MS);
  if (Math.abs(days) <= MAX_DAYS_FROM_ISSUE) return undefined;
  return {
    check: 'issue-day',
    result: 'warning',
    message: `The day of the issue is ${date}: ${days > 0 ? `in ${String(days)} days` : `${String(-days)} days ago`}.`,
    expected: `a day at most ${String(MAX_DAYS_FROM_ISSUE)} days off`,
    help: 'Look whether this is the issue that you mean, and whether its date in issue.yaml is right.',
  };
};

const everythingIsIn: FactCheck = ({ filesNotIn }) => {
  if (filesNotIn.length === 0) return undefined;
  const named = filesNotIn.slice(0, MAX_FILES_NAMED).join(', ');
  const more = filesNotIn.length > MAX_FILES_NAMED ? ` and ${String(filesNotIn.length - MAX_FILES_NAMED)} more` : '';
  return {
    check: 'files',
    result: 'warning',
    message: `${filesNotIn.length === 1 ? 'A file came that is' : `${String(filesNotIn.length)} files came that are`} not in the issue: ${named}${more}.`,
    expected: 'every contribution as a file whose name ends in .md',
    help: 'Look at them: `newsletter status` says what to do with each. Perhaps a member believes that theirs is in.',
  };
};

const somethingIsNew: FactCheck = ({ contributions: { all, members, repeated } }) => {
  const message =
    all > 0 && repeated === all
      ? 'Nothing in this issue is new: every contribution stood in an earlier issue, word for word.'
      : members === 0
        ? 'No member has contributed to this issue.'
        : undefined;
  if (message === undefined) return undefined;
  return {
    check: 'news',
    result: 'warning',
    message,
    expected: 'contributions of members that readers have not met yet',
    help: 'Look whether the folder of this issue was copied from an earlier one, and whether "contributions:" in newsletter.yaml names the right folder.',
  };
};

const FACT_CHECKS: readonly FactCheck[] = [everythingIsIn, somethingIsNew, deadlineIsOver, dayIsNear];

/** What somebody who is about to send an issue should know; nothing of it refuses the send. */
export function checkIssueFacts(facts: IssueFacts, now: Date): readonly PreflightResult[] {
  return FACT_CHECKS.flatMap((check) => check(facts, now) ?? []);
}
