import { RULE_FAMILIES } from '../../model/finding.js';
import type { RuleText } from '../../model/rule.js';

const FAMILY_WORDS: Record<(typeof RULE_FAMILIES)[number], string> = {
  file: 'Files',
  'front-matter': 'Front matter',
  'house-style': 'House style',
  confidentiality: 'Confidentiality',
  picture: 'Pictures',
  link: 'Links',
  timeliness: 'Timeliness',
  duplicate: 'Doubles',
  language: 'Language',
  edition: 'Editions',
  issue: 'The issue and the workspace',
};

function block(text: string): string {
  return ['```text', text, '```'].join('\n');
}

function ruleAsMarkdown({ id, why, wrong, right }: RuleText): string {
  return [`### ${id}`, why, 'To be fixed:', block(wrong), 'Right:', block(right)].join('\n\n');
}

/** Writes all rules as one page, for `docs/editorial-rules.md`. */
export function rulesAsMarkdown(rules: readonly RuleText[]): string {
  const families = RULE_FAMILIES.flatMap((family) => {
    const own = rules.filter(({ id }) => id.startsWith(`${family}/`));
    return own.length === 0 ? [] : [`## ${FAMILY_WORDS[family]}`, ...own.map(ruleAsMarkdown)];
  });
  return `${[
    '# Editorial rules',
    'What `newsletter check` looks at, why, and how to fix it. This page is made by `npm run docs:rules` from the rules themselves; `newsletter explain` shows the same on the command line.',
    ...families,
  ].join('\n\n')}\n`;
}
