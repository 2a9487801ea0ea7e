import { once } from 'node:events';
import { open, rm } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { errorCode } from '../../../files/error-code.js';
import { NewsletterError } from '../../../model/error.js';
import type { Run } from '../../command-context.js';
import { shownLines, visibleJson } from '../../print/shown.js';
import { withFilterOptions, type FilterOptions } from './list.js';

interface ExportOptions extends FilterOptions {
  readonly out?: string;
  readonly address?: string;
  readonly name?: string;
}

/** Spreadsheet programs recognise UTF-8 by it. */
const BYTE_ORDER_MARK = '\ufeff';

/** Writes a new file that only its owner may read, whole or not at all. */
async function writeNewFile(file: string, pieces: AsyncIterable<string>): Promise<void> {
  const handle = await open(file, 'wx', 0o600).catch((error: unknown) => {
    throw fileNotMade(file, error);
  });
  try {
    for await (const piece of pieces) await handle.writeFile(piece);
    await handle.close();
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(file, { force: true });
    throw error;
  }
}

function fileNotMade(file: string, cause: unknown): NewsletterError {
  const isThere = errorCode(cause) === 'EEXIST';
  return new NewsletterError(
    'usage',
    {
      message: isThere ? `${file} is there already.` : `${file} cannot be made.`,
      expected: 'the name of a new file, in a folder that you may write to',
      help: 'Choose another name after --out, or move the file away.',
    },
    cause,
  );
}

async function* withMark(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK;
  yield* pieces;
}

async function* single(text: string): AsyncGenerator<string> {
  yield await Promise.resolve(text);
}

async function writeOut(pieces: AsyncIterable<string>): Promise<void> {
  const gone = new AbortController();
  process.stdout.once('error', () => {
    gone.abort();
  });
  for await (const raw of pieces) {
    if (gone.signal.aborted) return;
    // The reader of a pipe gets every character; a terminal would act on some.
    const piece = process.stdout.isTTY ? shownLines(raw) : raw;
    // It rejects when the reader has gone, such as `head`: no drain event follows then.
    if (!process.stdout.write(piece)) await once(process.stdout, 'drain').catch(() => undefined);
  }
}

/** `newsletter subscribers export`: the list as CSV, or everything that is stored about one person as JSON. */
export function exportCommand(run: Run): Command {
  return withFilterOptions(new Command('export'))
    .option('--out <file>', 'write to this new file instead of the terminal')
    .option('--address <address>', 'all that is stored about this person, as JSON, for themselves')
    .option('--name <name>', 'with --address, where several people share it: whose')
    .description('give out the list as CSV, or all that is stored about one person')
    .action((options: ExportOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
        const { exportPerson, exportSubscribers } = await import('../../../app/subscribers/export-subscribers.js');
        const { configuration } = openWorkspace(request);
        const file = options.out === undefined ? undefined : path.resolve(request.from, options.out);
        if (options.address !== undefined) {
          const person = await exportPerson(configuration, options.address, options.name);
          const text = single(`${visibleJson(person, 2)}\n`);
          await (file === undefined ? writeOut(text) : writeNewFile(file, text));
          if (file !== undefined) output.document({ file });
          return 0;
        }
        if (output.json && file === undefined) throw listAsJson();
        const { state, tag: tags, language } = options;
        const pieces = exportSubscribers(configuration, { state, tags, language });
        await (file === undefined ? writeOut(pieces) : writeNewFile(file, withMark(pieces)));
        if (file !== undefined) output.document({ file });
        return 0;
      }),
    );
}

function listAsJson(): NewsletterError {
  return new NewsletterError('usage', {
    message: 'The list is given out as CSV, which is not JSON.',
    expected: '--json together with --out FILE or --address ADDRESS',
    help: 'For the list as JSON, use `newsletter subscribers list --json`.',
  });
}
