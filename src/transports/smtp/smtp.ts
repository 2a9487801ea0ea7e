import { domainToASCII } from 'node:url';
import type { Mailbox } from '../../model/settings/configuration.js';
import { NewsletterError } from '../../model/error.js';
import type { OutgoingMessage, SubmitOutcome, Transport, TransportContext } from '../../model/send/outgoing-message.js';
import type { SmtpServer } from './connection/mail-server.js';
import type { SmtpSettings } from './settings.js';
import { durationWords } from '../../model/text/amounts/duration-words.js';
import { sharedAccessTokens, type AccessTokens } from '../../oauth/access-tokens.js';
import { describeSignIn } from './sign-in/describe-sign-in.js';
import { connectSession } from './connection/connect.js';
import { keepsBreaking } from './answers/connect-failure.js';
import { envelopeCommands, envelopeFault } from './connection/envelope.js';
import { outcomeOf } from './answers/outcome.js';
import { RateLimiter } from './rate-limiter.js';
import { Pool } from './connection/pool.js';
import { senderRejection } from './answers/sender-rejection.js';
import { place, serverTextFor, type ServerText } from './answers/server-text.js';
import type { Answer, SessionTimeouts } from './connection/session.js';
import type { SignIn } from './sign-in/sign-in.js';
import { SilenceWatch } from './connection/silence-watch.js';
import { wireData, type WireData } from './connection/wire-data.js';

/** Values that tests replace; each has its default. */
export interface SmtpOptions {
  readonly connectTimeout?: number;
  readonly timeouts?: SessionTimeouts;
  /** Milliseconds before each further attempt to connect; then the transport gives up. */
  readonly pauses?: readonly number[];
  readonly idle?: number;
  /** Milliseconds without an answer after which that is told. */
  readonly silence?: number;
  /** Authorities (PEM) that are trusted in place of the usual ones. */
  readonly authorities?: string;
  /** In place of those that all share who sign in with the same settings. */
  readonly tokens?: AccessTokens;
}

const CONNECT_MS = 30_000;
const QUIT_MS = 2_000;
/** A minute in all: a server that restarts is back by then. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];
/** Shorter than servers wait for a next message. */
const IDLE_MS = 30_000;
/** Much longer than healthy servers take, and much shorter than the timeout. */
const SILENCE_MS = 10_000;
/** A message takes about this number of seconds at most: more connections than it needs would only wait. */
const SECONDS_A_MESSAGE = 5;

const INTERRUPTED: SubmitOutcome = { outcome: 'deferred', reason: 'the send was interrupted before its turn came' };

/**
 * The transport that submits messages to a mail server.
 *
 * @throws NewsletterError `environment-invalid` where no server is named.
 */
export function createSmtp(settings: SmtpSettings, sender: Mailbox, options: SmtpOptions = {}): Transport {
  const { server } = settings;
  if (server === undefined) throw serverMissing();
  return new Smtp({ ...settings, server, helloName: helloNameOf(sender.address) }, options);
}

interface SmtpSource extends SmtpSettings {
  readonly server: SmtpServer;
  /** How this program names itself to the server. */
  readonly helloName: string;
}

class Smtp implements Transport {
  readonly name = 'smtp';
  readonly kind = 'real';
  readonly idempotent = false;
  readonly loopback: boolean;
  readonly signing = 'ours';
  readonly connections: number;
  readonly batchSize = 1;
  readonly takesTurns = true;
  readonly perMinute: number | undefined;
  readonly #source: SmtpSource;
  readonly #options: SmtpOptions;
  readonly #signIn: SignIn | undefined;
  readonly #serverText: ServerText;
  readonly #rateLimiter: RateLimiter;
  #pool: Pool | undefined;
  #watch: SilenceWatch | undefined;
  #signal: AbortSignal | undefined;
  #takeTurn: TransportContext['takeTurn'];

  constructor(source: SmtpSource, options: SmtpOptions) {
    const { connections, perMinute, server } = source;
    this.#source = source;
    this.#options = options;
    this.#signIn = signInOf(server.login, options);
    this.#serverText = serverTextFor(server.login, this.#signIn?.kind === 'oauth' ? this.#signIn.tokens : undefined);
    this.#rateLimiter = new RateLimiter(perMinute);
    this.loopback = server.loopback;
    this.perMinute = perMinute;
    this.connections =
      perMinute === undefined ? connections : Math.min(connections, Math.ceil((perMinute * SECONDS_A_MESSAGE) / 60));
  }

  async open({ signal, onWarning, takeTurn }: TransportContext): Promise<void> {
    await this.close();
    const pool = this.#makePool(onWarning);
    await pool.open();
    this.#pool = pool;
    this.#watch = this.#watchOver(pool, onWarning);
    this.#signal = signal;
    this.#takeTurn = takeTurn;
    signal?.addEventListener('abort', () => {
      pool.interrupt();
    });
  }

