import type { MiddlewareHandler } from 'hono';
import { every } from 'hono/combine';
import { secureHeaders } from 'hono/secure-headers';

const NONE = ["'none'"];
const SELF = ["'self'"];
const SELF_OR_DATA = ["'self'", 'data:'];

/** What every answer carries; Hono's headers for old browsers and for encrypted connections have no use here. */
const COMMON = {
  originAgentCluster: false,
  strictTransportSecurity: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
  permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
  // A frame's own policy stays in place of the page's.
  overwrite: false,
};

/** The preview's own page: its own style, its own script, frames of its own. */
export const pageHeaders: MiddlewareHandler = every(
  secureHeaders({
    ...COMMON,
    contentSecurityPolicy: {
      defaultSrc: NONE,
      scriptSrc: SELF,
      styleSrc: SELF,
      imgSrc: SELF_OR_DATA,
      connectSrc: SELF,
      frameSrc: SELF,
      formAction: SELF,
      frameAncestors: NONE,
      baseUri: NONE,
    },
    xFrameOptions: 'DENY',
  }),
  async (context, next) => {
    await next();
    // Afterwards, since the stream of events is an answer that takes over no header from before.
    context.header('X-Robots-Tag', 'noindex');
    context.header('Cache-Control', 'no-store');
  },
);

/** What a frame may do: its links open windows of their own, and the page around it may see how far it is scrolled. */
const FRAME_PERMISSIONS = ['allow-same-origin', 'allow-popups', 'allow-popups-to-escape-sandbox'];
export const SANDBOX = FRAME_PERMISSIONS.join(' ');

/** An edition, in a frame or by itself: nothing in it runs, and nothing is loaded from elsewhere. */
export const frameHeaders: MiddlewareHandler = secureHeaders({
  ...COMMON,
  contentSecurityPolicy: {
    defaultSrc: NONE,
    scriptSrc: NONE,
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: SELF_OR_DATA,
    formAction: NONE,
    frameAncestors: SELF,
    baseUri: NONE,
    sandbox: FRAME_PERMISSIONS,
  },
  xFrameOptions: 'SAMEORIGIN',
});

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
