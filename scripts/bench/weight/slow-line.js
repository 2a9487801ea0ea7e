// A line between a sender and a mail server that carries only a fixed number of bytes a second, all connections together.
import { connect, createServer } from 'node:net';

/** Milliseconds: a pause that timers can keep; what is less is caught up by the next one. */
const SHORTEST_PAUSE = 2;

/**
 * Starts a line to a port of this machine. It counts and paces what goes to the server, as the bytes of the connections:
 * a real line carries some 5 % more, the heads of its packets. Answers come back at once.
 *
 * @param {number} port
 * @param {number} bytesPerSecond
 */
export async function startLine(port, bytesPerSecond) {
  /** When the line has carried all that it was given so far. */
  let free = 0;
  const carried = { bytes: 0, from: NaN, until: NaN };

  /** @param {import('node:net').Socket} from @param {import('node:net').Socket} to */
  const carry = (from, to) => {
    from.on('data', (chunk) => {
      const now = performance.now();
      if (carried.bytes === 0) carried.from = now;
      carried.bytes += chunk.length;
      free = Math.max(free, now) + (chunk.length / bytesPerSecond) * 1000;
      carried.until = free;
      const pause = free - now;
      if (pause < SHORTEST_PAUSE) {
        to.write(chunk);
        return;
      }
      from.pause();
      setTimeout(() => {
        to.write(chunk);
        from.resume();
      }, pause);
    });
    from.on('end', () => setTimeout(() => to.end(), Math.max(0, free - performance.now())));
  };

  const server = createServer((sender) => {
    const receiver = connect(port, '127.0.0.1');
    carry(sender, receiver);
    receiver.pipe(sender);
    for (const socket of [sender, receiver]) {
      socket.on('error', () => {
        sender.destroy();
        receiver.destroy();
      });
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  return {
    port: /** @type {import('node:net').AddressInfo} */ (server.address()).port,
    carried,
    stop: () => server.close(),
  };
}
