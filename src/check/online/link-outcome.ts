import { parseWebAddress } from '../../model/text/clean-link.js';
import { probeUrl, type Guard, type ProbeReply } from './http-probe.js';

/** The outcome of asking whether a link answers. */
export type LinkOutcome =
  | { readonly kind: 'answers' }
  /** The page is there, for good, at another address. */
  | { readonly kind: 'moved'; readonly to: string }
  | { readonly kind: 'dead'; readonly reason: string }
  | { readonly kind: 'private' }
  | { readonly kind: 'unchecked'; readonly reason: string };

const MAX_REDIRECTS = 5;
const GONE = new Set([404, 410]);
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

/** Some servers do not know the short question, or answer it wrongly: then the page itself is asked for. */
async function askForPage(url: URL, guard: Guard, signal: AbortSignal): Promise<ProbeReply> {
  const short = await probeUrl(url, 'HEAD', guard, signal);
  return short.kind === 'status' && short.status >= 400 ? probeUrl(url, 'GET', guard, signal) : short;
}

function outcomeOf(reply: ProbeReply, movedTo: string | undefined): LinkOutcome {
  switch (reply.kind) {
    case 'private':
      return { kind: 'private' };
    case 'no-host':
      return { kind: 'dead', reason: 'there is no such web site' };
    case 'failed':
      return { kind: 'unchecked', reason: reply.reason };
    case 'status':
      if (GONE.has(reply.status)) return { kind: 'dead', reason: `the web site answers ${String(reply.status)}` };
      if (reply.status < 200 || reply.status >= 300) return { kind: 'unchecked', reason: String(reply.status) };
      return movedTo === undefined ? { kind: 'answers' } : { kind: 'moved', to: movedTo };
  }
}

function target(location: string | undefined, base: URL): URL | undefined {
  if (location === undefined) return undefined;
  try {
    return parseWebAddress(new URL(location, base).href);
  } catch {
    return undefined;
  }
}

/** Follows a link to its end; at every turn it is decided again whether the next host may be asked. */
export async function followLink(start: URL, guard: Guard, signal: AbortSignal): Promise<LinkOutcome> {
  let url = start;
  let forGood = true;
  for (let turns = 0; turns <= MAX_REDIRECTS; turns += 1) {
    const reply = await askForPage(url, guard, signal);
    if (reply.kind !== 'status' || !REDIRECTS.has(reply.status)) {
      return outcomeOf(reply, turns > 0 && forGood ? url.href : undefined);
    }
    const next = target(reply.location, url);
    if (next === undefined) return { kind: 'unchecked', reason: 'it leads on to no web address' };
    forGood &&= PERMANENT.has(reply.status);
    url = next;
  }
  return { kind: 'unchecked', reason: 'it leads on and on' };
}
