import type { ClaimedJob } from '../../jobs/job.js';
import type { Jobs, TransactionHandler } from '../../jobs/jobs.js';
import { joinTransaction } from '../../store/join-transaction.js';
import type { TransactionQueries } from '../../store/database.js';
import { requestAddressChange } from '../../subscribers/consent/change-address.js';
import type { ConsentContext } from '../../subscribers/consent/consent.js';
import { keepRequestedLanguage, takeFormRequest, type FormRequest } from '../../subscribers/consent/form-requests.js';
import { requestOptIn } from '../../subscribers/consent/opt-in.js';
import type { MailJobContext } from './mail-job-context.js';
import { JOB_KINDS, optInMailJob } from './service-mail-jobs.js';

type FormContext = Pick<MailJobContext, 'configuration' | 'keys' | 'database' | 'now'> & { readonly jobs: Jobs };

/** Looks at what somebody entered to subscribe. The row on the list and the job of the mail are committed together. */
export function optInRequestHandler(context: FormContext): TransactionHandler {
  return {
    how: 'in-transaction',
    carryOut: async (query, job) => {
      const request = await takeFormRequest(query, requestOf(job));
      if (request === undefined) return;
      const { email, name, language } = request;
      const { sharedAddresses } = context.configuration.subscribers;
      const details = { email, name, language, tags: [] };
      const result = await requestOptIn(consentWithin(query, context, request, 'form'), details, sharedAddresses);
      if (result.outcome === 'nothing') return;
      const kept = await keepRequestedLanguage(query, result.subscriber.id, request);
      await context.jobs.enqueue(query, optInMailJob(result, kept), context.now());
    },
  };
}

/** Looks at the new address that a reader entered on their page. */
export function addressChangeRequestHandler(context: FormContext): TransactionHandler {
  return {
    how: 'in-transaction',
    carryOut: async (query, job) => {
      const request = await takeFormRequest(query, requestOf(job));
      if (request?.subscriberId === undefined) return;
      const { subscriberId, email } = request;
      const { sharedAddresses } = context.configuration.subscribers;
      const consent = consentWithin(query, context, request, 'page');
      const result = await requestAddressChange(consent, subscriberId, email, sharedAddresses);
      if (result.outcome !== 'confirm') return;
      const mail = { kind: JOB_KINDS.addressChangeMail, ids: { change: result.changeId }, subscriberId };
      await context.jobs.enqueue(query, mail, context.now());
    },
  };
}

function requestOf({ ids }: ClaimedJob): number {
  return ids['request'] ?? 0;
}

function consentWithin(
  query: TransactionQueries,
  { database, keys }: FormContext,
  { wording, requestedAt }: FormRequest,
  source: string,
): ConsentContext {
  return { database: joinTransaction(database, query), keys, source, wording, at: requestedAt };
}
