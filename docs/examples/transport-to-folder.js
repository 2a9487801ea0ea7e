// A transport of your own: writes each message as a file into the folder `handed-over/` of the workspace, from where
// another program may take it. docs/transports.md explains every part.
import { link, mkdir, open, rm } from 'node:fs/promises';
import path from 'node:path';

/**
 * What `newsletter` tells you when it asks for your transport.
 *
 * @typedef {object} Context
 * @property {string} workspace the absolute path of the workspace
 * @property {Readonly<Record<string, string | undefined>>} environment the environment, over the workspace's `.env`
 */

/**
 * One message; frozen.
 *
 * @typedef {object} Message
 * @property {string} deliveryId names the delivery in the ledger; says nothing about the person
 * @property {string} messageId without angle brackets; always the same for the same delivery
 * @property {{ readonly from: string, readonly to: string }} envelope the two addresses of SMTP
 * @property {readonly { readonly name: string, readonly value: string }[]} headers encoded, each on one line
 * @property {() => Promise<Uint8Array>} bytes the whole message, signed where there is a key
 */

/**
 * The result of one message.
 *
 * @typedef {{ outcome: 'submitted' }
 *   | { outcome: 'failed', reason: string, cause?: 'address' | 'policy' }
 *   | { outcome: 'deferred', reason: string, cause?: 'policy', stop?: boolean }
 *   | { outcome: 'uncertain', reason: string }} Outcome
 */

/** @param {Context} context */
export function createTransport({ workspace, environment }) {
  const root = path.resolve(workspace, environment.HANDED_OVER_FOLDER ?? 'handed-over');
  let folder = root;

  return {
    // A message has one file, so handing it over twice does no harm.
    idempotent: true,
    // Nobody outside this machine is asked for anything.
    loopback: true,
    connections: 4,
    batchSize: 20,
    timeoutSeconds: 30,

    /** @param {{ issue: string, test: boolean }} send */
    async open({ issue, test }) {
      folder = path.join(root, issue, ...(test ? ['test'] : []));
      await mkdir(folder, { recursive: true, mode: 0o700 });
    },

    /**
     * @param {readonly Message[]} messages
     * @returns {Promise<Outcome[]>}
     */
    async submit(messages) {
      return Promise.all(messages.map((message) => write(folder, message)));
    },
  };
}

/**
 * Writes a message durably, and only then gives it its name: a program that takes files from the folder never meets half a file.
 *
 * @param {string} folder
 * @param {Message} message
 * @returns {Promise<Outcome>}
 */
async function write(folder, message) {
  if (!/^[\w.@+=-]{1,200}$/.test(message.messageId)) {
    return { outcome: 'failed', reason: 'its Message-ID cannot be the name of a file' };
  }
  const name = path.join(folder, `${message.messageId}.eml`);
  const unfinished = `${name}.${String(process.pid)}.tmp`;
  try {
    const file = await open(unfinished, 'w', 0o600);
    try {
      await file.writeFile(await message.bytes());
      await file.sync();
    } finally {
      await file.close();
    }
    await link(unfinished, name);
    return { outcome: 'submitted' };
  } catch (error) {
    // It was handed over before, and is there.
    if (error.code === 'EEXIST') return { outcome: 'submitted' };
    if (error.code === 'ENOSPC') return { outcome: 'deferred', reason: 'the disk is full', stop: true };
    return { outcome: 'deferred', reason: error.message };
  } finally {
    await rm(unfinished, { force: true });
  }
}
