import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { routePath } from 'hono/route';
import { listFailureOf, statusOfList } from '../app/public-pages/list-context.js';
import { chooseLanguage } from './language-choice.js';
import { failed, notFound, refused, wrongMethod } from './notices.js';
import { issueRoutes } from './routes/issues.js';
import { subscribeRoutes } from './routes/subscribe.js';
import { unsubscribeRoutes } from './routes/unsubscribe.js';
import { preferencesRoutes } from './routes/preferences.js';
import { testCopyRoutes } from './routes/test-copies.js';
import { securityHeaders } from './security-headers.js';
import type { ServeContext, ServeEnvironment, ServerContext } from './server-context.js';

/** One line per request; no address, token or query is ever in it. */
export interface RequestLine {
  readonly method: string;
  /** The route, such as `/u/:token`; `-` where none matched. */
  readonly route: string;
  readonly status: number;
  readonly milliseconds: number;
}

export interface ApplicationOptions {
  readonly serving: ServerContext;
  /** The path of the public address, without a slash at the end; requests may come with it or without. */
  readonly base: string;
  readonly onRequest: (line: RequestLine) => void;
  /** Where something went wrong on our side. */
  readonly onWarning: (what: string, error: unknown) => void;
}

const METHODS = new Set(['GET', 'HEAD', 'POST']);
const TARGET_LIMIT = 1024;

/** The public pages as one application, without a server. */
export function createApplication(options: ApplicationOptions): Hono<ServeEnvironment> {
  const { serving, base } = options;
  const application = new Hono<ServeEnvironment>({ getPath: (request) => pathWithin(request.url, base) });
  application.use(async (context, next) => {
    const started = performance.now();
    await next();
    options.onRequest({
      method: METHODS.has(context.req.method) ? context.req.method : 'other',
      route: routeOf(context),
      status: context.res.status,
      milliseconds: Math.round(performance.now() - started),
    });
  });
  application.use(securityHeaders);
  application.use(async (context, next) => {
    const { pages, list } = serving;
    const tags = pages.languages.map(({ tag }) => tag);
    context.set('language', chooseLanguage(context.req.header('Accept-Language'), tags, list.configuration.language));
    if ((context.env.incoming.url ?? '').length > TARGET_LIMIT) return refused(context, serving, 414);
    await next();
    return undefined;
  });
  application.use(
    methodNotAllowed<ServeEnvironment>({
      app: application,
      onMethodNotAllowed: (context, methods) => wrongMethod(context, serving, methods.join(', ')),
    }),
  );
  addOwnRoutes(application, serving);
  for (const routes of [testCopyRoutes, unsubscribeRoutes, subscribeRoutes, preferencesRoutes, issueRoutes]) {
    application.route('/', routes(serving));
  }
  application.notFound((context) => notFound(context, serving));
  application.onError((error, context) => {
    const failureCode = listFailureOf(error);
    const what = `${context.req.method} ${routeOf(context)}`;
    options.onWarning(failureCode === undefined ? what : `${what} ${failureCode}`, error);
    // Nothing was written, and the same request may succeed later.
    return failed(context, serving, failureCode === undefined ? 500 : 503);
  });
  return application;
}

function addOwnRoutes(application: Hono<ServeEnvironment>, serving: ServerContext): void {
  application.get('/healthz', async (context) => {
    const status = await statusOfList(serving.list);
    return context.json({ list: serving.list.configuration.list.id, status }, status === 'ok' ? 200 : 503);
  });
  application.get('/serve/:style', (context) => {
    const { style } = serving.pages;
    if (context.req.param('style') !== style.name) return notFound(context, serving);
    return context.body(style.text, 200, {
      'Content-Type': 'text/css; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });
}

/** The route that answered, never the path that was asked for. */
function routeOf(context: ServeContext): string {
  const route = routePath(context, -1);
  return route === '*' || route === '/*' || route === '' ? '-' : route.replace(/\{[^/]*\}/g, '');
}

/** The path of a URL within the site: a proxy may have taken the base away already. */
function pathWithin(url: string, base: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  const end = /[?#]/.exec(url)?.index ?? url.length;
  const path = start < 0 ? '/' : url.slice(start, end);
  return base !== '' && (path === base || path.startsWith(`${base}/`)) ? path.slice(base.length) || '/' : path;
}
