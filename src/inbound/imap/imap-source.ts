import { setTimeout as wait } from 'node:timers/promises';
import { NewsletterError } from '../../model/error.js';
import { sharedAccessTokens, type AccessTokens } from '../../oauth/access-tokens.js';
import { Interrupted } from '../../time/with-timeout.js';
import type { MailKind } from '../bounces/classification.js';
import type { MailboxSource, SettledMail } from '../mail/mailbox-source.js';
import { MAIL_LIMIT, type RawMail } from '../mail/raw-mail.js';
import { imapFailure, isRefusedLogin, tryingAgain, type ImapFailure } from './imap-failure.js';
import type { ImapMailbox } from './imap-login.js';
import { ImapSession, type ImapCredentials, type ImapTimeouts } from './imap-session.js';
import type { FailureContext } from './refused-imap-login.js';
import type { RememberedMail, RememberedMails } from './remembered-mails.js';
import { imapServerText } from './server-text.js';
import { NoToken } from './session-errors.js';

export interface ImapSourceOptions {
  /** What was read before; `undefined`: nothing is remembered. */
  readonly memory: RememberedMails | undefined;
  /** Where mail of a kind goes after it was acted on, by its kind; `/` parts folders. Without an entry it stays. */
  readonly folders: ReadonlyMap<string, string>;
  /** Changes nothing, neither on the server nor in the memory. */
  readonly dryRun: boolean;
  /** Yields mails that were read before, too. */
  readonly again: boolean;
  /** Never gives up for a lost connection. */
  readonly watch: boolean;
  /** Called with what a person should know, in words. */
  readonly onNote: (note: string) => void;
  /** Authorities (PEM) that are trusted in place of the usual ones. */
  readonly authorities?: string | undefined;
  /** In place of those that all share who sign in with the same settings. */
  readonly tokens?: AccessTokens | undefined;
  /** Milliseconds before each further attempt to connect; the last one repeats while watching. */
  readonly pausesMs?: readonly number[] | undefined;
  readonly timeouts?: Partial<ImapTimeouts> | undefined;
}

/** A mailbox on a server, which can also be waited at. */
export interface ImapMailboxSource extends MailboxSource {
  /** Waits until there may be new mails, or the signal is aborted. Never throws. */
  waitForMail(signal: AbortSignal): Promise<void>;
}

const TIMEOUTS: ImapTimeouts = {
  connectMs: 30_000,
  silenceMs: 60_000,
  commandMs: 10 * 60_000,
  // RFC 2177 asks for less than half an hour; routers forget a silent connection earlier.
  renewMs: 9 * 60_000,
};
/** Half a minute in all: a server that restarts is back by then. */
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000];
const PAUSES_OF_WATCH_MS = [...PAUSES_MS, 30_000, 60_000, 120_000, 300_000];
/** Mails are listed again after this time even if the server says nothing. */
const ROUND_MS = 10 * 60_000;
/** A connection that lived for this time was no failure. */
const GOOD_LIFE_MS = 60_000;
/** How many mails are asked for at once, and how many bytes they may have together, since they are in memory. */
const MAX_GROUP = 50;
const MAX_GROUP_BYTES = 2 * MAIL_LIMIT;
const MAX_SIZES = 500;

/** Opens a folder on a mail server (IMAP4rev1, RFC 3501, or IMAP4rev2, RFC 9051). It connects when mails are asked for. */
export function openImapSource(mailbox: ImapMailbox, options: ImapSourceOptions): ImapMailboxSource {
  return new ImapSource(mailbox, options);
}

interface Place {
  readonly uidValidity: number;
  readonly uid: number;
}

class ImapSource implements ImapMailboxSource {
  readonly name: string;
  readonly #mailbox: ImapMailbox;
  readonly #options: ImapSourceOptions;
  readonly #tokens: AccessTokens | undefined;
  readonly #context: FailureContext;
  readonly #places = new WeakMap<RawMail, Place>();
  #session: ImapSession | undefined;
  /** The mails that this source has yielded, of one validity. */
  #yielded: { readonly uidValidity: number; readonly uids: Set<number> } | undefined;
  #failures = 0;
  #toldWaiting = false;
  /** A folder that a server does not take is told once. */
  readonly #refusedFolders = new Set<string>();

