import { isHardlyAutomatic, originOf } from './automatic.js';
import { readBounce } from './bounce.js';
import type { Classification } from './classification.js';
import { readSesEvent } from './ses-event.js';
import { isDomainReport, readComplaint } from './complaint.js';
import { namesNewAddress } from './auto-replies/moved-address.js';
import type { Mail } from '../mail/read-mail.js';
import {
  asksAtAll,
  readPlainRequest,
  readTokenRequest,
  type MailRequest,
  type OurList,
} from '../unsubscribe-request.js';

/** What a mail is: a request to unsubscribe, or something to note. */
export type MailReading =
  | { readonly kind: 'request'; readonly request: MailRequest }
  /** There are several when a delivery report is about several recipients. */
  | { readonly kind: 'noted'; readonly classifications: readonly Classification[] };

/**
 * Classifies a mail. Reports for programs come first and requests second, because no vacation reply carries a token in
 * its subject by itself.
 */
export function classify(mail: Mail, list: OurList): MailReading {
  const complaint = readComplaint(mail);
  if (complaint !== undefined) return noted([complaint]);
  const proved = mail.reports.length === 0 ? readTokenRequest(mail, list) : undefined;
  if (proved !== undefined) return { kind: 'request', request: proved };
  if (isDomainReport(mail)) return noted([other('a report about our own domain (DMARC or TLS)')]);
  const bounces = readSesEvent(mail) ?? readBounce(mail);
  if (bounces !== undefined) return noted(bounces);
  const origin = originOf(mail, list.addresses);
  if (origin === 'reply') {
    if (isHardlyAutomatic(mail) && asksAtAll(mail, list)) {
      return {
        kind: 'request',
        request: { kind: 'unclear', reason: 'speaks of leaving, and may be a program’s answer' },
      };
    }
    const reason = 'a program answered, as during a holiday';
    return noted([withNewAddress({ kind: 'auto-reply', status: null, recipient: mail.from ?? null, reason }, mail)]);
  }
  const plain = readPlainRequest(mail, list);
  if (plain !== undefined) return { kind: 'request', request: plain };
  const reason = origin === 'generated' ? 'a program wrote it, or it went to many people' : 'a mail of another kind';
  return noted([withNewAddress(other(reason), mail)]);
}

function other(reason: string): Classification {
  return { kind: 'other', status: null, recipient: null, reason };
}

/** An address that a mail names is shown and never acted on: anybody could have written it. */
function withNewAddress(noted: Classification, mail: Mail): Classification {
  if (!namesNewAddress(mail)) return noted;
  const advice = 'Nothing was changed; ask the reader to subscribe with the new address.';
  return { ...noted, reason: `${noted.reason}; it names a new address, or says that somebody left`, advice };
}

function noted(classifications: readonly Classification[]): MailReading {
  return { kind: 'noted', classifications };
}
