// What most senders do, as a process of its own: one request a message, with SendGrid's own client, on a connection that
// is kept. One request is open at a time, as with us. Prints what it took as JSON.
import { Agent } from 'node:http';
import { Client } from '@sendgrid/client';
import { htmlOf, textOf } from './edition.js';

const [, , url = '', messages] = process.argv;
const AUDIENCE = Number(messages);

const client = new Client();
client.setApiKey('SG.bench');
client.setDefaultRequest({ baseUrl: `${url}/`, httpAgent: new Agent({ keepAlive: true }), proxy: false });

async function work() {
  for (let index = 0; index < AUDIENCE; index += 1) {
    const unsubscribeUrl = `https://news.example.org/u/k.${index.toString(36)}.AAAAAAAAAAAAAAAAAAAAAA`;
    const greeting = `Dear Reader ${String(index)},`;
    const headers = {
      'List-Unsubscribe': `<${unsubscribeUrl}>, <mailto:leave@example.org>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
    const to = [{ email: `reader${String(index)}@example.com`, name: `Reader ${String(index)}` }];
    await client.request({
      method: 'POST',
      url: '/v3/mail/send',
      body: {
        personalizations: [{ to, headers }],
        from: { email: 'news@example.org', name: 'La Strada International' },
        subject: 'Newsletter, December 2020: safety, residence, decent work',
        content: [
          { type: 'text/plain', value: textOf(greeting, unsubscribeUrl) },
          { type: 'text/html', value: htmlOf(greeting, unsubscribeUrl) },
        ],
      },
    });
  }
}

const before = process.cpuUsage();
const started = performance.now();
await work();
const milliseconds = performance.now() - started;
const { user, system } = process.cpuUsage(before);
console.log(JSON.stringify({ sent: AUDIENCE, milliseconds, processorMilliseconds: (user + system) / 1000 }));
