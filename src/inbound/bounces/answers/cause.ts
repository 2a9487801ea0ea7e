/**
 * Why a message did not arrive, by the kind that follows from it. Only the first group is about a reader's address for
 * good; the second passes by itself or by the reader's own doing; the third is about us, our server or the message.
 */
export const CAUSES = {
  permanent: ['user-unknown', 'host-unknown', 'disabled', 'moved', 'no-mail-here'],
  temporary: ['full', 'greylisted', 'rate', 'network', 'system', 'expired'],
  policy: ['spam', 'blocked', 'authentication', 'too-large', 'content', 'relaying', 'sender', 'refused', 'protocol'],
} as const;

/** Why a message did not arrive. */
export type Cause = (typeof CAUSES)[keyof typeof CAUSES][number];

const KINDS = new Map<Cause, keyof typeof CAUSES>(
  (['permanent', 'temporary', 'policy'] as const).flatMap((kind) =>
    CAUSES[kind].map((cause) => [cause, kind] as const),
  ),
);

/** Returns the kind of a bounce with this cause. */
export function kindOfCause(cause: Cause): keyof typeof CAUSES {
  return KINDS.get(cause) ?? 'temporary';
}

/** What a person reads about each cause. */
export const CAUSE_WORDS: Readonly<Record<Cause, string>> = {
  'user-unknown': 'the address does not exist',
  'host-unknown': 'the domain of the address does not exist',
  disabled: 'the mailbox is switched off',
  moved: 'the reader has moved away from this address',
  'no-mail-here': 'the domain of the address takes no mail',
  full: 'the mailbox is full',
  greylisted: 'the server wants to be asked again later',
  rate: 'too much mail at once',
  network: 'the server was not reached',
  system: 'the server has a fault',
  expired: 'the message waited too long',
  spam: 'the message was taken for spam',
  blocked: 'our server is on a block list or has a bad reputation',
  authentication: 'our mail did not prove where it is from (SPF, DKIM, DMARC, reverse DNS)',
  'too-large': 'the message is too large',
  content: 'something in the message is not allowed there',
  relaying: 'the server does not pass on mail for this address',
  sender: 'our own address was refused',
  refused: 'the server refuses the message',
  protocol: 'the servers did not understand each other',
};
