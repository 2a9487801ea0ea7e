import { IncomingMessage } from 'node:http';
import { BlockList, Socket } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { networksOf, networksOfRequest, type ProxyTrust } from '../../src/serve/limits/client-network.js';
import { readBody, readForm } from '../../src/serve/form.js';
import { isOneClick } from '../../src/serve/one-click.js';
import { chooseLanguage } from '../../src/serve/language-choice.js';
import { Limiter } from '../../src/serve/limits/limiter.js';

describe('a limiter', () => {
  test('counts within its time, for each key by itself', () => {
    let now = 0;
    const limiter = new Limiter({ times: 2, withinMilliseconds: 1000 }, () => now);
    expect([limiter.take('a'), limiter.take('a'), limiter.take('a'), limiter.take('b')]).toEqual([
      true,
      true,
      false,
      true,
    ]);
    now = 999;
    expect(limiter.take('a')).toBe(false);
    now = 1000;
    expect(limiter.take('a')).toBe(true);
  });

  test('keeps a bounded number of keys, those that were used last', () => {
    const limiter = new Limiter({ times: 1, withinMilliseconds: 1000 }, () => 0, 100);
    for (let key = 0; key < 100_000; key += 1) {
      limiter.take(String(key));
      limiter.take('always');
    }
    expect(limiter.size).toBe(100);
    expect(limiter.take('always')).toBe(false);
  });
});

describe('the networks of an address', () => {
  test.each([
    ['192.0.2.77', ['192.0.2.0/24', '192.0.0.0/16']],
    ['192.0.2.77:4711', ['192.0.2.0/24', '192.0.0.0/16']],
    ['::ffff:192.0.2.77', ['192.0.2.0/24', '192.0.0.0/16']],
    ['::FFFF:c000:24d', ['192.0.2.0/24', '192.0.0.0/16']],
    ['[0:0:0:0:0:ffff:192.0.2.77]:443', ['192.0.2.0/24', '192.0.0.0/16']],
    ['64:ff9b::192.0.2.1', ['192.0.2.0/24', '192.0.0.0/16']],
    ['64:ff9b::c000:201', ['192.0.2.0/24', '192.0.0.0/16']],
    ['64:ff9b:1::c000:201', ['64:ff9b:1:0::/64', '64:ff9b:1:0::/56', '64:ff9b:1:0::/48']],
    ['2001:db8:1:2:3:4:5:6', ['2001:db8:1:2::/64', '2001:db8:1:0::/56', '2001:db8:1:0::/48']],
    ['2001:0DB8:0001:ABCD::9', ['2001:db8:1:abcd::/64', '2001:db8:1:ab00::/56', '2001:db8:1:0::/48']],
    ['2001:db8:1:ffff::%eth0', ['2001:db8:1:ffff::/64', '2001:db8:1:ff00::/56', '2001:db8:1:0::/48']],
    ['[2001:db8::1]:443', ['2001:db8:0:0::/64', '2001:db8:0:0::/56', '2001:db8:0:0::/48']],
    ['fe80::1%eth0', ['fe80:0:0:0::/64', 'fe80:0:0:0::/56', 'fe80:0:0:0::/48']],
    ['::1', ['0:0:0:0::/64', '0:0:0:0::/56', '0:0:0:0::/48']],
    ['::192.0.2.1', ['0:0:0:0::/64', '0:0:0:0::/56', '0:0:0:0::/48']],
  ])('%s: %j', (address, networks) => {
    expect(networksOf(address)?.map(({ name }) => name)).toEqual(networks);
  });

  test.each(['', 'unknown', '999.1.1.1', '<script>', '1.2.3', ':::', '0x7f.1.1.1', '192.0.2.1/24'])(
    '%j has none',
    (address) => {
      expect(networksOf(address)).toBeUndefined();
    },
  );

  test('are those of its own bits, for every address', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const networks = networksOf(address) ?? [];
        expect(networks.length).toBeGreaterThanOrEqual(2);
        for (const { name, prefix } of networks) {
          const list = new BlockList();
          const [start = '', bits] = name.split('/');
          const family = start.includes('.') ? 'ipv4' : 'ipv6';
          expect(Number(bits)).toBe(prefix);
          list.addSubnet(start, prefix, family);
          if (family === 'ipv6') expect(list.check(address, 'ipv6')).toBe(true);
        }
      }),
    );
  });

  test('are taken from the header only where a proxy is trusted, and then from its last entry', () => {
    const incoming = new IncomingMessage(new Socket());
    Object.defineProperty(incoming.socket, 'remoteAddress', { value: '127.0.0.1' });
    incoming.headers['x-forwarded-for'] = '203.0.113.1, 198.51.100.7';
    const trust = { trustProxy: true, clientAddressHeader: 'x-forwarded-for' };
    const narrowest = (from: ProxyTrust) => networksOfRequest(incoming, from)[0]?.name;
    expect(narrowest(trust)).toBe('198.51.100.0/24');
    expect(narrowest({ ...trust, trustProxy: false })).toBe('127.0.0.0/24');
    expect(narrowest({ ...trust, clientAddressHeader: 'x-real-ip' })).toBe('127.0.0.0/24');
  });
});

function incomingWith(body: string, headers: Record<string, string>): IncomingMessage {
  const incoming = new IncomingMessage(new Socket());
  Object.assign(incoming.headers, headers);
  incoming.push(body);
  incoming.push(null);
  return incoming;
}

const disposition = 'Content-Disposition: form-data; name="List-Unsubscribe"';

