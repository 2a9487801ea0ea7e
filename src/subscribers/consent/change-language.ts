import type { Subscriber } from '../../model/send/subscriber.js';
import { recordConsent, type ConsentContext } from './consent.js';
import { toSubscriber, findSubscriber } from '../find-subscribers.js';
import { requireLanguage } from '../subscriber-details.js';

/** The result of changing a language. */
export type LanguageChange =
  { readonly outcome: 'changed' | 'unchanged'; readonly subscriber: Subscriber } | { readonly outcome: 'missing' };

/**
 * Changes the language in which a subscriber reads.
 *
 * @param written a BCP 47 tag.
 * @throws NewsletterError `usage` for a text that is not a language.
 */
export async function changeLanguage(
  context: ConsentContext,
  subscriberId: number,
  written: string,
): Promise<LanguageChange> {
  const language = requireLanguage(written);
  return context.database.transaction(async (query) => {
    const known = await findSubscriber(query, subscriberId);
    if (known === undefined) return { outcome: 'missing' };
    if (known.language === language) return { outcome: 'unchanged', subscriber: toSubscriber(known) };
    await query.updateTable('subscribers').set({ language }).where('id', '=', subscriberId).execute();
    const detail = `${known.language ?? 'none'} → ${language}`;
    const change = { subscriberId, action: 'language-changed', before: known.state, after: known.state } as const;
    await recordConsent(query, change, { ...context, detail });
    return { outcome: 'changed', subscriber: toSubscriber({ ...known, language }) };
  });
}
