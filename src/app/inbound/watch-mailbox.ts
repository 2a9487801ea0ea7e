import { NewsletterError } from '../../model/error.js';
import { openExistingDatabase } from '../../store/database.js';
import { withDatabase } from '../../store/with-database.js';
import { nameMailboxes, openOnServer } from './open-mailboxes.js';
import { readSources, type ReadMailboxRequest, type ReadMailboxResult } from './read-mailbox.js';

export interface WatchMailboxRequest extends ReadMailboxRequest {
  readonly signal: AbortSignal;
  /** Called after each reading, with what was in it. */
  readonly onRound: (result: ReadMailboxResult) => void;
}

/**
 * Reads one mailbox on a server, and then each mail soon after it arrives, until the signal is aborted. A lost
 * connection is made again with growing pauses.
 *
 * @throws NewsletterError those of `readMailbox`, `usage` for anything else than one mailbox on a server, and
 *   `mailbox-unusable` where another attempt makes no sense, such as after a refused log-in.
 */
export async function watchMailbox(request: WatchMailboxRequest): Promise<void> {
  const { paths, servers } = await nameMailboxes(request);
  const [server] = servers;
  if (server === undefined || servers.length > 1 || paths.length > 0) throw notOneServer();
  const { signal, onRound } = request;
  await withDatabase(openExistingDatabase(request.configuration.databasePath), async (database) => {
    const source = await openOnServer(server, database, { ...request, watch: true });
    try {
      while (!signal.aborted) {
        const result = await readSources([source], database, request);
        onRound(result);
        if (result.failure !== undefined) throw result.failure;
        await source.waitForMail(signal);
      }
    } finally {
      await source.close();
    }
  });
}

function notOneServer(): NewsletterError {
  return new NewsletterError('usage', {
    message: '--watch is for one mailbox on a server.',
    expected: 'one address such as imaps://user@host/Folder, or NEWSLETTER_IMAP_URL',
    help: 'Run the command without --watch for files, as often as they change.',
  });
}
