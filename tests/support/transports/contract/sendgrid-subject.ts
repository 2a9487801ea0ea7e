import { afterAll, expect } from 'vitest';
import { createSendGrid } from '../../../../src/transports/sendgrid/sendgrid.js';
import { sendGridSettings } from '../../../../src/transports/sendgrid/settings.js';
import { environmentFor, startLocalSendGrid, type LocalSendGrid } from '../sendgrid/local-sendgrid.js';
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
    return createSendGrid(sendGridSettings.read(undefined, environmentFor(server)));
  },
  arrived: ({ root }) => {
    const server = servers.get(root);
    expect(server?.violations).toEqual([]);
    return Promise.resolve((server?.messages ?? []).map(({ messageId, ...content }) => ({ messageId, content })));
  },
};
