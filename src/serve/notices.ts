import { readBody, readForm, type Form, type RequestBody } from './form.js';
import { sendMessage, type ServeContext, type ServerContext } from './server-context.js';

/** The answers that any route may come to; none of them tells whether anybody is on the list. */

function linkTo({ pages }: ServerContext, path: string, label: string) {
  return { path: pages.path(path), label };
}

/** A token that is none of ours: the way to leave by mail goes with it, since a cut link may be all that somebody has. */
export function tokenWrong(context: ServeContext, serving: ServerContext): Response {
  const { tokenWrong: words } = serving.pages.words(context.var.language).serve;
  const address = serving.list.configuration.unsubscribeAddress;
  const mailto = { text: words.leave, label: address, address: `mailto:${address}?subject=unsubscribe` };
  return sendMessage(context, serving, { title: words.title, paragraphs: [words.text], mailto }, 404);
}

/** A token whose time is over. */
export function tokenExpired(context: ServeContext, serving: ServerContext): Response {
  const { tokenOver: words, toSubscribe } = serving.pages.words(context.var.language).serve;
  const link = linkTo(serving, '/subscribe', toSubscribe);
  return sendMessage(context, serving, { title: words.title, paragraphs: [words.text], link }, 410);
}

export function undoOver(context: ServeContext, serving: ServerContext): Response {
  const { undoOver: words, toSubscribe } = serving.pages.words(context.var.language).serve;
  const link = linkTo(serving, '/subscribe', toSubscribe);
  return sendMessage(context, serving, { title: words.title, paragraphs: [words.text], link }, 410);
}

export function notFound(context: ServeContext, serving: ServerContext): Response {
  const { notFound: words, toHome } = serving.pages.words(context.var.language).serve;
  const link = linkTo(serving, '/', toHome);
  return sendMessage(context, serving, { title: words.title, paragraphs: [words.text], link }, 404);
}

/** A method that the page does not know (RFC 9110 §15.5.6). */
export function wrongMethod(context: ServeContext, serving: ServerContext, allowed: string): Response {
  context.header('Allow', allowed);
  return refused(context, serving, 405);
}

/** A form that cannot be read, or is too large. */
export function refused(context: ServeContext, serving: ServerContext, status: 400 | 405 | 413 | 414): Response {
  const { refused: words } = serving.pages.words(context.var.language).serve;
  if (status === 413) context.header('Connection', 'close');
  return sendMessage(context, serving, { title: words.title, paragraphs: [words.text] }, status);
}

export function tooMany(context: ServeContext, serving: ServerContext): Response {
  const { tooMany: words } = serving.pages.words(context.var.language).serve;
  context.header('Retry-After', '3600');
  return sendMessage(context, serving, { title: words.title, paragraphs: [words.text] }, 429);
}

/** Something on our side: the disk, the database, too much that waits. */
export function failed(context: ServeContext, serving: ServerContext, status: 500 | 503): Response {
  const { failed: words } = serving.pages.words(context.var.language).serve;
  if (status === 503) context.header('Retry-After', '120');
  return sendMessage(context, serving, { title: words.title, paragraphs: [words.text] }, status);
}

/** Reads the body of a request, or refuses it. */
export async function withBody(
  context: ServeContext,
  serving: ServerContext,
  answer: (body: RequestBody) => Response | Promise<Response>,
): Promise<Response> {
  const reading = await readBody(context.env.incoming);
  if (reading.kind === 'body') return answer(reading.body);
  return refused(context, serving, reading.kind === 'too-large' ? 413 : 400);
}

/** Reads the form of a request, or refuses it. */
export async function withForm(
  context: ServeContext,
  serving: ServerContext,
  answer: (form: Form) => Response | Promise<Response>,
): Promise<Response> {
  const reading = await readForm(context.env.incoming);
  if (reading.kind === 'form') return answer(reading.form);
  return refused(context, serving, reading.kind === 'too-large' ? 413 : 400);
}
