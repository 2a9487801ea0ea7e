import { wireAddress } from '../../../mime/addresses.js';
import type { PreflightContext, PreflightResult } from './preflight-context.js';

/** Gmail, Yahoo and Outlook call bulk senders those who send them more messages a day (their rules of 2024 and 2025). */
const BULK_READERS = 5_000;

/** Domains of mailbox providers, whose DMARC policies let only their own servers send. */
const MAILBOX_PROVIDERS =
  /^(?:gmail|googlemail|aol|icloud|me|proton|protonmail)\.(?:com|me)$|^(?:yahoo|ymail|hotmail|outlook|live|msn|gmx|yandex)\.[a-z.]{2,6}$|^(?:web\.de|mail\.ru|t-online\.de)$/;

/**
 * What Gmail, Yahoo and Microsoft ask of bulk senders beyond DNS (`sender.ts`), signatures (`dkim.ts`) and a way out
 * (`message.ts`): https://support.google.com/a/answer/81126, https://senders.yahooinc.com/best-practices/.
 */
export function checkBulkRules(subject: PreflightContext): Promise<readonly PreflightResult[]> {
  const results = [foreignSender(subject), unaligned(subject), withoutOneClick(subject)];
  return Promise.resolve(results.flatMap((result) => result ?? []));
}

function domainOf(address: string): string {
  return wireAddress(address).split('@').at(-1)?.toLowerCase() ?? '';
}

function foreignSender({ template, transport }: PreflightContext): PreflightResult | undefined {
  const domain = domainOf(template.senderAddress);
  if (!MAILBOX_PROVIDERS.test(domain)) return undefined;
  return {
    check: 'bulk-rules',
    result: 'warning',
    message: `The sender's address is one of a mailbox provider (${domain}); the provider's DMARC record asks others to refuse it from any server but its own.`,
    expected: 'a sender at a domain of your organisation',
    help: `Change \`sender:\` in newsletter.yaml, and build again. It is right only where the transport "${transport.name}" submits to ${domain} itself.`,
  };
}

/** DMARC wants SPF or DKIM in the name of From's domain (RFC 9989); without a signature only SPF is left. */
function unaligned({ template, configuration, dkim, transport }: PreflightContext): PreflightResult | undefined {
  const from = domainOf(template.senderAddress);
  const back = domainOf(configuration.returnPath.address);
  if (dkim !== undefined || transport.signing === 'theirs' || organisation(from) === organisation(back))
    return undefined;
  return {
    check: 'bulk-rules',
    result: 'warning',
    message: `Undeliverable mail returns to ${back}, and messages come unsigned from ${from}: DMARC fails unless your provider signs for ${from}.`,
    expected: 'a return path at the sender’s domain, or a DKIM signature for it',
    help: 'Put an address of your own domain into `bounces:`, or sign (`dkim:`, NEWSLETTER_DKIM_KEY).',
  };
}

/** Two labels are enough: where registries sell names below three, nothing is said rather than something wrong. */
function organisation(domain: string): string {
  return domain.split('.').slice(-2).join('.');
}

function withoutOneClick({ template, readers }: PreflightContext): PreflightResult | undefined {
  if (template.unsubscribe.url !== undefined || readers < BULK_READERS) return undefined;
  return {
    check: 'bulk-rules',
    result: 'warning',
    message: `${String(readers)} readers, and nobody can unsubscribe by one click: Gmail and Yahoo ask that of everybody who sends more than 5,000 messages a day.`,
    expected: 'a public address (publicUrl) at which `newsletter serve` answers',
    help: 'See docs/serving.md. Or send on several days (`limits: perDay`).',
  };
}
