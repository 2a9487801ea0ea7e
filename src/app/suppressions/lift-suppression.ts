import { liftSuppression, type LiftResult } from '../../subscribers/consent/lift-suppression.js';
import { requireAddress } from '../../subscribers/require-address.js';
import { changeSuppressions, type ChangeSuppressionRequest } from './change-suppression.js';

export type { LiftResult };

/**
 * Lifts the suppression of an address because a person decided so.
 *
 * @throws NewsletterError `address-invalid`, `usage` for an empty reason, `suppression-stays`, and those of the database
 *   and the keys.
 */
export async function liftByHand(request: ChangeSuppressionRequest): Promise<LiftResult> {
  const { address } = requireAddress(request.address);
  return changeSuppressions(request, (query, { keys, ...basis }) => liftSuppression(query, keys, address, basis));
}
