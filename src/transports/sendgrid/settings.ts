import * as z from 'zod';
import { NewsletterError } from '../../model/error.js';
import { isEncryptedOrLocal } from '../../model/settings/loopback.js';
import { wholeNumber } from '../../model/text/written-values.js';
import { secretFrom } from '../../workspace/settings/environment.js';
import type { TransportSettings } from '../define-transport.js';

const VARIABLE = 'NEWSLETTER_SENDGRID_URL';
const KEY_VARIABLE = 'SENDGRID_API_KEY';

/** Where SendGrid keeps the data: worldwide, or in the European Union. */
const SENDGRID_REGIONS = ['global', 'eu'] as const;
type SendGridRegion = (typeof SENDGRID_REGIONS)[number];

/** `sendgrid:` in `newsletter.yaml`; the key comes only from the environment. */
const sendGridSchema = z.strictObject({
  region: z.enum(SENDGRID_REGIONS).optional(),
  /** How many requests, of up to 1000 messages each, may be open at once. */
  connections: wholeNumber(1, 10).optional(),
  /** How long SendGrid may take to answer one request. */
  timeoutSeconds: wholeNumber(5, 600).optional(),
});

/** The effective configuration of the SendGrid transport. */
export interface SendGridSettings {
  readonly region: SendGridRegion;
  /** Another address than the region's, without a slash at the end. */
  readonly url: string | undefined;
  /** Secret: never to be printed. */
  readonly key: string | undefined;
  readonly connections: number;
  readonly timeoutSeconds: number;
}

/** `sendgrid:` in `newsletter.yaml`, and the variables `SENDGRID_API_KEY` and `NEWSLETTER_SENDGRID_URL`. */
export const sendGridSettings: TransportSettings<z.infer<typeof sendGridSchema>, SendGridSettings> = {
  schema: sendGridSchema,
  variables: [VARIABLE, KEY_VARIABLE],
  read: (written, environment) => ({
    region: written?.region ?? 'global',
    url: readUrl(environment[VARIABLE]),
    key: secretFrom(environment, KEY_VARIABLE)?.trim(),
    connections: written?.connections ?? 1,
    timeoutSeconds: written?.timeoutSeconds ?? 60,
  }),
};

/** The base address without a slash at the end; `/v3`, with which SendGrid's own examples end, may be left in. */
function readUrl(written: string | undefined): string | undefined {
  if (written === undefined || written.trim() === '') return undefined;
  const url = parse(written.trim());
  const plain = url?.username === '' && url.password === '' && url.search === '' && url.hash === '';
  const secure = url !== undefined && isEncryptedOrLocal(url);
  if (url === undefined || !plain || !secure) {
    throw new NewsletterError('environment-invalid', {
      message: `${VARIABLE} is not an address that can be used.`,
      expected: 'an address such as https://api.eu.sendgrid.com (http: only for this machine itself)',
      help: `Correct ${VARIABLE} in the environment or in .env, or take it out to use SendGrid's own address.`,
    });
  }
  return url.href.replace(/\/+$/, '').replace(/\/v3$/, '');
}

function parse(written: string): URL | undefined {
  try {
    return new URL(written);
  } catch {
    return undefined;
  }
}
