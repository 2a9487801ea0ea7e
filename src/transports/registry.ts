import { closest } from 'fastest-levenshtein';
import type { Configuration } from '../model/settings/configuration.js';
import { NewsletterError } from '../model/error.js';
import type { Transport } from '../model/send/outgoing-message.js';

type TransportMaker = (configuration: Configuration) => Promise<Transport>;

/** Every transport by its name; each is loaded only when it is used. */
const TRANSPORTS: ReadonlyMap<string, TransportMaker> = new Map<string, TransportMaker>([
  ['outbox', async (configuration) => (await import('./outbox/outbox.js')).createOutbox(configuration)],
  ['smtp', async (configuration) => (await import('./smtp/smtp.js')).createSmtp(configuration)],
  ['sendgrid', async (configuration) => (await import('./sendgrid/sendgrid.js')).createSendGrid(configuration)],
]);

/**
 * Makes the transport of a name: one of ours, a file of the workspace (`./my-transport.js`) or a package that is
 * installed there. It is not opened yet.
 *
 * @throws NewsletterError `transport-unknown`, `transport-unusable`.
 */
export async function createTransport(name: string, configuration: Configuration): Promise<Transport> {
  const make = TRANSPORTS.get(name);
  if (make !== undefined) return make(configuration);
  const { loadModule } = await import('./module/load-module.js');
  const own = await loadModule(name, configuration.root);
  if (own === undefined) throw unknown(name);
  return own;
}

function unknown(name: string): NewsletterError {
  const names = [...TRANSPORTS.keys()];
  const guess = /\.[cm]?js$/.test(name) ? `./${name}` : closest(name, names);
  return new NewsletterError('transport-unknown', {
    message: `There is no transport ${JSON.stringify(name.slice(0, 60))} in this version. Did you mean "${guess.slice(0, 60)}"?`,
    expected: `one of: ${names.join(', ')}; the path of a module, such as ./my-transport.js; or a package that is installed in the workspace`,
    help: 'Correct the name after --transport, or `transport:` in newsletter.yaml.',
  });
}
