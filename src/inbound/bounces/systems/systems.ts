import { recipientForm, type MailSystem } from './system.js';

const DAEMON = /mailer[ -]daemon|mail[ .]delivery/i;

/**
 * The systems whose bounces are recognised, the particular before the general. To add one: its marks, its forms, and
 * an example in your own words with example addresses; then a line in tests/support/inbound/bounces/systems.ts.
 */
export const SYSTEMS: readonly MailSystem[] = [
  {
    name: 'Mail.ru',
    marks: { from: /mailer-daemon@(?:[\w.-]{1,60}\.)?mail\.ru/i },
    recipient: recipientForm(String.raw`^ {2,8}ADDRESS\r?$`),
    copy: /^-{4,} This is a copy of/m,
    example: {
      from: 'mailer-daemon@corp.mail.ru',
      subject: 'Ваше сообщение не доставлено. Mail failure.',
      text: '  anna@example.net\n    SMTP error from remote mail server after RCPT TO:<anna@example.net>:\n    host mx.example.net [192.0.2.7]: 550 5.1.1 No such user here\n\n------ This is a copy of the message. ------\nTo: anna@example.net',
      reads: [['permanent', '5.1.1', 'anna@example.net']],
    },
  },
  {
    name: 'GMX and IONOS',
    marks: { from: DAEMON, text: /^--- The header of the original message is following/im },
    recipient: recipientForm(String.raw`^[ \t]{0,4}["<]?ADDRESS[">]?:?[ \t]{0,4}\r?$`),
    copy: /^--- The header of the original message/im,
    example: {
      from: 'MAILER-DAEMON@mail.example.com',
      subject: 'Mail delivery failed: returning message to sender',
      text: 'The following address failed:\n\n"anna@example.net":\nSMTP error from remote server after RCPT command:\nhost: mx.example.net\n5.2.2 The mailbox is full\n\n--- The header of the original message is following. ---\nTo: anna@example.net',
      reads: [['temporary', '5.2.2', 'anna@example.net']],
    },
  },
  {
    name: 'MXLogic',
    marks: { from: DAEMON, text: /^Included is a copy of the message header/im },
    recipient: recipientForm(String.raw`^ {0,8}<ADDRESS>:`),
    copy: /^Included is a copy/im,
    example: {
      from: 'Mail Delivery System <MAILER-DAEMON@filter.example.com>',
      subject: 'Mail delivery failed',
      text: 'The following address failed:\n\n  <anna@example.net>: 550 5.1.1 User unknown\n\nIncluded is a copy of the message header:\nTo: anna@example.net',
      reads: [['permanent', '5.1.1', 'anna@example.net']],
    },
  },
  {
    name: 'Zoho',
    marks: { from: /mailer-daemon@(?:mail\.)?zoho/i },
    recipient: recipientForm(String.raw`(?:^|Address: <)[ \t]{0,4}ADDRESS(?=[> ,])`),
    copy: /^Received: ?from mail\.zoho/im,
    example: {
      from: 'mailer-daemon@mail.zoho.eu',
      subject: 'Undelivered Mail Returned to Sender',
      text: 'This is a permanent error.\n\nanna@example.net Invalid Address, ERROR_CODE :550, ERROR_CODE :5.1.1 No such user\n\nReceived:from mail.zoho.eu by mx.zoho.eu\nTo:anna@example.net',
      reads: [['permanent', '5.1.1', 'anna@example.net']],
    },
  },
  {
    name: 'Exim',
    marks: {
      from: DAEMON,
      text: /created automatically by mail delivery software|^------ This is a copy of (?:the|your) message/im,
    },
    recipient: recipientForm(String.raw`^ {2,4}ADDRESS(?:: .{0,400})?\r?$`),
    copy: /^-{4,} This is a copy of/m,
    example: {
      from: 'Mail Delivery System <Mailer-Daemon@mx.example.com>',
      subject: 'Mail delivery failed: returning message to sender',
      fields: { 'X-Failed-Recipients': 'anna@example.net' },
      text: 'This message was created automatically by mail delivery software.\n\n  anna@example.net\n    host mx.example.net [192.0.2.7]\n    SMTP error from remote mail server after end of data:\n    552 5.3.4 Message too large\n\n------ This is a copy of the message, including all the headers. ------\nTo: anna@example.net',
      reads: [['policy', '5.3.4', 'anna@example.net']],
    },
  },
  {
    name: 'qmail',
    marks: { from: DAEMON, text: /\bqmail-send program|\bI'm afraid I wasn't able to deliver your message/i },
    recipient: recipientForm(String.raw`^<ADDRESS>:`),
    copy: /^--- (?:Below this line|Enclosed|Undelivered message follows)/im,
    example: {
      from: 'MAILER-DAEMON@mx.example.com',
      subject: 'failure notice',
      text: "Hi. This is the qmail-send program at mx.example.com.\nI'm afraid I wasn't able to deliver your message.\n\n<anna@example.net>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\nTo: anna@example.net",
      reads: [['permanent', '5.1.1', 'anna@example.net']],
    },
  },
  {
    name: 'Yahoo',
    marks: {
      from: DAEMON,
      text: /\bunable to deliver your message to the following address|^Unable to deliver message to the following address\(es\)/im,
    },
    recipient: recipientForm(String.raw`^<ADDRESS>:`),
    copy: /^--- (?:Below this line|Original message follows)/im,
    example: {
      from: 'MAILER-DAEMON@yahoo.com',
      subject: 'Failure Notice',
      text: 'Sorry, we were unable to deliver your message to the following address.\n\n<anna@example.net>:\n554: 5.7.9: Message not accepted for policy reasons. See https://help.example.org\n\n--- Below this line is a copy of the message.\n\nTo: anna@example.net',
      reads: [['policy', '5.7.9', 'anna@example.net']],
    },
  },
  {
    name: 'Yandex',
    marks: { from: /mailer-daemon@(?:[\w.-]{1,60}\.)?yandex/i },
    recipient: recipientForm(String.raw`^<ADDRESS>:`),
    example: {
      from: 'mailer-daemon@yandex.ru (Mail Delivery System)',
      subject: 'Недоставленное сообщение',
      text: 'This is the mail system at host yandex.ru.\n\n<anna@example.net>: host mx.example.net[192.0.2.7] said: 550 5.1.1 No such recipient here (in reply to RCPT TO command)',
      reads: [['permanent', '5.1.1', 'anna@example.net']],
    },
  },
  {
    name: 'Zimbra',
    marks: { from: DAEMON, field: ['received', /\bzimbra\b|\(zmta\)/i] },
    recipient: recipientForm(String.raw`^<ADDRESS>(?=[:\s(])`),
    example: {
      from: 'MAILER-DAEMON@zimbra.example.com (Mail Delivery System)',
      subject: 'Undelivered Mail Returned to Sender',
      fields: { Received: 'by zimbra.example.com (Postfix); Fri, 18 Dec 2020 13:00:00 +0000' },
      text: 'This is the mail system at host zimbra.example.com.\n\n<anna@example.net>: host mx.example.net[192.0.2.7] said: 552 5.2.2 Over quota (in reply to end of DATA command)',
      reads: [['temporary', '5.2.2', 'anna@example.net']],
    },
  },
  {
    name: 'Postfix',
    marks: {
      from: DAEMON,
      text: /\bThis is the (?:mail system|Postfix program) at host|\bThe (?:Postfix program|mail system)\b|delete your own text from the/i,
    },
    recipient: recipientForm(String.raw`^<ADDRESS>(?=[:\s(])`),
    example: {
      from: 'MAILER-DAEMON@mx.example.com (Mail Delivery System)',
      subject: 'Undelivered Mail Returned to Sender',
      text: 'This is the mail system at host mx.example.com.\n\n<anna@example.net>: host mx.example.net[192.0.2.7] said: 450 4.2.0 Greylisted, come back soon (in reply to RCPT TO command)',
      reads: [['temporary', '4.2.0', 'anna@example.net']],
    },
  },
  {
    name: 'OpenSMTPD',
    marks: { from: DAEMON, text: /\bThis is the MAILER-DAEMON, please DO NOT REPLY/i },
    recipient: recipientForm(String.raw`^ADDRESS(?=: )`),
    copy: /^[ \t]{0,8}Below is a copy of the original message/im,
    example: {
      from: 'Mailer Daemon <MAILER-DAEMON@mx.example.com>',
      subject: 'Delivery status notification: error',
      text: '    Hi!\n\n    This is the MAILER-DAEMON, please DO NOT REPLY to this email.\n\nanna@example.net: 552 5.2.2 Quota exceeded\nbo@example.net: 550 Invalid recipient\n\n    Below is a copy of the original message:\n\nTo: anna@example.net',
      reads: [
        ['temporary', '5.2.2', 'anna@example.net'],
        ['permanent', null, 'bo@example.net'],
      ],
    },
  },
  {
    name: 'DragonFly Mail Agent',
    marks: { from: /mailer-daemon/i, text: /^This is the DragonFly Mail Agent/im },
    recipient: recipientForm(String.raw`delivering your mail to <ADDRESS>`),
    copy: /^(?:Message headers follow|Original message follows)/im,
    example: {
      from: 'MAILER-DAEMON <>',
      subject: 'Mail delivery failed',
      text: 'This is the DragonFly Mail Agent v0.13 at host.example.com.\n\nThere was an error delivering your mail to <anna@example.net>.\n\nmx.example.net [192.0.2.7] did not like our RCPT TO:\n550 5.1.1 Unknown mailbox\n\nMessage headers follow.\n\nTo: anna@example.net',
      reads: [['permanent', '5.1.1', 'anna@example.net']],
    },
  },
  {
    name: 'Google Groups',
    marks: { from: /mailer-daemon@google/i, text: /groups\.google\.com\/(?:support|a\/|group\/)|Google Groups/i },
    copy: /^----- Original message -----/im,
    usual: 'refused',
    example: {
      from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      subject: 'Delivery Status Notification (Failure)',
      text: 'We tell you that you cannot post to this group. Help: https://groups.google.com/support/\n\n----- Original message -----\nTo: circle@example.net',
      reads: [['policy', null, 'circle@example.net']],
    },
  },
  {
    name: 'Google, before 2017',
    marks: { from: /mailer-daemon@google/i, text: /\bTechnical details of (?:permanent|temporary) failure/i },
    recipient: recipientForm(String.raw`^[ \t]{2,12}ADDRESS[ \t]{0,4}\r?$`),
    copy: /^----- (?:Original message|Message header follows|Message body suppressed)/im,
    example: {
      from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      subject: 'Delivery Status Notification (Failure)',
      text: 'Delivery to the following recipient failed permanently:\n\n     anna@example.net\n\nTechnical details of permanent failure: \nThe error that the other server returned was: 550 550 5.1.1 No such user (state 14).\n\n----- Original message -----\nTo: anna@example.net',
      reads: [['permanent', '5.1.1', 'anna@example.net']],
    },
  },
  {
    name: 'Google',
    marks: { from: /mailer-daemon@google/i },
    recipient: recipientForm(String.raw`\b(?:to|at|an|à|a) ADDRESS`),
    example: {
      from: 'Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
      subject: 'Delivery Status Notification (Failure)',
      text: '** Message blocked **\n\nYour message to anna@example.net was stopped.\n\nThe response from the remote server was:\n\n550 5.7.1 Listed at a block list',
      reads: [['policy', '5.7.1', 'anna@example.net']],
    },
  },
  {
    name: 'Exchange 2003 and older',
    marks: {
      from: /postmaster|system administrator|mailer-daemon/i,
      text: /\bdid not reach (?:the following recipient|some or all of)/i,
    },
    recipient: recipientForm(String.raw`^[ \t]{0,12}'?ADDRESS'? on `),
    codes: [
      [/\(000C05A6\)/, '5.1.1'],
      [/\(000C0595\)/, '5.1.1'],
    ],
    example: {
      from: 'System Administrator <postmaster@example.net>',
      subject: 'Undeliverable: News',
      text: 'Your message did not reach some or all of the intended recipients.\n\n      Subject:\tNews\n\nThe following recipient(s) could not be reached:\n\n      anna@example.net on 12/18/2020 1:00 PM\n            There is no such account in the organization.\n            <mx.example.net #5.1.1>',
      reads: [['permanent', '5.1.1', 'anna@example.net']],
    },
  },
  {
    name: 'Office 365',
    marks: {
      from: /postmaster@|MicrosoftExchange|Microsoft Outlook/i,
      text: /(?:Remote Server|Remote server) returned '|\bOffice 365\b|prod\.(?:outlook|exchangelabs)\.com/i,
    },
    recipient: recipientForm(String.raw`^[ \t]{0,8}ADDRESS(?=[ \t<(]|\r?$)`),
    copy: /^Original message headers:/im,
    example: {
      from: 'postmaster@example.onmicrosoft.com',
      subject: 'Undeliverable: News',
      text: "Delivery has failed to these recipients or groups:\n\nanna@example.net\n\nDiagnostic information for administrators:\n\nanna@example.net\nRemote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'\n\nOriginal message headers:\n\nReceived: from a.example.net",
      reads: [['permanent', '5.1.10', 'anna@example.net']],
    },
  },
  {
    name: 'Exchange 2007 and later',
    marks: {
      from: /postmaster@|MicrosoftExchange|Microsoft Exchange|Microsoft Outlook/i,
      text: /^(?:Diagnostic information for administrators|Informations? de diagnosti|Diagnoseinformationen|Generating server|Server(?:a)?:? ?generat)/im,
    },
    recipient: recipientForm(String.raw`^[ \t]{0,8}ADDRESS(?=[ \t<(]|\r?$)`),
    copy: /^(?:Original message headers|En-têtes de message|Ursprüngliche Nachrichtenkopf)/im,
    example: {
      from: 'Microsoft Exchange <postmaster@example.net>',
      subject: 'Undeliverable: News',
      text: 'Delivery has failed to these recipients:\n\nDiagnostic information for administrators:\n\nGenerating server: mx.example.net\n\nanna@example.net\n#550 5.2.2 STOREDRV.Deliver; mailbox full ##\n\nOriginal message headers:\n\nReceived: from a.example.net',
      reads: [['temporary', '5.2.2', 'anna@example.net']],
    },
  },
  {
    name: 'Domino',
    marks: { from: /postmaster|mailer-daemon/i, subject: /^DELIVERY FAILURE/i },
    recipient: recipientForm(String.raw`^[ \t]{0,8}ADDRESS[ \t]{0,4}\r?$`),
    example: {
      from: 'Postmaster@example.net',
      subject: 'DELIVERY FAILURE: User anna (anna@example.net) not listed in Domino Directory',
      text: 'Your message\n\n  Subject: News\n\nwas not delivered to:\n\n  anna@example.net\n\nbecause:\n\n  554 5.1.1 User anna is not listed in the Domino Directory',
      reads: [['permanent', '5.1.1', 'anna@example.net']],
    },
  },
  {
    name: 'Notes',
    marks: { from: /postmaster|mailer-daemon/i, text: /^-{3,12} Failure Reasons {1,4}-{3,12}/im },
    recipient: recipientForm(String.raw`^[ \t]{0,8}ADDRESS[ \t]{0,4}\r?$`),
    copy: /^-{3,12} Returned Message/im,
    example: {
      from: 'postmaster@notes.example.net',
      subject: 'Undeliverable message',
      text: '------- Failure Reasons  --------\n\nUser not listed in public Name & Address Book\nanna@example.net\n\n------- Returned Message --------\nTo: anna@example.net',
      reads: [['unclear', null, 'anna@example.net']],
    },
  },
  {
    name: 'SES',
    marks: { from: /@(?:[\w.-]{1,60}\.)?amazonses\.com/i },
    example: {
      from: 'MAILER-DAEMON@eu-west-1.amazonses.com',
      subject: 'Delivery Status Notification (Failure)',
      text: 'An error occurred while trying to deliver the mail to the following recipients:\nanna@example.net\n\nTechnical report:\n\nFinal-Recipient: rfc822; anna@example.net\nAction: failed\nDiagnostic-Code: smtp; 550 5.1.1 Mailbox does not exist\nStatus: 5.1.1',
      reads: [['permanent', '5.1.1', 'anna@example.net']],
    },
  },
  {
    name: 'SendGrid',
    marks: { field: ['received', /\bsendgrid\.net\b/i], from: DAEMON },
    example: {
      from: 'MAILER-DAEMON@mx.example.com',
      subject: 'Undelivered Mail Returned to Sender',
      fields: { Received: 'from o1.sendgrid.net (192.0.2.7) by mx.example.org; Fri, 18 Dec 2020 13:00:00 +0000' },
      text: 'Final-Recipient: rfc822; anna@example.net\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: 550 5.7.1 Rejected as spam',
      reads: [['policy', '5.7.1', 'anna@example.net']],
    },
  },
  {
    name: 'Sendmail',
    marks: { from: DAEMON, text: /^[ \t]{1,8}-{4,6} The following addresses had/im },
    recipient: recipientForm(String.raw`^[ \t>]{0,8}<?ADDRESS>?[ \t]{0,4}(?=\r?$|\()`),
    copy: /^[ \t]{1,8}-{4,6} (?:Original message|Message header|Unsent message)/im,
    example: {
      from: 'Mail Delivery Subsystem <MAILER-DAEMON@mx.example.com>',
      subject: 'Returned mail: see transcript for details',
      text: '   ----- The following addresses had permanent fatal errors -----\n<anna@example.net>\n    (reason: 550 5.1.1 <anna@example.net>... User unknown)\n\n   ----- Transcript of session follows -----\n550 5.1.1 <anna@example.net>... User unknown',
      reads: [['permanent', '5.1.1', 'anna@example.net']],
    },
  },
  {
    name: 'Sendmail, before version 8',
    marks: { from: DAEMON, text: /^[ \t]{1,8}-{4,6} (?:Transcript of session follows|Unsent message follows)/im },
    recipient: recipientForm(String.raw`^[45]\d\d [^\n@<]{0,60}<?ADDRESS>?\.\.\.`),
    isRecipientLast: true,
    copy: /^[ \t]{1,8}-{4,6} (?:Unsent message|Original message|Message header)/im,
    example: {
      from: 'Mail Delivery Subsystem <MAILER-DAEMON@mx.example.com>',
      subject: 'Returned mail: User unknown',
      text: '   ----- Transcript of session follows -----\n>>> RCPT To:<anna@example.net>\n<<< 550 User unknown\n550 <anna@example.net>... User unknown\n\n   ----- Unsent message follows -----\nTo: anna@example.net',
      reads: [['permanent', null, 'anna@example.net']],
    },
  },
  {
    name: 'Courier',
    marks: { from: DAEMON, text: /^ {0,40}UNDELIVERABLE MAIL/im },
    recipient: recipientForm(String.raw`^<ADDRESS>:`),
    copy: /^-{20,}/m,
    example: {
      from: '"Courier mail server at mx.example.com" <mailer-daemon@mx.example.com>',
      subject: 'NOTICE: mail delivery status.',
      text: '                           UNDELIVERABLE MAIL\n\nYour message could not be delivered to the following addresses:\n\n<anna@example.net>:\n    mx.example.net [192.0.2.7]:\n    <<< 550 User unknown\n\n---------------------------------------------------------------------------',
      reads: [['permanent', null, 'anna@example.net']],
    },
  },
  {
    name: 'MailMarshal',
    marks: { from: /postmaster@/i, text: /^The following recipients were affected/im },
    recipient: recipientForm(String.raw`^[ \t]{2,8}ADDRESS[ \t]{0,4}\r?$`),
    copy: /^Additional Information/im,
    example: {
      from: 'postmaster@example.com',
      subject: 'Undeliverable Mail: "News"',
      text: 'Your message:\n   Subject: News\n\nCould not be delivered because of\n\n550 5.1.1 User unknown\n\nThe following recipients were affected:\n    anna@example.net\n\nAdditional Information\n',
      reads: [['permanent', '5.1.1', 'anna@example.net']],
    },
  },
  {
    name: 'IMail',
    marks: { from: /postmaster/i, subject: /^Undeliverable Mail *$/i },
    recipient: recipientForm(String.raw`(?:^[^\n:@]{3,60}: ?|undeliverable to )ADDRESS[ \t]{0,4}\r?$`),
    copy: /^Original message follows/im,
    example: {
      from: 'Postmaster <postmaster@example.com>',
      subject: 'Undeliverable Mail',
      text: 'User mailbox exceeds allowed size: anna@example.net\n\nOriginal message follows.\n\nTo: anna@example.net',
      reads: [['temporary', null, 'anna@example.net']],
    },
  },
  {
    name: 'm-FILTER',
    marks: { subject: /^failure notice$/i, text: /^-{5,9}server message/im },
    recipient: recipientForm(String.raw`^ADDRESS[ \t]{0,4}\r?$`),
    copy: /^-{5,9}original m/im,
    example: {
      from: 'POSTMASTER <postmaster@example.com>',
      subject: 'failure notice',
      text: 'anna@example.net\n\n-------server message\n550 5.1.1 User unknown\n\n-------SMTP command\nDATA\n\n-------original message\nTo: anna@example.net',
      reads: [['permanent', '5.1.1', 'anna@example.net']],
    },
  },
  {
    name: 'InterScan',
    marks: { from: /postmaster|interscan/i, text: /\bInterScan\b/i },
    recipient: recipientForm(String.raw`(?:message to|sent) <ADDRESS>`),
    example: {
      from: '"InterScan Notification" <postmaster@example.com>',
      subject: 'Mail could not be delivered',
      text: 'Message from InterScan\n\nSent <<< RCPT TO:<anna@example.net>\nReceived >>> 550 5.1.1 Unknown user\nUnable to deliver message to <anna@example.net>.',
      reads: [['permanent', '5.1.1', 'anna@example.net']],
    },
  },
  {
    name: 'Oracle Messaging Server',
    marks: { from: /postmaster|internet mail delivery/i, text: /^This report relates to a message you sent/im },
    recipient: recipientForm(String.raw`^ {0,4}Recipient address: ADDRESS`),
    example: {
      from: 'Internet Mail Delivery <postmaster@example.com>',
      subject: 'Delivery Notification: Delivery has failed',
      text: 'This report relates to a message you sent with the following header fields:\n\n  Recipient address: anna@example.net\n  Reason: Remote SMTP server has rejected address\n  Diagnostic code: smtp;550 5.1.1 unknown user',
      reads: [['permanent', '5.1.1', 'anna@example.net']],
    },
  },
  {
    name: 'Apache James',
    marks: {
      field: ['content-type', /multipart/i],
      text: /^Error message below:|\bApache JAMES\b|^Failed recipient\(s\):/im,
    },
    recipient: recipientForm(String.raw`^RCPT TO: ADDRESS|^ADDRESS[ \t]{0,4}\r?$`),
    copy: /^Message details:|^Original message/im,
    example: {
      from: 'postmaster@example.com',
      subject: '[BOUNCE]News',
      fields: { 'Content-Type': 'multipart/mixed; boundary=none' },
      text: 'Hi. This is the mail server at example.com.\nError message below:\n550 - Requested action not taken: no such user here\n\nFailed recipient(s):\nanna@example.net\n\nMessage details:\n  Subject: News',
      reads: [['permanent', null, 'anna@example.net']],
    },
  },
  {
    name: 'Mail gateways of telephone companies',
    marks: {
      from: /no-?reply@|post_?master@|system/i,
      text: /\bcould not be delivered to: <|^Message could not be delivered to mobile|^\s{0,8}Delevery to the following recipients/im,
    },
    example: {
      from: 'no-reply@sms.example.com',
      subject: 'Mail',
      text: 'Your mail sent on: Fri, 18 Dec 2020 13:00:00 +0000\n     Could not be delivered to: <anna@example.net>\n     As their mailbox is full.',
      reads: [['temporary', null, 'anna@example.net']],
    },
  },
];
