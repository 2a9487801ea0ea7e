export const SUBSCRIBER_STATES = ['pending', 'active', 'unsubscribed', 'suppressed'] as const;
export type SubscriberState = (typeof SUBSCRIBER_STATES)[number];

/** A person on the list. */
export interface Subscriber {
  readonly id: number;
  /** As it was entered, without surrounding spaces. */
  readonly email: string;
  readonly name: string | undefined;
  readonly state: SubscriberState;
  /** BCP 47. */
  readonly language: string | undefined;
  readonly tags: readonly string[];
}

/**
 * Whether several people may be on the list with one address, told apart by their names. `refuse`: the second one
 * counts as a duplicate.
 */
export const SHARED_ADDRESSES = ['refuse', 'allow'] as const;
export type SharedAddresses = (typeof SHARED_ADDRESSES)[number];

/** What a consent record can be about. */
export const CONSENT_ACTIONS = [
  'import',
  'undo-import',
  'add',
  'return',
  'remove',
  'opt-in-requested',
  'opt-in-confirmed',
  'unsubscribe-requested',
  'unsubscribe',
  'undo-unsubscribe',
  'language-changed',
  'address-change-requested',
  'address-changed',
  'suppress',
  'lift',
  'erase',
] as const;
export type ConsentAction = (typeof CONSENT_ACTIONS)[number];
