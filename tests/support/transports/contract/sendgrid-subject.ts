import { afterAll, expect } from 'vitest';
import { createTransport } from '../../../../src/transports/registry.js';
import { KEY, startLocalSendGrid, type LocalSendGrid } from '../sendgrid/local-sendgrid.js';
import type { TransportUnderTest } from './transport.contract.js';

const servers = new Map<string, LocalSendGrid>();
afterAll(() => Promise.all([...servers.values()].map((server) => server.close())));

/** The SendGrid transport before a local server, which looks at every request and makes the messages. */
export const sendGridUnderTest: TransportUnderTest = {
  name: 'sendgrid',
  writesMime: 'theirs',
  create: async (configuration) => {
    const server = await startLocalSendGrid();
    servers.set(configuration.root, server);
    return createTransport('sendgrid', {
      ...configuration,
      sendgrid: { ...configuration.sendgrid, url: server.url, key: KEY },
    });
  },
  arrived: ({ root }) => {
    const server = servers.get(root);
    expect(server?.violations).toEqual([]);
    return Promise.resolve((server?.messages ?? []).map(({ messageId, ...content }) => ({ messageId, content })));
  },
};
