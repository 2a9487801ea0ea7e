import type { Reply } from '../answers/replies.js';

/** What a server offers beyond RFC 5321, by its answer to EHLO. */
export interface Extensions {
  /** RFC 2920. */
  readonly pipelining: boolean;
  /** RFC 3461. */
  readonly dsn: boolean;
  /** The SASL mechanisms that it offers (RFC 4954 §3). */
  readonly authMechanisms: readonly string[];
  /** RFC 6531. */
  readonly smtpUtf8: boolean;
  /** RFC 6152. */
  readonly eightBitMime: boolean;
  /** RFC 1870: whether the size may be announced. */
  readonly size: boolean;
  /** The largest message in octets; absent where the server names no limit. */
  readonly sizeLimit: number | undefined;
}

/** Reads the answer to EHLO; the first line is a greeting. */
export function readExtensions(reply: Reply | undefined): Extensions {
  const lines = (reply?.lines ?? []).slice(1).map((line) => line.trim().toUpperCase().split(/\s+/));
  const parametersOf = new Map(lines.map(([keyword = '', ...parameters]) => [keyword, parameters]));
  const [limit = ''] = parametersOf.get('SIZE') ?? [];
  return {
    pipelining: parametersOf.has('PIPELINING'),
    dsn: parametersOf.has('DSN'),
    // "AUTH=LOGIN" is how it was written before the standard.
    authMechanisms: lines.flatMap(([first = '', ...rest]) => {
      const [keyword, ...more] = first.split('=');
      return keyword === 'AUTH' ? [...more, ...rest].filter((name) => name !== '') : [];
    }),
    smtpUtf8: parametersOf.has('SMTPUTF8'),
    eightBitMime: parametersOf.has('8BITMIME'),
    size: parametersOf.has('SIZE'),
    sizeLimit: /^[1-9]\d{0,14}$/.test(limit) ? Number(limit) : undefined,
  };
}
