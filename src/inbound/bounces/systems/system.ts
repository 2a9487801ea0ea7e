import type { Cause } from '../answers/cause.js';

/** A mail system whose bounces are recognised: what they look like, and where they name recipients and answers. */
export interface MailSystem {
  readonly name: string;
  /** Signs that its mails have; all that are given must be there. At least one is in the header. */
  readonly marks: {
    readonly from?: RegExp;
    readonly subject?: RegExp;
    /** The name of a field, in lower case, and what is in it. */
    readonly field?: readonly [string, RegExp];
    readonly text?: RegExp;
  };
  /** Finds recipients in its text: flags `gim`, the address is the first group. */
  readonly recipient?: RegExp;
  /** Where the copy of the returned message begins. */
  readonly copy?: RegExp;
  /** It names a recipient below the answer and not above it. */
  readonly isRecipientLast?: boolean;
  /** Codes of its own, each with the enhanced code that means the same. */
  readonly codes?: readonly (readonly [own: RegExp, status: string])[];
  /** The cause where its mail names none. */
  readonly usual?: Cause;
  readonly example: SystemExample;
}

/** A mail of a system, written for the table, and what is read in it. */
export interface SystemExample {
  readonly from: string;
  readonly subject: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly text: string;
  /** For each recipient: kind, status, address. */
  readonly reads: readonly (readonly [kind: string, status: string | null, recipient: string | null])[];
}

/** An address, as a source of regular expressions. */
export const ADDRESS = String.raw`[^\s<>"'(),;:[\]]{1,128}@[^\s<>"'(),;:[\]]{1,255}`;

/** Makes the form in which a system names a recipient; `ADDRESS` stands for it. */
export function recipientForm(form: string): RegExp {
  return new RegExp(
    form.replaceAll('ADDRESS', () => `(${ADDRESS})`),
    'gim',
  );
}
