import { writtenMail } from '../written-mail.js';

/** Writes a mail of one system about one recipient and the answer of its server. */
export type SystemMail = (recipient: string, answer: string) => string;

const SUBJECTS = {
  from: 'Mail Delivery System <MAILER-DAEMON@mx.example.com>',
  returned: 'Undelivered Mail Returned to Sender',
};

function mail(headers: Readonly<Record<string, string>>, lines: readonly string[]): string {
  return writtenMail(
    { From: SUBJECTS.from, Subject: SUBJECTS.returned, 'Return-Path': '<>', ...headers },
    lines.join('\r\n'),
  );
}

/** A report as in RFC 3464, with a text for people before it. */
function report(
  headers: Readonly<Record<string, string>>,
  people: readonly string[],
  fields: readonly string[],
  recipient: string,
): string {
  const part = (type: string, lines: readonly string[]) => ['--b', `Content-Type: ${type}`, '', ...lines, ''];
  return mail({ ...headers, 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' }, [
    ...part('text/plain; charset=utf-8', people),
    ...part('message/delivery-status', ['Reporting-MTA: dns; mx.example.com', '', ...fields]),
    ...part('message/rfc822', [`To: ${recipient}`, 'Subject: News', '', 'Hello']),
    '--b--',
  ]);
}

function statusOf(answer: string): string {
  return /\b[45]\.\d+\.\d+/.exec(answer)?.[0] ?? `${answer.slice(0, 1)}.0.0`;
}

