import { NewsletterError } from '../model/error.js';
import { isLoopback } from '../model/settings/loopback.js';

/**
 * Drafts are only for the person at this machine.
 *
 * @throws NewsletterError `usage` when others can reach the address.
 */
export function refuseOtherHosts(host: string): void {
  if (isLoopback(host)) return;
  throw new NewsletterError('usage', {
    message: `The preview shows drafts, so it does not listen on ${host}, where others could reach it.`,
    expected: 'an address of this machine alone: 127.0.0.1, ::1 or localhost',
    help: 'Leave --host out. To show a draft to somebody, send it to them: newsletter send --test ADDRESS.',
  });
}

/** A host as it stands in a URL. */
export function hostInUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** What the Host field of a request may say; everything else is a page from elsewhere that tries to get in by a name. */
export function ownHosts(host: string, port: number): ReadonlySet<string> {
  return new Set(['localhost', '127.0.0.1', '[::1]', hostInUrl(host)].map((name) => `${name}:${String(port)}`));
}
