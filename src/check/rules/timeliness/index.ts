import type { Rule } from '../../engine/rule.js';
import { embargo } from './embargo.js';
import { futureDate } from './future-date.js';
import { noSuchDay } from './no-such-day.js';
import { oldNews } from './old-news.js';
import { pastDeadline } from './past-deadline.js';
import { pastEvent } from './past-event.js';

/** The rules of the family `timeliness`; for each of them "now" is the date. */
export const TIMELINESS_RULES = [
  oldNews,
  futureDate,
  embargo,
  pastEvent,
  pastDeadline,
  noSuchDay,
] as const satisfies readonly Rule[];
