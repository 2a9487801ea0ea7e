import { describe, expect, test } from 'vitest';
import {
  allowGranted,
  dropExcluded,
  HIDING,
  hideSecrets,
  JUDGING,
  processFindings,
  sortFindings,
  type ProcessorContext,
} from '../../../src/check/engine/processors.js';
import { linkText } from '../../../src/check/rules/link/words/link-text.js';
import type { ContributionSummary } from '../../../src/model/issue/contribution-summary.js';
import type { Finding } from '../../../src/model/finding.js';
import { createFinding } from '../../../src/model/rule.js';

function summaryOf(name: string, excluded: boolean): ContributionSummary {
  const [folder = ''] = name.split('/');
  const file = `issues/2020-12/contributions/${name}`;
  return {
    file,
    key: name,
    folder,
    contributor: undefined,
    sha256: '',
    mentionedFiles: [],
    excluded,
    content: undefined,
  };
}

function findingIn(file: string, line: number): Finding {
  const words = { message: 'The words are "here".', expected: 'words', actual: '"here"', help: 'Say where it leads.' };
  return createFinding(linkText, { file, line, column: 1, ...words });
}

const hotline = summaryOf('kok/hotline.md', false);
const left = summaryOf('kok/left.md', true);
const inHotline = findingIn(hotline.file, 7);
const inLeft = findingIn(left.file, 3);
const inSettings = findingIn('issues/2020-12/issue.yaml', 2);

const context: ProcessorContext = {
  subjectOf: (finding) => [hotline, left].find(({ file }) => file === finding.file),
  grants: [{ file: hotline.key, rule: linkText.id, reason: 'a poem' }],
  secrets: ['hotline'],
};
const found = Object.freeze([inSettings, inLeft, inHotline]);

describe('the tail of a check', () => {
  test('allows what the secretariat grants for the contribution that a finding is about', () => {
    expect(allowGranted(found, context).map(({ severity }) => severity)).toEqual(['warning', 'warning', 'info']);
  });

  test('goes by the contribution that a finding is about, also where it stands in issue.yaml', () => {
    const [finding] = allowGranted([inSettings], { ...context, subjectOf: () => hotline });
    expect(finding).toMatchObject({ severity: 'info', file: inSettings.file });
  });

  test('drops what is found in an excluded contribution', () => {
    expect(dropExcluded(found, context)).toEqual([inSettings, inHotline]);
  });

  test('orders findings by file, and changes no list that it is given', () => {
    expect(sortFindings(found, context)).toEqual([inHotline, inLeft, inSettings]);
    expect(found).toEqual([inSettings, inLeft, inHotline]);
  });

  test('hides secrets last, in names of files too', () => {
    const judged = processFindings(JUDGING, found, context);
    expect(judged.map(({ file, severity }) => [file, severity])).toEqual([
      [hotline.file, 'info'],
      [inSettings.file, 'warning'],
    ]);
    expect(processFindings(HIDING, judged, context)).toEqual(hideSecrets(judged, context));
    expect(hideSecrets(judged, context)[0]?.file).toBe('issues/2020-12/contributions/kok/(hidden).md');
  });
});
