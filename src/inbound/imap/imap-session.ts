import { ImapFlow, type FetchMessageObject, type FetchQueryObject, type ImapFlowOptions } from 'imapflow';
import { withTimeout } from '../../time/with-timeout.js';
import { MAIL_LIMIT } from '../mail/raw-mail.js';
import type { ImapAddress } from './imap-address.js';
import { FolderRefused, SessionLost, Unencrypted } from './session-errors.js';

/** What one connection signs in with. Secret: never print it. */
export type ImapCredentials =
  { readonly kind: 'password'; readonly password: string } | { readonly kind: 'token'; readonly token: string };

export interface ImapSessionOptions {
  /** Authorities (PEM) that are trusted in place of the usual ones. */
  readonly authorities?: string | undefined;
  /** Whether nothing in the folder will be changed, so the server is asked not to allow it. */
  readonly readOnly: boolean;
  readonly timeouts: ImapTimeouts;
}

export interface ImapTimeouts {
  readonly connectMs: number;
  /** How long the server may be silent during a command. */
  readonly silenceMs: number;
  /** How long one command may take in all, even if the server sends a byte from time to time. */
  readonly commandMs: number;
  /** How often IDLE is begun again, and how often a server without IDLE is asked, but every two minutes at least. */
  readonly renewMs: number;
}

/** How much of a mail's header is read, in bytes, if its size exceeds the limit. */
const HEADER_LIMIT = 64 * 1024;
/** Beyond the mail itself: what the server says about it. */
const RESPONSE_OVERHEAD = 64 * 1024;
/** The UIDs of a million mails in one line are less. */
const LINE_LIMIT = 16 * 1024 * 1024;
const GOODBYE_MS = 2_000;

const WITH_SILENT_LOG = { logger: false, emitLogs: false } as const;

/** One connection to a mail server, signed in, with one folder open. Every method throws when the connection is gone. */
export class ImapSession {
  readonly #client: ImapFlow;
  readonly #timeouts: ImapTimeouts;
  /** Whether mails may have come since they were last listed. */
  #changed = false;
  /** What ended the connection, where imapflow ended it. */
  #fault: Error | undefined;

  private constructor(client: ImapFlow, timeouts: ImapTimeouts) {
    this.#client = client;
    this.#timeouts = timeouts;
    client.on('exists', () => {
      this.#changed = true;
    });
    client.on('error', (error) => {
      this.#fault ??= error;
    });
  }

  /** Connects, signs in and opens the folder; throws what imapflow throws, or one of our session errors. */
  static async open(
    address: ImapAddress,
    credentials: ImapCredentials,
    options: ImapSessionOptions,
    signal: AbortSignal | undefined,
  ): Promise<ImapSession> {
    const client = new ImapFlow(clientOptions(address, credentials, options));
    // Every command rejects as well, so an error event says nothing new; without a listener it would end the process.
    client.on('error', () => undefined);
    const { commandMs } = options.timeouts;
    try {
      await withTimeout({ timeoutMs: commandMs, tooLate: 'the log-in took too long' }, () => client.connect(), signal);
      requireEncryption(address, client);
      const session = new ImapSession(client, options.timeouts);
      await session.#select(address, options.readOnly, signal);
      return session;
    } catch (error) {
      client.close();
      throw error;
    }
  }

  get isUsable(): boolean {
    return this.#client.usable && this.#client.mailbox !== false;
  }

  /** What the folder's UIDs are good for; another number means that the server has numbered its mails again. */
  get uidValidity(): number {
    const { mailbox } = this.#client;
    if (mailbox === false) throw new SessionLost(this.#client.byeReason);
    return Number(mailbox.uidValidity);
  }

  /** Returns the UIDs of all mails in the folder, ascending. */
  async listUids(signal?: AbortSignal): Promise<readonly number[]> {
    this.#changed = false;
    const found = await this.#run(() => this.#client.search({ all: true }, { uid: true }), signal);
    // After a BYE there is no result, and no error either.
    if (!Array.isArray(found)) throw new SessionLost(this.#client.byeReason);
    return [...found].sort((one, other) => one - other);
  }

  /** Returns the size of each mail that is still there, as the server says. */
  async sizesOf(uids: readonly number[], signal?: AbortSignal): Promise<ReadonlyMap<number, number>> {
    const sizes = new Map<number, number>();
    await this.#fetch(uids, { uid: true, size: true }, signal, ({ uid, size }) => sizes.set(uid, size ?? 0));
    return sizes;
  }

  /** Returns the bytes of each mail that is still there, up to the limit. */
  async mailsOf(uids: readonly number[], signal?: AbortSignal): Promise<ReadonlyMap<number, Buffer>> {
    const mails = new Map<number, Buffer>();
    const query = { uid: true, source: { start: 0, maxLength: MAIL_LIMIT } };
    await this.#fetch(uids, query, signal, ({ uid, source }) => {
      if (source !== undefined) mails.set(uid, source.subarray(0, MAIL_LIMIT));
    });
    return mails;
  }

