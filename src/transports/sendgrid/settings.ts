import type * as z from 'zod';
import { sendGridSchema, type SendGridConfiguration } from '../../model/settings/sendgrid.js';
import { effectiveSendGrid } from '../../workspace/sendgrid-settings.js';
import type { TransportSettings } from '../define-transport.js';

/** `sendgrid:` in `newsletter.yaml`, and the variables `SENDGRID_API_KEY` and `NEWSLETTER_SENDGRID_URL`. */
export const sendGridSettings: TransportSettings<z.infer<typeof sendGridSchema>, SendGridConfiguration> = {
  schema: sendGridSchema,
  read: effectiveSendGrid,
};
