import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Hono, type Context } from 'hono';
import type { OutputFile } from '../model/issue/edition.js';
import { simulatePage, styleInScheme, simulateText } from './simulate-client.js';
import { eventStream } from './event-stream.js';
import type { LiveIssue } from './live-issue.js';
import { fileOfView, parseVariantName, viewOf, type PreviewVariant } from './page/preview-variant.js';
import type { PreviewPage } from './page/page.js';
import { frameHeaders, isFromHere, pageHeaders } from './security.js';

export interface ApplicationOptions {
  readonly live: LiveIssue;
  readonly page: PreviewPage;
  /** What the Host field may say. */
  readonly hosts: ReadonlySet<string>;
  /** Ends the streams of events. */
  readonly closing: AbortSignal;
}

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.ics': 'text/calendar; charset=utf-8',
  '.pdf': 'application/pdf',
};

/** The preview as one application, without a server: it only shows, and nothing that is asked of it changes anything. */
export function createApplication(options: ApplicationOptions): Hono {
  const { live, page, hosts, closing } = options;
  const application = new Hono();
  application.use(pageHeaders);
  application.use(async (context, next) => {
    if (!isFromHere(originOf(context), hosts)) {
      return context.text('The preview answers only to this machine, under the address that it printed.\n', 403);
    }
    if (context.req.method !== 'GET' && context.req.method !== 'HEAD') {
      return context.text('The preview only shows: there is nothing to change here.\n', 405, { Allow: 'GET, HEAD' });
    }
    await next();
    return undefined;
  });
  application.get('/', (context) => {
    const view = viewOf((name) => context.req.query(name));
    return context.html(page.render(live.state, view));
  });
  application.get('/preview.css', (context) =>
    context.body(page.style, 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );
  application.get('/preview.js', (context) =>
    context.body(page.script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  application.get('/events', () => eventStream(live, closing));
  // The version is there so that no browser takes a picture of one build for that of another.
  application.get('/frames/:version/:look/:file{.+}', frameHeaders, (context) => frame(context, live));
  application.notFound((context) => context.text('There is no such page in the preview.\n', 404));
  return application;
}

function originOf(context: Context) {
  return {
    host: context.req.header('Host'),
    origin: context.req.header('Origin'),
    site: context.req.header('Sec-Fetch-Site'),
    mode: context.req.header('Sec-Fetch-Mode'),
  };
}

/** A file of the shown editions: found by its name among them, never by a path on the disk. */
async function frame(context: Context, live: LiveIssue): Promise<Response> {
  const variant = parseVariantName(context.req.param('look') ?? '');
  const editions = live.state.shown?.editions;
  if (variant === undefined || editions === undefined) return context.notFound();
  const name = context.req.param('file') ?? '';
  if (name === fileOfView({ ...variant, edition: 'phone' })) return context.html(simulatePage(editions.html, variant));
  if (name === fileOfView({ ...variant, edition: 'text' })) {
    return context.html(simulateText(editions.text, editions.language, variant));
  }
  const file = editions.files.get(name);
  return file === undefined ? context.notFound() : answerFile(context, file, variant);
}

async function answerFile(context: Context, file: OutputFile, variant: PreviewVariant): Promise<Response> {
  const { content } = file;
  const extension = path.posix.extname(file.path);
  if (content.kind === 'text' && extension === '.html') return context.html(simulatePage(content.text, variant));
  const type = MEDIA_TYPES[extension] ?? 'application/octet-stream';
  const headers: Record<string, string> = { 'Content-Type': type };
  if (!type.startsWith('image/') && extension !== '.css') headers['Content-Disposition'] = 'attachment';
  if (content.kind === 'text') {
    return context.body(
      extension === '.css' ? styleInScheme(content.text, variant.scheme) : content.text,
      200,
      headers,
    );
  }
  return context.body(Uint8Array.from(await readFile(content.from)), 200, headers);
}
