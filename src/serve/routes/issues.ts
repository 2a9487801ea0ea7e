import path from 'node:path';
import { Hono } from 'hono';
import { PublicEditions, type PublicFile } from '../../app/builds/public-editions.js';
import { FileCache } from '../file-cache.js';
import { notFound } from '../notices.js';
import { sendPage, type ServeContext, type ServeEnvironment, type ServerContext } from '../server-context.js';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.pdf': 'application/pdf',
  '.ics': 'text/calendar; charset=utf-8',
};

/** The web editions of issues that came out, `/<issue>/…`, and the list of them. Only files that a build names exist. */
export function issueRoutes(serving: ServerContext): Hono<ServeEnvironment> {
  const editions = new PublicEditions(serving.list.configuration.root);
  const cache = new FileCache();
  const routes = new Hono<ServeEnvironment>();
  routes.get('/', async (context) => {
    const issues = await editions.list();
    return sendPage(context, serving.pages.home(context.var.language, { issues }));
  });
  routes.get('/:issue{[0-9]{4}-[0-9]{2}}', async (context) => {
    const issue = context.req.param('issue');
    if ((await editions.find(issue)) === undefined) return notFound(context, serving);
    return context.redirect(serving.pages.path(`/${issue}/`), 308);
  });
  routes.get('/:issue{[0-9]{4}-[0-9]{2}}/:file{.*}', async (context) => {
    const name = context.req.param('file');
    const edition = await editions.find(context.req.param('issue'));
    const file = edition?.get(name === '' ? 'index.html' : name);
    const answer = file === undefined ? undefined : await sendFile(context, file, cache);
    return answer ?? notFound(context, serving);
  });
  return routes;
}

/** For how long, in seconds, a cache may still show what was taken down. */
const PICTURE_SECONDS = 3600;
const OTHER_SECONDS = 300;

/** Answers with a file; `undefined` where it was taken down just now. */
async function sendFile(context: ServeContext, file: PublicFile, cache: FileCache): Promise<Response | undefined> {
  const extension = path.extname(file.path).toLowerCase();
  const picture = (MEDIA_TYPES[extension] ?? '').startsWith('image/');
  const headers = {
    'Content-Type': MEDIA_TYPES[extension] ?? 'application/octet-stream',
    ETag: `"${file.sha256.slice(0, 32)}"`,
    // Pictures are named by their content; mail programs of other sites show them. None may be kept for long.
    'Cache-Control': picture
      ? `public, max-age=${String(PICTURE_SECONDS)}, immutable`
      : `public, max-age=${String(OTHER_SECONDS)}`,
    ...(picture ? { 'Cross-Origin-Resource-Policy': 'cross-origin' } : {}),
  };
  if (context.req.header('If-None-Match') === headers.ETag) return context.body(null, 304, headers);
  const bytes = await cache.read(file);
  return bytes === undefined ? undefined : context.body(bytes, 200, headers);
}
