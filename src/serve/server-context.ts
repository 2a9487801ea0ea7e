import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { ListContext } from '../app/public-pages/list-context.js';
import type { ProxyTrust } from './limits/client-network.js';
import type { FormLimits } from './limits/form-limits.js';
import type { MessagePage, Pages } from './pages.js';

/** What every route of the public server works with. */
export interface ServerContext {
  readonly list: ListContext;
  readonly pages: Pages;
  readonly trust: ProxyTrust;
  readonly limits: ServeLimits;
}

/** How often requests from outside may cause mail, beside what is counted in the database; in bounded memory. */
export interface ServeLimits {
  /** For the networks of those who fill in the form. */
  readonly form: FormLimits;
}

export interface ServeEnvironment {
  readonly Bindings: HttpBindings;
  readonly Variables: { language: string };
}

export type ServeContext = Context<ServeEnvironment>;

type PageStatus = 200 | 400 | 404 | 405 | 410 | 413 | 414 | 422 | 429 | 500 | 503;

/** Answers with a page. */
export function sendPage(context: ServeContext, html: string, status: PageStatus = 200): Response {
  return context.body(html, status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': context.var.language,
    Vary: 'Accept-Language',
  });
}

/** Answers with a page of sentences. */
export function sendMessage(
  context: ServeContext,
  { pages }: ServerContext,
  page: MessagePage,
  status: PageStatus = 200,
): Response {
  return sendPage(context, pages.message(context.var.language, page), status);
}
