import * as z from 'zod';
import { languageTag, oneLine, webAddress } from '../text/written-values.js';

/** The schema of one organisation in `members.yaml`. */
export const memberSchema = z.strictObject({
  /** The name of the member's folder: lower case letters, digits and hyphens. */
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case letters, digits and single hyphens, such as la-strada-md')
    .refine((id) => id !== 'secretariat', 'another id: "secretariat" is reserved for the platform itself'),
  name: oneLine,
  aliases: z.array(oneLine).default([]),
  kind: z.enum(['member', 'associate', 'partner']),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/, 'a country code of two capital letters, such as NL'),
  city: oneLine.optional(),
  website: webAddress.optional(),
  contact: oneLine.optional(),
  languages: z.array(languageTag).optional(),
});

/** The schema of `members.yaml`. */
export const membersSchema = z.strictObject({ members: z.array(memberSchema).default([]) });

/** An organisation in the registry. */
export type Member = z.infer<typeof memberSchema>;

/** The reserved folder for the platform's own contributions. */
export const SECRETARIAT = 'secretariat';

/** Who contributed: an organisation in the registry, or the platform's secretariat. */
export type Contributor = { readonly kind: 'member'; readonly member: Member } | { readonly kind: 'secretariat' };
