import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkLinks, type OnlineOptions } from '../../../src/check/online/check-links.js';
import { isPublicAddress } from '../../../src/check/online/public-address.js';
import { HERE, serve } from '../../support/check/online/web-sites.js';

const newFolder = () => mkdtempSync(path.join(tmpdir(), 'newsletter-links-'));

interface Asked {
  readonly options?: OnlineOptions;
  readonly folder?: string;
}

/** Asks links, in the order of lines; what was found as `line rule`. */
async function ask(addresses: readonly string[], { options = HERE, folder = newFolder() }: Asked = {}) {
  const links = addresses.map((address, index) => ({ address, place: { file: 'a.md', line: index + 1, column: 1 } }));
  const findings = await checkLinks(links, folder, options, () => undefined);
  return { findings, found: findings.map(({ line, ruleId }) => `${String(line)} ${ruleId}`) };
}

describe('what becomes of a link', () => {
  test('answers say it', async () => {
    const { port } = await serve({
      '/gone': 410,
      '/missing': 404,
      '/broken': 500,
      '/forbidden': 403,
      '/moved': '301 /new',
      '/elsewhere': '302 /new',
      '/first': '308 /second',
      '/second': '301 /new',
      '/mixed': '301 /elsewhere',
      '/lost': '301 /missing',
      '/round': '302 /round',
    });
    const site = `http://www.example.org:${String(port)}`;
    const paths = [
      '/',
      '/gone',
      '/missing',
      '/broken',
      '/forbidden',
      '/moved',
      '/elsewhere',
      '/first',
      '/mixed',
      '/lost',
      '/round',
      '/#part',
    ];
    const { findings, found } = await ask(paths.map((name) => `${site}${name}`));
    expect(found).toEqual([
      '2 link/dead',
      '3 link/dead',
      '4 link/unchecked',
      '5 link/unchecked',
      '6 link/moved',
      '8 link/moved',
      '10 link/dead',
      '11 link/unchecked',
    ]);
    expect(findings.find(({ line }) => line === 8)?.help).toContain(`${site}/new`);
    expect(findings.map(({ severity }) => severity)).toEqual([
      'warning',
      'warning',
      'info',
      'info',
      'info',
      'info',
      'warning',
      'info',
    ]);
  });

  test('no such web site is dead; no net at all only could not be checked', async () => {
    const failing = (code: string): OnlineOptions => ({
      ...HERE,
      resolve: () => Promise.reject(Object.assign(new Error('x'), { code })),
    });
    expect((await ask(['https://nowhere.example.org'], { options: failing('ENOTFOUND') })).found).toEqual([
      '1 link/dead',
    ]);
    expect((await ask(['https://nowhere.example.org'], { options: failing('EAI_AGAIN') })).found).toEqual([
      '1 link/unchecked',
    ]);
  });

  test('a server that does not know HEAD is asked for the page, and little of it is read', async () => {
    let sent = 0;
    const sites = await serve({
      '/page': (request, response) => {
        if (request.method === 'HEAD') response.writeHead(405).end();
        else {
          response.writeHead(200);
          const more = setInterval(() => {
            if (response.destroyed) clearInterval(more);
            else if (response.write('x'.repeat(65536))) sent += 65536;
          }, 1);
        }
      },
    });
    expect((await ask([`http://www.example.org:${String(sites.port)}/page`])).found).toEqual([]);
    expect(sites.requests).toEqual(['HEAD www.example.org/page', 'GET www.example.org/page']);
    expect(sites.headers[1]?.range).toBe('bytes=0-65535');
    expect(sent).toBeLessThan(2_000_000);
  });

  test('nobody is told who asks', async () => {
    const sites = await serve({
      '/a': (_, response) => response.writeHead(302, { 'Set-Cookie': 'id=1', Location: '/b' }).end(),
    });
    await ask([`http://www.example.org:${String(sites.port)}/a`]);
    expect(sites.requests).toHaveLength(2);
    for (const headers of sites.headers) {
      expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
      expect(headers['user-agent']).toBe('newsletter link check');
    }
  });
});

