import type { Rule } from '../../engine/rule.js';
import { embargo, futureDate, oldNews, pastDeadline, pastEvent } from './days-in-front-matter.js';
import { noSuchDay } from './no-such-day.js';

/** The rules of the family `timeliness`; for each of them "now" is the date. */
export const TIMELINESS_RULES = [
  oldNews,
  futureDate,
  embargo,
  pastEvent,
  pastDeadline,
  noSuchDay,
] as const satisfies readonly Rule[];
