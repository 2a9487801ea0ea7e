import * as z from 'zod';
import { SECTIONS } from './section.js';
import {
  fileName,
  knownName,
  languageTag,
  localDateTime,
  oneLine,
  stampedDate,
  timeZone,
  webAddress,
  wholeNumber,
  yesOrNo,
} from '../text/written-values.js';

const funderSchema = z.strictObject({
  name: oneLine,
  /** Relative to the issue's folder. */
  logo: fileName.optional(),
  alt: oneLine.optional(),
  url: webAddress.optional(),
  /** The programme's disclaimer. */
  text: oneLine.optional(),
  /** Says in print that the block is an example. */
  example: yesOrNo.optional(),
});

/** The editor's decision about one contribution. */
const itemSettingsSchema = z.strictObject({
  title: oneLine.optional(),
  summary: oneLine.optional(),
  section: z.enum(SECTIONS).optional(),
  weight: wholeNumber(-1000, 1000).optional(),
  /** Stands whole in the e-mail, also where other items are short. */
  full: yesOrNo.optional(),
  /** Why the contribution stays out; an excluded file never blocks. */
  exclude: oneLine.optional(),
});

/** What the secretariat allows after looking at it. */
const grantSchema = z.strictObject({
  /** Relative to the contributions' folder. */
  file: fileName,
  rule: knownName,
  reason: oneLine,
});

/** The schema of `issue.yaml`. */
export const issueSettingsSchema = z.strictObject({
  number: oneLine.optional(),
  title: oneLine,
  /** The day on which the issue is sent; every "now" of a build is this day. */
  date: stampedDate,
  deadline: localDateTime.optional(),
  timezone: timeZone.optional(),
  subject: oneLine.optional(),
  preheader: oneLine.optional(),
  language: languageTag.optional(),
  sections: z.array(z.enum(SECTIONS)).optional(),
  /** The contribution that opens the issue; relative to the contributions' folder. */
  lead: fileName.optional(),
  funders: z.array(funderSchema).optional(),
  /** Keyed by file, relative to the contributions' folder. */
  items: z.record(z.string(), itemSettingsSchema).optional(),
  /** Findings that the secretariat has looked at and allows. */
  allow: z.array(grantSchema).optional(),
  /** Whom the issue is sent to; every subscriber by default. */
  audience: z.strictObject({ tags: z.array(oneLine).min(1, 'at least one tag').optional() }).optional(),
});

export type IssueSettings = z.infer<typeof issueSettingsSchema>;
export type ItemSettings = z.infer<typeof itemSettingsSchema>;
export type Funder = z.infer<typeof funderSchema>;
export type Grant = z.infer<typeof grantSchema>;
