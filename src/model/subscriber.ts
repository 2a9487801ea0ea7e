export const SUBSCRIBER_STATES = ['pending', 'active', 'unsubscribed', 'suppressed'] as const;
export type SubscriberState = (typeof SUBSCRIBER_STATES)[number];

/** A person on the list. */
export interface Subscriber {
  readonly id: number;
  /** As it was given, without spaces around it. */
  readonly email: string;
  readonly name: string | undefined;
  readonly state: SubscriberState;
  /** BCP 47. */
  readonly language: string | undefined;
  readonly tags: readonly string[];
}
