import { afterEach } from 'vitest';
import type { Configuration } from '../../src/model/configuration.js';
import { createTransport } from '../../src/transports/registry.js';
import { FaultServer } from '../transports/smtp/fault-server.js';
import type { TransportUnderTest } from './transport.contract.js';

const MESSAGE_ID = /^Message-ID: <(.+)>\r$/im;

/** One server for each workspace. */
const servers = new Map<string, FaultServer>();

afterEach(async () => {
  await Promise.all([...servers.values()].map((server) => server.close()));
  servers.clear();
});

/** The transport smtp, and a server on this machine that takes everything. */
export const smtpUnderTest: TransportUnderTest = {
  name: 'smtp',
  create: async (configuration: Configuration) => {
    const server = new FaultServer();
    servers.set(configuration.root, server);
    const port = await server.listen();
    const reached = { host: '127.0.0.1', port, encryption: 'none', loopback: true, login: undefined } as const;
    return createTransport('smtp', { ...configuration, smtp: { ...configuration.smtp, server: reached } });
  },
  arrived: (configuration) =>
    Promise.resolve(
      (servers.get(configuration.root)?.taken ?? []).map(({ bytes }) => ({
        messageId: MESSAGE_ID.exec(bytes.toString('utf8'))?.[1] ?? '',
        bytes,
      })),
    ),
};
