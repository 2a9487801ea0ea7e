import { Hono } from 'hono';
import { TEST_COPY_TOKEN } from '../../app/public-pages/test-copies.js';
import { withForm } from '../notices.js';
import { sendMessage, type ServeContext, type ServeEnvironment, type ServerContext } from '../server-context.js';

/**
 * The links of test copies, where a token would stand in a reader's: a page that says so, whatever is asked for. A mail
 * program's one click (RFC 8058) gets its 200 as well; nothing is ever changed.
 */
export function testCopyRoutes(serving: ServerContext): Hono<ServeEnvironment> {
  const routes = new Hono<ServeEnvironment>();
  for (const path of [`/u/${TEST_COPY_TOKEN}`, `/p/${TEST_COPY_TOKEN}`]) {
    routes.get(path, (context) => showTestCopyNotice(context, serving));
    routes.post(path, (context) => withForm(context, serving, () => showTestCopyNotice(context, serving)));
  }
  return routes;
}

function showTestCopyNotice(context: ServeContext, serving: ServerContext): Response {
  const { testCopy: words } = serving.pages.words(context.var.language).serve;
  return sendMessage(context, serving, { title: words.title, paragraphs: [words.text] });
}
