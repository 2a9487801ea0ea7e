import { lookup } from 'node:dns/promises';
import { parseWebAddress } from '../../model/text/clean-link.js';
import type { Finding, SourceLocation } from '../../model/finding.js';
import { createFinding } from '../../model/rule.js';
import type { Guard } from './http-probe.js';
import { runPerHost, type HostJob } from './per-host-queue.js';
import { LinkMemory } from './link-memory.js';
import { followLink, type LinkOutcome } from './link-outcome.js';
import { deadLink, movedLink, uncheckedLink } from './online-rules.js';
import { isPublicAddress } from './public-address.js';

/** A link, and where it stands. */
export interface LocatedLink {
  readonly address: string;
  readonly place: SourceLocation;
}

/** How links are asked; what is left out is as it should be for people. */
export interface OnlineOptions {
  readonly resolve?: Guard['resolve'];
  readonly permits?: Guard['permits'];
  readonly now?: () => Date;
  /** After this many milliseconds the links that are left are not asked any more. */
  readonly longest?: number;
}

const LANES = { inAll: 8, perHost: 2 };
const LONGEST_MS = 120_000;
const MAX_LINKS = 1_000;

type LinkWords = Pick<Finding, 'ruleId' | 'severity' | 'message' | 'expected' | 'help'>;

const A_PAGE = 'a page that opens';

/** Returns the words of the finding about a link; `undefined` when it answers. */
function wordsOf(outcome: LinkOutcome): LinkWords | undefined {
  switch (outcome.kind) {
    case 'answers':
      return undefined;
    case 'moved': {
      const expected = outcome.to.slice(0, 300);
      const message = 'This page has moved for good.';
      return createFinding(movedLink, { message, expected, help: `Write the new address: ${expected}` });
    }
    case 'dead':
      return createFinding(deadLink, {
        message: `This link leads to nothing: ${outcome.reason}.`,
        expected: A_PAGE,
        help: 'Open it in a browser, look for where the page is now, and write that address.',
      });
    case 'private':
      return createFinding(deadLink, {
        message: 'This link leads to a computer that is not on the public internet.',
        expected: A_PAGE,
        help: 'Link to a page that every reader can open.',
      });
    case 'unchecked':
      return createFinding(uncheckedLink, {
        message: `It could not be checked whether this link answers (${outcome.reason}).`,
        expected: A_PAGE,
        help: 'Open it in a browser once.',
      });
  }
}

function findingsOf({ address, place }: LocatedLink, outcome: LinkOutcome): Finding[] {
  const words = wordsOf(outcome);
  return words === undefined ? [] : [{ ...words, ...place, actual: `"${address.slice(0, 120)}"` }];
}

/** What a server is asked for: the part behind the # is the browser's affair. */
function requestOf(address: string): URL | undefined {
  const url = parseWebAddress(address);
  if (url !== undefined) url.hash = '';
  return url;
}

/** Asks whether links answer: bounded, a few at once, remembered for a day, and never within one's own network. */
export async function checkLinks(
  links: readonly LocatedLink[],
  cacheFolder: string,
  options: OnlineOptions,
  onChecked: (done: number, of: number) => void,
): Promise<readonly Finding[]> {
  const guard: Guard = {
    resolve: options.resolve ?? ((host) => lookup(host, { all: true })),
    permits: options.permits ?? isPublicAddress,
  };
  const memory = new LinkMemory(cacheFolder, options.now ?? (() => new Date()));
  const ending = AbortSignal.timeout(options.longest ?? LONGEST_MS);
  const outcomes = new Map<string, LinkOutcome>();
  const urls = new Map(
    links.flatMap(({ address }) => {
      const url = requestOf(address);
      return url === undefined ? [] : [[url.href, url] as const];
    }),
  );
  const wanted = [...urls.values()].slice(0, MAX_LINKS);
  const jobs = wanted.map((url): HostJob => ({
    host: url.host,
    run: async () => {
      const known = memory.recall(url.href);
      const late: LinkOutcome = { kind: 'unchecked', reason: 'the time for all links was over' };
      const outcome = known ?? (ending.aborted ? late : await followLink(url, guard, ending));
      if (known === undefined) memory.remember(url.href, outcome);
      outcomes.set(url.href, outcome);
      onChecked(outcomes.size, wanted.length);
    },
  }));
  await runPerHost(jobs, LANES);
  if (jobs.length > 0) memory.save();
  return links.flatMap((link) => {
    const outcome = outcomes.get(requestOf(link.address)?.href ?? '');
    return outcome === undefined ? [] : findingsOf(link, outcome);
  });
}
