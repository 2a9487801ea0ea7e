import { afterEach } from 'vitest';
import type { Configuration } from '../../../../src/model/settings/configuration.js';
import type { SmtpServer } from '../../../../src/transports/smtp/connection/mail-server.js';
import { smtpSettings } from '../../../../src/transports/smtp/settings.js';
import { createSmtp } from '../../../../src/transports/smtp/smtp.js';
import { microsoftApp, USER } from '../../oauth/settings.js';
import { TokenServer } from '../../oauth/token-server.js';
import { FaultServer } from '../smtp/fault-server.js';
import type { TransportUnderTest } from './transport.contract.js';

const MESSAGE_ID = /^Message-ID: <(.+)>\r$/im;

/** One server for each workspace. */
const servers = new Map<string, FaultServer>();
const tokenServers: TokenServer[] = [];

afterEach(async () => {
  await Promise.all([...servers.values(), ...tokenServers.splice(0)].map((server) => server.close()));
  servers.clear();
});

async function createTo(configuration: Configuration, server: FaultServer, login: SmtpServer['login']) {
  servers.set(configuration.root, server);
  const port = await server.listen();
  const reached = { host: '127.0.0.1', port, encryption: 'none', loopback: true, login } as const;
  return createSmtp({ ...smtpSettings.read(undefined, {}), server: reached }, configuration.sender);
}

function arrived({ root }: Configuration) {
  const taken = servers.get(root)?.taken ?? [];
  return Promise.resolve(
    taken.map(({ bytes }) => ({ messageId: MESSAGE_ID.exec(bytes.toString('utf8'))?.[1] ?? '', bytes })),
  );
}

/** The transport smtp, and a server on this machine that takes everything. */
export const smtpUnderTest: TransportUnderTest = {
  name: 'smtp',
  create: (configuration) => createTo(configuration, new FaultServer(), undefined),
  arrived,
};

/** The same, signing in with tokens of a token server on this machine. */
export const smtpByOAuthUnderTest: TransportUnderTest = {
  name: 'smtp',
  create: async (configuration) => {
    const tokenServer = new TokenServer();
    tokenServers.push(tokenServer);
    const oauth = microsoftApp(await tokenServer.listen());
    const isGood = (token: string) => token === tokenServer.given.at(-1);
    const server = new FaultServer({ oauth: { user: USER, isGood, refusal: 'plain' } });
    return createTo(configuration, server, { kind: 'oauth', user: USER, oauth });
  },
  arrived,
};
