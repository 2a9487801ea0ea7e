import type { MessageTemplate } from '../../model/issue/edition.js';
import { NewsletterError } from '../../model/error.js';
import { isLoopback } from '../../model/settings/loopback.js';
import type { SendGridSettings } from './settings.js';
import type { OutgoingMessage, SubmitOutcome, Transport, TransportContext } from '../../model/send/outgoing-message.js';
import { createSendGridApi, type SendGridApi } from './requests/api.js';
import { readContent, type SharedContent } from './requests/content.js';
import { RequestSubmission, outcomeOfRest, RETRY_TIMES, type RetryTimes } from './requests/request-submission.js';
import { Pause } from './answers/pause.js';
import { keyMalformed, keyMissing, notConnectedError, unreadable } from './answers/sendgrid-errors.js';
import { personalize } from './requests/personalization.js';
import { proveKey } from './answers/prove-key.js';
import { planRequests, RECIPIENTS_LIMIT, type RequestEntry } from './requests/requests.js';

const REGION_URLS = { global: 'https://api.sendgrid.com', eu: 'https://api.eu.sendgrid.com' } as const;

/**
 * The transport that hands messages to SendGrid's Web API, up to 1000 in a request. SendGrid makes the MIME message and
 * signs it.
 *
 * @param retryTimes how long it waits when SendGrid takes nothing.
 */
export function createSendGrid(settings: SendGridSettings, retryTimes: RetryTimes = RETRY_TIMES): Transport {
  return new SendGrid(settings, retryTimes);
}

class SendGrid implements Transport {
  readonly name = 'sendgrid';
  readonly kind = 'real';
  /** SendGrid has no key by which it could recognise a message that comes twice. */
  readonly idempotent = false;
  readonly loopback: boolean;
  readonly signing = 'theirs';
  readonly connections: number;
  readonly batchSize = RECIPIENTS_LIMIT;
  readonly #settings: SendGridSettings;
  readonly #retryTimes: RetryTimes;
  readonly #host: string;
  /** The content of a template is read once, however many batches it has. */
  readonly #contents = new WeakMap<MessageTemplate, Promise<SharedContent | NewsletterError>>();
  #submission: RequestSubmission | undefined;

  constructor(settings: SendGridSettings, retryTimes: RetryTimes) {
    this.#settings = settings;
    this.#retryTimes = retryTimes;
    this.connections = settings.connections;
    const { host, hostname } = new URL(settings.url ?? REGION_URLS[settings.region]);
    this.#host = host;
    this.loopback = isLoopback(hostname);
  }

  async open(context: TransportContext): Promise<void> {
    const api = this.#connect();
    const pause = new Pause(context);
    await proveKey(api, this.#host, this.#retryTimes, pause);
    this.#submission = new RequestSubmission(api, this.#host, this.#retryTimes, pause);
  }

  async submit(batch: readonly OutgoingMessage[]): Promise<readonly SubmitOutcome[]> {
    const submission = this.#submission;
    if (submission === undefined) throw notConnectedError();
    const outcomes = new Map<number, SubmitOutcome>();
    let end: SubmitOutcome | undefined;
    for (const [template, places] of byTemplate(batch)) {
      const content = await this.#contentOf(template);
      if (content instanceof NewsletterError) {
        end ??= { outcome: 'deferred', reason: content.message, stop: content };
        continue;
      }
      // The requests go one after the other, so that a crash makes at most one request per connection uncertain.
      for (const request of planRequests(content, this.#entries(batch, places, content, outcomes))) {
        const answered = end === undefined ? await submission.run(request) : [];
        // A fault in one content must not stop the others.
        const found = outcomeOfRest(answered);
        if (!submission.refuses(content)) end ??= found;
        request.entries.forEach(({ index }, place) => {
          const outcome = answered[place] ?? end;
          if (outcome !== undefined) outcomes.set(index, outcome);
        });
      }
    }
    return batch.map(
      (_, index) => outcomes.get(index) ?? end ?? { outcome: 'uncertain', reason: 'there is no answer for it' },
    );
  }

  close(): Promise<void> {
    this.#submission = undefined;
    return Promise.resolve();
  }

  /** The entries of messages that can be submitted; the outcomes of the others are set at once. */
  #entries(
    batch: readonly OutgoingMessage[],
    places: readonly number[],
    content: SharedContent,
    outcomes: Map<number, SubmitOutcome>,
  ): readonly RequestEntry[] {
    return places.flatMap((index): readonly RequestEntry[] => {
      const message = batch[index];
      if (message === undefined) return [];
      const personalization = personalize(message, content);
      if (personalization.kind === 'entry') {
        return [{ index, address: message.envelope.to, json: personalization.json }];
      }
      outcomes.set(index, personalization.outcome);
      return [];
    });
  }

  #connect(): SendGridApi {
    const { key, region, url, timeoutSeconds } = this.#settings;
    if (key === undefined || key === '') throw keyMissing();
    if (!/^[\x21-\x7e]+$/.test(key)) throw keyMalformed();
    return createSendGridApi({ key, region, url, timeoutMilliseconds: timeoutSeconds * 1000 });
  }

  /** Returns the error and does not throw it: nothing was submitted, and the caller has to say so. */
  #contentOf(template: MessageTemplate): Promise<SharedContent | NewsletterError> {
    const known = this.#contents.get(template) ?? readContent(template).catch(asNewsletterError);
    this.#contents.set(template, known);
    return known;
  }
}

function asNewsletterError(error: unknown): NewsletterError {
  return error instanceof NewsletterError ? error : unreadable(error);
}

/** The places in the batch of the messages of each template: an issue has one, service mails have one each. */
function byTemplate(batch: readonly OutgoingMessage[]): ReadonlyMap<MessageTemplate, readonly number[]> {
  const places = new Map<MessageTemplate, number[]>();
  batch.forEach(({ template }, index) => {
    const known = places.get(template);
    if (known === undefined) places.set(template, [index]);
    else known.push(index);
  });
  return places;
}
