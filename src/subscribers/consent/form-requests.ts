import type { Queries } from '../../store/database.js';
import { requireAddress } from '../require-address.js';
import { hashAddress, type Keys } from '../tokens/keys.js';

/** What somebody entered in a form. It is looked at only after the answer, which must not depend on it. */
export interface FormRequest {
  /** Who wants the newsletter at this address; `undefined` for somebody who wants to subscribe. */
  readonly subscriberId: number | undefined;
  readonly email: string;
  readonly name: string | null;
  readonly language: string | null;
  /** The version of the form's text that they saw. */
  readonly wording: string | undefined;
  readonly requestedAt: Date;
}

/**
 * Stores what somebody entered, in the same way whether the address is known or not.
 *
 * @returns its number.
 * @throws NewsletterError `address-invalid`.
 */
export async function storeFormRequest(query: Queries, keys: Keys, request: FormRequest): Promise<number> {
  const { address, key } = requireAddress(request.email);
  const { id } = await query
    .insertInto('form_requests')
    .values({
      subscriber_id: request.subscriberId ?? null,
      email: address,
      address_hash: hashAddress(keys, key),
      name: request.name,
      language: request.language,
      wording: request.wording ?? null,
      requested_at: request.requestedAt.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Reads a request that was not looked at yet, and deletes it; `undefined` where its person was erased meanwhile. */
export async function takeFormRequest(query: Queries, id: number): Promise<FormRequest | undefined> {
  const row = await query
    .deleteFrom('form_requests')
    .where('id', '=', id)
    .where('email', '!=', '')
    .returningAll()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { subscriber_id: subscriberId, email, name, language, wording, requested_at: requestedAt } = row;
  return {
    subscriberId: subscriberId ?? undefined,
    email,
    name,
    language,
    wording: wording ?? undefined,
    requestedAt: new Date(requestedAt),
  };
}

/**
 * Keeps the language of a request for the mail that answers it. Of people who are on the list, what a stranger enters is
 * not stored with them.
 *
 * @returns its number.
 */
export async function keepRequestedLanguage(
  query: Queries,
  subscriberId: number,
  { language, requestedAt }: FormRequest,
): Promise<number> {
  const { id } = await query
    .insertInto('form_requests')
    .values({
      subscriber_id: subscriberId,
      email: '',
      address_hash: '',
      name: null,
      language,
      wording: null,
      requested_at: requestedAt.toISOString(),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The language that `keepRequestedLanguage` kept; `undefined` where none was asked for. */
export async function readRequestedLanguage(query: Queries, id: number): Promise<string | undefined> {
  const row = await query.selectFrom('form_requests').select('language').where('id', '=', id).executeTakeFirst();
  return row?.language ?? undefined;
}

/**
 * Deletes all requests for an address that were not looked at yet.
 *
 * @returns whether there were any.
 */
export async function deleteFormRequests(query: Queries, addressHash: string): Promise<boolean> {
  const { numDeletedRows } = await query
    .deleteFrom('form_requests')
    .where('address_hash', '=', addressHash)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
