import { Command } from 'commander';
import type { PublishedIssue } from '../../../app/builds/publish-issue.js';
import { withCommonOptions, type CommandContext, type Run } from '../../command-context.js';
import { count } from '../../../model/text/amounts/count.js';
import type { CommonOptions, Output } from '../../output.js';
import { shownLines } from '../../print/shown.js';
import { writeOutput } from '../../print/write-output.js';

interface PublishOptions extends CommonOptions {
  readonly dryRun?: boolean;
}

function printPublished(published: PublishedIssue, dryRun: boolean, output: Output): void {
  const { issue, files, url } = published;
  const what = `Issue ${issue}, ${count(files, 'file')} of its web edition`;
  if (published.kind === 'folder') {
    const { folder, changed, left } = published;
    const difference = changed.length === 0 ? 'nothing has changed' : `${String(changed.length)} new or changed`;
    output.print(`${what}, ${dryRun ? 'would go to' : 'published in'} ${folder}: ${difference}.`);
    if (left.length > 0) {
      output.print(
        `  ${count(left.length, 'file')} there ${left.length === 1 ? 'is' : 'are'} not of this build and ${left.length === 1 ? 'stays' : 'stay'}: mails that are out may show ${left.length === 1 ? 'it' : 'them'}.`,
      );
    }
  } else if (published.kind === 'command') {
    output.print(`${what}: ${dryRun ? 'would be published with' : 'published with'} "${published.command}".`);
  } else {
    output.print(`${what}: ${dryRun ? 'newsletter serve would show it' : 'newsletter serve shows it from now on'}.`);
  }
  printTakenDown(published, dryRun, output);
  if (dryRun) output.print('Nothing was written.');
  else if (url !== undefined) output.print(`  ${url}`);
}

function printTakenDown({ kind, takenDown, unknownItems }: PublishedIssue, dryRun: boolean, output: Output): void {
  if (takenDown.length === 0) return;
  const why = unknownItems
    ? 'an earlier build does not say whose they are, and this one lacks them'
    : 'of items that are not in this build any more';
  output.print(`  ${dryRun ? 'Would be taken' : 'Taken'} down, ${why}:`);
  for (const name of takenDown) output.print(`    ${name}`);
  if (kind === 'command') output.print('  The command finds their names in the file that NEWSLETTER_TAKEN_DOWN names.');
}

async function publish(issue: string | undefined, options: PublishOptions, context: CommandContext): Promise<number> {
  const { output, request, signal } = context;
  const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
  const { newestIssue } = await import('../../../app/issue/find-issue.js');
  const { publishIssue } = await import('../../../app/builds/publish-issue.js');
  const workspace = openWorkspace(request);
  const dryRun = options.dryRun === true;
  try {
    const published = await publishIssue(workspace, {
      issue: newestIssue(workspace.configuration.root, issue),
      dryRun,
      environment: request.environment,
      signal,
      now: () => new Date(),
      onOutput: (text) => {
        if (!output.json && options.quiet !== true) writeOutput(process.stderr, shownLines(text));
      },
    });
    output.document({ ...published, dryRun });
    printPublished(published, dryRun, output);
  } catch (error) {
    // A person who stopped the command knows why it failed.
    if (!signal.aborted) throw error;
    output.note('Stopped before the command was done. Publish again when you are ready.');
  }
  return 0;
}

/** `newsletter publish`: publishes the web edition of an issue, to a folder, through a command, or by `serve`. */
export function publishCommand(run: Run): Command {
  return withCommonOptions(new Command('publish'))
    .argument('[issue]', 'such as 2020-12 (default: the newest)')
    .option('--dry-run', 'say what would be published, and write nothing')
    .summary('bring the web edition to where it is read')
    .description('bring the web edition of an issue to where the public reads it')
    .action((issue: string | undefined, options: PublishOptions) =>
      run(options, 'gracefully', (context) => publish(issue, options, context)),
    );
}
