/** An e-mail as it was made. */
interface MadeMail {
  /** With the longest values that its slots may get. */
  readonly bytes: number;
}

/** An e-mail in several lengths, from whole to shortest. */
export interface Lengths<Mail extends MadeMail> {
  /** How many shorter lengths there are. */
  readonly shorter: number;
  /** Bytes of the e-mail's source, which grows with the e-mail. */
  readonly sourceBytes: (length: number) => number;
  /** The e-mail itself. Costs hundreds of times as much. */
  readonly make: (length: number) => Promise<Mail>;
}

/** The longest e-mail that fits, and which one it is; 0: whole. */
export type FittingMail<Mail extends MadeMail> = Mail & { readonly length: number };

/** What MJML adds, and finishing takes away, is nearly the same however much the sections hold. */
const MARGIN = 200;
/** The first guess of what they add together, before an e-mail is made. */
const FIRST_GUESS = 3_000;
const MAX_ATTEMPTS = 3;

/** The first length whose e-mail is expected to fit. */
function firstFitting(
  { shorter, sourceBytes }: Pick<Lengths<MadeMail>, 'shorter' | 'sourceBytes'>,
  most: number,
  added: number,
): number {
  let low = 0;
  let high = shorter;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (sourceBytes(middle) + added <= most) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Finds the longest e-mail that stays within a limit in bytes, making as few as possible: what MJML adds to its source is
 * guessed once, and known from then on. The shortest is given back even where it does not fit.
 */
export async function fitMail<Mail extends MadeMail>(lengths: Lengths<Mail>, most: number): Promise<FittingMail<Mail>> {
  let length = firstFitting(lengths, most, FIRST_GUESS);
  let best: FittingMail<Mail> | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const made = { ...(await lengths.make(length)), length };
    const fits = made.bytes <= most;
    if (fits && (best === undefined || length < best.length)) best = made;
    const added = made.bytes - lengths.sourceBytes(length);
    const next = firstFitting(lengths, most, fits ? added : added + MARGIN);
    const settled = fits ? next >= length : length === lengths.shorter;
    if (settled || attempt === MAX_ATTEMPTS) return best ?? made;
    length = fits ? next : Math.max(next, length + 1);
  }
}
