import { setTimeout as sleep } from 'node:timers/promises';
import type { SubmitOutcome } from '../../model/send/outgoing-message.js';
import type { SendingLimits } from '../../model/settings/sending-limits.js';
import type { SendingLimit } from '../../model/settings/sending-presets.js';
import type { NewsletterDatabase, Queries } from '../../store/database.js';
import { countUse, purgeUses, readTurn, readUses, writeTurn } from '../../store/rows/quota-rows.js';
import { afterOutcome, NOT_SLOWED, type Slowness } from './slowness.js';

/** Whether a message may leave now; otherwise when, and which limit keeps it back. */
export type QuotaDecision =
  | { readonly kind: 'go' }
  /** A limit of its recipient's domain. */
  | { readonly kind: 'domain-limit'; readonly until: Date; readonly limit: string }
  /** A limit of everything that is sent. */
  | { readonly kind: 'overall-limit'; readonly until: Date; readonly limit: string };

/** What a quota needs of its surroundings. */
export interface QuotaContext {
  readonly database: Pick<NewsletterDatabase, 'query' | 'transaction'>;
  readonly limits: SendingLimits;
  readonly now: () => Date;
  /** The names of the servers that take a domain's mail. */
  readonly mailServersOf: (domain: string) => Promise<readonly string[]>;
  /** Waits for some milliseconds, or until the signal aborts; never rejects. */
  readonly wait?: ((milliseconds: number, signal: AbortSignal | undefined) => Promise<void>) | undefined;
}

const MINUTE_MS = 60_000;
const WINDOWS = [
  { key: 'perHour', ms: 60 * MINUTE_MS, words: 'an hour' },
  { key: 'perDay', ms: 24 * 60 * MINUTE_MS, words: 'a day' },
] as const;
const ALL = 'all';

interface Scope {
  readonly name: string;
  readonly limit: SendingLimit;
}

/**
 * Keeps everything that is sent from one database within its limits, over restarts and processes. Messages of a limit
 * by the minute leave evenly, so that no minute can hold more. For hours and days it counts, by the minute: whatever
 * minute is partly inside a window counts as a whole, so that no window can hold more.
 */
export class Quota {
  readonly #context: QuotaContext;
  readonly #scopes = new Map<string, Promise<readonly Scope[]>>();
  /** By domain: when the next message that had to wait may come. */
  readonly #expected = new Map<string, number>();
  #slowness: Slowness = NOT_SLOWED;

  constructor(context: QuotaContext) {
    this.#context = context;
  }

  /** How many messages may be given to a transport at once: what leaves within a second. */
  get batchSize(): number {
    const { perMinute } = this.#context.limits.overall;
    return perMinute === undefined ? Number.POSITIVE_INFINITY : Math.max(1, Math.floor(perMinute / 60));
  }

  /** Reads how slow an earlier run had to become. */
  async open(): Promise<void> {
    const { slowMs } = await readTurn(this.#context.database.query, ALL);
    this.#slowness = { ...NOT_SLOWED, slowMs };
  }

  /** Decides about one message, and counts it if it may go. */
  async take(address: string): Promise<QuotaDecision> {
    const { overall, perDomain } = this.#context.limits;
    const counts = WINDOWS.some(({ key }) => overall[key] !== undefined);
    const domains = Object.keys(perDomain).length === 0 ? [] : await this.#scopesOf(domainOf(address));
    if (!counts && domains.length === 0) return { kind: 'go' };
    return this.#context.database.transaction((query) => this.#takeIn(query, { name: ALL, limit: overall }, domains));
  }

  /** Waits until the next message may leave, and takes its turn; returns early when the signal aborts. */
  async takeTurn(signal: AbortSignal | undefined): Promise<void> {
    for (;;) {
      const spacing = this.#spacingMs();
      if (spacing === 0 || signal?.aborted === true) return;
      const left = await this.#context.database.transaction((query) => this.#tryTurn(query, spacing));
      if (left === 0) return;
      await (this.#context.wait ?? waitFor)(left, signal);
    }
  }

  /** Becomes slower where the other side wants fewer messages, and faster again after some that it took. */
  async observe(outcome: SubmitOutcome): Promise<void> {
    const before = this.#slowness;
    this.#slowness = afterOutcome(before, outcome, this.#context.now().getTime());
    const { slowMs } = this.#slowness;
    if (slowMs === before.slowMs) return;
    await this.#context.database.transaction(async (query) => {
      await writeTurn(query, ALL, { ...(await readTurn(query, ALL)), slowMs });
    });
  }

