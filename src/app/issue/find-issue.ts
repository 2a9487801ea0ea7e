import { locateIssue } from '../../workspace/issue/locate-issue.js';

/**
 * Returns the named issue, or the newest one.
 *
 * @throws NewsletterError `issue-missing`.
 */
export function newestIssue(root: string, named: string | undefined): string {
  return locateIssue(root, named);
}
