import { smtpSchema, type SmtpConfiguration } from '../../model/settings/smtp.js';
import { secretFrom } from '../../workspace/environment.js';
import { readOAuthSettings } from '../../workspace/oauth-settings.js';
import { readSmtpUrl } from '../../workspace/smtp-server.js';
import type { TransportSettings } from '../define-transport.js';
import type * as z from 'zod';

/** `smtp:` in `newsletter.yaml`, and the variables `NEWSLETTER_SMTP_URL` and `NEWSLETTER_OAUTH_…`. */
export const smtpSettings: TransportSettings<z.infer<typeof smtpSchema>, SmtpConfiguration> = {
  schema: smtpSchema,
  read: (written, environment) => ({
    server: readSmtpUrl(secretFrom(environment, 'NEWSLETTER_SMTP_URL'), readOAuthSettings(environment)),
    connections: written?.connections ?? 10,
    messagesPerConnection: written?.messagesPerConnection,
    perMinute: written?.perMinute,
    timeoutSeconds: written?.timeoutSeconds ?? 300,
  }),
};
