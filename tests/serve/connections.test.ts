import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { openFilesLimit } from '../../src/serve/limits/connection-limit.js';
import { Connections } from '../../src/serve/limits/connections.js';

/** Connections of at most 100, whose clock stands still unless the test moves it. */
function connectionsWith(trustProxy = false) {
  const clock = { now: 0 };
  const trust = { trustProxy, clientAddressHeader: 'x-forwarded-for' };
  const connections = new Connections({ trust, most: 100, now: () => clock.now });
  const open = (address: string): Socket => {
    const socket = new Socket();
    Object.defineProperty(socket, 'remoteAddress', { value: address });
    clock.now += 1;
    connections.add(socket);
    return socket;
  };
  const openMany = (count: number, make: (number: number) => string) =>
    Array.from({ length: count }, (_, number) => open(make(number)));
  /** Asks for something; with a body that is not whole, or the whole of it. */
  const ask = (socket: Socket, { isWhole = true, from = '' } = {}) => {
    const incoming = new IncomingMessage(socket);
    incoming.complete = isWhole;
    if (from !== '') incoming.headers['x-forwarded-for'] = from;
    const outgoing = new ServerResponse(incoming);
    clock.now += 1;
    return { isTaken: connections.begin(incoming, outgoing), finish: () => outgoing.emit('close') };
  };
  return { clock, connections, open, openMany, ask };
}

const isOpen = (socket: Socket) => !socket.destroyed;
const hex = (number: number) => number.toString(16);

describe('of a hundred connections, one network has at most', () => {
  test.each([
    ['10 from a /24', 10, (n: number) => `192.0.2.${String(n % 256)}`],
    ['10 from a /24, written as IPv6', 10, (n: number) => `::ffff:192.0.2.${String(n % 256)}`],
    ['30 from a /16', 30, (n: number) => `192.0.${String(n % 256)}.1`],
    ['10 from a /64', 10, (n: number) => `2001:db8:1:2::${hex(n)}`],
    ['15 from a /56', 15, (n: number) => `2001:db8:1:${hex(n % 256)}::1`],
    ['30 from a /48', 30, (n: number) => `2001:db8:1:${hex((n * 131) % 65_536)}::1`],
  ])('%s, those that came last', (_, most, make) => {
    const { connections, openMany } = connectionsWith();
    const sockets = openMany(500, make);
    expect(connections.size).toBe(most);
    expect(sockets.map(isOpen).lastIndexOf(false)).toBe(500 - most - 1);
  });

  test('all of them from this machine itself, where a proxy may be, even one that nobody named', () => {
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
      const { connections, openMany } = connectionsWith();
      openMany(100, () => address);
      expect(connections.size).toBe(100);
    }
  });
});

describe('where there are too many altogether', () => {
  test('the network with the most loses its oldest, and nobody else any', () => {
    const { connections, open, openMany } = connectionsWith();
    const honest = openMany(20, (n) => `198.${String(n)}.100.1`);
    const crowds = openMany(80, (n) => `10.${String(n % 4)}.${String(n % 3)}.1`);
    const late = open('203.0.113.1');
    expect(connections.size).toBe(100);
    expect(isOpen(late)).toBe(true);
    expect(honest.every(isOpen)).toBe(true);
    expect(crowds.filter((socket) => !isOpen(socket))).toHaveLength(1);
  });

  test('a crowd of very many networks shuts out nobody who asks at once', () => {
    const { connections, open, openMany, ask } = connectionsWith();
    openMany(3000, (n) => `10.${String(n % 150)}.0.1`);
    const late = open('203.0.113.1');
    expect(ask(late).isTaken).toBe(true);
    openMany(99, (n) => `10.${String(n % 150)}.0.1`);
    expect(isOpen(late)).toBe(true);
    expect(connections.size).toBe(100);
  });

  test('within a wide network the narrower one that has the most loses first', () => {
    const { open, openMany } = connectionsWith();
    const neighbour = open('10.0.77.1');
    openMany(20, (n) => `10.0.${String(n % 2)}.1`);
    openMany(79, (n) => `198.${String(n)}.100.1`);
    open('203.0.113.1');
    expect(isOpen(neighbour)).toBe(true);
  });
});

