import { withTimeout } from '../../../time/with-timeout.js';
import { errorCode } from '../../../files/error-code.js';
import { wireAddress } from '../../../mime/addresses.js';
import { ANSWER_TIMEOUT, type PreflightResult, type PreflightContext, type Resolver } from './preflight-context.js';

/** Names that are nobody's (RFC 2606, RFC 6761): mail from them is refused, and bounces of it are lost. */
const RESERVED = /(^|\.)(example|test|invalid|localhost|local)$|(^|\.)example\.(com|net|org)$/i;

/** Whether From's domain can be one that people and mail servers trust; what DNS says of it is only advice. */
export async function checkSender({ template, network }: PreflightContext): Promise<readonly PreflightResult[]> {
  const domain = wireAddress(template.senderAddress).split('@').at(-1) ?? '';
  if (RESERVED.test(domain)) {
    return [
      {
        check: 'sender',
        result: 'refused',
        message: `The sender's domain ${domain} is only an example, and belongs to nobody.`,
        expected: 'a domain of your organisation in `sender.address`',
        help: 'Correct `sender:` in newsletter.yaml, and build again.',
      },
    ];
  }
  const warnings = (
    await Promise.all([
      lookUp('bounces could not come back: the domain has no MX record', () => hasMx(network.resolver, domain)),
      lookUp('the domain has no SPF record', () => hasTxt(network.resolver, domain, /^v=spf1\b/i)),
      lookUp('the domain has no DMARC record', () => hasDmarc(network.resolver, domain)),
    ])
  ).flat();
  const sender: PreflightResult = { check: 'sender', result: 'ok', message: `Messages come from ${domain}.` };
  if (warnings.length === 0) return [sender];
  return [
    sender,
    {
      check: 'dns',
      result: 'warning',
      message: `What DNS says of ${domain}: ${warnings.join('; ')}.`,
      expected: 'records for MX, SPF and DMARC; the big mailbox providers refuse mail without them',
      help: 'Ask the person who looks after your domain, or your provider.',
    },
  ];
}

/** Returns warnings where a look-up finds nothing or cannot be made. */
async function lookUp(missing: string, look: () => Promise<boolean>): Promise<readonly string[]> {
  try {
    return (await withTimeout(ANSWER_TIMEOUT, look)) ? [] : [missing];
  } catch (error) {
    const code = errorCode(error);
    return [code === 'ENOTFOUND' || code === 'ENODATA' ? missing : `${missing}, or it could not be asked now`];
  }
}

async function hasMx(resolver: Resolver, domain: string): Promise<boolean> {
  // One with an empty name says that the domain takes no mail (RFC 7505).
  return (await resolver.resolveMx(domain)).some(({ exchange }) => exchange !== '' && exchange !== '.');
}

async function hasTxt(resolver: Resolver, name: string, pattern: RegExp): Promise<boolean> {
  return (await resolver.resolveTxt(name)).some((strings) => pattern.test(strings.join('')));
}

/** At the domain itself or, since a policy holds for what lies below it, at one above (RFC 9989). */
async function hasDmarc(resolver: Resolver, domain: string): Promise<boolean> {
  const labels = domain.split('.');
  for (let start = 0; start <= labels.length - 2; start += 1) {
    const name = `_dmarc.${labels.slice(start).join('.')}`;
    const found = await hasTxt(resolver, name, /^v=DMARC1\b/i).catch((error: unknown) => {
      const isLast = start === labels.length - 2;
      if (isLast) throw error;
      return false;
    });
    if (found) return true;
  }
  return false;
}
