// npm run bench:mailbox: reads 10,000 mails twice, as a Maildir and as an mbox, with the real program.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { NEWSLETTER, runNode, withWorkspace } from './side-by-side.js';

const MAILS = Number(process.env.MAILS ?? 10_000);
const SECONDS = 20;
const MEBIBYTES = 150;

/** @param {number} index @returns {string} the mails that a mailbox for bounces gets: nine reports, and one of a person. */
function mailOf(index) {
  const head = [
    'Received: from mx.example.net by mx.example.org with ESMTPS; Fri, 18 Dec 2020 13:00:00 +0000 (UTC)',
    `Message-ID: <${index}@mx.example.net>`,
    'Date: Fri, 18 Dec 2020 12:59:58 +0000',
    'MIME-Version: 1.0',
  ];
  if (index % 10 === 0) {
    const request = [`From: reader${index}@example.net`, 'To: news@example.org', 'Subject: unsubscribe'];
    return [...head, ...request, 'Content-Type: text/plain; charset=utf-8', '', 'Please take me off.', ''].join('\r\n');
  }
  const status = ['5.1.1', '5.2.2', '4.4.1', '5.7.1'][index % 4];
  const report = [
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mx.example.net>',
    'To: news@example.org',
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=report',
    '',
    '--report',
    'Content-Type: text/plain',
    '',
    `<reader${index}@example.net>: host mx.example.net said: 550 ${status} refused`,
    '',
    '--report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.net',
    '',
    `Final-Recipient: rfc822; reader${index}@example.net`,
    'Action: failed',
    `Status: ${status}`,
    '',
    '--report',
    'Content-Type: text/rfc822-headers',
    '',
    'Subject: News',
    `To: reader${index}@example.net`,
    '',
    '--report--',
    '',
  ];
  return [...head, ...report].join('\r\n');
}

/** @param {string} what @param {number} value @param {number} bound @param {string} unit */
function judge(what, value, bound, unit) {
  const broken = !(value <= bound);
  console.log(
    `  ${what.padEnd(20)} ${value.toFixed(1).padStart(8)} ${unit}  at most ${bound}  ${broken ? 'BROKEN' : 'ok'}`,
  );
  if (broken) process.exitCode = 1;
}

await withWorkspace(async (from) => {
  for (const name of ['new', 'cur', 'tmp']) mkdirSync(path.join(from, 'maildir', name), { recursive: true });
  const mails = Array.from({ length: MAILS }, (_, index) => mailOf(index));
  for (const [index, mail] of mails.entries()) writeFileSync(path.join(from, 'maildir', 'new', `${index}.host`), mail);
  writeFileSync(path.join(from, 'box'), mails.map((mail) => `From - Fri Dec 18 13:00:00 2020\n${mail}\n`).join(''));
  const addresses = mails.flatMap((_, index) => (index % 10 === 0 ? [`reader${index}@example.net`] : []));
  writeFileSync(path.join(from, 'readers.csv'), `email\n${addresses.join('\n')}\n`);
  runNode([NEWSLETTER, 'subscribers', 'import', 'readers.csv', '--quiet'], { from });
  const resources = path.join(from, 'resources.json');
  const hook = pathToFileURL(path.resolve('scripts/bench/resources.js')).href;
  for (const mailbox of ['maildir', 'box']) {
    let seconds = 0;
    let peak = 0;
    for (let reading = 0; reading < 2; reading += 1) {
      const started = performance.now();
      runNode(['--import', hook, NEWSLETTER, 'mailbox', mailbox, '--quiet'], {
        from,
        environment: { RESOURCES_FILE: resources },
      });
      seconds += (performance.now() - started) / 1000;
      peak = Math.max(peak, JSON.parse(readFileSync(resources, 'utf8')).peakKibibytes / 1024);
    }
    console.log(`${MAILS} mails, read twice (${mailbox}):`);
    judge('time', seconds, SECONDS, 's');
    judge('memory', peak, MEBIBYTES, 'MiB');
  }
});
