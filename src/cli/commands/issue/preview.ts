import path from 'node:path';
import { Command } from 'commander';
import type { LiveState } from '../../../preview/live-issue.js';
import { countBySeverity } from '../../../model/finding.js';
import { withCommonOptions, type CommandContext, type Run } from '../../command-context.js';
import { count } from '../../../model/text/amounts/count.js';
import type { CommonOptions } from '../../output.js';
import { portNumber } from '../../port-number.js';

interface PreviewOptions extends CommonOptions {
  readonly host: string;
  readonly port?: number;
  readonly screenshots?: string;
}

const USUAL_PORT = 8025;

/** Starts the preview of the requested issue. */
async function start(issue: string | undefined, options: PreviewOptions, { output, request }: CommandContext) {
  const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
  const { newestIssue } = await import('../../../app/issue/find-issue.js');
  const { startPreview } = await import('../../../preview/server.js');
  // An error in the beginning is printed here, and not on a page.
  const { configuration } = openWorkspace(request);
  return startPreview({
    request,
    issue: newestIssue(configuration.root, issue),
    host: options.host,
    // A preview that only takes pictures needs no fixed address.
    port: options.port ?? (options.screenshots === undefined ? USUAL_PORT : 0),
    now: () => new Date(),
    onProgress: output.progress,
  });
}

async function ended(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}

/** Findings do not stop pictures of the rest, but the exit code reports them. */
function exitCodeOf({ previewed }: LiveState): number {
  return countBySeverity(previewed?.findings ?? []).error > 0 ? 1 : 0;
}

async function takePictures(url: string, state: LiveState, folder: string, context: CommandContext): Promise<number> {
  const { takeScreenshots } = await import('../../../preview/screenshots/take-screenshots.js');
  const { output, request, signal } = context;
  if (state.failure !== undefined) throw state.failure;
  const target = path.resolve(request.from, folder);
  const files = await takeScreenshots(url, state.version, target, { environment: request.environment, signal });
  output.document({ folder: target, files });
  output.print(`${count(files.length, 'screenshot')} in ${path.relative(request.from, target) || '.'}:`);
  for (const file of files) output.print(`  ${file}`);
  const { error } = countBySeverity(state.previewed?.findings ?? []);
  if (error > 0) output.note(`${count(error, 'error')} found: what has to be fixed is not in the pictures.`);
  return exitCodeOf(state);
}

async function preview(issue: string | undefined, options: PreviewOptions, context: CommandContext): Promise<number> {
  const { output, signal } = context;
  const running = await start(issue, options, context);
  try {
    if (options.screenshots !== undefined) {
      return await takePictures(running.url, running.state(), options.screenshots, context);
    }
    output.document({ url: running.url });
    output.print(`The preview is at ${running.url} (Ctrl-C ends it)`);
    await ended(signal);
    return 0;
  } finally {
    await running.close();
  }
}

/** `newsletter preview`: an issue as its readers will see it, on this machine only, until it is stopped. */
export function previewCommand(run: Run): Command {
  return withCommonOptions(new Command('preview'))
    .argument('[issue]', 'such as 2020-12 (default: the newest)')
    .option('--host <address>', 'the address of this machine to listen on', '127.0.0.1')
    .option(
      '--port <number>',
      `the port to listen on; 0 takes any free one (default: ${String(USUAL_PORT)})`,
      portNumber,
    )
    .option('--screenshots <folder>', 'write pictures of every view to this folder, and end')
    .summary('show an issue as its readers will see it')
    .description('show an issue as its readers will see it, on this machine only, and follow changes')
    .action((issue: string | undefined, options: PreviewOptions) =>
      run(options, 'gracefully', (context) => preview(issue, options, context)),
    );
}
