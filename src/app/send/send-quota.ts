import { resolveMx } from 'node:dns/promises';
import type { SendingLimits } from '../../model/settings/sending-limits.js';
import type { Transport } from '../../model/send/outgoing-message.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { limitTransport } from '../../send/quota/limited-transport.js';
import { Quota } from '../../send/quota/quota.js';
import type { NewsletterDatabase } from '../../store/database.js';
import { withTimeout } from '../../time/with-timeout.js';
import { ANSWER_TIMEOUT, type Resolver } from './preflight/preflight-context.js';

/** What the limits of a workspace are kept with. */
export interface QuotaSurroundings {
  readonly configuration: Pick<Configuration, 'limits'>;
  readonly database: NewsletterDatabase;
  readonly resolver?: Pick<Resolver, 'resolveMx'> | undefined;
  readonly now: () => Date;
  /** Waits for a turn; absent: real time passes. */
  readonly wait?: ((milliseconds: number) => Promise<void>) | undefined;
}

/** Keeps a transport within the limits of the workspace; a rehearsal has none. */
export function withinLimits(
  transport: Transport,
  { configuration, database, resolver = { resolveMx }, now, wait }: QuotaSurroundings,
): Transport {
  if (transport.kind !== 'real') return transport;
  const mailServersOf = async (domain: string): Promise<readonly string[]> => {
    // Without an answer the domain has only its own limit.
    const servers = await withTimeout(ANSWER_TIMEOUT, () => resolver.resolveMx(domain)).catch(() => []);
    return servers.map(({ exchange }) => exchange.toLowerCase().replace(/\.$/, ''));
  };
  const limits = withOwnRate(configuration.limits, transport.perMinute);
  return limitTransport(transport, new Quota({ database, limits, now, mailServersOf, wait }));
}

/** What the transport's settings say holds too. */
function withOwnRate(limits: SendingLimits, own: number | undefined): SendingLimits {
  const { perMinute = own } = limits.overall;
  if (perMinute === undefined) return limits;
  return { ...limits, overall: { ...limits.overall, perMinute: Math.min(perMinute, own ?? perMinute) } };
}
