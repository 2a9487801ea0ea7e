// smtp-sink and smtp-source of Debian's postfix: a mail server that takes everything and keeps nothing, and the fastest
// sender there is.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const FOLDERS = ['/usr/sbin', ...(process.env.PATH ?? '').split(':')];

/** Where a program is, or the end of the benchmark with what to do. @param {string} name */
export function findProgram(name) {
  const file = FOLDERS.map((folder) => `${folder}/${name}`).find((candidate) => existsSync(candidate));
  if (file !== undefined) return file;
  console.error(
    `${name} was not found. On Debian it comes with postfix, which need not run:\n  DEBIAN_FRONTEND=noninteractive apt-get install -y postfix`,
  );
  process.exit(1);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** @param {number} port @returns {Promise<boolean>} */
function answers(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

/** Starts smtp-sink on a port of its own. */
export async function startSink() {
  const program = findProgram('smtp-sink');
  const port = await freePort();
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const child = spawn(program, [...user, `127.0.0.1:${String(port)}`, '200'], { stdio: 'ignore' });
  for (let attempt = 0; !(await answers(port)); attempt += 1) {
    if (attempt > 100 || child.exitCode !== null) throw new Error('smtp-sink did not start');
    await pause(50);
  }
  return { port, stop: () => child.kill() };
}