  /** Returns the header of one mail, up to a limit; empty where the server gives none. */
  async headerOf(uid: number, signal?: AbortSignal): Promise<Buffer> {
    let header = Buffer.alloc(0);
    const query = { uid: true, bodyParts: [{ key: 'HEADER', start: 0, maxLength: HEADER_LIMIT }] };
    await this.#fetch([uid], query, signal, ({ headers }) => {
      if (headers !== undefined) header = Buffer.from(headers.subarray(0, HEADER_LIMIT));
    });
    return header;
  }

  /** Whether one mail can be moved alone; otherwise what others marked as deleted would go with it. */
  get canMove(): boolean {
    const { capabilities, enabled } = this.#client;
    return capabilities.has('MOVE') || capabilities.has('UIDPLUS') || enabled.has('IMAP4REV2');
  }

  /** Moves mails into a folder, which is made if it is missing; returns the server's text if it refuses. */
  async move(uids: readonly number[], folder: readonly string[]): Promise<string | undefined> {
    const move = () => this.#run(() => this.#client.messageMove(uids.join(','), this.#pathOf(folder), { uid: true }));
    try {
      if ((await move()) !== false) return undefined;
      await this.#run(() => this.#client.mailboxCreate([...folder]));
      return (await move()) === false ? '' : undefined;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return 'response' in error && typeof error.response === 'string' ? error.response : '';
    }
  }

  /** imapflow takes an array only where it makes or opens a folder. */
  #pathOf(folder: readonly string[]): string {
    return folder.join(this.#client.namespace?.delimiter ?? '/');
  }

  /**
   * Waits until mails may have come: the server says so (IDLE, RFC 2177, or NOOP where it has none), or some time is
   * over, or the connection is gone.
   */
  async waitForChange(timeoutMs: number, signal: AbortSignal): Promise<void> {
    if (this.#changed || signal.aborted || !this.isUsable) return;
    const client = this.#client;
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        client.off('exists', end);
        client.off('close', end);
        signal.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, timeoutMs);
      client.on('exists', end);
      client.on('close', end);
      signal.addEventListener('abort', end);
      // Ends when the next command is given; a failure shows in that one.
      client.idle().catch(() => undefined);
    });
  }

  /** Says goodbye, if the server answers soon. */
  async close(): Promise<void> {
    const client = this.#client;
    if (client.usable) {
      await withTimeout({ timeoutMs: GOODBYE_MS, tooLate: 'no goodbye' }, () => client.logout()).catch(() => undefined);
    }
    client.close();
  }

  async #select(address: ImapAddress, readOnly: boolean, signal: AbortSignal | undefined): Promise<void> {
    try {
      await this.#run(() => this.#client.mailboxOpen([...address.folder], { readOnly }), signal);
    } catch (error) {
      if (!this.#client.usable) throw error;
      const folders = await this.#run(() => this.#client.list(), signal).catch(() => []);
      throw new FolderRefused(
        error,
        folders.map(({ path }) => path),
      );
    }
  }

  /** Fetches something of some mails; what the server sends unasked is ignored, and too much of it ends the session. */
  async #fetch(
    uids: readonly number[],
    query: FetchQueryObject,
    signal: AbortSignal | undefined,
    take: (message: FetchMessageObject) => void,
  ): Promise<void> {
    const asked = new Set(uids);
    await this.#run(async () => {
      let answers = 0;
      for await (const message of this.#client.fetch(uids.join(','), query, { uid: true })) {
        answers += 1;
        if (answers > 2 * asked.size + 10) throw new SessionLost('it sends more than it was asked for');
        if (asked.has(message.uid)) take(message);
      }
    }, signal);
    if (!this.isUsable) throw new SessionLost(this.#client.byeReason);
  }

  /** Runs a command in limited time; a connection on which one took longer, or was interrupted, is not used again. */
  async #run<Result>(work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    try {
      return await withTimeout(
        { timeoutMs: this.#timeouts.commandMs, tooLate: 'the server took too long' },
        work,
        signal,
      );
    } catch (error) {
      // A refused command leaves the connection as it was.
      if (isRefusal(error)) throw error;
      this.#client.close();
      // What ended the connection says more than that it has ended.
      throw this.#fault ?? error;
    }
  }
}

function isRefusal(error: unknown): error is Error {
  return error instanceof Error && 'responseStatus' in error && error.responseStatus === 'NO';
}

function clientOptions(
  { host, port, encryption, user }: ImapAddress,
  credentials: ImapCredentials,
  { authorities, timeouts }: ImapSessionOptions,
): ImapFlowOptions {
  return {
    ...WITH_SILENT_LOG,
    host,
    port,
    secure: encryption === 'tls',
    ...(encryption === 'starttls' ? { doSTARTTLS: true } : encryption === 'none' ? { doSTARTTLS: false } : {}),
    auth:
      credentials.kind === 'password' ? { user, pass: credentials.password } : { user, accessToken: credentials.token },
    tls: { minVersion: 'TLSv1.2', ...(authorities === undefined ? {} : { ca: authorities }) },
    clientInfo: { name: 'newsletter', version: false, vendor: false, 'support-url': false },
    disableAutoIdle: true,
    // A few bytes could become very many.
    disableCompression: true,
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.connectMs,
    socketTimeout: timeouts.silenceMs,
    maxIdleTime: timeouts.renewMs,
    maxLiteralSize: MAIL_LIMIT,
    maxLineLength: LINE_LIMIT,
    maxResponseSize: LINE_LIMIT + MAIL_LIMIT + RESPONSE_OVERHEAD,
  };
}

/** A server may greet as if somebody had signed in already (PREAUTH), after which no encryption begins. */
function requireEncryption({ encryption, loopback }: ImapAddress, client: ImapFlow): void {
  if (client.secureConnection || (loopback && encryption !== 'tls' && encryption !== 'starttls')) return;
  throw new Unencrypted();
}
