import { beforeAll, describe, expect, test } from 'vitest';
import { makeExpiringToken } from '../../src/subscribers/tokens/tokens.js';
import {
  keysOf,
  LIST,
  linkIn,
  readOutbox,
  readStates,
  run,
  serviceMailsTo,
  startServe,
  submit,
  workspaceWithReaders,
  type RunningServe,
} from '../support/serve/running-server.js';

const TRUSTING = `name: The Newsletter
organisation: La Strada International
sender: { name: La Strada International, address: news@lsi.example.org }
serve: { trustProxy: yes }
`;

let root: string;
let server: RunningServe;

beforeAll(async () => {
  root = await workspaceWithReaders(['known@example.org', 'gone@example.org'], { 'newsletter.yaml': TRUSTING });
  await run(root, ['subscribers', 'remove', 'gone@example.org']);
  server = await startServe(root);
});

/** Subscribes from one of many networks, as the proxy reports it. */
async function subscribe(fields: Readonly<Record<string, string>>, client = '192.0.2.1') {
  const answer = await fetch(`${server.url}/subscribe`, {
    method: 'POST',
    headers: { 'X-Forwarded-For': `203.0.113.9, ${client}` },
    body: new URLSearchParams(fields),
  });
  return { status: answer.status, text: await answer.text() };
}

describe('subscribing', () => {
  test('answers the same bytes whether an address is new, known, has left, or is the honeypot’s', async () => {
    const answers = [
      await subscribe({ address: 'new@example.org', name: 'New' }),
      await subscribe({ address: 'known@example.org' }),
      await subscribe({ address: 'KNOWN@EXAMPLE.ORG' }),
      await subscribe({ address: 'gone@example.org' }),
      await subscribe({ address: 'robot@example.org', website: 'https://spam.example' }),
    ];
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    await serviceMailsTo(root, 'gone@example.org');
    expect(await readStates(root)).toEqual({
      'known@example.org': 'active',
      'gone@example.org': 'unsubscribed',
      'new@example.org': 'pending',
    });
    expect(await serviceMailsTo(root, 'robot@example.org', 0)).toEqual([]);
  });

  test('takes a confirmation by POST only, once or twice', async () => {
    await subscribe({ address: 'zoe@example.org', name: 'Zoe <b>' }, '192.0.3.1');
    const [mail] = await serviceMailsTo(root, 'zoe@example.org');
    expect(mail?.subject).toContain('Please say yes');
    expect(`${mail?.html ?? ''}${mail?.text ?? ''}`).not.toContain('Zoe');
    const url = linkIn(mail, '/confirm/');
    await fetch(url);
    await fetch(url, { method: 'HEAD' });
    expect((await readStates(root))['zoe@example.org']).toBe('pending');
    for (let time = 0; time < 2; time += 1) {
      const answer = await submit(url, { action: 'confirm' });
      expect(answer.status).toBe(200);
      expect(await answer.text()).toMatch(/href="\/p\/[^"]+"/);
      expect((await readStates(root))['zoe@example.org']).toBe('active');
    }
  });

  test('lets somebody come back who left, by their own confirmation', async () => {
    await subscribe({ address: 'gone@example.org' }, '192.0.4.1');
    const [mail] = await serviceMailsTo(root, 'gone@example.org');
    await submit(linkIn(mail, '/confirm/'), { action: 'confirm' });
    expect((await readStates(root))['gone@example.org']).toBe('active');
  });

  test('refuses a link after seven days, and one that nobody made', async () => {
    const late = makeExpiringToken(await keysOf(root), LIST, 'opt-in', 1, new Date(Date.now() - 8 * 24 * 3_600_000));
    expect((await fetch(`${server.url}/confirm/${late}`)).status).toBe(410);
    expect((await submit(`${server.url}/confirm/${late}`, { action: 'confirm' })).status).toBe(410);
    expect((await fetch(`${server.url}/confirm/${late.slice(0, -2)}`)).status).toBe(404);
  });

  test.each([
    '',
    'nonsense',
    'a@b',
    'a b@example.org',
    'a@example.org\r\nBcc: eve@example.org',
    '"><script>@example.org',
  ])('says of %j that it is no address, and nothing else', async (address) => {
    const { status, text } = await subscribe({ address }, '192.0.5.1');
    expect(status).toBe(422);
    expect(text).toContain('aria-invalid="true"');
    expect(text).not.toContain('<script>');
  });
});

describe('against list bombing', () => {
  test('one address gets at most three mails a day, and the answer stays the same', async () => {
    const answers = [];
    for (let time = 1; time <= 6; time += 1) {
      answers.push(await subscribe({ address: 'victim@example.org' }, `198.51.${String(time)}.1`));
    }
    expect(new Set(answers.map(({ status, text }) => `${String(status)} ${text}`)).size).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(await serviceMailsTo(root, 'victim@example.org')).toHaveLength(3);
  });

  test('however its address is written', async () => {
    const forms = [
      'Vic+1@example.org',
      'vic+2@example.org',
      'vic@example.org',
      'vic+3@example.org',
      'VIC+4@EXAMPLE.ORG',
    ];
    const answers = [];
    for (const [index, address] of forms.entries()) {
      answers.push(await subscribe({ address }, `198.52.${String(index)}.1`));
    }
    expect(new Set(answers.map(({ status, text }) => `${String(status)} ${text}`)).size).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 800));
    const mails = (await readOutbox(root, 'service')).map(({ to }) => to?.[0]?.address ?? '');
    expect(mails.filter((address) => /^vic(\+.)?@/i.test(address)).sort()).toEqual(forms.slice(0, 3).sort());
  });

  test('one network asks at most twenty times an hour', async () => {
    const statuses: number[] = [];
    for (let host = 1; host <= 25; host += 1) {
      const client = `2001:db8:1:2::${host.toString(16)}`;
      statuses.push((await subscribe({ address: `one${String(host)}@example.org` }, client)).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    expect(statuses.filter((status) => status === 429)).toHaveLength(5);
    expect((await subscribe({ address: 'other@example.org' }, '2001:db8:1:3::1')).status).toBe(200);
  });

  test('one provider has no more by its many networks, and who is refused learns nothing of an address', async () => {
    const answers = [];
    for (let network = 0; network < 45; network += 1) {
      const client = `2001:db8:2:${network.toString(16)}::1`;
      answers.push(await subscribe({ address: `many${String(network)}@example.org` }, client));
    }
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(40);
    const refused = answers.slice(40);
    // The victim's own limit is used up, one is on the list, one is new: all the same.
    for (const address of ['victim@example.org', 'known@example.org', 'never@example.org']) {
      refused.push(await subscribe({ address }, '2001:db8:2:ff::1'));
    }
    expect(new Set(refused.map(({ status, text }) => `${String(status)} ${text}`)).size).toBe(1);
    expect(refused[0]?.status).toBe(429);
  });
});
