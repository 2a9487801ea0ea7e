import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { writtenConfigurationSchema } from '../../src/model/settings/configuration.js';
import { frontMatterSchema } from '../../src/model/issue/front-matter.js';
import { issueSettingsSchema } from '../../src/model/issue/issue-settings.js';
import { membersSchema } from '../../src/model/issue/member.js';
import { TRANSPORTS } from '../../src/transports/registry.js';
import { schemasOfTransports } from '../../src/workspace/settings/transport-definition.js';
import { keyPaths } from '../../src/yaml/schema-walk.js';

const PAGES: readonly (readonly [page: string, schema: z.ZodType])[] = [
  ['docs/issue-settings.md', issueSettingsSchema],
  ['docs/members.md', membersSchema],
  ['docs/configuration.md', writtenConfigurationSchema(schemasOfTransports(TRANSPORTS))],
  ['docs/writing-a-contribution.md', frontMatterSchema],
];

describe.each(PAGES)('%s', (page, schema) => {
  const text = readFileSync(page, 'utf8');

  test.each(keyPaths(schema))('names the key %s', (path) => {
    const key = path.slice(path.lastIndexOf('.') + 1);
    // In a table, or in an example.
    expect(text).toMatch(new RegExp(`\`${key}:?\`|^\\s*(?:- )?${key}:`, 'm'));
  });
});

test('the walk finds keys at every depth', () => {
  expect(keyPaths(issueSettingsSchema)).toEqual(
    expect.arrayContaining(['title', 'funders.*.logo', 'items.*.exclude', 'audience.tags']),
  );
});
