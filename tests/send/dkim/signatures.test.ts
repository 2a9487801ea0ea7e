import fc from 'fast-check';
import { dkimVerify } from 'mailauth';
import PostalMime from 'postal-mime';
import { beforeAll, describe, expect, test } from 'vitest';
import { composeMessage } from '../../../src/send/message/compose-message.js';
import type { DkimKeys } from '../../../src/send/dkim/keys.js';
import { composeServiceMail } from '../../../src/send/message/service-mail.js';
import { prepareMessage } from '../../../src/send/message/splice.js';
import { submitTestCopies } from '../../../src/send/test-copies.js';
import { CONFIGURATION } from '../../support/render/issue-fixture.js';
import { smallTemplate } from '../../support/send/built-issue.js';
import { randomMessage, type RandomMessage } from '../../support/send/dkim/random-messages.js';
import { pythonVerdicts, withoutDkimPython } from '../../support/send/dkim/python-dkim.js';
import { recordingTransport } from '../../support/send/recording-transport.js';
import { bothKeys, bothPlaces, dnsOf, signingConfiguration } from '../../support/send/dkim/signing-keys.js';

const TOKEN = 'abc123.z.AAAAAAAAAAAAAAAAAAAAAA';
const ONE_CLICK = { address: 'leave@example.org', url: 'https://news.example.org/newsletter/u' };

const places = bothPlaces();
let keys: DkimKeys;
beforeAll(async () => {
  keys = await bothKeys(places);
});

async function signed({ template, name, address }: RandomMessage, dkim = keys): Promise<Buffer> {
  const recipient = {
    deliveryId: 'd',
    messageId: 'm1@example.org',
    address,
    name,
    token: TOKEN,
    footerToken: 'footer',
    preferencesToken: TOKEN,
  };
  const message = composeMessage(prepareMessage(template, dkim), recipient, 'Fri, 18 Dec 2020 12:00:00 +0000');
  return Buffer.concat(await message.bytes());
}

const usual = (): RandomMessage => ({
  template: smallTemplate({ unsubscribe: ONE_CLICK }),
  name: 'Łucja Öz',
  address: 'reader@example.org',
});

/** What a verifier makes of each signature: `algorithm result`. */
async function verify(message: Buffer): Promise<readonly string[]> {
  const { results } = await dkimVerify(message, { resolver: dnsOf(keys) });
  return results.map(({ info, status }) => `${/ header.a=(\S+)/.exec(info)?.[1] ?? ''} ${status.result}`);
}

const GOOD = ['rsa-sha256 pass', 'ed25519-sha256 pass'];

