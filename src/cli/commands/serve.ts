import { Command } from 'commander';
import { withCommonOptions, type CommandContext, type Run } from '../command-context.js';
import type { CommonOptions, Output } from '../output.js';
import { portNumber } from '../port-number.js';

interface ServeOptions extends CommonOptions {
  readonly host: string;
  readonly port: number;
}

/**
 * Writes a line of the log. Of an error it shows only what cannot name a person: messages may, but codes and places in
 * the program cannot.
 */
function noteWarning(output: Output, what: string, error: unknown): void {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const name = error instanceof Error ? error.name : '';
  const place = error instanceof Error ? (/\n\s+at (\S+)/.exec(error.stack ?? '')?.[1] ?? '') : '';
  output.note([new Date().toISOString(), 'trouble:', what, name, code, place].filter((part) => part !== '').join(' '));
}

async function serve(options: ServeOptions, { output, request, signal }: CommandContext): Promise<number> {
  const { openWorkspace } = await import('../../app/workspace/open-workspace.js');
  const { startServer } = await import('../../serve/server.js');
  const { languageNotices } = await import('../../app/service-mail/service-language.js');
  const { configuration } = openWorkspace(request);
  for (const notice of languageNotices(configuration)) output.note(notice);
  const server = await startServer({
    configuration,
    host: options.host,
    port: options.port,
    now: () => new Date(),
    onRequest: ({ method, route, status, milliseconds }) => {
      output.note(`${new Date().toISOString()} ${method} ${route} ${String(status)} ${String(milliseconds)} ms`);
    },
    onWarning: (what, error) => {
      noteWarning(output, what, error);
    },
  });
  output.document({ url: server.url });
  output.print(`The public pages are at ${server.url}`);
  if (!signal.aborted) {
    await new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => {
        resolve();
      });
    });
  }
  await server.close();
  return 0;
}

/** `newsletter serve`: the public pages, behind a reverse proxy, until it is stopped. */
export function serveCommand(run: Run): Command {
  return withCommonOptions(new Command('serve'))
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--port <number>', 'the port to listen on; 0 takes any free one', portNumber, 8080)
    .summary('serve the pages for joining and leaving')
    .description('serve the public pages: subscribing, leaving, settings and the issues that came out')
    .action((options: ServeOptions) => run(options, 'gracefully', (context) => serve(options, context)));
}
