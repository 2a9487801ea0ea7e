import type { SubscriberState } from '../../model/send/subscriber.js';

/** Returns the state that counts when a file gives several to one person: the most restrictive. */
export function mostRestrictive(states: readonly SubscriberState[]): SubscriberState {
  return states.reduce((chosen, state) => (RESTRICTION[state] > RESTRICTION[chosen] ? state : chosen), 'active');
}

const RESTRICTION: Readonly<Record<SubscriberState, number>> = {
  active: 0,
  pending: 1,
  unsubscribed: 2,
  suppressed: 3,
};

const FIRMNESS: Readonly<Record<SubscriberState, number>> = { active: 0, pending: 0, unsubscribed: 1, suppressed: 2 };

/** Says whether a state is more restrictive than another; it then counts, whatever its source. */
export function isMoreRestrictive(state: SubscriberState, than: SubscriberState): boolean {
  return FIRMNESS[state] > FIRMNESS[than];
}

const TIME =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(?:(Z|UTC)|([+-]\d{2})(?::?(\d{2}))?)?)?$/i;

/** Reads a time as ISO 8601; without a zone it is in UTC. Returns `undefined` when the text is unclear. */
export function readTime(written: string): string | undefined {
  const match = TIME.exec(written.trim());
  if (match === null) return undefined;
  const [, day = '', minute = '00:00', second = '00', , hours, minutes = '00'] = match;
  const time = new Date(`${day}T${minute}:${second}${hours === undefined ? 'Z' : `${hours}:${minutes}`}`);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
