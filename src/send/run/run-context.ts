import type { SendReport } from '../../model/send/delivery.js';
import type { Transport } from '../../model/send/outgoing-message.js';
import type { Configuration } from '../../model/settings/configuration.js';
import type { NewsletterDatabase } from '../../store/database.js';
import type { Keys } from '../../subscribers/tokens/keys.js';
import type { DkimKeys } from '../dkim/keys.js';
import type { Lease } from '../ledger/lease.js';

/** Who signs the messages of a send (DKIM): this program, nobody here, or the service behind the transport. */
export type MessageSigning = 'ours' | 'nobody' | 'theirs';

/** What happens to a send from its freeze to the end of a run. */
export type RunEvent =
  | { readonly event: 'frozen'; readonly report: SendReport; readonly signing: MessageSigning }
  | {
      readonly event: 'resumed';
      readonly report: SendReport;
      readonly signing: MessageSigning;
      /** How many messages this run is about. */
      readonly outgoing: number;
    }
  | { readonly event: 'progress'; readonly report: SendReport }
  /** Some deliveries were deferred, and are tried again at a time. */
  | { readonly event: 'waiting'; readonly report: SendReport; readonly until: Date }
  /** Nothing is submitted for a while; `what` is a sentence for people. */
  | { readonly event: 'trouble'; readonly report: SendReport; readonly what: string };

/** Waits for some milliseconds, or until the signal aborts; never rejects. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>;

/** What a run of a send works with beside its options: made once, under the lease, and passed on as it is. */
export interface RunContext {
  readonly configuration: Pick<Configuration, 'root' | 'list'>;
  readonly database: NewsletterDatabase;
  readonly lease: Lease;
  /** Open already. */
  readonly transport: Transport;
  readonly keys: Keys;
  /** Absent where messages leave unsigned, or the transport's service signs. */
  readonly dkim: DkimKeys | undefined;
  /** A reader's return path. */
  readonly returnPath: (subscriberId: number) => string;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly pause: Pause;
  readonly onEvent: (event: RunEvent) => void;
  /** It gets a sentence that says why nothing is submitted for a while. */
  readonly onWarning: (what: string) => void;
}