  async submit(batch: readonly OutgoingMessage[]): Promise<readonly SubmitOutcome[]> {
    const pool = this.#pool;
    if (pool === undefined) throw new Error('the transport smtp was not opened');
    const outcomes: SubmitOutcome[] = [];
    for (const message of batch) outcomes.push(await this.#submitOne(pool, message));
    return outcomes;
  }

  async close(): Promise<void> {
    const pool = this.#pool;
    this.#pool = undefined;
    this.#watch?.end();
    await pool?.close();
  }

  describeSignIn(): string | undefined {
    return describeSignIn(this.#source.server.login, this.#signIn);
  }

  async #submitOne(pool: Pool, message: OutgoingMessage): Promise<SubmitOutcome> {
    let data: WireData | undefined;
    try {
      data = wireData(await message.bytes());
    } catch (error) {
      if (error instanceof NewsletterError) return stopped(error);
      return { outcome: 'failed', reason: `the message could not be made: ${String(error)}` };
    }
    if (data === undefined)
      return { outcome: 'failed', reason: 'a line of the message ends with something else than CRLF' };
    return this.#submitThrough(pool, message, data);
  }

  async #submitThrough(pool: Pool, message: OutgoingMessage, data: WireData): Promise<SubmitOutcome> {
    for (let again = false; ; again = true) {
      await this.#rateLimiter.waitNear(this.#signal);
      const session = await pool.acquire();
      if (session === undefined) return INTERRUPTED;
      if (session instanceof NewsletterError) return stopped(session);
      const used = session.answered > 0;
      const fault = envelopeFault(message, data, session.extensions, this.#source.server);
      if (fault !== undefined) {
        pool.release(session);
        return fault.whose === 'reader' ? { outcome: 'failed', reason: fault.reason } : stopped(fault.stop);
      }
      // Only with a connection: turns taken while there is none would all be used at once when there is.
      await this.#rateLimiter.acquire(this.#signal);
      await this.#takeTurn?.(this.#signal);
      if (this.#signal?.aborted === true) {
        pool.release(session);
        return INTERRUPTED;
      }
      const answer = await session.submit(envelopeCommands(message, data, session.extensions), data);
      // The next connection signs in again.
      const signedOut = used && this.#signIn?.kind === 'oauth' && isSignedOut(answer);
      if (signedOut) session.drop();
      pool.release(session, answer.kind === 'lost' ? answer.why : undefined);
      // Servers end a session after some time or some messages; that says nothing about this message.
      if (used && !again && (signedOut || endedBefore(answer))) continue;
      return this.#outcomeOf(answer, message);
    }
  }

  #outcomeOf(answer: Answer, message: OutgoingMessage): SubmitOutcome {
    const stop = senderRejection(answer, message, this.#source.server, this.#serverText);
    return stop === undefined ? outcomeOf(answer, message.envelope.to, this.#serverText) : stopped(stop);
  }

  #watchOver(pool: Pool, onWarning: TransportContext['onWarning']): SilenceWatch {
    return new SilenceWatch({
      waits: () => pool.waits,
      after: this.#options.silence ?? SILENCE_MS,
      onSilence: (lasted, left) =>
        onWarning?.(
          `The mail server ${place(this.#source.server)} has not answered for ${durationWords(lasted)}. Waiting up to ${durationWords(left)} more.`,
        ),
    });
  }

  #makePool(onWarning: TransportContext['onWarning']): Pool {
    const { server, helloName, timeoutSeconds, messagesPerConnection } = this.#source;
    const command = timeoutSeconds * 1000;
    const { connectTimeout = Math.min(CONNECT_MS, command), authorities } = this.#options;
    // RFC 5321 §4.5.3.2.6: the wait after the final dot is the longest, since nobody knows what is lost by its end.
    const { timeouts = { command, end: 2 * command, quit: QUIT_MS } } = this.#options;
    const { pauses = PAUSES_MS, idle = IDLE_MS } = this.#options;
    const signIn = this.#signIn;
    const serverText = this.#serverText;
    return new Pool({
      connect: () => connectSession({ server, signIn, helloName, connectTimeout, timeouts, authorities, serverText }),
      connections: this.connections,
      messagesPerConnection,
      pauses,
      idle,
      onWarning: (error, pause) => onWarning?.(`${error.message} Trying again in ${durationWords(pause)}.`),
      keepsBreaking: (why) => keepsBreaking(server, serverText(why)),
    });
  }
}

/** Nobody has the message, and the next one would fail too: it stays pending, and the send stops. */
function stopped(stop: NewsletterError): SubmitOutcome {
  return { outcome: 'deferred', reason: stop.message, stop };
}

/** Whether a session ended before the server heard anything of the message. */
function endedBefore(answer: Answer): boolean {
  return answer.step === 'MAIL FROM' && (answer.kind === 'lost' || answer.reply.code === 421);
}

/** Whether a server does not take a log-in any more that it took before, such as when its token has ended. */
function isSignedOut(answer: Answer): boolean {
  return answer.kind === 'reply' && answer.step === 'MAIL FROM' && [530, 535].includes(answer.reply.code);
}

function signInOf(login: SmtpServer['login'], { tokens }: SmtpOptions): SignIn | undefined {
  if (login?.kind !== 'oauth') return login;
  return { kind: 'oauth', user: login.user, tokens: tokens ?? sharedAccessTokens(login.oauth, login.user) };
}

function helloNameOf(senderAddress: string): string {
  const domain = domainToASCII(senderAddress.slice(senderAddress.lastIndexOf('@') + 1));
  return /^[a-z0-9.-]+$/i.test(domain) ? domain : '[127.0.0.1]';
}

function serverMissing(): NewsletterError {
  return new NewsletterError('environment-invalid', {
    message: 'The transport "smtp" needs a mail server, and NEWSLETTER_SMTP_URL is not set.',
    expected: 'NEWSLETTER_SMTP_URL=smtp://user:password@host:587 in the environment or in .env',
    help: 'Take host, port, user and password from your mail provider’s instructions; Microsoft 365 and Google want a log-in without a password (docs/sending.md). To try out without a server: --transport outbox.',
  });
}
