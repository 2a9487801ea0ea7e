import { openKeys } from '../audience/keys.js';
import { readLanguage, readName } from '../audience/subscriber-details.js';
import { addSubscriber as addToDatabase, requireAddress } from '../audience/subscribers.js';
import type { AddResult } from '../audience/subscribers.js';
import type { Configuration } from '../model/configuration.js';
import { NewsletterError } from '../model/error.js';
import { openDatabase } from '../store/database.js';

export type { AddResult };

export interface AddSubscriberRequest {
  readonly configuration: Configuration;
  readonly email: string;
  readonly name?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  /** How and when the person asked for the newsletter; required for somebody who left before. */
  readonly consent?: string | undefined;
  readonly now: () => Date;
}

/**
 * Adds one subscriber by hand.
 *
 * @throws NewsletterError `address-invalid`, `usage` for a language that is none, `subscriber-left`.
 */
export async function addSubscriber(request: AddSubscriberRequest): Promise<AddResult> {
  requireAddress(request.email);
  const details = {
    name: readName(request.name ?? ''),
    language: request.language === undefined ? null : requireLanguage(request.language),
    tags: [...new Set((request.tags ?? []).flatMap((tag) => readName(tag) ?? []))],
  };
  const consent = { source: 'secretariat', detail: readName(request.consent ?? '') ?? undefined, at: request.now() };
  const keys = await openKeys(request.configuration);
  const database = await openDatabase(request.configuration.databasePath);
  try {
    return await addToDatabase(database, keys, request.email, details, consent);
  } finally {
    await database.close();
  }
}

function requireLanguage(written: string): string {
  const language = readLanguage(written);
  if (language !== undefined) return language;
  throw new NewsletterError('usage', {
    message: `${JSON.stringify(written.slice(0, 40))} is not a language code.`,
    expected: 'a language code, such as en, de or uk',
    help: 'Give the code of the language, or leave it out.',
  });
}
