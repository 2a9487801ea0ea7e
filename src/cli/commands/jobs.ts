import { Command, InvalidArgumentError } from 'commander';
import type { JobList } from '../../app/jobs/list-jobs.js';
import { count } from '../../model/text/amounts/count.js';
import { withCommonOptions, type Run } from '../command-context.js';
import type { CommonOptions, Output } from '../output.js';

interface ListOptions extends CommonOptions {
  readonly failed?: boolean;
}

type ListedJob = JobList['jobs'][number];

/** What each kind of job does, for people. */
const KIND_WORDS: ReadonlyMap<string, string> = new Map([
  ['opt-in-request', 'request to subscribe'],
  ['address-change-request', 'request to change an address'],
  ['opt-in-mail', 'mail that asks for confirmation'],
  ['known-mail', 'mail that says: subscribed already'],
  ['address-change-mail', 'mail to a new address'],
  ['export-mail', 'mail with all that is stored'],
]);

/** `newsletter jobs`: what the public pages still have to do, and what they gave up. */
export function jobsCommand(run: Run): Command {
  return new Command('jobs')
    .summary('show the service mail that waits or was given up')
    .description('show the work of the public pages that waits or was given up (--failed: only that), and try it again')
    .addCommand(listCommand(run), { isDefault: true })
    .addCommand(retryCommand(run));
}

function listCommand(run: Run): Command {
  return withCommonOptions(new Command('list'))
    .option('--failed', 'only those that were given up')
    .description('list the jobs that are not done, oldest first')
    .action((options: ListOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../app/workspace/open-workspace.js');
        const { listJobs } = await import('../../app/jobs/list-jobs.js');
        const { configuration } = openWorkspace(request);
        const list = await listJobs(configuration, options.failed === true ? 'given-up' : 'open');
        output.document({ counts: list.counts, jobs: list.jobs.map(toDocument) });
        printJobs(list, output);
        return 0;
      }),
    );
}

function retryCommand(run: Run): Command {
  return withCommonOptions(new Command('retry'))
    .argument('<id>', 'its number, as "newsletter jobs" shows it', jobNumber)
    .description('try a job again, at once')
    .action((id: number, options: CommonOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../app/workspace/open-workspace.js');
        const { retryJob } = await import('../../app/jobs/retry-job.js');
        const { configuration } = openWorkspace(request);
        const before = await retryJob({ configuration, id, now: () => new Date() });
        output.document({ id, before, state: 'waiting' });
        output.print(
          `Job ${String(id)} is tried again within seconds where "newsletter serve" runs, or at its next start.`,
        );
        if (before === 'uncertain') output.note('Nobody knew whether it was carried out, so its mail may come twice.');
        return 0;
      }),
    );
}

function jobNumber(written: string): number {
  if (!/^[1-9]\d{0,14}$/.test(written)) {
    throw new InvalidArgumentError('Write the number that "newsletter jobs" shows, such as 3.');
  }
  return Number(written);
}

function toDocument(job: ListedJob) {
  return {
    ...job,
    reason: job.reason ?? null,
    dueAt: job.dueAt ?? null,
  };
}

function printJobs({ counts, jobs }: JobList, output: Output): void {
  for (const job of jobs) output.print(`${String(job.id).padStart(6)}  ${describeJob(job, output)}`);
  const givenUp = counts.failed + counts.uncertain;
  output.print(
    `${count(counts.waiting + counts.running, 'job')} to do, ${String(givenUp)} given up, ${String(counts.done)} done.`,
  );
  if (givenUp > 0)
    output.note('"newsletter jobs retry" and a number tries one again. One that is uncertain may have been done.');
}

function describeJob({ kind, state, attempts, reason, createdAt, dueAt }: ListedJob, { colours }: Output): string {
  const shownState = state === 'failed' || state === 'uncertain' ? colours.red(state) : state;
  const next = dueAt === undefined || attempts === 0 ? '' : `, next try ${minuteOf(dueAt)}`;
  const tries = attempts === 0 ? '' : ` (${count(attempts, 'try', 'tries')}${next})`;
  const why = reason === undefined ? '' : `: ${reason}`;
  return `${minuteOf(createdAt)}  ${KIND_WORDS.get(kind) ?? kind}, ${shownState}${tries}${why}`;
}

function minuteOf(at: Date): string {
  return at.toISOString().slice(0, 16).replace('T', ' ');
}
