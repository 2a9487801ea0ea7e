import { resolveMx, resolveTxt } from 'node:dns/promises';
import type { SendKind, SendReport, SkipReason } from '../../model/send/delivery.js';
import type { Transport } from '../../model/send/outgoing-message.js';
import type { Configuration } from '../../model/settings/configuration.js';
import { readDkimKeys, type DkimKeys } from '../../send/dkim/keys.js';
import type { Pause, RunEvent } from '../../send/run/run-context.js';
import { createTransport } from '../../transports/registry.js';
import type { IssueFacts } from './preflight/issue-facts.js';
import type { NetworkProbes, PreflightResult } from './preflight/preflight-context.js';

/** What a send works with beside its options: the door makes it once, and every step gets it as it is. */
export interface SendContext {
  readonly configuration: Configuration;
  readonly issue: string;
  readonly now: () => Date;
  /** Ends the run without loss: it waits for the messages in flight, and the rest stays pending. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: SendEvent) => void;
  /** Asks a person, if there is one, to confirm the plan; `false` leaves everything as it was. */
  readonly confirm?: ((plan: SendPlan) => Promise<boolean>) | undefined;
  /** Says why the build is not what the files would give now; `undefined` where it is. */
  readonly isBuildStale: () => Promise<string | undefined>;
  /** Reads what somebody should know of the issue before it goes out; absent where there is no workspace to look at. */
  readonly readFacts?: (() => IssueFacts | undefined) | undefined;
  /** Not open yet. */
  readonly transport: Transport;
  /** Absent where messages leave unsigned, or the transport's service signs. */
  readonly dkim: DkimKeys | undefined;
  readonly network?: NetworkProbes;
  readonly pause?: Pause;
}

/**
 * Makes the transport of a send, and reads the keys that sign its messages.
 *
 * @param transportName absent: the configured one.
 * @throws NewsletterError `transport-unknown`, `transport-unusable`, `dkim-key-unusable`.
 */
export async function chooseTransport(
  transportName: string | undefined,
  { configuration, onEvent }: Pick<SendContext, 'configuration' | 'onEvent'>,
  create = createTransport,
): Promise<Pick<SendContext, 'transport' | 'dkim'>> {
  const name = transportName ?? configuration.transport;
  onEvent({ event: 'opening', transport: name });
  const transport = await create(name, configuration);
  // Before anything else: a key that does not work would send everything unsigned.
  const dkim = transport.signing === 'ours' ? await readDkimKeys(configuration) : undefined;
  return { transport, dkim };
}

/** The network of a context: this machine's, unless a test gives another. */
export function networkOf({ network }: SendContext): NetworkProbes {
  return network ?? { resolver: { resolveMx, resolveTxt }, fetch };
}

/** What happens during a send, for the door that shows it. */
export type SendEvent =
  /** From now on the run waits for the transport: a server, or the user's own module, may take some time. */
  | { readonly event: 'opening'; readonly transport: string }
  | { readonly event: 'preflight'; readonly report: SendReport; readonly plan: SendPlan }
  | RunEvent;

/** What a run of a send would do. */
export interface SendPlan {
  readonly send: SendKind;
  /** Whether the send has begun already, and would continue. */
  readonly begun: boolean;
  /** Whether every delivery is submitted or was skipped for a reason. */
  readonly complete: boolean;
  /** Whether nothing would be submitted. */
  readonly nothingLeft: boolean;
  /** Whether a person retries deliveries, and none of them may be mailed any more. */
  readonly noneToRetry: boolean;
  /** How many messages it is about: of those that failed, only those to people who may still be mailed. */
  readonly outgoing: number;
  /** How many deferred deliveries are tried again along with those that a person retries. */
  readonly deferred: number;
  /** When a person decided that the rest shall not go out. */
  readonly cancelledAt: string | undefined;
  /** The ledger as it is, or as it would be at the start. */
  readonly report: SendReport;
  readonly preflight: readonly PreflightResult[];
  /** What a person is shown before they say that it is meant. */
  readonly about: SendBriefing;
}

/** What readers will see of a send first, and who is left out of it. */
export interface SendBriefing {
  readonly subject: string;
  /** Name and address of the From field. */
  readonly sender: string;
  /** The day of the issue, as in `issue.yaml`; absent where the send continues with what was frozen. */
  readonly date: string | undefined;
  /** People on the list who do not get it, by reason; counted only before a send begins. */
  readonly leftOut: readonly { readonly reason: SkipReason | 'other-tags'; readonly count: number }[];
}
