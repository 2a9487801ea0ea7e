import type * as z from 'zod';
import { NewsletterError } from '../model/error.js';
import { isLoopback } from '../model/settings/loopback.js';
import type { SendGridConfiguration, sendGridSchema } from '../model/settings/sendgrid.js';
import { secretFrom, type Environment } from './environment.js';

const VARIABLE = 'NEWSLETTER_SENDGRID_URL';

/**
 * The settings of the SendGrid transport: `sendgrid:` in `newsletter.yaml`, and the environment.
 *
 * @throws NewsletterError `environment-invalid`.
 */
export function effectiveSendGrid(
  written: z.infer<typeof sendGridSchema> | undefined,
  environment: Environment,
): SendGridConfiguration {
  return {
    region: written?.region ?? 'global',
    url: readUrl(environment[VARIABLE]),
    key: secretFrom(environment, 'SENDGRID_API_KEY')?.trim(),
    connections: written?.connections ?? 1,
    timeoutSeconds: written?.timeoutSeconds ?? 60,
  };
}

/** The base address without a slash at the end; `/v3`, with which SendGrid's own examples end, may be left in. */
function readUrl(written: string | undefined): string | undefined {
  if (written === undefined || written.trim() === '') return undefined;
  const url = parse(written.trim());
  const plain = url?.username === '' && url.password === '' && url.search === '' && url.hash === '';
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
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
