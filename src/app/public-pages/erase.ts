import { eraseByLink } from '../subscribers/erase-subscriber.js';
import { consentOf, type ListContext } from './list-context.js';

/**
 * Erases somebody at their own request (GDPR 17): from the list, the ledger and the files of this program. If lists of
 * the secretariat still name them, the log says so, because only people may change those.
 */
export async function eraseReader(list: ListContext, subscriberId: number): Promise<void> {
  const report = await eraseByLink(list.configuration, consentOf(list, 'page'), subscriberId);
  const remaining = report.remainingFiles.length;
  if (remaining > 0) list.onWarning(`${String(remaining)} files still name a reader who was erased`, undefined);
}
