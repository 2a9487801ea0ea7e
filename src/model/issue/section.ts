import type { Contributor } from './member.js';

/** The parts of an issue, in the order in which they appear unless `issue.yaml` changes it. */
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

/**
 * Everything in which sections differ, except their headings in `templates/locales` and their limits in
 * `house-style.yaml`.
 */
export interface SectionTraits {
  /** Whether its items stand below the names of their members' countries. */
  readonly groupedBy: 'country' | 'nothing';
  /** What orders items of the same weight, before their file does. */
  readonly orderedBy: 'newest-first' | 'beginning-of-event';
  /** Its background; `templates/web/style.css.hbs` has a class for each but paper, and none for a section. */
  readonly ground: 'paper' | 'panel' | 'mist';
  /** Whether its items stand whole in the e-mail where others are short. */
  readonly staysWhole: boolean;
  /** The look of its items' titles; a class of the style sheet as well. */
  readonly titleLook: 'news' | 'essay';
  /** Whether an item's link is its purpose, and so becomes a button. */
  readonly callsToAction: boolean;
  /** The fixed words, below `item`, for the day until which something can be done. */
  readonly deadlineWords: 'deadline' | 'applyBy';
  /** Whether the web edition offers all dates of the issue as one file beside its heading. */
  readonly offersCalendar: boolean;
  /** The type of its items in schema.org. */
  readonly itemType: 'NewsArticle';
}

const NEWS: SectionTraits = {
  groupedBy: 'nothing',
  orderedBy: 'newest-first',
  ground: 'paper',
  staysWhole: false,
  titleLook: 'news',
  callsToAction: false,
  deadlineWords: 'deadline',
  offersCalendar: false,
  itemType: 'NewsArticle',
};

/** The traits of each section; a new section that lacks one does not compile. */
export const SECTION_TRAITS: Readonly<Record<Section, SectionTraits>> = {
  statement: NEWS,
  'member-news': { ...NEWS, groupedBy: 'country' },
  opinion: { ...NEWS, ground: 'panel', staysWhole: true, titleLook: 'essay' },
  international: NEWS,
  publication: NEWS,
  action: { ...NEWS, ground: 'mist', callsToAction: true },
  event: { ...NEWS, orderedBy: 'beginning-of-event', offersCalendar: true },
  vacancy: { ...NEWS, ground: 'panel', callsToAction: true, deadlineWords: 'applyBy' },
};

/** The section of an item for which nobody chose one. */
export const USUAL_SECTION: Readonly<Record<Contributor['kind'], Section>> = {
  member: 'member-news',
  secretariat: 'international',
};
