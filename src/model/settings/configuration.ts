import * as z from 'zod';
import { designSchema, picturesSchema, type Design, type MailPictureSettings } from './design.js';
import { sendingLimitsSchema, type SendingLimits } from './sending-limits.js';
import { publishSchema, type PublishTarget } from './publish.js';
import type { Transport } from '../send/outgoing-message.js';
import { SHARED_ADDRESSES, type SharedAddresses } from '../send/subscriber.js';
import {
  emailAddress,
  knownName,
  languageTag,
  oneLine,
  webAddress,
  wholeNumber,
  yesOrNo,
} from '../text/written-values.js';

const mailboxSchema = z.strictObject({ name: oneLine.optional(), address: emailAddress });

const subscribersSchema = z.strictObject({
  /** Whether two people with different names may have one address. */
  sharedAddresses: z.enum(SHARED_ADDRESSES).optional(),
  retention: z
    .strictObject({
      /** How long somebody may take to confirm before they are erased. */
      pendingDays: wholeNumber(1, 3650).optional(),
      /** How long the proof of consent of somebody who unsubscribed is kept. */
      proofYears: wholeNumber(0, 100).optional(),
    })
    .optional(),
});

const serveSchema = z.strictObject({
  /** Whether our own proxy stands before `newsletter serve`, and nothing else can reach it. */
  trustProxy: yesOrNo.optional(),
  /** The header in which that proxy names the client. */
  clientAddressHeader: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{1,60}$/, 'the name of a header, such as X-Forwarded-For')
    .optional(),
});

/** Mail that was not understood stays where it is, so it has no folder. */
const mailboxReadingSchema = z.strictObject({
  /** To which folder of a mailbox on a server mail of a kind is moved after it was acted on. */
  folders: z
    .strictObject({
      unsubscribe: oneLine.optional(),
      erase: oneLine.optional(),
      permanent: oneLine.optional(),
      temporary: oneLine.optional(),
      policy: oneLine.optional(),
      complaint: oneLine.optional(),
      'auto-reply': oneLine.optional(),
    })
    .optional(),
});

const DNS_LABELS =
  /^[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}_-]{0,61}[\p{L}\p{N}])?)*$/u;
const domainName = z.string().trim().toLowerCase().regex(DNS_LABELS, 'a domain, such as example.org');
/** RFC 6376 §3.1. */
const dkimSelector = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\x00-\x7f]+$/, 'a short name in plain letters and digits, such as news2020')
  .regex(DNS_LABELS, 'a short name in plain letters and digits, such as news2020');

const dkimSchema = z.strictObject({
  /** The name under which the RSA key's public half is in DNS. */
  selector: dkimSelector.optional(),
  /** The sender's domain, or one above it. */
  domain: domainName.optional(),
  ed25519Selector: dkimSelector.optional(),
});

/** Where undeliverable mail returns to: one address for all, or one that tells whose message it was (VERP). */
export const RETURN_PATHS = ['plain', 'verp'] as const;

/** The keys of `newsletter.yaml` before those of the transports: keys are listed to people in this order. */
const KEYS_BEFORE_TRANSPORTS = {
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
  /** A folder with one folder per issue, if members drop their files outside the workspace. */
  contributions: oneLine.optional(),
  imprint: z.array(oneLine).optional(),
  design: designSchema.optional(),
  pictures: picturesSchema.optional(),
  publish: publishSchema.optional(),
  transport: knownName.optional(),
};

/** The keys behind those of the transports. */
const KEYS_AFTER_TRANSPORTS = {
  dkim: dkimSchema.optional(),
  returnPath: z.enum(RETURN_PATHS).optional(),
  /** Where undeliverable mail returns to. */
  bounces: emailAddress.optional(),
  mailbox: mailboxReadingSchema.optional(),
  subscribers: subscribersSchema.optional(),
  serve: serveSchema.optional(),
  send: z
    .strictObject({
      /** How long a real send waits before its first message, so that a person at a terminal can change their mind. */
      undoSeconds: wholeNumber(0, 3600).optional(),
    })
    .optional(),
  limits: sendingLimitsSchema.optional(),
};