describe('which connection goes', () => {
  test('is never one that is being answered, as long as it is quick', () => {
    const { open, openMany, ask, clock } = connectionsWith();
    const asking = open('192.0.2.1');
    ask(asking);
    openMany(500, () => '192.0.2.2');
    expect(isOpen(asking)).toBe(true);
    clock.now += 6000;
    // All others are answered as well: then the one that reads slowly goes.
    const { openMany: more, ask: askFor, clock: later, open: another } = connectionsWith();
    const slow = more(10, () => '192.0.2.1');
    for (const socket of slow) askFor(socket);
    expect(isOpen(another('192.0.2.9'))).toBe(false);
    later.now += 6000;
    expect(isOpen(another('192.0.2.9'))).toBe(true);
    expect(slow.map(isOpen)).toEqual([false, ...Array.from({ length: 9 }, () => true)]);
  });

  test.each([
    [
      'that waits after an answer',
      (ask: (socket: Socket) => { finish: () => void }, one: Socket) => {
        ask(one).finish();
      },
    ],
    [
      'whose body does not come',
      (ask: (socket: Socket, how?: { isWhole: boolean }) => unknown, one: Socket) => ask(one, { isWhole: false }),
    ],
    ['that says nothing', () => undefined],
  ])('is one %s, rather than one that is answered', (_, make) => {
    const { open, openMany, ask } = connectionsWith();
    const answered = openMany(9, () => '192.0.2.1');
    for (const socket of answered) ask(socket);
    const slow = open('192.0.2.2');
    make(ask, slow);
    expect(isOpen(open('192.0.2.3'))).toBe(true);
    expect(isOpen(slow)).toBe(false);
    expect(answered.every(isOpen)).toBe(true);
  });
});

describe('behind a trusted proxy', () => {
  test('its idle connections count as of no network, and requests as of the one that they come from', () => {
    const { connections, openMany, ask, open } = connectionsWith(true);
    const proxied = openMany(100, () => '172.17.0.2');
    expect(connections.size).toBe(100);
    const taken = proxied.map((socket) => ask(socket, { isWhole: false, from: '203.0.113.9' }).isTaken);
    expect(taken.every((one) => one)).toBe(true);
    expect(connections.size).toBe(10);
    expect(ask(open('172.17.0.2'), { from: '198.51.100.1' }).isTaken).toBe(true);
    expect(connections.size).toBe(11);
  });

  test('a network that was answered gives its place back, and the proxy keeps its connection', () => {
    const { connections, open, ask } = connectionsWith(true);
    const socket = open('172.17.0.2');
    for (let time = 0; time < 50; time += 1) {
      const { isTaken, finish } = ask(socket, { from: '203.0.113.9' });
      expect(isTaken).toBe(true);
      finish();
    }
    expect(connections.size).toBe(1);
    expect(isOpen(socket)).toBe(true);
  });

  test('a request too many, all others being answered, is turned away and not acted on', () => {
    const { openMany, ask, open } = connectionsWith(true);
    for (const socket of openMany(10, () => '172.17.0.2')) ask(socket, { from: '203.0.113.9' });
    expect(ask(open('172.17.0.2'), { from: '203.0.113.200' }).isTaken).toBe(false);
  });
});

describe('how many files may be open', () => {
  test.each([
    ['Max open files            1024                 524288               files', 1024],
    ['Max processes 7 8 processes\nMax open files            8192                 8192                 files\n', 8192],
    ['Max open files            unlimited            unlimited            files', Infinity],
    ['', Infinity],
  ])('is read from what the system says', (limits, files) => {
    expect(openFilesLimit(limits)).toBe(files);
  });
});
