import type { JobHandler, Jobs, JobWorker } from '../../jobs/jobs.js';
import { addressChangeRequestHandler, optInRequestHandler } from './form-request-handlers.js';
import type { MailJobContext } from './mail-job-context.js';
import { openMailHandler } from './mail-handler.js';
import { JOB_KINDS, MAIL_KINDS } from './service-mail-jobs.js';

export interface ServiceMailWorkerOptions extends MailJobContext {
  readonly jobs: Jobs;
  /** Called for the log; it never names anybody. */
  readonly onWarning: (what: string, error: unknown) => void;
}

/** Makes the worker of all jobs that lead to service mail; it is not started yet. */
export async function openServiceMailWorker(options: ServiceMailWorkerOptions): Promise<JobWorker> {
  const { jobs, now, onWarning } = options;
  const mailHandler = await openMailHandler(options);
  const handlers = new Map<string, JobHandler>([
    [JOB_KINDS.optInRequest, optInRequestHandler(options)],
    [JOB_KINDS.addressChangeRequest, addressChangeRequestHandler(options)],
    ...MAIL_KINDS.map((kind) => [kind, mailHandler] as const),
  ]);
  return jobs.worker({ handlers, now, onWarning });
}
