import { withTimeout } from '../../../time/with-timeout.js';
import { errorCode } from '../../../files/error-code.js';
import { isSameRecord } from '../../../send/dkim/record.js';
import type { DkimKey } from '../../../send/dkim/keys.js';
import { ANSWER_TIMEOUT, type PreflightResult, type PreflightContext, type Resolver } from './preflight-context.js';

/** Whether the signatures of this send can be verified: a key that stands otherwise in DNS is worse than none. */
export async function checkDkim(subject: PreflightContext): Promise<readonly PreflightResult[]> {
  const { dkim, transport, network } = subject;
  if (transport.signing === 'theirs') {
    return [{ check: 'dkim', result: 'ok', message: `The service behind "${transport.name}" signs the messages.` }];
  }
  if (dkim === undefined) {
    return [
      {
        check: 'dkim',
        result: 'warning',
        message: 'Messages leave unsigned: your provider must sign them (DKIM).',
        expected: 'a provider that signs for your domain, or a key of your own in NEWSLETTER_DKIM_KEY',
        help: 'Ask your provider, and look for DKIM-Signature in a test copy (--test).',
      },
    ];
  }
  const warnings = dkim.warnings.map((text): PreflightResult => ({ check: 'dkim', result: 'warning', ...text }));
  return [...warnings, ...(await Promise.all(dkim.keys.map((key) => checkKey(key, network.resolver))))];
}

async function checkKey({ record, algorithm }: DkimKey, resolver: Resolver): Promise<PreflightResult> {
  const put = { expected: record.value, help: `Put it into DNS as a TXT record at ${record.name}.` };
  let found: readonly string[];
  try {
    found = (await withTimeout(ANSWER_TIMEOUT, () => resolver.resolveTxt(record.name))).map((strings) =>
      strings.join(''),
    );
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOTFOUND' || code === 'ENODATA') {
      return { check: 'dkim', result: 'refused', message: `There is no DKIM key at ${record.name} in DNS.`, ...put };
    }
    const message = `DNS could not be asked for the DKIM key at ${record.name}.`;
    return { check: 'dkim', result: 'warning', message, ...put };
  }
  if (found.some((one) => isSameRecord(record, one))) {
    return { check: 'dkim', result: 'ok', message: `Messages are signed with ${algorithm}, as ${record.name} has it.` };
  }
  const message = `The DKIM key at ${record.name} in DNS is another one than the one that signs here.`;
  return { check: 'dkim', result: 'refused', message, ...put };
}
