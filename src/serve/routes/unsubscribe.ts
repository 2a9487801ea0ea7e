import { Hono } from 'hono';
import {
  unsubscribeReader,
  readUnsubscribeToken,
  readResubscribeToken,
  readUndoToken,
  resubscribeReader,
  undoUnsubscribeReader,
} from '../../app/public-pages/unsubscribe.js';
import type { ListContext } from '../../app/public-pages/list-context.js';
import { parseForm } from '../form.js';
import { refused, tokenWrong, undoOver, withBody, withForm } from '../notices.js';
import { isOneClick } from '../one-click.js';
import { sendMessage, type ServeContext, type ServeEnvironment, type ServerContext } from '../server-context.js';

/**
 * `/u/:token`: GET asks, POST acts. A mail program's POST says `List-Unsubscribe=One-Click` (RFC 8058 §3.2), in whatever
 * type, and gets a plain 200: no redirect, no cookie, nothing to run. `/undo/:token` takes that leaving back within the
 * hour; `/return/:token`, from a mail, takes back what a mail did that only named the reader's address.
 */
export function unsubscribeRoutes(serving: ServerContext): Hono<ServeEnvironment> {
  const routes = new Hono<ServeEnvironment>();
  routes.get('/u/:token', (context) => {
    if (readUnsubscribeToken(serving.list, context.req.param('token')) === undefined)
      return tokenWrong(context, serving);
    return showUnsubscribeForm(context, serving);
  });
  routes.post('/u/:token', (context) =>
    withBody(context, serving, async (body) => {
      const subscriberId = readUnsubscribeToken(serving.list, context.req.param('token'));
      if (subscriberId === undefined) return tokenWrong(context, serving);
      if (isOneClick(body)) {
        await unsubscribeReader(serving.list, subscriberId, 'one-click');
        return context.text(serving.pages.words(context.var.language).serve.oneClick);
      }
      if (parseForm(body)?.get('action') !== 'leave') return refused(context, serving, 400);
      return showUnsubscribed(context, serving, await unsubscribeReader(serving.list, subscriberId, 'page'));
    }),
  );
  addUndoRoutes(routes, serving, { path: '/undo/:token', read: readUndoToken, act: undoUnsubscribeReader });
  addUndoRoutes(routes, serving, { path: '/return/:token', read: readResubscribeToken, act: resubscribeReader });
  return routes;
}

/** A way back onto the list, and what its tokens are. */
interface UndoRoute {
  readonly path: '/undo/:token' | '/return/:token';
  readonly read: (list: ListContext, token: string) => 'valid' | 'expired' | undefined;
  readonly act: (list: ListContext, token: string) => Promise<'stayed' | 'expired'>;
}

function addUndoRoutes(routes: Hono<ServeEnvironment>, serving: ServerContext, { path, read, act }: UndoRoute): void {
  routes.get(path, (context) => {
    const state = read(serving.list, context.req.param('token'));
    if (state === undefined) return tokenWrong(context, serving);
    return state === 'expired' ? undoOver(context, serving) : showUndoForm(context, serving);
  });
  routes.post(path, (context) =>
    withForm(context, serving, async (form) => {
      const token = context.req.param('token');
      if (read(serving.list, token) === undefined) return tokenWrong(context, serving);
      if (form.get('action') !== 'stay') return refused(context, serving, 400);
      if ((await act(serving.list, token)) === 'expired') return undoOver(context, serving);
      const { stayed } = serving.pages.words(context.var.language).serve;
      return sendMessage(context, serving, { title: stayed.title, paragraphs: [stayed.text] });
    }),
  );
}

/** The same page for everybody, also for one who has left: the link may have been passed on, and tells nothing. */
function showUnsubscribeForm(context: ServeContext, serving: ServerContext): Response {
  const { pages } = serving;
  const { leave, undoOver: over, toSubscribe } = pages.words(context.var.language).serve;
  return sendMessage(context, serving, {
    title: leave.title,
    paragraphs: [leave.text],
    question: { button: leave.button, value: 'leave' },
    small: `${leave.forwarded} ${pages.fill(over.text)}`,
    link: { path: pages.path('/subscribe'), label: toSubscribe },
  });
}

/**
 * The page after leaving. Only the answer to the request that did the leaving has the way back; a later visitor can
 * subscribe again.
 */
export function showUnsubscribed(
  context: ServeContext,
  serving: ServerContext,
  undoToken: string | undefined,
): Response {
  const { pages } = serving;
  const { left, undoOver: over, toSubscribe } = pages.words(context.var.language).serve;
  if (undoToken === undefined) {
    const link = { path: pages.path('/subscribe'), label: toSubscribe };
    return sendMessage(context, serving, { title: left.title, paragraphs: [left.text, over.text], link });
  }
  return sendMessage(context, serving, {
    title: left.title,
    paragraphs: [left.text],
    question: {
      text: left.undo,
      button: left.button,
      value: 'stay',
      action: pages.path(`/undo/${undoToken}`),
      quiet: true,
    },
  });
}

function showUndoForm(context: ServeContext, serving: ServerContext): Response {
  const { undo } = serving.pages.words(context.var.language).serve;
  return sendMessage(context, serving, {
    title: undo.title,
    paragraphs: [undo.text],
    question: { button: undo.button, value: 'stay' },
  });
}
