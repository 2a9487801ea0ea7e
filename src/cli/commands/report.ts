import { Command } from 'commander';
import { NewsletterError } from '../../model/error.js';
import { withCommonOptions, type Run } from '../command-context.js';
import type { CommonOptions } from '../output.js';
import { printReport } from '../print-report.js';

/** `newsletter report`: the ledger of a send in numbers. */
export function reportCommand(run: Run): Command {
  return withCommonOptions(new Command('report'))
    .argument('[issue]', 'such as 2020-12 (default: the newest with a send)')
    .description('say how far a send is, in numbers')
    .action((issue: string | undefined, options: CommonOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../app/open-workspace.js');
        const { newestIssue } = await import('../../app/find-issue.js');
        const { reportSend } = await import('../../app/report-send.js');
        const { configuration } = openWorkspace(request);
        const id = issue === undefined ? undefined : newestIssue(configuration.root, issue);
        const report = await reportSend({ configuration, issue: id, now: () => new Date() });
        if (report === undefined) {
          throw new NewsletterError('send-missing', {
            message: id === undefined ? 'Nothing was sent yet.' : `Issue ${id} was not sent yet.`,
            expected: 'an issue with a send or a rehearsal',
            help: 'Run "newsletter send --transport outbox" for a rehearsal.',
          });
        }
        output.document(report);
        printReport(report, output);
        return 0;
      }),
    );
}
