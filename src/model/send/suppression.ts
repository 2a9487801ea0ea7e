/** Why an address must not be mailed; the words are in the database. */
export const SUPPRESSION_REASONS = [
  /** Mails came back for now in several issues. */
  'temporary',
  /** A mail server said that there is no such mailbox. */
  'hard-bounce',
  /** A list that was imported says so. */
  'import',
  /** Its owner said no, while they had no row on the list, or after their complaint was lifted. */
  'unsubscribed',
  /** A person decided it. */
  'by-hand',
  /** Its owner reported an issue as unwanted. */
  'complaint',
  /** Its owner was erased. */
  'forgotten',
] as const;
export type SuppressionReason = (typeof SUPPRESSION_REASONS)[number];

/**
 * Who ends a suppression. `person`: the secretariat. `reader`: only they themselves, by confirming anew.
 * `reader-and-person`: they ask anew, a person agrees, and they confirm.
 */
export type SuppressionEnd = 'person' | 'reader' | 'reader-and-person';

interface SuppressionRule {
  /** Of two reasons for one address, the one with the higher rank stands. */
  readonly rank: number;
  readonly end: SuppressionEnd;
  /** Whether the owner's new confirmation (double opt-in) is enough. */
  readonly endsByConfirmation: boolean;
}

const RULES: Readonly<Record<SuppressionReason, SuppressionRule>> = {
  temporary: { rank: 1, end: 'person', endsByConfirmation: true },
  'hard-bounce': { rank: 2, end: 'person', endsByConfirmation: true },
  import: { rank: 3, end: 'person', endsByConfirmation: false },
  'by-hand': { rank: 4, end: 'person', endsByConfirmation: false },
  unsubscribed: { rank: 5, end: 'reader', endsByConfirmation: true },
  complaint: { rank: 6, end: 'reader-and-person', endsByConfirmation: false },
  forgotten: { rank: 7, end: 'reader', endsByConfirmation: true },
};

/** Returns the rule of a reason; a word of an unknown version counts as that of an import. */
export function suppressionRule(reason: string): SuppressionRule {
  return RULES[SUPPRESSION_REASONS.find((known) => known === reason) ?? 'import'];
}
