import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { removeLeftovers } from '../../files/temporary-file.js';
import { syncFolder, writeAtomically } from '../../files/write-atomically.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { NewsletterError } from '../../model/error.js';
import type { OutgoingMessage, SubmitOutcome, Transport, TransportContext } from '../../model/send/outgoing-message.js';

/** A name that no file system takes for a path, a device or a hidden file. */
const SAFE_NAME = /^[A-Za-z0-9_+=-][A-Za-z0-9_+=.@-]{0,199}$/;

/** The transport of rehearsals, which sends nothing: it writes one `.eml` file per message to `outbox/<issue>/`. */
export function createOutbox(configuration: Pick<Configuration, 'root'>): Transport {
  return new Outbox(path.join(configuration.root, 'outbox'));
}

class Outbox implements Transport {
  readonly name = 'outbox';
  readonly kind = 'rehearsal';
  /** The same message has the same file. */
  readonly idempotent = true;
  readonly loopback = true;
  readonly signing = 'ours';
  readonly connections = 8;
  readonly batchSize = 1;
  readonly #root: string;
  #folder: string | undefined;

  constructor(root: string) {
    this.#root = root;
  }

  async open(context: TransportContext): Promise<void> {
    if (!SAFE_NAME.test(context.issue)) throw unusable(`${JSON.stringify(context.issue)} cannot be the name of a folder`);
    const folder = context.test ? path.join(this.#root, context.issue, 'test') : path.join(this.#root, context.issue);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
    } catch (error) {
      throw unusable(`the folder ${folder} cannot be made`, error);
    }
    // A killed sender may have left half a message; its delivery is submitted again.
    removeLeftovers(folder);
    this.#folder = folder;
  }

  async submit(batch: readonly OutgoingMessage[]): Promise<readonly SubmitOutcome[]> {
    const outcomes: SubmitOutcome[] = [];
    for (const message of batch) outcomes.push(await this.#write(message));
    return outcomes;
  }

  async takeBack(messageIds: readonly string[]): Promise<void> {
    for (const messageId of messageIds) {
      if (SAFE_NAME.test(messageId)) await rm(this.#path(`${messageId}.eml`), { force: true });
    }
  }

  async close(): Promise<void> {
    const folder = this.#folder;
    this.#folder = undefined;
    if (folder === undefined) return;
    // The names in a folder are durable only when the folder itself was synchronised.
    await syncFolder(folder);
  }

  async #write(message: OutgoingMessage): Promise<SubmitOutcome> {
    const { messageId } = message;
    if (!SAFE_NAME.test(messageId)) return { outcome: 'failed', reason: 'its Message-ID cannot be the name of a file' };
    try {
      await writeAtomically(this.#path(`${messageId}.eml`), await message.bytes(), { mode: 0o600, durable: true });
    } catch (error) {
      throw unusable(`a message could not be written to ${this.#path('')}`, error);
    }
    return { outcome: 'submitted' };
  }

  #path(name: string): string {
    if (this.#folder === undefined) throw unusable('it was not opened');
    return path.join(this.#folder, name);
  }
}

function unusable(what: string, cause?: unknown): NewsletterError {
  return new NewsletterError(
    'transport-unusable',
    {
      message: `The outbox cannot be used: ${what}.`,
      expected: 'a folder outbox/ in the workspace that can be written to, and room on the disk',
      help: 'Check the rights of the folder and the space on the disk, then run the same command again: it goes on where it stopped.',
    },
    cause,
  );
}
