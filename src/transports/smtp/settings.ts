import * as z from 'zod';
import { wholeNumber } from '../../model/text/written-values.js';
import { secretFrom } from '../../workspace/settings/environment.js';
import type { TransportSettings } from '../define-transport.js';
import { readSmtpUrl, type SmtpServer } from './connection/mail-server.js';
import { OAUTH_VARIABLES, readOAuthSettings } from '../../oauth/oauth-environment.js';

const VARIABLE = 'NEWSLETTER_SMTP_URL';

/** `smtp:` in `newsletter.yaml`; the server itself, with its password, comes only from the environment. */
const smtpSchema = z.strictObject({
  /** How many connections there may be at once. */
  connections: wholeNumber(1, 50).optional(),
  /** After how many messages a connection is ended and another takes its place. */
  messagesPerConnection: wholeNumber(1, 1_000_000).optional(),
  /** How many messages may leave within a minute, over all connections. */
  perMinute: wholeNumber(1, 1_000_000).optional(),
  /** How long the server may take for one answer. */
  timeoutSeconds: wholeNumber(10, 3600).optional(),
});

/** The effective configuration of the SMTP transport. */
export interface SmtpSettings {
  readonly server: SmtpServer | undefined;
  readonly connections: number;
  readonly messagesPerConnection: number | undefined;
  readonly perMinute: number | undefined;
  readonly timeoutSeconds: number;
}

/** `smtp:` in `newsletter.yaml`, and the variables `NEWSLETTER_SMTP_URL` and `NEWSLETTER_OAUTH_…`. */
export const smtpSettings: TransportSettings<z.infer<typeof smtpSchema>, SmtpSettings> = {
  schema: smtpSchema,
  variables: [VARIABLE, ...OAUTH_VARIABLES],
  read: (written, environment) => ({
    server: readSmtpUrl(secretFrom(environment, VARIABLE), readOAuthSettings(environment, 'sending')),
    connections: written?.connections ?? 10,
    messagesPerConnection: written?.messagesPerConnection,
    perMinute: written?.perMinute,
    timeoutSeconds: written?.timeoutSeconds ?? 300,
  }),
};
