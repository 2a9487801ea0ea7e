import { describe, expect, test } from 'vitest';
import { readAddress } from '../../src/subscribers/addresses.js';
import { networksOf } from '../../src/serve/limits/client-network.js';
import { FormLimits } from '../../src/serve/limits/form-limits.js';
import { mailboxOf } from '../../src/serve/mailbox.js';

const HOUR_MS = 3_600_000;

/** Limits under a clock of the test's own. */
function limitsAt(clock = { now: 0 }) {
  const limits = new FormLimits(() => clock.now);
  let mails = { since: 0, times: 0 };
  /** One request that asks for a mail; whether it was taken. */
  const ask = (address: string): boolean => {
    if (clock.now - mails.since >= HOUR_MS) mails = { since: clock.now, times: 0 };
    const admitted = limits.admit(networksOf(address) ?? [], mails.times);
    if (admitted) mails.times += 1;
    return admitted;
  };
  /** How many requests of these addresses were taken. */
  const askAll = (addresses: readonly string[]): number => addresses.filter(ask).length;
  return { clock, limits, ask, askAll };
}

/** `count` addresses, each made from its number. */
function addresses(count: number, make: (number: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, number) => make(number));
}

const hex = (number: number) => number.toString(16);

describe('the form, in an hour, is taken', () => {
  test.each([
    ['20 times from a /64', 20, (n: number) => `2001:db8:1:2::${hex(n)}`],
    ['40 times from a /56', 40, (n: number) => `2001:db8:1:${hex(n % 256)}::1`],
    ['100 times from a /48', 100, (n: number) => `2001:db8:1:${hex((n * 131) % 65_536)}::1`],
    ['20 times from a /24', 20, (n: number) => `192.0.2.${String(n % 256)}`],
    ['100 times from a /16', 100, (n: number) => `192.0.${String(n % 256)}.1`],
    ['20 times from a /24, written as IPv6', 20, (n: number) => `::ffff:192.0.2.${String(n % 256)}`],
    ['20 times from a /24, behind NAT64', 20, (n: number) => `64:ff9b::192.0.2.${String(n % 256)}`],
  ])('%s', (_, most, make) => {
    const { askAll, ask, clock } = limitsAt();
    expect(askAll(addresses(500, make))).toBe(most);
    expect(ask('198.51.100.1')).toBe(true);
    expect(ask('2001:db8:ffff::1')).toBe(true);
    clock.now += HOUR_MS - 1;
    expect(ask(make(0))).toBe(false);
    clock.now += 1;
    expect(ask(make(0))).toBe(true);
  });

  test('20 times from a /24, in whatever form its addresses come', () => {
    const { askAll } = limitsAt();
    const forms = [(n: number) => `192.0.2.${String(n)}`, (n: number) => `::ffff:192.0.2.${String(n)}`];
    expect(askAll(forms.flatMap((make) => addresses(20, make)))).toBe(20);
  });

  test('1000 times altogether, of which busy networks get 700 and quiet ones the rest', () => {
    const { askAll, ask, clock } = limitsAt();
    // 40 networks that go on as long as they are taken.
    const busy = addresses(4000, (n) => `10.${String(n % 40)}.${String(n % 7)}.1`);
    expect(askAll(busy)).toBe(700);
    expect(ask('10.0.200.1')).toBe(false);
    expect(ask('2001:db8:9::1')).toBe(true);
    // Each quiet network gets three.
    const quiet = addresses(5, () => '172.16.0.1');
    expect(askAll(quiet)).toBe(3);
    const others = addresses(1000, (n) => `2001:db8:${hex(0x1000 + n)}::1`);
    expect(askAll(others)).toBe(1000 - 700 - 1 - 3);
    clock.now += HOUR_MS;
    expect(ask('2001:db8:8000::1')).toBe(true);
  });

  test('by an honest reader, whatever somebody with ten times a /48 does', () => {
    const { askAll, ask } = limitsAt();
    const crowd = addresses(50_000, (n) => `2001:db8:${hex(n % 10)}:${hex(n)}::1`);
    expect(askAll(crowd)).toBeLessThanOrEqual(700 + 10 * 3);
    expect(ask('192.0.2.1')).toBe(true);
    expect(ask('2001:db8:a::1')).toBe(true);
  });

  test('a network is quiet only where the wider ones around it are', () => {
    const { askAll, ask } = limitsAt();
    expect(askAll(addresses(4000, (n) => `10.${String(n % 40)}.${String(n % 7)}.1`))).toBe(700);
    expect(askAll(addresses(10, (n) => `2001:db8:1:${hex(n * 256)}::1`))).toBe(3);
    expect(ask('2001:db8:1:ff00::1')).toBe(false);
    expect(ask('2001:db8:2::1')).toBe(true);
  });

  test('with bounded memory, and a network that is refused takes none', () => {
    const { askAll, limits } = limitsAt();
    askAll(addresses(1000, (n) => `192.0.${String(n % 256)}.1`));
    expect(limits.size).toBe(100 + 1);
    for (let n = 0; n < 30_000; n += 1) limits.admit(networksOf(`2001:${hex(n)}:1:1::1`) ?? [], 0);
    expect(limits.size).toBe(100 + 1 + 3 * 20_000);
  });

  test('no oftener from a /48 that floods the memory with its narrow networks, or has others do so', () => {
    const { askAll, ask, limits } = limitsAt();
    const own = (n: number) => `2001:db8:1:${hex((n * 131) % 65_536)}::1`;
    expect(askAll(addresses(1000, own))).toBe(100);
    // Without a mail, so that only the networks count: 25,000 narrow networks in 250 wide ones.
    for (let n = 0; n < 25_000; n += 1) {
      limits.admit(networksOf(`2001:db8:${hex(0x1000 + (n % 250))}:${hex((n * 131) % 65_536)}::1`) ?? [], 0);
    }
    expect(ask(own(5000))).toBe(false);
  });
});

describe('the limit per address takes for one mailbox', () => {
  test.each([
    ['anna@example.org', ['anna+1@example.org', 'Anna+news+2@EXAMPLE.org', 'anna+@example.org']],
    ['anna.bell@gmail.com', ['annabell@gmail.com', 'a.n.n.a.b.e.l.l+x@gmail.com', 'Anna.Bell@GoogleMail.com']],
    ['анна@example.org', ['Анна+1@example.org']],
  ])('%s and %j', (address, others) => {
    const mailbox = (written: string) => {
      const reading = readAddress(written);
      return reading.kind === 'valid' ? mailboxOf(reading.key) : 'no address';
    };
    expect(new Set([address, ...others].map(mailbox)).size).toBe(1);
    expect(mailbox(address)).not.toBe('no address');
  });

  test.each([
    ['anna.bell@example.org', 'annabell@example.org'],
    ['+one@example.org', '+two@example.org'],
    ['anna-1@example.org', 'anna-2@example.org'],
    ['anna@gmail.com', 'anna@gmail.com.example.org'],
    ['anna@example.org', 'anna@example.net'],
  ])('%s, and another for %s', (left, right) => {
    expect(mailboxOf(left)).not.toBe(mailboxOf(right));
  });
});
