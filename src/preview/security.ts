/** What every answer carries. */
const COMMON_HEADERS: readonly (readonly [name: string, value: string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'no-referrer'],
  ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['X-Robots-Tag', 'noindex'],
  ['Cache-Control', 'no-store'],
];

/** The preview's own page: its own style, its own script, frames of its own. */
export const PAGE_HEADERS: readonly (readonly [name: string, value: string])[] = [
  ...COMMON_HEADERS,
  [
    'Content-Security-Policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  ],
  ['X-Frame-Options', 'DENY'],
];

/** What a frame may do: its links open windows of their own, and the page around it may see how far it is scrolled. */
export const SANDBOX = 'allow-same-origin allow-popups allow-popups-to-escape-sandbox';

/** An edition, in a frame or by itself: nothing in it runs, and nothing is loaded from elsewhere. */
export const FRAME_HEADERS: readonly (readonly [name: string, value: string])[] = [
  ...COMMON_HEADERS,
  [
    'Content-Security-Policy',
    `default-src 'none'; script-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; form-action 'none'; frame-ancestors 'self'; base-uri 'none'; sandbox ${SANDBOX}`,
  ],
  ['X-Frame-Options', 'SAMEORIGIN'],
];

/** The parts of a request that say where it comes from. */
export interface RequestOrigin {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site` and `Sec-Fetch-Mode`, which browsers write and pages cannot. */
  readonly site: string | undefined;
  readonly mode: string | undefined;
}

/**
 * Whether a request comes from the person at this machine, or from our own page. A page elsewhere may neither reach
 * the preview by a name that leads here (DNS rebinding) nor load parts of it; following a link to it is harmless.
 */
export function isFromHere({ host, origin, site, mode }: RequestOrigin, own: ReadonlySet<string>): boolean {
  if (host === undefined || !own.has(host.toLowerCase())) return false;
  if (origin !== undefined && origin !== `http://${host.toLowerCase()}`) return false;
  const elsewhere = site === 'cross-site' || site === 'same-site';
  return !elsewhere || mode === 'navigate';
}
