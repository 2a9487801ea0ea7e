import { NO_LIMITS } from '../../src/model/settings/sending-limits.js';
import type { Configuration } from '../../src/model/settings/configuration.js';
import { TRANSPORTS } from '../../src/transports/registry.js';
import { configureTransports } from '../../src/workspace/settings/transport-definition.js';

/** The effective configuration of a workspace that says no more than it must; a test lays its own over it. */
export const BARE_CONFIGURATION: Configuration = {
  root: '/nowhere',
  name: 'Newsletter',
  organisation: 'La Strada International',
  description: undefined,
  language: 'en',
  sender: { name: 'La Strada International', address: 'news@example.org' },
  replyTo: undefined,
  list: { id: 'newsletter.example.org', owner: 'owner@example.org', help: 'help@example.org' },
  unsubscribeAddress: 'leave@example.org',
  publicUrl: undefined,
  contributions: undefined,
  imprint: [],
  design: { colours: { light: {}, dark: {} }, logo: undefined, logoAlt: undefined, fonts: {}, items: 'full' },
  pictures: { inMail: 'embedded', budgetBytes: 300_000 },
  transport: 'outbox',
  transports: configureTransports(TRANSPORTS, {}, {}),
  dkim: { domain: 'example.org', keys: [] },
  returnPath: { kind: 'plain', address: 'news@example.org' },
  mailbox: { folders: new Map() },
  subscribers: { sharedAddresses: 'refuse', retention: { pendingDays: 30, proofYears: 3 } },
  serve: { trustProxy: false, clientAddressHeader: 'x-forwarded-for' },
  send: { undoSeconds: 0 },
  limits: NO_LIMITS,
  databasePath: '/nowhere/data/newsletter.db',
  secrets: { tokenKey: undefined },
};
