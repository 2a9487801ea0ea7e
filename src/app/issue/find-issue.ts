import { locateIssue } from '../../workspace/locate-issue.js';

/**
 * The issue that was named, or the newest one.
 *
 * @throws {NewsletterError} `issue-missing`
 */
export function newestIssue(root: string, named: string | undefined): string {
  return locateIssue(root, named);
}
