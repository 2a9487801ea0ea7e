#!/usr/bin/env bash
# nodemailer 10.6.0: a handler for XOAUTH2 under `customAuth` is called only where the server offers no PLAIN beside it.
# Where it offers both, in whatever order, the connection signs in by PLAIN, with the token as its password, and the
# handler is never asked. What helps: a handler under a name of its own, and that name as `method` at the log-in.
#
# Seen on Node 20.20 (1 December 2026):
#   XOAUTH2: AUTH XOAUTH2, handler called 1 times
#   PLAIN XOAUTH2: AUTH PLAIN, handler called 0 times
#   XOAUTH2 PLAIN: AUTH PLAIN, handler called 0 times
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent nodemailer@10.6.0

cat >try.mjs <<'JS'
import { createServer } from 'node:net';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

for (const offered of ['XOAUTH2', 'PLAIN XOAUTH2', 'XOAUTH2 PLAIN']) {
  let mechanism = 'none';
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.write('220 ready\r\n');
    socket.on('data', (data) => {
      for (const line of data.toString().trim().split('\r\n')) {
        if (line.startsWith('EHLO')) socket.write(`250-hello\r\n250 AUTH ${offered}\r\n`);
        else if (line.startsWith('AUTH')) {
          mechanism = line.split(' ')[1];
          socket.write('235 ok\r\n');
        } else socket.write('250 ok\r\n');
      }
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  let called = 0;
  const connection = new SMTPConnection({
    host: '127.0.0.1',
    port: server.address().port,
    ignoreTLS: true,
    customAuth: {
      XOAUTH2: async ({ sendCommand }) => {
        called += 1;
        await sendCommand('AUTH XOAUTH2 dG9rZW4=');
      },
    },
  });
  connection.on('error', () => {});
  await new Promise((resolve) => {
    connection.connect(() => connection.login({ user: 'news@example.org', pass: 'token' }, resolve));
  });
  console.log(`${offered}: AUTH ${mechanism}, handler called ${called} times`);
  connection.close();
  server.close();
}
JS

expected='XOAUTH2: AUTH XOAUTH2, handler called 1 times
PLAIN XOAUTH2: AUTH PLAIN, handler called 0 times
XOAUTH2 PLAIN: AUTH PLAIN, handler called 0 times'
seen=$(node try.mjs)
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo 'nodemailer behaves otherwise now.' >&2
  exit 1
fi