describe('what may not be asked is not asked', () => {
  /** As people run it, but for the one web site that is here. */
  const guarded = (addresses: Readonly<Record<string, string>>): OnlineOptions => ({
    resolve: (host) => Promise.resolve([{ address: addresses[host] ?? '127.0.0.1', family: 4 }]),
    permits: (address) => address === '127.0.0.1' || isPublicAddress(address),
  });

  test.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.5/',
    'http://[::1]:PORT/',
    'http://192.168.0.1:PORT/',
    'http://inside.example.org:PORT/x',
  ])('a web site that leads on to %s', async (location) => {
    const sites = await serve({ '/a': `302 ${location}` });
    const options = guarded({ 'inside.example.org': '10.1.2.3' });
    const { findings } = await ask([`http://www.example.org:${String(sites.port)}/a`], { options });
    expect(findings).toMatchObject([{ ruleId: 'link/dead', severity: 'warning' }]);
    expect(findings[0]?.message).toContain('not on the public internet');
    expect(sites.requests).toEqual(['HEAD www.example.org/a']);
  });

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'ftp://example.org/'])(
    'nor does it follow %s',
    async (location) => {
      const { port } = await serve({ '/a': `302 ${location}` });
      expect((await ask([`http://www.example.org:${String(port)}/a`])).found).toEqual(['1 link/unchecked']);
    },
  );

  test('without the door for tests this machine is out of reach, by name and by number', async () => {
    const sites = await serve();
    const port = String(sites.port);
    const { found } = await ask(
      [`http://127.0.0.1:${port}/`, `http://localhost:${port}/`, `http://[::1]:${port}/`, `http://2130706433:${port}/`],
      { options: {} },
    );
    expect(found).toEqual(['1 link/dead', '2 link/dead', '3 link/dead', '4 link/dead']);
    expect(sites.requests).toEqual([]);
  });

  test('a host with one public and one private address', async () => {
    const sites = await serve();
    const options: OnlineOptions = {
      ...HERE,
      resolve: () =>
        Promise.resolve([
          { address: '127.0.0.1', family: 4 },
          { address: '10.0.0.1', family: 4 },
        ]),
    };
    expect((await ask([`http://www.example.org:${String(sites.port)}/`], { options })).found).toEqual(['1 link/dead']);
    expect(sites.requests).toEqual([]);
  });

  test('a name that is public when it is looked at, and private a moment later', async () => {
    const sites = await serve({ '/b': 500 });
    let asked = 0;
    const options: OnlineOptions = {
      // Allowed once: a second look-up on the way would get the other address.
      resolve: () => Promise.resolve([{ address: asked++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }]),
      permits: (address) => address === '127.0.0.1',
    };
    const site = `http://www.example.org:${String(sites.port)}`;
    expect((await ask([`${site}/a`], { options })).found).toEqual([]);
    expect(asked).toBe(1);
    expect(sites.requests).toEqual(['HEAD www.example.org/a']);
    // The second request of the same link is checked again, and stopped.
    asked = 0;
    expect((await ask([`${site}/b`], { options })).found).toEqual(['1 link/dead']);
    expect(sites.requests).toEqual(['HEAD www.example.org/a', 'HEAD www.example.org/b']);
  });
});

describe('it stays within bounds', () => {
  const slow = (_: unknown, response: { writeHead: (status: number) => { end: () => void } }) => {
    setTimeout(() => {
      response.writeHead(200).end();
    }, 40);
  };
  const numbered = (count: number) => Array.from({ length: count }, (_, index) => `/${String(index)}`);

  test('eight links at once, two of one host, each once', async () => {
    const many = await serve(Object.fromEntries(numbered(40).map((name) => [name, slow])));
    const port = String(many.port);
    await ask(numbered(40).map((name) => `http://host${name.slice(1)}.example.org:${port}${name}`));
    expect([many.requests.length, many.most]).toEqual([40, 8]);
    const one = await serve(Object.fromEntries(numbered(10).map((name) => [name, slow])));
    const links = numbered(10).map((name) => `http://www.example.org:${String(one.port)}${name}`);
    await ask([...links, ...links.map((link) => `${link}#part`)]);
    expect([one.requests.length, one.most]).toEqual([10, 2]);
  });

  test('all of them take no longer than they may', async () => {
    const site = await serve({ '/never': () => undefined });
    const links = numbered(20).map((name) => `http://host${name.slice(1)}.example.org:${String(site.port)}/never`);
    const { found } = await ask(links, {
      options: { ...HERE, longest: 300 },
    });
    // Eight at once: the others were never asked, so the time of one link did not end them.
    expect(site.requests.length).toBeLessThanOrEqual(8);
    expect(found).toHaveLength(20);
    expect(new Set(found.map((one) => one.split(' ')[1]))).toEqual(new Set(['link/unchecked']));
  });
});

describe('it is remembered for a day', () => {
  test('but not what could not be checked, and not for longer', async () => {
    const sites = await serve({ '/missing': 404, '/broken': 500 });
    const site = `http://www.example.org:${String(sites.port)}`;
    const links = [`${site}/`, `${site}/missing`, `${site}/broken`];
    const folder = newFolder();
    const at = (time: string) => ask(links, { folder, options: { ...HERE, now: () => new Date(time) } });
    const first = await at('2020-12-18T10:00:00Z');
    const before = sites.requests.length;
    expect(await at('2020-12-19T09:00:00Z')).toEqual(first);
    expect(sites.requests.slice(before)).toEqual(['HEAD www.example.org/broken', 'GET www.example.org/broken']);
    await at('2020-12-19T11:00:00Z');
    expect(sites.requests.filter((one) => one.endsWith('org/'))).toHaveLength(2);
    expect(readFileSync(path.join(folder, 'links.json'), 'utf8')).not.toContain('broken');
  });
});
