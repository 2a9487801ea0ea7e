import { closest } from 'fastest-levenshtein';
import type { Configuration } from '../model/settings/configuration.js';
import { NewsletterError } from '../model/error.js';
import type { Transport } from '../model/send/outgoing-message.js';
import type { TransportDefinition } from '../workspace/settings/transport-definition.js';
import { transportWithoutSettings, transportWithSettings } from './define-transport.js';
import { sendGridSettings } from './sendgrid/settings.js';
import { smtpSettings } from './smtp/settings.js';

/** Every transport of this program; each is loaded only when it is used, and its settings with the configuration. */
export const TRANSPORTS: readonly TransportDefinition[] = [
  transportWithoutSettings('outbox', async (workspace) => (await import('./outbox/outbox.js')).createOutbox(workspace)),
  transportWithSettings('smtp', smtpSettings, async (settings, { sender }) =>
    (await import('./smtp/smtp.js')).createSmtp(settings, sender),
  ),
  transportWithSettings('sendgrid', sendGridSettings, async (settings) =>
    (await import('./sendgrid/sendgrid.js')).createSendGrid(settings),
  ),
];

/**
 * Makes the transport of a name: one of ours, a file of the workspace (`./my-transport.js`) or a package that is
 * installed there. It is not opened yet.
 *
 * @throws NewsletterError `transport-unknown` when there is none of this name, `transport-unusable` when its module is
 * no transport, `environment-invalid` when a setting that it needs is missing.
 */
export async function createTransport(name: string, configuration: Configuration): Promise<Transport> {
  const create = configuration.transports.get(name);
  if (create !== undefined) return create(configuration);
  const { loadModule } = await import('./module/load-module.js');
  const own = await loadModule(name, configuration.root);
  if (own === undefined) throw unknown(name);
  return own;
}

function unknown(name: string): NewsletterError {
  const names = TRANSPORTS.map((transport) => transport.name);
  const guess = /\.[cm]?js$/.test(name) ? `./${name}` : closest(name, names);
  return new NewsletterError('transport-unknown', {
    message: `There is no transport ${JSON.stringify(name.slice(0, 60))} in this version. Did you mean "${guess.slice(0, 60)}"?`,
    expected: `one of: ${names.join(', ')}; the path of a module, such as ./my-transport.js; or a package that is installed in the workspace`,
    help: 'Correct the name after --transport, or `transport:` in newsletter.yaml.',
  });
}
