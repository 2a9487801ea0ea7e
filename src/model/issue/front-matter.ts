import * as z from 'zod';
import { SECTIONS } from './section.js';
import {
  calendarDate,
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

/** The schema of one declared picture. */
const pictureSchema = z.strictObject({
  /** Relative to the contribution's own folder. */
  file: fileName,
  alt: oneLine.optional(),
  caption: oneLine.optional(),
  credit: oneLine.optional(),
  consent: z.enum(['given', 'not-needed']).optional(),
});

const eventSchema = z.strictObject({
  title: oneLine.optional(),
  start: localDateTime,
  end: localDateTime.optional(),
  timezone: timeZone.optional(),
  place: oneLine.optional(),
  online: yesOrNo.optional(),
  url: webAddress.optional(),
});

const publicationSchema = z.strictObject({
  number: oneLine.optional(),
  author: oneLine.optional(),
  publisher: oneLine.optional(),
  kind: oneLine.optional(),
  keywords: z.array(oneLine).optional(),
  /** Relative to the contribution's own folder. */
  file: fileName.optional(),
  /** The language of the attached file, if it differs from the contribution's. */
  language: languageTag.optional(),
});

const allowSchema = z.strictObject({ rule: knownName, reason: oneLine });

/** The schema of a contribution's front matter. All text in it is plain text, never Markdown. */
export const frontMatterSchema = z.strictObject({
  title: oneLine,
  section: z.enum(SECTIONS).optional(),
  date: stampedDate.optional(),
  summary: oneLine.optional(),
  author: oneLine.optional(),
  source: z.strictObject({ title: oneLine, url: webAddress.optional() }).optional(),
  link: z.strictObject({ url: webAddress, label: oneLine }).optional(),
  image: pictureSchema.optional(),
  images: z.array(pictureSchema).optional(),
  language: languageTag.optional(),
  titleOriginal: oneLine.optional(),
  embargo: calendarDate.optional(),
  event: eventSchema.optional(),
  events: z.array(eventSchema).optional(),
  publication: publicationSchema.optional(),
  deadline: calendarDate.optional(),
  /** Lower comes first within its section; 0 by default. */
  weight: wholeNumber(-1000, 1000).optional(),
  sample: yesOrNo.optional(),
  allow: z.array(allowSchema).optional(),
  /** A note to the secretariat; never published. */
  note: z.string().optional(),
});

export type FrontMatter = z.infer<typeof frontMatterSchema>;
export type DeclaredPicture = z.infer<typeof pictureSchema>;
export type EventRecord = z.infer<typeof eventSchema>;
export type PublicationRecord = z.infer<typeof publicationSchema>;

/** Returns every picture that the front matter declares, `image` first. */
export function declaredPictures(frontMatter: FrontMatter): readonly DeclaredPicture[] {
  return [...(frontMatter.image === undefined ? [] : [frontMatter.image]), ...(frontMatter.images ?? [])];
}

/** Returns every event that the front matter names, `event` first. */
export function declaredEvents(frontMatter: FrontMatter): readonly EventRecord[] {
  return [...(frontMatter.event === undefined ? [] : [frontMatter.event]), ...(frontMatter.events ?? [])];
}