describe('a form', () => {
  test.each([
    ['urlencoded', 'application/x-www-form-urlencoded; charset=UTF-8', 'List-Unsubscribe=One-Click'],
    ['multipart', 'multipart/form-data; boundary=b', `--b\r\n${disposition}\r\n\r\nOne-Click\r\n--b--\r\n`],
    [
      'multipart, quoted, without its last line end',
      'multipart/form-data; boundary="b c"',
      `--b c\r\n${disposition}\r\n\r\nOne-Click\r\n--b c--`,
    ],
    [
      'multipart with a preamble',
      'Multipart/Form-Data; charset=utf-8; boundary=b',
      `hello\r\n--b\r\n${disposition}\r\nContent-Type: text/plain\r\n\r\nOne-Click\r\n--b--`,
    ],
  ])('%s is read', async (_, type, body) => {
    const reading = await readForm(incomingWith(body, { 'content-type': type }));
    expect(reading.kind === 'form' && reading.form.get('List-Unsubscribe')).toBe('One-Click');
  });

  test('of which the body breaks off is none', async () => {
    const incoming = new IncomingMessage(new Socket());
    const reading = readForm(incoming);
    incoming.destroy();
    expect(await reading).toEqual({ kind: 'unreadable' });
  });
});

describe('a one-click request', () => {
  async function isAsked(body: string, type: string | undefined): Promise<boolean> {
    const reading = await readBody(incomingWith(body, type === undefined ? {} : { 'content-type': type }));
    return reading.kind === 'body' && isOneClick(reading.body);
  }

  const pair = 'List-Unsubscribe=One-Click';
  const URLENCODED = 'application/x-www-form-urlencoded';
  const multipart = (lineEnd: string, boundary: string) =>
    [`--${boundary}`, disposition, '', 'One-Click', `--${boundary}--`, ''].join(lineEnd);

  test.each([
    ['urlencoded', URLENCODED, pair],
    ['text, as ProtonMail sends it', 'text/plain;charset=UTF-8', pair],
    ['of no type', undefined, pair],
    ['of an empty type', '', pair],
    ['of a type that is none', 'pair', pair],
    ['JSON by its type only', 'application/json', pair],
    ['a JSON string', 'application/json; charset=utf-8', `"${pair}"`],
    ['bytes', 'application/octet-stream', pair],
    ['multipart by its type only', 'multipart/form-data', pair],
    ['multipart by its type only, with a boundary', 'multipart/form-data; boundary=b', pair],
    ['with CRLF behind it', 'text/plain', `${pair}\r\n`],
    ['urlencoded with CRLF behind it', URLENCODED, `${pair}\r\n`],
    ['with LF and spaces around it', URLENCODED, `\n ${pair} \n\n`],
    ['with the mark of the byte order', 'text/plain', `\ufeff${pair}`],
    ['with escapes', URLENCODED, 'List%2DUnsubscribe=One%2DClick'],
    ['in lower case', URLENCODED, 'list-unsubscribe=one-click'],
    ['with other fields beside it', URLENCODED, `utm_source=mail&${pair}&x=1`],
    ['with a field on another line', 'text/plain', `x=1\r\n${pair}\r\n`],
    ['twice', URLENCODED, `${pair}&${pair}`],
    ['multipart', 'multipart/form-data; boundary=b', multipart('\r\n', 'b')],
    ['multipart, lines ended by LF', 'multipart/form-data; boundary=b', multipart('\n', 'b')],
    [
      'multipart, quoted boundary before the charset',
      'multipart/form-data; boundary="b c"; charset=utf-8',
      multipart('\r\n', 'b c'),
    ],
    ['multipart, with another type of multipart', 'multipart/mixed; boundary=b', multipart('\r\n', 'b')],
  ])('is one: %s', async (_, type, body) => {
    expect(await isAsked(body, type)).toBe(true);
  });

  test.each([
    ['an empty body', URLENCODED, ''],
    ['white space', 'text/plain', ' \r\n'],
    ['the button of the page', URLENCODED, 'action=leave'],
    ['another value', URLENCODED, 'List-Unsubscribe=No'],
    ['the name alone', URLENCODED, 'List-Unsubscribe'],
    ['the value alone', 'text/plain', 'One-Click'],
    ['the pair within a longer value', URLENCODED, 'x=List-Unsubscribe%3DOne-Click'],
    ['a sentence around it', 'text/plain', `Please do not do ${pair} now`],
    [
      'the pair in a file of a form',
      'multipart/form-data; boundary=b',
      `--b\r\n${disposition}; filename="a"\r\n\r\nOne-Click\r\n--b--`,
    ],
    [
      'multipart that is broken off',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="List-',
    ],
  ])('is none: %s', async (_, type, body) => {
    expect(await isAsked(body, type)).toBe(false);
  });

  test('is none beyond 16 KB', async () => {
    expect(await readBody(incomingWith(`${pair}&x=${'a'.repeat(20_000)}`, {}))).toEqual({ kind: 'too-large' });
  });

  test('is found by its pair alone, whatever stands around it in a form', async () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
    const fields = fc.array(fc.tuple(word, word), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(fields, fields, fc.boolean(), word, async (before, after, asked, type) => {
        const own: [string, string][] = asked ? [['List-Unsubscribe', 'One-Click']] : [];
        const body = new URLSearchParams([...before, ...own, ...after]).toString();
        expect(await isAsked(body, `text/${type}`)).toBe(asked);
      }),
    );
  });
});

describe('the language of a page', () => {
  const tags = ['de', 'en', 'nl'];
  test.each([
    ['nl-BE,en;q=0.5', 'nl'],
    ['fr, de;q=0.7, en;q=0.9', 'en'],
    ['de;q=0, *', 'en'],
    ['EN-us', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    [',;q=,,,nl;q=1.5', 'en'],
    ['x'.repeat(100_000), 'en'],
  ])('for %j is %s', (header, language) => {
    expect(chooseLanguage(header, tags, 'en')).toBe(language);
  });
});
