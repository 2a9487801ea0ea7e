import { suppressAddress } from '../../subscribers/consent/suppress-address.js';
import { suppressionReason } from '../../subscribers/find-subscribers.js';
import { requireAddress } from '../../subscribers/require-address.js';
import { hashAddress } from '../../subscribers/tokens/keys.js';
import { changeSuppressions, type ChangeSuppressionRequest } from './change-suppression.js';

/** What suppressing an address by hand did. */
export interface AddSuppressionResult {
  /** `unchanged`: it was suppressed before, for a reason that weighs as much. */
  readonly outcome: 'suppressed' | 'unchanged';
  readonly address: string;
  /** Why it is suppressed now, or was already. */
  readonly reason: string;
  /** How many people left the audience. */
  readonly people: number;
}

/**
 * Suppresses an address because a person decided so, whether or not somebody on the list has it.
 *
 * @throws NewsletterError `address-invalid`, `usage` for an empty reason, and those of the database and the keys.
 */
export async function addSuppression(request: ChangeSuppressionRequest): Promise<AddSuppressionResult> {
  const { address, key } = requireAddress(request.address);
  return changeSuppressions(request, async (query, decision) => {
    const basis = { ...decision, note: decision.detail };
    const { outcome, people } = await suppressAddress(query, address, 'by-hand', basis);
    const reason = (await suppressionReason(query, hashAddress(decision.keys, key))) ?? 'by-hand';
    return { outcome, address, reason, people };
  });
}