  #spacingMs(): number {
    const { perMinute } = this.#context.limits.overall;
    return Math.max(spacingOf(perMinute), this.#slowness.slowMs);
  }

  /** @returns how many milliseconds are left until the next turn; 0: it is taken. */
  async #tryTurn(query: Queries, spacing: number): Promise<number> {
    const now = this.#context.now().getTime();
    const turn = await readTurn(query, ALL);
    const left = untilTurn(turn.nextAt, now, spacing);
    if (left === 0) await writeTurn(query, ALL, { ...turn, nextAt: now + spacing });
    return left;
  }

  async #takeIn(query: Queries, all: Scope, domains: readonly Scope[]): Promise<QuotaDecision> {
    const now = this.#context.now().getTime();
    await purgeUses(query, now - 2 * WINDOWS[1].ms);
    const full = await fullWindow(query, all, now);
    if (full !== undefined) return { kind: 'overall-limit', ...full };
    for (const scope of domains) {
      const kept = (await this.#domainTurn(query, scope, now)) ?? (await fullWindow(query, scope, now));
      if (kept !== undefined) return { kind: 'domain-limit', ...kept };
    }
    for (const { name, limit } of [all, ...domains]) {
      if (WINDOWS.some(({ key }) => limit[key] !== undefined)) await countUse(query, name, now);
      if (name === ALL || limit.perMinute === undefined) continue;
      await writeTurn(query, name, { nextAt: now + spacingOf(limit.perMinute), slowMs: 0 });
    }
    return { kind: 'go' };
  }

  /** What waits for one domain is told times one behind the other, so that it need not come before its turn. */
  async #domainTurn(query: Queries, { name, limit: { perMinute } }: Scope, now: number): Promise<Kept | undefined> {
    const spacing = spacingOf(perMinute);
    if (spacing === 0) return undefined;
    const left = untilTurn((await readTurn(query, name)).nextAt, now, spacing);
    if (left === 0) return undefined;
    const at = Math.max(now + left, (this.#expected.get(name) ?? 0) + spacing);
    this.#expected.set(name, at);
    return { until: new Date(at), limit: `${String(perMinute)} messages a minute to ${name}` };
  }

  #scopesOf(domain: string): Promise<readonly Scope[]> {
    const known = this.#scopes.get(domain);
    if (known !== undefined) return known;
    const found = this.#findScopes(domain);
    this.#scopes.set(domain, found);
    return found;
  }

  async #findScopes(domain: string): Promise<readonly Scope[]> {
    const { perDomain, byMailServer } = this.#context.limits;
    const servers = byMailServer ? await this.#context.mailServersOf(domain) : [];
    return Object.entries(perDomain).flatMap(([name, limit]) => {
      const served = servers.some((server) => server === name || server.endsWith(`.${name}`));
      return domain === name || served ? [{ name, limit }] : [];
    });
  }
}

interface Kept {
  readonly until: Date;
  readonly limit: string;
}

/** Milliseconds between two messages. */
function spacingOf(perMinute: number | undefined): number {
  return perMinute === undefined ? 0 : Math.ceil(MINUTE_MS / perMinute);
}

/** A turn that lies farther away than one spacing comes from a clock that was set back. */
function untilTurn(nextAt: number, now: number, spacing: number): number {
  const left = nextAt - now;
  return left <= 0 || left > Math.max(spacing, MINUTE_MS) ? 0 : left;
}

/** The first window of a scope that has no room, and when it has some again. */
async function fullWindow(query: Queries, { name, limit }: Scope, now: number): Promise<Kept | undefined> {
  for (const { key, ms, words } of WINDOWS) {
    const max = limit[key];
    if (max === undefined) continue;
    const uses = await readUses(query, name, now - ms);
    let used = uses.reduce((sum, { messages }) => sum + messages, 0);
    if (used < max) continue;
    for (const { endsAt, messages } of uses) {
      used -= messages;
      const to = name === ALL ? '' : ` to ${name}`;
      if (used < max) return { until: new Date(endsAt + ms), limit: `${String(max)} messages ${words}${to}` };
    }
  }
  return undefined;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

async function waitFor(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  // A timer may come up to a millisecond early. It rejects only because the signal came.
  await sleep(milliseconds + 1, undefined, { signal }).catch(() => undefined);
}
