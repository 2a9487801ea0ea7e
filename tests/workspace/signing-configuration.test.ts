import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { TRANSPORTS } from '../../src/transports/registry.js';
import { readConfiguration } from '../../src/workspace/settings/configuration.js';
import { createWorkspace } from '../support/workspace-fixture.js';

const LINES = 'name: A\norganisation: B\nsender:\n  address: news@Bücher.example\n';

function read(lines: string, environment: Readonly<Record<string, string>> = {}) {
  const { root } = createWorkspace({ 'newsletter.yaml': LINES + lines });
  return readConfiguration(root, environment, TRANSPORTS).configuration;
}

describe('what newsletter.yaml and the environment say of signing and bounces', () => {
  test('without a word, nothing is signed, and all comes back to the sender', () => {
    const { dkim, returnPath } = read('');
    expect(dkim).toEqual({ domain: 'xn--bcher-kva.example', keys: [] });
    expect(returnPath).toEqual({ kind: 'plain', address: 'news@Bücher.example' });
  });

  test('keys come by path, selectors from the file', () => {
    const { root, dkim } = read('dkim: { selector: news2020, ed25519Selector: news2020e }\n', {
      NEWSLETTER_DKIM_KEY: 'keys/rsa.pem',
      NEWSLETTER_DKIM_ED25519_KEY: '/elsewhere/ed.pem',
    });
    expect(dkim.keys.map(({ algorithm, path: file, selector }) => [algorithm, file, selector])).toEqual([
      ['rsa', path.join(root, 'keys', 'rsa.pem'), 'news2020'],
      ['ed25519', path.resolve('/elsewhere/ed.pem'), 'news2020e'],
    ]);
  });

  test('the domain and the address for bounces may be others', () => {
    const { dkim, returnPath } = read('dkim: { domain: Example.org }\nreturnPath: verp\nbounces: b@example.org\n');
    expect(dkim.domain).toBe('example.org');
    expect(returnPath).toEqual({ kind: 'verp', address: 'b@example.org' });
  });

  test.each([
    'dkim: { selector: "a b" }',
    'dkim: { selector: news; d=x }',
    'dkim: { domain: "a..b" }',
    'returnPath: other',
    'bounces: nobody',
  ])('%s is refused', (line) => {
    expect(() => read(`${line}\n`)).toThrow(/newsletter\.yaml:\d+:\d+/);
  });
});
