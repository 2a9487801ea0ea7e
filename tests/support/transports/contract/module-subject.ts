import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from '../../../../src/transports/registry.js';
import { ISSUE } from '../../send/built-issue.js';
import type { TransportUnderTest } from './transport.contract.js';

const EXAMPLE = path.resolve('docs/examples/transport-to-folder.js');

/** The module that the documentation shows. */
export const exampleModuleUnderTest: TransportUnderTest = {
  name: EXAMPLE,
  create: (configuration) => createTransport(EXAMPLE, configuration),
  arrived: async ({ root }) => {
    const folder = path.join(root, 'handed-over', ISSUE);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
    return Promise.all(
      names.map(async (name) => ({
        messageId: name.slice(0, -'.eml'.length),
        bytes: await readFile(path.join(folder, name)),
      })),
    );
  },
};
