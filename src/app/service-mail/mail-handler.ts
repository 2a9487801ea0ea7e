import type { ClaimedJob, JobOutcome } from '../../jobs/job.js';
import type { OutsideHandler } from '../../jobs/jobs.js';
import { errorMessage } from '../../model/error.js';
import type { OutgoingMessage, SubmitOutcome, Transport } from '../../model/send/outgoing-message.js';
import { composeServiceMail, SERVICE_MAIL, serviceMessageId } from '../../send/message/service-mail.js';
import { composeMailJob } from './compose-mail-job.js';
import type { MailJobContext } from './mail-job-context.js';
import { mailNameOf } from './service-mail-jobs.js';

/** The links in these mails are valid for this long. */
const VALID_MS = 7 * 24 * 3_600_000;
const REPEATABLE_AT_ONCE = 64;
const TOO_OLD: JobOutcome = {
  outcome: 'failed',
  reason: 'it waited for more than 7 days, so the links in the mail would have expired: the person has to ask again',
};

/**
 * Submits the mails of jobs through the transport of the workspace. A mail has the same Message-ID each time, so only a
 * transport that is idempotent gets one a second time whose outcome was lost.
 */
export async function openMailHandler(context: MailJobContext): Promise<OutsideHandler> {
  const { name, idempotent, connections, batchSize } = await context.createTransport();
  const session = new MailSession(context);
  return {
    how: 'outside',
    via: name,
    repeatable: idempotent,
    // A crash leaves none uncertain of those that the transport recognises, so they may share a commit.
    atOnce: Math.max(connections * batchSize, idempotent ? REPEATABLE_AT_ONCE : 0),
    carryOut: (jobs, signal) => session.carryOut(jobs, signal),
    takeBack: (job) => takeBack(context, job),
    rest: () => session.close(),
  };
}

/** A message that was composed, or the outcome of a job for which there is none. */
type Composed = { readonly message: OutgoingMessage } | { readonly outcome: JobOutcome };

/** One session of the transport, from the first mail until nothing is left to submit for now. */
class MailSession {
  readonly #context: MailJobContext;
  #transport: Transport | undefined;

  constructor(context: MailJobContext) {
    this.#context = context;
  }

  async carryOut(jobs: readonly ClaimedJob[], signal: AbortSignal): Promise<readonly JobOutcome[]> {
    const composed = await Promise.all(jobs.map((job) => this.#compose(job)));
    const messages = composed.flatMap((one) => ('message' in one ? [one.message] : []));
    const submitted = messages.length === 0 ? [] : await this.#submitAll(messages, signal);
    let next = 0;
    return composed.map((one) => ('message' in one ? (submitted[next++] ?? UNANSWERED) : one.outcome));
  }

  async close(): Promise<void> {
    const transport = this.#transport;
    this.#transport = undefined;
    await transport?.close();
  }

  async #compose(job: ClaimedJob): Promise<Composed> {
    const { configuration, keys, now } = this.#context;
    if (now().getTime() - job.createdAt.getTime() > VALID_MS) return { outcome: TOO_OLD };
    try {
      const mail = await composeMailJob(job, this.#context);
      if (mail === undefined) return { outcome: { outcome: 'done' } };
      return { message: composeServiceMail(mail, configuration, job.createdAt, mailNameOf(keys, job)) };
    } catch (error) {
      return { outcome: { outcome: 'deferred', reason: `the mail could not be composed: ${errorMessage(error)}` } };
    }
  }

  async #submitAll(messages: readonly OutgoingMessage[], signal: AbortSignal): Promise<readonly JobOutcome[]> {
    let transport: Transport;
    try {
      transport = this.#transport ??= await openTransport(await this.#context.createTransport(), signal);
    } catch (error) {
      if (signal.aborted) return messages.map(() => UNTOUCHED);
      return messages.map(() => ({ outcome: 'deferred', reason: errorMessage(error), pause: true }));
    }
    const results: (readonly JobOutcome[])[] = [];
    let begun = 0;
    let isPaused = false;
    const work = async (): Promise<void> => {
      for (let place = begun; place * transport.batchSize < messages.length; place = begun) {
        begun += 1;
        const first = place * transport.batchSize;
        const batch = messages.slice(first, first + transport.batchSize);
        const isUntouched = isPaused || signal.aborted;
        const outcomes = isUntouched ? batch.map(() => UNTOUCHED) : await this.#submit(transport, batch, signal);
        isPaused ||= outcomes.some((one) => one.outcome === 'deferred' && one.pause === true);
        results[place] = outcomes;
      }
    };
    await Promise.all(Array.from({ length: transport.connections }, work));
    return results.flat();
  }

  async #submit(
    transport: Transport,
    batch: readonly OutgoingMessage[],
    signal: AbortSignal,
  ): Promise<readonly JobOutcome[]> {
    try {
      const outcomes = await transport.submit(batch);
      return batch.map((_, place) => toJobOutcome(outcomes[place], signal));
    } catch (error) {
      // An exception does not tell how far the transport came; the next session is a new one.
      if (this.#transport === transport) await this.close().catch(() => undefined);
      const reason = errorMessage(error);
      return batch.map(() =>
        transport.idempotent ? { outcome: 'deferred', reason, pause: true } : { outcome: 'uncertain', reason },
      );
    }
  }
}

const UNTOUCHED: JobOutcome = { outcome: 'untouched' };
const UNANSWERED: JobOutcome = { outcome: 'uncertain', reason: 'the transport did not answer for it' };

function toJobOutcome(outcome: SubmitOutcome | undefined, signal: AbortSignal): JobOutcome {
  switch (outcome?.outcome) {
    case undefined:
      return UNANSWERED;
    case 'submitted':
      return { outcome: 'done' };
    case 'deferred':
      if (signal.aborted) return UNTOUCHED;
      return { outcome: 'deferred', reason: outcome.reason, pause: outcome.stop !== undefined };
    case 'failed':
    case 'uncertain':
      return { outcome: outcome.outcome, reason: outcome.reason };
  }
}

/** @returns the transport, opened. */
async function openTransport(transport: Transport, signal?: AbortSignal): Promise<Transport> {
  const session = { issue: SERVICE_MAIL, kind: transport.kind, test: false };
  await transport.open(signal === undefined ? session : { ...session, signal });
  return transport;
}

/** Removes a mail whose reader was erased while it was submitted, where the transport can. */
async function takeBack({ configuration, keys, createTransport }: MailJobContext, job: ClaimedJob): Promise<void> {
  const transport = await createTransport();
  if (transport.takeBack === undefined) return;
  await openTransport(transport);
  try {
    await transport.takeBack([serviceMessageId(configuration, mailNameOf(keys, job))]);
  } finally {
    await transport.close();
  }
}
