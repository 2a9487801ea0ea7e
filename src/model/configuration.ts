import { z } from 'zod';
import { SHARED_ADDRESSES, type SharedAddresses } from './subscriber.js';
import { emailAddress, languageTag, oneLine, webAddress, wholeNumber, yesOrNo } from './written-values.js';

const mailboxSchema = z.strictObject({ name: oneLine.optional(), address: emailAddress });

const subscribersSchema = z.strictObject({
  /** Whether two people with different names may have one address. */
  sharedAddresses: z.enum(SHARED_ADDRESSES).optional(),
  retention: z
    .strictObject({
      /** How long somebody may take to confirm, before they are erased. */
      pendingDays: wholeNumber(1, 3650).optional(),
      /** How long the proof of consent of somebody who left is kept. */
      proofYears: wholeNumber(0, 100).optional(),
    })
    .optional(),
});

const serveSchema = z.strictObject({
  /** Whether a proxy of ours stands before `newsletter serve`, and alone can reach it. */
  trustProxy: yesOrNo.optional(),
  /** The header in which that proxy names the client. */
  clientAddressHeader: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{1,60}$/, 'the name of a header, such as X-Forwarded-For')
    .optional(),
});

/** The schema of `newsletter.yaml`: what a person writes. */
export const writtenConfigurationSchema = z.strictObject({
  /** The newsletter's name, as it stands in the masthead. */
  name: oneLine,
  organisation: oneLine,
  description: oneLine.optional(),
  language: languageTag.optional(),
  sender: mailboxSchema,
  replyTo: emailAddress.optional(),
  list: z
    .strictObject({
      /** RFC 2919: a dotted name under a domain of the organisation. */
      id: z
        .string()
        .trim()
        .regex(/^[a-z0-9-]+(\.[a-z0-9-]+){1,}$/i, 'a dotted name, such as newsletter.example.org'),
      owner: emailAddress.optional(),
      help: z.union([webAddress, emailAddress]).optional(),
    })
    .optional(),
  unsubscribe: z.strictObject({ mailto: emailAddress.optional() }).optional(),
  publicUrl: z.string().trim().optional(),
  /** A folder with one folder per issue, when members drop their files outside the workspace. */
  contributions: oneLine.optional(),
  imprint: z.array(oneLine).optional(),
  transport: oneLine.optional(),
  subscribers: subscribersSchema.optional(),
  serve: serveSchema.optional(),
});

export type WrittenConfiguration = z.infer<typeof writtenConfigurationSchema>;

/** A mailbox: an address and the name shown beside it. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** The effective configuration: every default filled in, the environment applied, paths absolute. */
export interface Configuration {
  /** Absolute path of the workspace. */
  readonly root: string;
  readonly name: string;
  readonly organisation: string;
  readonly description: string | undefined;
  readonly language: string;
  readonly sender: Mailbox;
  readonly replyTo: string | undefined;
  readonly list: { readonly id: string; readonly owner: string; readonly help: string };
  /** Where a mail that asks to unsubscribe goes. */
  readonly unsubscribeAddress: string;
  /** Without a slash at the end; absent where nothing of the newsletter is public. */
  readonly publicUrl: string | undefined;
  /** Absolute path with one folder per issue, or absent: each issue's own `contributions/`. */
  readonly contributions: string | undefined;
  readonly imprint: readonly string[];
  readonly transport: string;
  readonly subscribers: {
    readonly sharedAddresses: SharedAddresses;
    /** How long data is kept that nobody needs any more: `newsletter subscribers purge` erases what is older. */
    readonly retention: { readonly pendingDays: number; readonly proofYears: number };
  };
  readonly serve: {
    /** Whether the address of a client is taken from the header; otherwise it is that of the connection. */
    readonly trustProxy: boolean;
    /** In lower case. */
    readonly clientAddressHeader: string;
  };
  /** Absolute path of the SQLite database. */
  readonly databasePath: string;
  /** Secrets that come only from the environment. */
  readonly secrets: { readonly tokenKey: string | undefined };
}
