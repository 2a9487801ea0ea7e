import { type Timeout } from '../../../time/with-timeout.js';
import type { Configuration } from '../../../model/settings/configuration.js';
import type { MessageTemplate } from '../../../model/issue/edition.js';
import type { Transport } from '../../../model/send/outgoing-message.js';
import type { DkimKeys } from '../../../send/dkim/keys.js';

/** One check before a send, and its result. */
export type PreflightResult = { readonly check: PreflightCheck; readonly message: string } & (
  | { readonly result: 'ok' }
  | { readonly result: 'warning' | 'refused'; readonly expected: string; readonly help: string }
);

export type PreflightCheck =
  | 'build'
  | 'not-sent'
  | 'audience'
  | 'size'
  | 'way-out'
  | 'files'
  | 'news'
  | 'deadline'
  | 'issue-day'
  | 'sender'
  | 'dns'
  | 'bulk-rules'
  | 'dkim'
  | 'public-address'
  | 'pictures'
  | 'mailbox'
  | 'transport'
  | 'sign-in';

/** How long the network may take to answer a preflight's question. */
export const ANSWER_TIMEOUT: Timeout = { timeoutMs: 5000, tooLate: 'there was no answer in time' };

/** The questions to DNS that a preflight asks; `node:dns/promises` answers them, unless a test does. */
export interface Resolver {
  resolveMx(name: string): Promise<readonly { readonly exchange: string }[]>;
  resolveTxt(name: string): Promise<readonly (readonly string[])[]>;
}

/** How a preflight asks the network. */
export interface NetworkProbes {
  readonly resolver: Resolver;
  readonly fetch: typeof fetch;
}

/** What a preflight looks at. */
export interface PreflightContext {
  readonly configuration: Configuration;
  readonly template: MessageTemplate;
  /** How many messages would leave. */
  readonly readers: number;
  readonly transport: Pick<Transport, 'name' | 'kind' | 'loopback' | 'signing'>;
  readonly dkim: DkimKeys | undefined;
  readonly now: Date;
  readonly network: NetworkProbes;
}
