/** The parts of an issue, in the order in which they appear unless `issue.yaml` orders them otherwise. */
export const SECTIONS = [
  'statement',
  'member-news',
  'opinion',
  'international',
  'publication',
  'action',
  'event',
  'vacancy',
] as const;

/** A part of the issue. */
export type Section = (typeof SECTIONS)[number];
