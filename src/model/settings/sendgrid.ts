import * as z from 'zod';
import { wholeNumber } from '../text/written-values.js';

/** Where SendGrid stores the data: worldwide, or in the European Union. */
export const SENDGRID_REGIONS = ['global', 'eu'] as const;
export type SendGridRegion = (typeof SENDGRID_REGIONS)[number];

/** `sendgrid:` in `newsletter.yaml`; the key comes only from the environment. */
export const sendGridSchema = z.strictObject({
  region: z.enum(SENDGRID_REGIONS).optional(),
  /** How many requests, of up to 1000 messages each, may be open at once. */
  connections: wholeNumber(1, 10).optional(),
  /** How long SendGrid may take to answer one request. */
  timeoutSeconds: wholeNumber(5, 600).optional(),
});

/** The effective configuration of the SendGrid transport. */
export interface SendGridConfiguration {
  readonly region: SendGridRegion;
  /** An address that replaces the region's, without a slash at the end. */
  readonly url: string | undefined;
  /** Secret: never print it. */
  readonly key: string | undefined;
  readonly connections: number;
  readonly timeoutSeconds: number;
}
