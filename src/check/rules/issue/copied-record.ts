import { issueRule } from '../../engine/rule.js';

/** The record of a send belongs to the issue that was sent. */
export const copiedRecord = issueRule({
  id: 'issue/copied-record',
  severity: 'warning',
  why: 'sent.json and published.json say that an issue went out. They come along when its folder is copied, and say so of an issue that nobody got.',
  wrong: 'issues/2027-01/sent.json that names the issue 2026-12',
  right: 'issues/2027-01 without sent.json, until it is sent',
  *check({ copiedRecords }, { issue }) {
    for (const { file, issue: other } of copiedRecords) {
      yield {
        file,
        line: 1,
        column: 1,
        message: `This is the record of the issue ${other}, which came along when its folder was copied.`,
        expected: `no record, or one of the issue ${issue}`,
        actual: `the record of ${other}`,
        help: `Delete the file here; the one in issues/${other} stays.`,
      };
    }
  },
});
