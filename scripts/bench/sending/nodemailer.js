// What most senders do, as a process of its own: nodemailer's pool, one sendMail({ html, text }) a message. Prints what
// it took as JSON.
import { readFileSync } from 'node:fs';
import nodemailer from 'nodemailer';
import { htmlOf, textOf } from './edition.js';

const [, , port, messages, keyFile = ''] = process.argv;
const SESSIONS = 10;
const AUDIENCE = Number(messages);

const transport = nodemailer.createTransport({
  host: '127.0.0.1',
  port: Number(port),
  pool: true,
  maxConnections: SESSIONS,
  maxMessages: Infinity,
  ignoreTLS: true,
  disableFileAccess: true,
  disableUrlAccess: true,
  ...(keyFile === ''
    ? {}
    : { dkim: { domainName: 'example.org', keySelector: 'bench', privateKey: readFileSync(keyFile, 'utf8') } }),
});

let next = 0;
async function work() {
  for (let index = next++; index < AUDIENCE; index = next++) {
    const unsubscribeUrl = `https://news.example.org/u/k.${index.toString(36)}.AAAAAAAAAAAAAAAAAAAAAA`;
    const greeting = `Dear Reader ${String(index)},`;
    await transport.sendMail({
      from: { name: 'La Strada International', address: 'news@example.org' },
      to: { name: `Reader ${String(index)}`, address: `reader${String(index)}@example.com` },
      subject: 'Newsletter, December 2020: safety, residence, decent work',
      headers: {
        'List-Unsubscribe': `<${unsubscribeUrl}>, <mailto:leave@example.org>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
      text: textOf(greeting, unsubscribeUrl),
      html: htmlOf(greeting, unsubscribeUrl),
    });
  }
}

const before = process.cpuUsage();
const started = performance.now();
// Two messages a session in hand, as with us.
await Promise.all(Array.from({ length: 2 * SESSIONS }, work));
const milliseconds = performance.now() - started;
const { user, system } = process.cpuUsage(before);
transport.close();
const peakMebibytes = process.resourceUsage().maxRSS / 1024;
console.log(
  JSON.stringify({ sent: AUDIENCE, milliseconds, processorMilliseconds: (user + system) / 1000, peakMebibytes }),
);
