import * as z from 'zod';
import { SECTIONS } from '../issue/section.js';
import { languageTag, oneLine, webAddress, wholeNumber, writtenKinds } from '../text/written-values.js';
import { phraseFault } from '../text/written-phrase.js';

const wordLimitSchema = z.strictObject({
  least: wholeNumber(0, 100_000).optional(),
  most: wholeNumber(1, 100_000).optional(),
});

const sectionLimitsSchema = z.strictObject({
  title: wordLimitSchema.optional(),
  summary: wordLimitSchema.optional(),
  body: wordLimitSchema.optional(),
});

const perSection = Object.fromEntries(SECTIONS.map((section) => [section, sectionLimitsSchema.optional()]));

/** Words that must not be written, and what to write instead. */
function wordEntrySchema(phrase: z.ZodType<string>) {
  return z.strictObject({
    /** Names the entry; a workspace's entry replaces a shipped one with the same id. */
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens, such as sex-slave'),
    language: languageTag,
    /** Words and phrases; `written-phrase.ts` and the head of the shipped file say how to write them. */
    insteadOf: z.array(phrase).min(1, 'at least one word or phrase'),
    /** What to write, best first. */
    write: z.array(oneLine).min(1, 'at least one word or phrase'),
    why: oneLine,
    link: webAddress.optional(),
    severity: z.enum(['error', 'warning', 'info', 'off']).default('warning'),
    /** The entry applies only if one of these is in the same paragraph. */
    near: z.array(phrase).default([]),
    /** Phrases that may hold the words. */
    except: z.array(phrase).default([]),
  });
}

function schemaWith(phrase: z.ZodType<string>) {
  return z.strictObject({
    words: z.array(wordEntrySchema(phrase)).default([]),
    /** Organisations whose names hold words that are not written elsewhere. */
    names: z.array(oneLine).default([]),
    /** Laws and other instruments whose names hold such words. */
    laws: z.array(phrase).default([]),
    /** The numbers of words; `default` applies to every section without its own. */
    limits: z.strictObject({ default: sectionLimitsSchema.optional(), ...perSection }).default({}),
    timeliness: z
      .strictObject({
        /** News is old when it is older than this many days before the issue. */
        oldestDays: wholeNumber(1, 3660).optional(),
      })
      .default({}),
  });
}

const phrase = oneLine
  .superRefine((value, context) => {
    const fault = phraseFault(value);
    if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
  })
  .register(writtenKinds, { is: 'free-text' });

/** The schema of `house-style.yaml`, both shipped and a workspace's own. */
export const houseStyleSchema = schemaWith(phrase);

/** The same for a file whose phrases were checked before, because checking them is most of the work. */
export const checkedHouseStyleSchema = schemaWith(oneLine);

/** `house-style.yaml`, as it was written. */
export type HouseStyle = z.infer<typeof houseStyleSchema>;
export type WordEntry = HouseStyle['words'][number];
export type SectionLimits = z.infer<typeof sectionLimitsSchema>;
export type WordLimit = z.infer<typeof wordLimitSchema>;

/** Applies a workspace's own house style to the shipped one: its entries, limits and days win, one by one. */
export function layOver(shipped: HouseStyle, own: HouseStyle): HouseStyle {
  const replaced = new Set(own.words.map(({ id }) => id));
  const sections = new Set([...Object.keys(shipped.limits), ...Object.keys(own.limits)]);
  const shippedLimits = new Map(Object.entries(shipped.limits));
  const ownLimits = new Map(Object.entries(own.limits));
  return {
    words: [...shipped.words.filter(({ id }) => !replaced.has(id)), ...own.words],
    names: [...shipped.names, ...own.names],
    laws: [...shipped.laws, ...own.laws],
    limits: Object.fromEntries(
      [...sections].map((section) => [section, { ...shippedLimits.get(section), ...ownLimits.get(section) }]),
    ),
    timeliness: { ...shipped.timeliness, ...own.timeliness },
  };
}