describe('DKIM signatures', () => {
  test('are verified by mailauth on 1,000 random messages, with both keys', async () => {
    await fc.assert(
      fc.asyncProperty(randomMessage, async (message) => {
        expect(await verify(await signed(message))).toEqual(GOOD);
      }),
      { numRuns: 1000 },
    );
  });

  test.skipIf(withoutDkimPython)("are verified by Python's dkim on a sample", async () => {
    const messages = [usual(), ...fc.sample(randomMessage, 60)];
    const verdicts = await pythonVerdicts(await Promise.all(messages.map((message) => signed(message))), keys);
    expect(verdicts).toEqual(messages.map(() => [true, true]));
  });

  test('stand on service mail and on test copies too', async () => {
    const mail = {
      to: 'анна@example.com',
      language: 'uk',
      subject: 'Так',
      text: 'Так?',
      html: '<p>Так?</p>',
      attachment: undefined,
    };
    const at = new Date('2020-12-18T12:00:00Z');
    const service = composeServiceMail(mail, { ...CONFIGURATION, ...signingConfiguration(places) }, at);
    expect(await verify(Buffer.concat(await service.bytes()))).toEqual(GOOD);
    const transport = recordingTransport();
    const sending = { at, dkim: keys, returnPath: 'news@example.org', signal: new AbortController().signal };
    await submitTestCopies(transport, smallTemplate(), ['reader@example.com'], sending);
    expect(transport.taken).toHaveLength(1);
    for (const copy of transport.taken) expect(await verify(Buffer.concat(await copy.bytes()))).toEqual(GOOD);
  });

  test('hold when a server folds header fields anew and takes blanks from the ends of lines', async () => {
    const message = (await signed(usual())).toString('latin1');
    const [head = '', ...rest] = message.split('\r\n\r\n');
    const refolded = head
      .replace(/\r\n /g, ' ')
      .split('\r\n')
      .map((line) => line.replace(/^([A-Za-z-]+): (\S+) /, '$1 :  $2\r\n\t'))
      .join('\r\n');
    const changed = [refolded, ...rest].join('\r\n\r\n').replace(/ =\r\n/, '\t =\r\n');
    expect(await verify(Buffer.from(`${changed}\r\n\r\n`, 'latin1'))).toEqual(GOOD);
  });

  test('break with any change of a header field or of the body', async () => {
    const message = (await signed(usual())).toString('latin1');
    const end = message.indexOf('\r\nTo:') + 2;
    const letters = [...message.matchAll(/[A-Za-z0-9]/g)].map(({ index }) => index).filter((index) => index > end);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...letters), async (index) => {
        const other = message[index] === 'q' ? 'z' : 'q';
        const changed = message.slice(0, index) + other + message.slice(index + 1);
        // The case of a field's name is no part of it.
        if (changed.toLowerCase() === message.toLowerCase()) return;
        expect(await verify(Buffer.from(changed, 'latin1'))).not.toContain('rsa-sha256 pass');
      }),
      { numRuns: 100 },
    );
  });

  test.each([
    ...['From', 'To', 'Cc', 'Subject', 'Date', 'Message-ID', 'Reply-To', 'MIME-Version', 'Content-Type'],
    ...['List-Unsubscribe', 'List-Unsubscribe-Post'],
  ])('break when somebody adds a second field %s', async (name) => {
    const added = Buffer.concat([Buffer.from(`${name}: forged\r\n`), await signed(usual())]);
    const results = await verify(added);
    expect(results).toHaveLength(2);
    for (const result of results) expect(result).not.toContain('pass');
  });

  test('cover every field of the message, List-Unsubscribe and List-Unsubscribe-Post among them', async () => {
    const { headers } = await PostalMime.parse(await signed(usual()));
    const names = headers.map(({ key }) => key).filter((key) => key !== 'dkim-signature');
    expect(names).toEqual(expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post', 'list-id']));
    const fields = headers.filter(({ key }) => key === 'dkim-signature');
    expect(fields).toHaveLength(2);
    for (const { value } of fields) {
      const covered = (/ h=([^;]+)/.exec(value)?.[1] ?? '').replace(/\s/g, '').toLowerCase().split(':');
      expect(covered).toEqual(expect.arrayContaining(names));
      for (const name of ['from', 'to', 'subject', 'date', 'mime-version', 'content-type', 'list-unsubscribe-post']) {
        expect(covered.filter((one) => one === name)).toHaveLength(2);
      }
      expect(value).toMatch(/\bc=relaxed\/relaxed;.*\bd=example\.org;/s);
      expect(value).not.toMatch(/\b[lx]=/);
    }
  });

  test('stand before everything else, in lines of at most 78 octets, and are the same each time', async () => {
    const message = (await signed(usual())).toString('latin1');
    expect(message.startsWith('DKIM-Signature: v=1; a=rsa-sha256;')).toBe(true);
    const field = message.slice(0, message.indexOf('\r\nTo:'));
    for (const line of field.split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
    expect((await signed(usual())).toString('latin1')).toBe(message);
  });

  test('are not there without a key', async () => {
    const recipient = {
      ...usual(),
      deliveryId: 'd',
      messageId: 'm@example.org',
      token: TOKEN,
      footerToken: 'footer',
      preferencesToken: TOKEN,
    };
    const message = composeMessage(prepareMessage(usual().template), recipient, 'Fri, 18 Dec 2020 12:00:00 +0000');
    expect(Buffer.concat(await message.bytes()).toString()).not.toContain('DKIM-Signature');
  });
});
