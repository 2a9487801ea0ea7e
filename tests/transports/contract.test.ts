import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Configuration } from '../../src/model/settings/configuration.js';
import { createTransport } from '../../src/transports/registry.js';
import { ISSUE } from '../support/send/built-issue.js';
import { exampleModuleUnderTest } from '../support/transports/contract/module-subject.js';
import { sendGridUnderTest } from '../support/transports/contract/sendgrid-subject.js';
import { smtpByOAuthUnderTest, smtpUnderTest } from '../support/transports/contract/smtp-subject.js';
import {
  testTransport,
  type ArrivedMessage,
  type TransportUnderTest,
} from '../support/transports/contract/transport.contract.js';

async function readOutbox(configuration: Configuration): Promise<readonly ArrivedMessage[]> {
  const folder = path.join(configuration.root, 'outbox', ISSUE);
  const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
  return Promise.all(
    names.map(async (name) => ({
      messageId: name.slice(0, -'.eml'.length),
      bytes: await readFile(path.join(folder, name)),
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
