import { Hono } from 'hono';
import { every } from 'hono/combine';
import { secureHeaders } from 'hono/secure-headers';

/** Hono's other headers: they are for old browsers, or, as Strict-Transport-Security, for the proxy before us. */
const NOT_SENT = {
  originAgentCluster: false,
  strictTransportSecurity: false,
  xDnsPrefetchControl: false,
  xDownloadOptions: false,
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
} as const;

const NONE = ["'none'"];
const SELF = ["'self'"];

/**
 * What every answer carries: nothing runs, nothing comes from elsewhere, nothing is framed, no address is passed on,
 * and no page that is about a person is kept or indexed. A route that sets one of these headers keeps its own value.
 */
export const securityHeaders = every(
  secureHeaders({
    ...NOT_SENT,
    overwrite: false,
    contentSecurityPolicy: {
      defaultSrc: NONE,
      styleSrc: SELF,
      imgSrc: SELF,
      formAction: SELF,
      frameAncestors: NONE,
      baseUri: NONE,
    },
    xFrameOptions: 'DENY',
    permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
  }),
  async (context, next) => {
    context.header('Cache-Control', 'no-store');
    await next();
  },
);

const refusal = new Hono().use(securityHeaders).all('*', (context) => context.body(null, 400));

/** Answers what is no request, such as one whose Host is no host: it never reaches the pages. */
export function refuseMalformed(): Response | Promise<Response> {
  return refusal.request('/');
}