  constructor(mailbox: ImapMailbox, options: ImapSourceOptions) {
    const { address, login } = mailbox;
    this.name = address.name;
    this.#mailbox = mailbox;
    this.#options = options;
    this.#tokens =
      login.kind === 'oauth' ? (options.tokens ?? sharedAccessTokens(login.oauth, address.user)) : undefined;
    const secrets = () => (login.kind === 'password' ? [login.password] : (this.#tokens?.secrets() ?? []));
    this.#context = { address, login: login.kind, serverText: imapServerText(address.user, secrets) };
  }

  async *mails(signal?: AbortSignal): AsyncGenerator<RawMail> {
    for (;;) {
      try {
        for await (const mail of this.#readNew(await this.#connected(signal), signal)) {
          this.#failures = 0;
          yield mail;
        }
        return;
      } catch (error) {
        await this.#disconnect();
        if (error instanceof Interrupted || isAborted(signal)) return;
        // The memory failed, not the server.
        if (error instanceof NewsletterError) throw error;
        await this.#pauseAfter(imapFailure(error, this.#context), signal);
        if (isAborted(signal)) return;
      }
    }
  }

  async settle(settled: readonly SettledMail[]): Promise<void> {
    const { memory, dryRun } = this.#options;
    if (dryRun) return;
    const byValidity = new Map<number, RememberedMail[]>();
    for (const { mail, kind } of settled) {
      const place = this.#places.get(mail);
      if (place === undefined) continue;
      const mails = byValidity.get(place.uidValidity) ?? [];
      mails.push({ uid: place.uid, kind });
      byValidity.set(place.uidValidity, mails);
    }
    for (const [uidValidity, mails] of byValidity) await memory?.remember(uidValidity, mails);
    const session = this.#session;
    if (session?.isUsable !== true) return;
    try {
      await this.#move(session, byValidity.get(session.uidValidity) ?? []);
    } catch {
      // They are remembered, so they are moved when the folder is opened again.
      await this.#disconnect();
    }
  }

  /** Moves mails that were acted on into the folders of their kinds. */
  async #move(session: ImapSession, mails: readonly RememberedMail[]): Promise<void> {
    const { folders, dryRun, onNote } = this.#options;
    if (dryRun) return;
    for (const [kind, folder] of folders) {
      const uids = mails.filter((mail) => mail.kind === kind).map(({ uid }) => uid);
      if (uids.length === 0 || this.#refusedFolders.has(folder)) continue;
      const refusal = session.canMove ? await session.move(uids, folder.split('/')) : 'it can move no mail alone';
      if (refusal === undefined) continue;
      this.#refusedFolders.add(folder);
      const said = this.#context.serverText(refusal);
      onNote(
        `Mails in ${this.name} could not be moved to "${folder}"${said === '' ? '' : `: ${said}`}. They stay where they are.`,
      );
    }
  }

  async waitForMail(signal: AbortSignal): Promise<void> {
    const began = Date.now();
    await this.#session?.waitForChange(ROUND_MS, signal);
    if (signal.aborted || this.#session?.isUsable === true) {
      this.#failures = 0;
      return;
    }
    await this.#disconnect();
    // A server that takes every connection and ends it at once is not asked again at once.
    if (Date.now() - began >= GOOD_LIFE_MS) this.#failures = 0;
    else await this.#pause(this.#nextPause(0), signal);
  }

  close(): Promise<void> {
    return this.#disconnect();
  }

  async #disconnect(): Promise<void> {
    const session = this.#session;
    this.#session = undefined;
    await session?.close();
  }

  async #connected(signal: AbortSignal | undefined): Promise<ImapSession> {
    if (this.#session?.isUsable === true) return this.#session;
    await this.#disconnect();
    const { address, login } = this.#mailbox;
    const { authorities, timeouts } = this.#options;
    const readOnly = this.#options.dryRun || this.#options.folders.size === 0;
    const options = { authorities, readOnly, timeouts: { ...TIMEOUTS, ...timeouts } };
    const open = (credentials: ImapCredentials) => ImapSession.open(address, credentials, options, signal);
    this.#session = login.kind === 'password' ? await open(login) : await this.#openWithToken(open);
    return this.#session;
  }

  /** A token that ended early, or was taken back, is replaced by another one, once. */
  async #openWithToken(open: (credentials: ImapCredentials) => Promise<ImapSession>): Promise<ImapSession> {
    const tokens = this.#tokens;
    if (tokens === undefined) throw new Error('there are no access tokens');
    const first = await tokens.get();
    if (first.kind === 'failure') throw new NoToken(first);
    try {
      return await open({ kind: 'token', token: first.token.value });
    } catch (error) {
      if (!isRefusedLogin(error)) throw error;
      const second = await tokens.renew(first.token);
      if (second.kind === 'failure') throw new NoToken(second);
      return open({ kind: 'token', token: second.token.value });
    }
  }

