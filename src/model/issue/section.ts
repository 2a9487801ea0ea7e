import type { Contributor } from './member.js';

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

/** All in which one section differs from another, but its heading in `templates/locales` and its limits in `house-style.yaml`. */
export interface SectionTraits {
  /** Whether its items stand below the names of their members' countries. */
  readonly groupedBy: 'country' | 'nothing';
  /** What orders items of the same weight, before their file does. */
  readonly orderedBy: 'newest-first' | 'beginning-of-event';
  /** What the e-mail sets it on; `templates/web/style.css.hbs` says the same for the web edition. */
  readonly ground: 'paper' | 'panel' | 'mist';
  /** Whether its items stand whole in the e-mail where others are short. */
  readonly staysWhole: boolean;
  readonly titleLook: 'news' | 'essay';
  /** Whether an item's link is what it is for, and deserves a button. */
  readonly callsToAction: boolean;
  /** The fixed words, below `item`, for the day until which something can be done. */
  readonly deadlineWords: 'deadline' | 'applyBy';
  /** Whether the web edition offers all dates of the issue as one file beside its heading. */
  readonly offersCalendar: boolean;
  /** What one of its items is, in the words of schema.org. */
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

/** Each section with all that is decided by which one it is: a new one that lacks a trait does not compile. */
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

/** Where an item stands whose section nobody named. */
export const USUAL_SECTION: Readonly<Record<Contributor['kind'], Section>> = {
  member: 'member-news',
  secretariat: 'international',
};
