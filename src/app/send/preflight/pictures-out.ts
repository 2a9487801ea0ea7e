import type { MessageTemplate } from '../../../model/issue/edition.js';
import { missingPictures, picturesOf } from './pictures.js';
import { refuseByPreflight } from './preflight.js';
import { picturesRefused } from './public-address.js';

/**
 * Makes sure that every picture which the message shows from our public address is there.
 *
 * @throws NewsletterError `preflight-refused`.
 */
export async function requirePictures(
  template: MessageTemplate,
  publicUrl: string | undefined,
  issue: string,
  ask: typeof fetch,
): Promise<void> {
  const missing = await missingPictures(picturesOf(template, publicUrl), ask);
  if (missing.length > 0) refuseByPreflight([picturesRefused(missing)], issue);
}
