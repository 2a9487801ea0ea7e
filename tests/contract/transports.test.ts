import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configuration } from '../../src/model/settings/configuration.js';
import { createTransport } from '../../src/transports/registry.js';
import { ISSUE } from '../send/built-issue.js';
import { exampleModuleUnderTest } from './module-subject.js';
import { sendGridUnderTest } from './sendgrid-subject.js';
import { smtpByOAuthUnderTest, smtpUnderTest } from './smtp-subject.js';
import { testTransport } from './transport.contract.js';
import type { ArrivedMessage, TransportUnderTest } from './transport.contract.js';

async function readOutbox(configuration: Configuration): Promise<readonly ArrivedMessage[]> {
  const folder = join(configuration.root, 'outbox', ISSUE);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  return Promise.all(
    names.map(async (name) => ({
      messageId: name.slice(0, -'.eml'.length),
      bytes: await readFile(join(folder, name)),
    })),
  );
}

/** Every transport goes through the one suite; a new one is one entry here. */
const TRANSPORTS: readonly TransportUnderTest[] = [
  { name: 'outbox', create: (configuration) => createTransport('outbox', configuration), arrived: readOutbox },
  smtpUnderTest,
  smtpByOAuthUnderTest,
  sendGridUnderTest,
  exampleModuleUnderTest,
];

TRANSPORTS.forEach(testTransport);
