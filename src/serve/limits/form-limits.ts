import { IPV4_PREFIXES, IPV6_PREFIXES, type ClientNetwork, type NetworkPrefix } from './client-network.js';
import { Limiter } from './limiter.js';
import { FORM_LIMIT } from './mail-limits.js';

const HOUR_MS = 3_600_000;

/** How often a network of each size may use the form in an hour: a wide one has more people, and more ways to cheat. */
const MAX_REQUESTS_PER_HOUR: Readonly<Record<NetworkPrefix, number>> = { 64: 20, 56: 40, 48: 100, 24: 20, 16: 100 };

/** How many of them are reserved for networks that sent hardly any request. */
const RESERVED_MAILS = 300;
/** A network with this number of requests in the hour, or more, has no share in the reserved mails. */
const QUIET_BELOW_REQUESTS = 3;

/**
 * How often the form may be used, counted by the network that asks: in memory, so that no network is stored. A network counts in three sizes (two of
 * IPv4), so that somebody with a whole /48 has no 65,536 households. Whatever a crowd of busy networks takes, a reader
 * from one that is quiet, by all of its sizes, still gets through.
 */
export class FormLimits {
  readonly #perNetwork: ReadonlyMap<NetworkPrefix, Limiter>;

  /** @param now in milliseconds. */
  constructor(now: () => number) {
    const limiters = [...IPV4_PREFIXES, ...IPV6_PREFIXES].map((prefix) => {
      // One for each size: no flood of narrow networks can push the count of a wide one out of memory.
      const limit = { times: MAX_REQUESTS_PER_HOUR[prefix], withinMilliseconds: HOUR_MS };
      return [prefix, new Limiter(limit, now)] as const;
    });
    this.#perNetwork = new Map(limiters);
  }

  /**
   * Counts a request that comes from these networks; `false`, and not counted, where there is no room for it.
   *
   * @param mails how many the form has caused within the hour.
   */
  admit(networks: readonly ClientNetwork[], mails: number): boolean {
    const limited = networks.flatMap(({ prefix, name }) => {
      const limiter = this.#perNetwork.get(prefix);
      return limiter === undefined ? [] : [{ limiter, name }];
    });
    if (!limited.every(({ limiter, name }) => limiter.hasRoom(name))) return false;
    const isQuiet = limited.every(({ limiter, name }) => limiter.timesOf(name) < QUIET_BELOW_REQUESTS);
    const room = isQuiet ? FORM_LIMIT.times : FORM_LIMIT.times - RESERVED_MAILS;
    if (mails >= room) return false;
    for (const { limiter, name } of limited) limiter.count(name);
    return true;
  }

  /** How many networks are remembered. */
  get size(): number {
    return [...this.#perNetwork.values()].reduce((sum, { size }) => sum + size, 0);
  }
}