  async *#readNew(session: ImapSession, signal: AbortSignal | undefined): AsyncGenerator<RawMail> {
    const uids = await session.listUids(signal);
    const known = await this.#known(session.uidValidity, uids);
    // Of a run that was killed before it moved them, or before their kinds had folders.
    await this.#move(
      session,
      [...known].map(([uid, kind]) => ({ uid, kind })),
    );
    const yielded = this.#yieldedOf(session.uidValidity);
    const isNew = (uid: number) => !yielded.has(uid) && (this.#options.again || !known.has(uid));
    const fresh = uids.filter(isNew);
    for (let start = 0; start < fresh.length; start += MAX_SIZES) {
      const sizes = await session.sizesOf(fresh.slice(start, start + MAX_SIZES), signal);
      for (const group of groupsOf(sizes)) {
        for (const mail of await this.#fetch(session, group, signal)) {
          if (isAborted(signal)) return;
          yielded.add(this.#places.get(mail)?.uid ?? 0);
          yield mail;
        }
      }
    }
  }

  /** Returns what is remembered of the folder, after dropping what is no longer there. */
  async #known(uidValidity: number, uids: readonly number[]): Promise<ReadonlyMap<number, MailKind>> {
    const { memory, dryRun, onNote, again } = this.#options;
    if (memory === undefined) return new Map();
    const isNumberedAgain = await memory.hasOthers(uidValidity);
    const known = await memory.load(uidValidity);
    const here = new Set(uids);
    const gone = [...known.keys()].filter((uid) => !here.has(uid));
    if (!dryRun && (isNumberedAgain || gone.length > 0)) await memory.drop(uidValidity, gone);
    if (isNumberedAgain && known.size === 0) {
      onNote(
        `The server has numbered the mails in ${this.name} again (UIDVALIDITY), so all of them are read once more.`,
      );
    }
    const waiting = [...known].filter(([uid, kind]) => kind === 'unclear' && here.has(uid)).length;
    if (waiting > 0 && !again && !this.#toldWaiting) {
      onNote(
        `Of the mails that were read before, ${String(waiting)} in ${this.name} still wait for a person; --again lists them.`,
      );
    }
    this.#toldWaiting = true;
    return new Map([...known].filter(([uid]) => here.has(uid)));
  }

  #yieldedOf(uidValidity: number): Set<number> {
    if (this.#yielded?.uidValidity !== uidValidity) this.#yielded = { uidValidity, uids: new Set() };
    return this.#yielded.uids;
  }

  async #fetch(session: ImapSession, group: Group, signal: AbortSignal | undefined): Promise<readonly RawMail[]> {
    const { uidValidity } = session;
    const named = (uid: number) => ({
      file: `${this.name};UID=${String(uid)}`,
      place: undefined,
      identity: `${String(uidValidity)}/${String(uid)}`,
    });
    const mails: RawMail[] = [];
    const add = (uid: number, mail: RawMail) => {
      this.#places.set(mail, { uidValidity, uid });
      mails.push(mail);
    };
    if (group.tooLarge !== undefined) {
      const { uid, size } = group.tooLarge;
      add(uid, { ...named(uid), kind: 'too-large', size, header: await session.headerOf(uid, signal) });
      return mails;
    }
    // What is missing in the answer was removed meanwhile.
    for (const [uid, bytes] of await session.mailsOf(group.uids, signal))
      add(uid, { ...named(uid), kind: 'bytes', bytes });
    return mails;
  }

  /** @throws NewsletterError `mailbox-unusable` where another attempt makes no sense, or there were enough. */
  async #pauseAfter({ error, passing, waitMs }: ImapFailure, signal: AbortSignal | undefined): Promise<void> {
    const pauses = this.#pauses();
    if (!passing || (!this.#options.watch && this.#failures >= pauses.length)) throw error;
    const pauseMs = this.#nextPause(waitMs);
    this.#options.onNote(tryingAgain(error, pauseMs));
    await this.#pause(pauseMs, signal);
  }

  #pauses(): readonly number[] {
    return this.#options.pausesMs ?? (this.#options.watch ? PAUSES_OF_WATCH_MS : PAUSES_MS);
  }

  #nextPause(atLeastMs: number): number {
    const pauses = this.#pauses();
    const pause = pauses[Math.min(this.#failures, pauses.length - 1)] ?? 0;
    this.#failures += 1;
    return Math.max(pause, atLeastMs);
  }

  async #pause(pauseMs: number, signal: AbortSignal | undefined): Promise<void> {
    await wait(pauseMs, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  }
}

function isAborted(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true;
}

/** Mails that are asked for together, or one that is too large. */
type Group =
  | { readonly uids: readonly number[]; readonly tooLarge?: undefined }
  | { readonly tooLarge: { readonly uid: number; readonly size: number } };

/** Puts mails together, by their sizes, in their order. */
function* groupsOf(sizes: ReadonlyMap<number, number>): Generator<Group> {
  let uids: number[] = [];
  let bytes = 0;
  for (const [uid, size] of sizes) {
    const isTooLarge = size > MAIL_LIMIT;
    if (uids.length > 0 && (isTooLarge || uids.length >= MAX_GROUP || bytes + size > MAX_GROUP_BYTES)) {
      yield { uids };
      uids = [];
      bytes = 0;
    }
    if (isTooLarge) {
      yield { tooLarge: { uid, size } };
    } else {
      uids.push(uid);
      bytes += size;
    }
  }
  if (uids.length > 0) yield { uids };
}