type CommonKeys = typeof KEYS_BEFORE_TRANSPORTS & typeof KEYS_AFTER_TRANSPORTS;

/** What a person writes in `newsletter.yaml`, without the parts of the transports. */
export type WrittenConfiguration = z.infer<z.ZodObject<CommonKeys>>;

/**
 * The schema of `newsletter.yaml`.
 *
 * @param transports the schema of each transport's part, by the key of the part.
 */
export function writtenConfigurationSchema(
  transports: Readonly<Record<string, z.ZodType>>,
): z.ZodType<WrittenConfiguration> {
  return z.strictObject({ ...KEYS_BEFORE_TRANSPORTS, ...transports, ...KEYS_AFTER_TRANSPORTS });
}

/** A mailbox: an address and the name shown beside it. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** How messages are signed (RFC 6376); without a key they are not. */
export interface DkimConfiguration {
  /** The signing domain: lower case, A-labels. */
  readonly domain: string;
  readonly keys: readonly {
    readonly algorithm: 'rsa' | 'ed25519';
    /** The environment variable that names the file. */
    readonly variable: string;
    /** Absolute path of a PEM file. */
    readonly path: string;
    readonly selector: string | undefined;
  }[];
}

/** Makes a transport whose settings were read before; it is not opened yet. */
export type CreateTransport = (workspace: Pick<Configuration, 'root' | 'sender'>) => Promise<Transport>;

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
  /** The address for mail that asks to unsubscribe. */
  readonly unsubscribeAddress: string;
  /** Without a slash at the end; `undefined` when nothing of the newsletter is public. */
  readonly publicUrl: string | undefined;
  /** Absolute path with one folder per issue, or `undefined` for each issue's own `contributions/`. */
  readonly contributions: string | undefined;
  readonly imprint: readonly string[];
  readonly design: Design;
  readonly pictures: MailPictureSettings;
  /** Where `newsletter publish` puts the web edition; `undefined` when nothing is configured. */
  readonly publish?: PublishTarget | undefined;
  /** The name of the transport of a send that names none. */
  readonly transport: string;
  /** Every transport of this program by its name; each keeps its own settings to itself. */
  readonly transports: ReadonlyMap<string, CreateTransport>;
  readonly dkim: DkimConfiguration;
  readonly returnPath: { readonly kind: (typeof RETURN_PATHS)[number]; readonly address: string };
  readonly subscribers: {
    readonly sharedAddresses: SharedAddresses;
    /** How long data is kept that nobody needs any more: `newsletter subscribers purge` erases what is older. */
    readonly retention: { readonly pendingDays: number; readonly proofYears: number };
  };
  readonly serve: {
    /** Whether a client's address comes from the header; otherwise it is that of the connection. */
    readonly trustProxy: boolean;
    /** In lower case. */
    readonly clientAddressHeader: string;
  };
  /** `folders`: where on a server mail of a kind goes after it was acted on; without an entry it stays. */
  readonly mailbox: { readonly folders: ReadonlyMap<string, string> };
  /** `undoSeconds`: 0 means no pause at all. */
  readonly send: { readonly undoSeconds: number };
  readonly limits: SendingLimits;
  /** Absolute path of the SQLite database. */
  readonly databasePath: string;
  /** Secrets that come only from the environment. */
  readonly secrets: { readonly tokenKey: string | undefined };
}

/**
 * The parts of the configuration that an edition can depend on. A build is stale as soon as one of these has changed,
 * and nothing else makes it stale.
 */
export const EDITION_SETTINGS = [
  'name',
  'organisation',
  'description',
  'language',
  'sender',
  'replyTo',
  'list',
  'unsubscribeAddress',
  'publicUrl',
  'imprint',
  'design',
  'pictures',
] as const satisfies readonly (keyof Configuration)[];

/** The configuration as far as editions are made from it. */
export type EditionConfiguration = Pick<Configuration, (typeof EDITION_SETTINGS)[number]>;
