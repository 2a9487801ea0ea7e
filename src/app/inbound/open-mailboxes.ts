import path from 'node:path';
import { isImapAddress } from '../../inbound/imap/imap-address.js';
import { readImapMailbox, type ImapMailbox } from '../../inbound/imap/imap-login.js';
import type { ImapMailboxSource } from '../../inbound/imap/imap-source.js';
import { inspectPath, type MailboxPath } from '../../inbound/mail/mailbox-path.js';
import type { MailboxSource } from '../../inbound/mail/mailbox-source.js';
import { openPathSource } from '../../inbound/mail/path-source.js';
import type { Configuration } from '../../model/settings/configuration.js';
import type { NewsletterDatabase } from '../../store/database.js';
import { effectiveEnvironment, type Environment } from '../../workspace/settings/environment.js';

export interface MailboxesRequest {
  readonly configuration: Configuration;
  /**
   * As they were entered: paths, `-` for standard input, or addresses such as `imaps://user@host/Folder`. None: the
   * mailbox of `NEWSLETTER_IMAP_URL`.
   */
  readonly paths: readonly string[];
  /** The folder that relative paths are relative to. */
  readonly from: string;
  readonly standardInput: AsyncIterable<Uint8Array>;
  /** The process's own, over that of `.env`. */
  readonly environment?: Environment;
  /** Says what would be done, and writes and sends nothing. */
  readonly dryRun: boolean;
  /** Reads mails on a server that were read before, too. */
  readonly again?: boolean;
  /** Called with what a person should know while mails are read. */
  readonly onNote?: (note: string) => void;
}

/** Mailboxes that were named and can be opened. */
export interface NamedMailboxes {
  readonly paths: readonly MailboxPath[];
  readonly servers: readonly ImapMailbox[];
}

/**
 * Finds out which mailboxes are meant, before anything is done.
 *
 * @throws NewsletterError `file-unreadable`, `usage` where none is named, `environment-invalid` where a log-in is
 *   missing or wrong.
 */
export async function nameMailboxes(request: MailboxesRequest): Promise<NamedMailboxes> {
  const { configuration, from } = request;
  const environment = effectiveEnvironment(configuration.root, request.environment ?? {});
  const given = [...new Set(request.paths)];
  const addresses = given.length === 0 ? [undefined] : given.filter((one) => isImapAddress(one));
  const servers = addresses.map((address) => readImapMailbox(address, environment));
  const files = given.filter((one) => !isImapAddress(one));
  return { paths: await Promise.all(files.map((one) => inspectPath(one, path.resolve(from, one)))), servers };
}

/** Opens mailboxes; those on servers connect when mails are asked for. */
export async function openMailboxes(
  { paths, servers }: NamedMailboxes,
  database: NewsletterDatabase | undefined,
  request: MailboxesRequest,
): Promise<readonly MailboxSource[]> {
  const files = paths.map((filePath) => openPathSource(filePath, request.standardInput));
  const onServers: MailboxSource[] = [];
  for (const server of servers) onServers.push(await openOnServer(server, database, { ...request, watch: false }));
  return [...files, ...onServers];
}

/** @param request `watch`: whether a lost connection is made again without end. */
export async function openOnServer(
  server: ImapMailbox,
  database: NewsletterDatabase | undefined,
  request: MailboxesRequest & { readonly watch: boolean },
): Promise<ImapMailboxSource> {
  // Only who reads a mailbox on a server waits until the client for it is loaded.
  const [{ openImapSource }, { openRememberedMails }] = await Promise.all([
    import('../../inbound/imap/imap-source.js'),
    import('../../inbound/imap/remembered-mails.js'),
  ]);
  const { dryRun, again = false, watch, onNote = () => undefined } = request;
  const memory = database === undefined ? undefined : openRememberedMails(database, server.address);
  const { folders } = request.configuration.mailbox;
  return openImapSource(server, { memory, folders, dryRun, again, watch, onNote });
}