/** Every system of the table, and reports as RFC 3464 has them. The names are those of the table where it has one. */
export const SYSTEM_MAILS: Readonly<Record<string, SystemMail>> = {
  'RFC 3464': (to, answer) =>
    report(
      {},
      ['It did not arrive.'],
      [
        `Final-Recipient: rfc822; ${to}`,
        'Action: failed',
        `Status: ${statusOf(answer)}`,
        `Diagnostic-Code: smtp; ${answer}`,
      ],
      to,
    ),
  'RFC 3464 without a status that says something': (to, answer) =>
    report(
      {},
      ['It did not arrive.'],
      [
        `Final-Recipient: rfc822; ${to}`,
        'Action: failed',
        `Status: ${answer.slice(0, 1)}.0.0`,
        `Diagnostic-Code: smtp; ${answer}`,
      ],
      to,
    ),
  'RFC 3464 with the answer only in its text': (to, answer) =>
    report(
      {},
      [`<${to}>:`, `    ${answer}`],
      [`Final-Recipient: rfc822; ${to}`, 'Action: failed', `Status: ${answer.slice(0, 1)}.0.0`],
      to,
    ),
  Exim: (to, answer) =>
    mail({ 'X-Failed-Recipients': to }, [
      'This message was created automatically by mail delivery software.',
      '',
      'The following address failed:',
      '',
      `  ${to}`,
      '    host mx.example.net [192.0.2.7]',
      `    SMTP error from remote mail server after RCPT TO:<${to}>:`,
      `    ${answer}`,
      '',
      '------ This is a copy of the message, including all the headers. ------',
      `To: ${to}`,
      'Subject: 550 5.1.1 quoted',
    ]),
  qmail: (to, answer) =>
    mail({ Subject: 'failure notice' }, [
      'Hi. This is the qmail-send program at mx.example.com.',
      '',
      `<${to}>:`,
      '192.0.2.7 does not like recipient.',
      `Remote host said: ${answer}`,
      'Giving up on 192.0.2.7.',
      '',
      '--- Below this line is a copy of the message.',
      '',
      `To: ${to}`,
    ]),
  Postfix: (to, answer) =>
    mail({}, [
      'This is the mail system at host mx.example.com.',
      '',
      `<${to}>: host mx.example.net[192.0.2.7] said: ${answer} (in reply to RCPT TO command)`,
    ]),
  OpenSMTPD: (to, answer) =>
    mail({ From: 'Mailer Daemon <MAILER-DAEMON@mx.example.com>' }, [
      '    This is the MAILER-DAEMON, please DO NOT REPLY to this email.',
      '',
      `${to}: ${answer}`,
      '',
      '    Below is a copy of the original message:',
      '',
      `To: ${to}`,
    ]),
  'Exchange 2003 and older': (to, answer) =>
    mail({ From: 'System Administrator <postmaster@example.net>', Subject: 'Undeliverable: News' }, [
      'Your message did not reach some or all of the intended recipients.',
      '',
      `      ${to} on 18/12/2020 13:00`,
      `            <mx.example.net #${statusOf(answer)} smtp;${answer}>`,
    ]),
  'Exchange 2007 and later': (to, answer) =>
    mail({ From: 'Microsoft Exchange <postmaster@example.net>', Subject: 'Undeliverable: News' }, [
      'Diagnostic information for administrators:',
      '',
      'Generating server: mx.example.net',
      '',
      to,
      `mx.example.net #${answer} ##`,
      '',
      'Original message headers:',
      '',
      `To: ${to}`,
    ]),
  'Office 365': (to, answer) =>
    mail({ From: 'postmaster@example.onmicrosoft.com', Subject: 'Undeliverable: News' }, [
      'Diagnostic information for administrators:',
      '',
      to,
      `Remote Server returned '${answer}'`,
      '',
      'Original message headers:',
      `To: ${to}`,
    ]),
  Domino: (to, answer) =>
    mail({ From: 'Postmaster@example.net', Subject: 'DELIVERY FAILURE: see below' }, [
      'Your message was not delivered to:',
      '',
      `  ${to}`,
      '',
      'because:',
      '',
      `  ${answer}`,
    ]),
  Notes: (to, answer) =>
    mail({ From: 'postmaster@notes.example.net', Subject: 'Undeliverable message' }, [
      '------- Failure Reasons  --------',
      '',
      to,
      answer,
      '',
      '------- Returned Message --------',
      `To: ${to}`,
    ]),
  'Google, before 2017': (to, answer) =>
    mail({ From: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>' }, [
      'Delivery to the following recipient failed permanently:',
      '',
      `     ${to}`,
      '',
      'Technical details of permanent failure: ',
      `The error that the other server returned was: ${answer.slice(0, 3)} ${answer} (state 14).`,
      '',
      '----- Original message -----',
      `To: ${to}`,
    ]),
  Google: (to, answer) =>
    mail({ From: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>' }, [
      '** Message not delivered **',
      '',
      `There was a difficulty with your message to ${to}.`,
      '',
      'The response from the remote server was:',
      '',
      answer,
    ]),
  Yahoo: (to, answer) =>
    mail({ From: 'MAILER-DAEMON@yahoo.com' }, [
      'Sorry, we were unable to deliver your message to the following address.',
      '',
      `<${to}>:`,
      'Remote host said:',
      answer,
      '[RCPT_TO]',
      '',
      '--- Below this line is a copy of the message.',
      `To: ${to}`,
    ]),
  'Mail.ru': (to, answer) =>
    mail({ From: 'mailer-daemon@corp.mail.ru' }, [
      'Это письмо создано сервером Mail.ru.',
      '',
      `  ${to}`,
      '    SMTP error from remote mail server after RCPT:',
      `    host mx.example.net [192.0.2.7]: ${answer}`,
      '',
      '------ This is a copy of the message. ------',
    ]),
  Yandex: (to, answer) =>
    mail({ From: 'mailer-daemon@yandex.ru' }, [
      'This is the mail system at host yandex.ru.',
      '',
      `<${to}>: host mx.example.net[192.0.2.7] said:`,
      `    ${answer} (in reply to RCPT TO command)`,
    ]),
  'GMX and IONOS': (to, answer) =>
    mail({ From: 'MAILER-DAEMON@mail.example.com' }, [
      'The following address failed:',
      '',
      `"${to}":`,
      'SMTP error from remote server after RCPT command:',
      'host: mx.example.net',
      answer,
      '',
      '--- The header of the original message is following. ---',
      `To: ${to}`,
    ]),
  Zimbra: (to, answer) =>
    mail({ Received: 'by zimbra.example.com (Postfix); Fri, 18 Dec 2020 13:00:00 +0000' }, [
      `<${to}>: host mx.example.net[192.0.2.7] said: ${answer} (in reply to RCPT TO command)`,
    ]),
  SES: (to, answer) =>
    mail({ From: 'MAILER-DAEMON@eu-west-1.amazonses.com' }, [
      'An error occurred while trying to deliver the mail to the following recipients:',
      to,
      '',
      `Final-Recipient: rfc822; ${to}`,
      'Action: failed',
      `Diagnostic-Code: smtp; ${answer}`,
      `Status: ${statusOf(answer)}`,
    ]),
  SendGrid: (to, answer) =>
    report(
      { Received: 'from o1.sendgrid.net by mx.example.org; Fri, 18 Dec 2020 13:00:00 +0000' },
      ['It did not arrive.'],
      [`Final-Recipient: rfc822; ${to}`, 'Action: failed', 'Status: ', `Diagnostic-Code: ${answer}`],
      to,
    ),
  Sendmail: (to, answer) =>
    mail({ From: 'Mail Delivery Subsystem <MAILER-DAEMON@mx.example.com>' }, [
      '   ----- The following addresses had permanent fatal errors -----',
      `<${to}>`,
      `    (reason: ${answer})`,
      '',
      '   ----- Transcript of session follows -----',
      '... while talking to mx.example.net.:',
      `>>> RCPT To:<${to}>`,
      `<<< ${answer}`,
    ]),
  'Sendmail, before version 8': (to, answer) =>
    mail({ From: 'Mail Delivery Subsystem <MAILER-DAEMON@mx.example.com>' }, [
      '   ----- Transcript of session follows -----',
      `>>> RCPT To:<${to}>`,
      `<<< ${answer}`,
      `${answer.slice(0, 3)} <${to}>... See above`,
      '',
      '   ----- Unsent message follows -----',
      `To: ${to}`,
    ]),
  Courier: (to, answer) =>
    mail({}, [
      '          UNDELIVERABLE MAIL',
      '',
      `<${to}>:`,
      '    mx.example.net [192.0.2.7]:',
      `    <<< ${answer}`,
      '',
      '-'.repeat(75),
    ]),
  'DragonFly Mail Agent': (to, answer) =>
    mail({ From: 'MAILER-DAEMON <>' }, [
      'This is the DragonFly Mail Agent v0.13 at host.example.com.',
      '',
      `There was an error delivering your mail to <${to}>.`,
      '',
      'mx.example.net [192.0.2.7] did not like our RCPT TO:',
      answer,
      '',
      'Message headers follow.',
      '',
      `To: ${to}`,
    ]),
  MXLogic: (to, answer) =>
    mail({}, [`  <${to}>: ${answer}`, '', 'Included is a copy of the message header:', `To: ${to}`]),
  Zoho: (to, answer) =>
    mail(
      { From: 'mailer-daemon@mail.zoho.eu' },
      [
        'It failed.',
        '',
        `${to} Invalid Address, ERROR_CODE :${answer.slice(0, 3)}, ERROR_CODE :${answer.slice(4)}`,
      ].map((line) => line.replace('Invalid Address, ', '')),
    ),
  MailMarshal: (to, answer) =>
    mail({ From: 'postmaster@example.com', Subject: 'Undeliverable Mail: "News"' }, [
      'Could not be delivered because of',
      '',
      answer,
      '',
      'The following recipients were affected:',
      `    ${to}`,
      '',
      'Additional Information',
    ]),
  IMail: (to, answer) =>
    mail({ From: 'Postmaster <postmaster@example.com>', Subject: 'Undeliverable Mail' }, [
      `undeliverable to ${to}`,
      'The server said:',
      answer,
      '',
      'Original message follows.',
      '',
    ]),
  'm-FILTER': (to, answer) =>
    mail({ From: 'POSTMASTER <postmaster@example.com>', Subject: 'failure notice' }, [
      to,
      '',
      '-------server message',
      answer,
      '',
      '-------original message',
      `To: ${to}`,
    ]),
  InterScan: (to, answer) =>
    mail({ From: '"InterScan Notification" <postmaster@example.com>', Subject: 'Mail could not be delivered' }, [
      'Message from InterScan',
      '',
      `Sent <<< RCPT TO:<${to}>`,
      `Received >>> ${answer}`,
    ]),
  'Oracle Messaging Server': (to, answer) =>
    mail({ From: 'Internet Mail Delivery <postmaster@example.com>', Subject: 'Delivery Notification' }, [
      'This report relates to a message you sent with the following header fields:',
      '',
      `  Recipient address: ${to}`,
      `  Diagnostic code: smtp;${answer}`,
    ]),
  'Apache James': (to, answer) =>
    mail(
      { From: 'postmaster@example.com', Subject: '[BOUNCE]News', 'Content-Type': 'multipart/mixed; boundary=none' },
      [
        'Hi. This is the mail server at example.com.',
        'Error message below:',
        answer,
        '',
        'Failed recipient(s):',
        to,
        '',
        'Message details:',
      ],
    ),
};
