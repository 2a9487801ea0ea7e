import { closest } from 'fastest-levenshtein';
import type { Configuration } from '../model/configuration.js';
import { NewsletterError } from '../model/error.js';
import type { Transport } from '../model/outgoing-message.js';

type TransportMaker = (configuration: Configuration) => Promise<Transport>;

/** Every transport by its name; each is loaded only when it is used. */
const TRANSPORTS: ReadonlyMap<string, TransportMaker> = new Map<string, TransportMaker>([
  ['outbox', async (configuration) => (await import('./outbox/outbox.js')).createOutbox(configuration)],
]);

/**
 * Makes the transport of a name; it is not opened yet.
 *
 * @throws NewsletterError `transport-unknown`.
 */
export async function createTransport(name: string, configuration: Configuration): Promise<Transport> {
  const make = TRANSPORTS.get(name);
  if (make !== undefined) return make(configuration);
  const names = [...TRANSPORTS.keys()];
  throw new NewsletterError('transport-unknown', {
    message: `There is no transport ${JSON.stringify(name.slice(0, 60))} in this version. Did you mean "${closest(name, names)}"?`,
    expected: `one of: ${names.join(', ')}`,
    help: 'Correct the name after --transport, or `transport:` in newsletter.yaml.',
  });
}
