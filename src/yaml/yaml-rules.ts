import { defineRule, type DefinedRule } from '../model/rule.js';

/** Whose YAML a text is: a contributor's front matter, or a file of the secretariat. */
export type YamlFamily = 'front-matter' | 'issue';

/** The rules that a YAML text can break. */
interface YamlRules {
  /** It can be read. */
  readonly yaml: DefinedRule;
  /** Nothing of a sentence is taken for YAML's own. */
  readonly lostWords: DefinedRule;
  readonly missing: DefinedRule;
  readonly value: DefinedRule;
  readonly unknownKey: DefinedRule;
}

/** The rules of YAML texts: what is found is the same, but contributors and the secretariat write other things. */
export const YAML_RULES = {
  'front-matter': {
    yaml: defineRule({
      id: 'front-matter/yaml',
      severity: 'error',
      why: 'The lines between the two --- must be readable as "key: text".',
      wrong: 'title: Report: what we found',
      right: 'title: "Report: what we found"',
    }),
    lostWords: defineRule({
      id: 'front-matter/lost-words',
      severity: ['error', 'warning'],
      why: 'YAML, in which these lines are written, takes some words of a sentence for its own: everything behind a blank and "#", and a first word with "!" or "&". Quotation marks keep the sentence whole. Behind a date, an address, a number or a text in quotation marks a comment may stand.',
      wrong: 'title: November 2026 (issue #12)',
      right: 'title: "November 2026 (issue #12)"',
    }),
    missing: defineRule({
      id: 'front-matter/missing',
      severity: ['error', 'warning'],
      why: 'Some keys are needed, the title above all.',
      wrong: 'Front matter without a line "title:".',
      right: 'title: A shelter opens in Sofia',
    }),
    value: defineRule({
      id: 'front-matter/value',
      severity: ['error', 'warning'],
      why: 'Dates, addresses and names of sections are read by a program, so they have one way to be written.',
      wrong: 'date: 18.12.2020',
      right: 'date: 2020-12-18',
    }),
    unknownKey: defineRule({
      id: 'front-matter/unknown-key',
      severity: 'warning',
      why: 'A key that is not known is mostly a slip of the pen, and what stands in it would be lost.',
      wrong: 'titel: New hotline',
      right: 'title: New hotline',
    }),
  },
  issue: {
    yaml: defineRule({
      id: 'issue/yaml',
      severity: 'error',
      why: 'The files of the secretariat must be readable as "key: text".',
      wrong: 'title: December: the last one',
      right: 'title: "December: the last one"',
    }),
    lostWords: defineRule({
      id: 'issue/lost-words',
      severity: ['error', 'warning'],
      why: 'YAML takes everything behind a blank and "#" for a comment, and a first word with "!" or "&" for its own. Quotation marks keep a sentence whole.',
      wrong: 'subject: November 2026 (issue #12)',
      right: 'subject: "November 2026 (issue #12)"',
    }),
    missing: defineRule({
      id: 'issue/missing',
      severity: ['error', 'warning'],
      why: 'issue.yaml, members.yaml and newsletter.yaml have a few keys without which nothing can be built.',
      wrong: 'issue.yaml without "date:".',
      right: 'date: 2020-12-18',
    }),
    value: defineRule({
      id: 'issue/value',
      severity: ['error', 'warning'],
      why: 'Dates, addresses and names of sections are read by a program, so they have one way to be written.',
      wrong: 'deadline: Wednesday evening',
      right: 'deadline: 2020-12-16T18:00',
    }),
    unknownKey: defineRule({
      id: 'issue/unknown-key',
      severity: 'warning',
      why: 'A key that is not known is mostly a slip of the pen, and what stands in it would be lost.',
      wrong: 'deadlin: 2020-12-16T18:00',
      right: 'deadline: 2020-12-16T18:00',
    }),
  },
} as const satisfies Record<YamlFamily, YamlRules>;
