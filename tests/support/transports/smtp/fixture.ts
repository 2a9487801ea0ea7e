import { afterEach } from 'vitest';
import type { OutgoingMessage, SubmitOutcome, Transport } from '../../../../src/model/send/outgoing-message.js';
import type { SmtpServer } from '../../../../src/transports/smtp/connection/mail-server.js';
import type { SmtpSettings } from '../../../../src/transports/smtp/settings.js';
import { createSmtp, type SmtpOptions } from '../../../../src/transports/smtp/smtp.js';
import { someMessages } from '../contract/transport.contract.js';
import { LOOPBACK_CERTIFICATE } from './certificates.js';
import { FaultServer, type FaultServerOptions } from './fault-server.js';

/** Pauses so short that no test need wait for them, and time-outs that a busy machine keeps. */
export const QUICK: SmtpOptions = {
  connectTimeout: 10_000,
  timeouts: { command: 10_000, end: 10_000, quit: 2_000 },
  pauses: [10, 20, 30],
  authorities: LOOPBACK_CERTIFICATE.cert,
};

/** For servers that fall silent; what they do before that, they do in time on a busy machine too. */
export const IMPATIENT: SmtpOptions = { connectTimeout: 1_500, timeouts: { command: 1_500, end: 1_500, quit: 500 } };

export interface SmtpFixture {
  readonly server: FaultServer;
  readonly transport: Transport;
}

const begun: SmtpFixture[] = [];

afterEach(async () => {
  for (const { server, transport } of begun.splice(0)) {
    await transport.close();
    await server.close();
  }
});

/** The transport for a server on this machine, in plain text unless a test wants otherwise. */
export function transportTo(
  port: number,
  server: Partial<SmtpServer> = {},
  settings: Partial<SmtpSettings> = {},
  options: SmtpOptions = {},
): Transport {
  const smtp: SmtpSettings = {
    server: { host: '127.0.0.1', port, encryption: 'none', loopback: true, login: undefined, ...server },
    connections: 3,
    messagesPerConnection: undefined,
    perMinute: undefined,
    timeoutSeconds: 300,
    ...settings,
  };
  return createSmtp(smtp, { name: 'News', address: 'news@example.org' }, { ...QUICK, ...options });
}

export interface Settings {
  readonly server?: Partial<SmtpServer>;
  readonly smtp?: Partial<SmtpSettings>;
  readonly options?: SmtpOptions;
}

/** A server that behaves as told, and the transport to it; both end with the test. */
export async function smtpTo(behaviour: FaultServerOptions, settings: Settings = {}): Promise<SmtpFixture> {
  const server = new FaultServer(behaviour);
  const port = await server.listen();
  const fixture = { server, transport: transportTo(port, settings.server, settings.smtp, settings.options) };
  begun.push(fixture);
  return fixture;
}

export const CONTEXT = { issue: '2020-12', kind: 'real', test: false } as const;

/** Each message by itself, as many at once as the transport takes. */
export async function submitAll(
  transport: Transport,
  messages: readonly OutgoingMessage[],
): Promise<readonly SubmitOutcome[]> {
  const outcomes: SubmitOutcome[] = [];
  const left = [...messages.entries()];
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [index, message] = next;
      const [outcome] = await transport.submit([message]);
      if (outcome !== undefined) outcomes[index] = outcome;
    }
  };
  await Promise.all(Array.from({ length: transport.connections }, work));
  return outcomes;
}

/** Opens the transport, submits one message, and returns its outcome. */
export async function outcomeOfOne(transport: Transport, message = oneMessage()): Promise<SubmitOutcome> {
  await transport.open(CONTEXT);
  const [outcome] = await transport.submit([message]);
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
}

export function oneMessage(changes: Partial<OutgoingMessage> = {}): OutgoingMessage {
  const [message] = someMessages(1);
  if (message === undefined) throw new Error('no message');
  return { ...message, ...changes };
}

/** A message of exactly these bytes. */
export function messageOf(...pieces: readonly string[]): OutgoingMessage {
  return oneMessage({ bytes: () => Promise.resolve(pieces.map((piece) => Buffer.from(piece, 'utf8'))) });
}
