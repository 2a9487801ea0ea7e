import type { Configuration } from '../../model/settings/configuration.js';
import type { Transport } from '../../model/send/outgoing-message.js';
import type { NewsletterDatabase } from '../../store/database.js';
import type { Keys } from '../../subscribers/tokens/keys.js';
import type { ServiceMailComposer } from './compose-service-mail.js';

/** What carrying out service mail works with. */
export interface MailJobContext {
  readonly configuration: Configuration;
  /** The address of the public pages, without a slash at the end. */
  readonly publicUrl: string;
  readonly keys: Keys;
  readonly database: NewsletterDatabase;
  readonly composer: ServiceMailComposer;
  /** Makes a transport that is not open yet; each has one session. */
  readonly createTransport: () => Promise<Transport>;
  readonly now: () => Date;
}
