import type { Cause } from './cause.js';

/**
 * Enhanced status codes without their class (RFC 3463, the IANA registry, and Microsoft's own from 300 on), and the
 * cause when their class is 5. Codes that say nothing alone are missing: x.0.0, x.1.0, x.2.0 and x.5.0.
 */
const CODES: Readonly<Record<string, Cause>> = {
  '1.1': 'user-unknown',
  '1.2': 'host-unknown',
  '1.3': 'user-unknown',
  '1.6': 'moved',
  '1.7': 'sender',
  '1.8': 'sender',
  '1.9': 'protocol',
  // RFC 7505: a null MX. Exchange Online says "not found" with it.
  '1.10': 'user-unknown',
  '1.20': 'protocol',
  '1.90': 'rate',
  '1.351': 'user-unknown',
  '2.1': 'disabled',
  '2.2': 'full',
  '2.3': 'too-large',
  '2.4': 'system',
  '3.1': 'full',
  '3.2': 'system',
  '3.3': 'protocol',
  '3.4': 'too-large',
  '3.5': 'system',
  '4.1': 'network',
  '4.2': 'network',
  '4.3': 'network',
  '4.4': 'network',
  '4.5': 'rate',
  '4.6': 'network',
  '4.7': 'expired',
  '4.310': 'host-unknown',
  '4.14': 'network',
  '5.3': 'rate',
  '7.2': 'refused',
  '7.3': 'refused',
  '7.5': 'authentication',
  '7.7': 'content',
  '7.8': 'authentication',
  '7.9': 'authentication',
  // RFC 7372.
  ...{ '7.20': 'authentication', '7.21': 'authentication', '7.22': 'authentication', '7.23': 'authentication' },
  ...{ '7.24': 'authentication', '7.25': 'authentication', '7.26': 'authentication', '7.27': 'authentication' },
  '7.28': 'rate',
  '7.64': 'relaying',
  '7.509': 'authentication',
  '7.515': 'authentication',
};

/** What a whole subject says where its detail is not in the table. */
const SUBJECTS: Readonly<Record<string, Cause>> = {
  '3': 'system',
  '4': 'network',
  '5': 'protocol',
  '6': 'content',
  '7': 'refused',
};

/** Codes that say that something failed, and not what (RFC 3463 §3). */
const EMPTY = /^(?:0\.\d{1,3}|[125]\.0|3\.0)$/;

/**
 * Returns the cause that an enhanced code of class 5 names.
 *
 * @returns `undefined` for a code that says nothing alone.
 */
export function causeOfCode(status: string): Cause | undefined {
  const [, subject = '', detail = ''] = status.split('.');
  const rest = `${subject}.${detail}`;
  if (EMPTY.test(rest)) return undefined;
  return CODES[rest] ?? SUBJECTS[subject];
}
