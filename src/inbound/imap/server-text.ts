import { foreignText } from '../../model/text/foreign-text.js';

/** Makes what a server said fit for people: one bounded line without controls or secrets. */
export type ImapServerText = (text: string) => string;

/** @param secrets returns what no text may repeat; tokens change. */
export function imapServerText(user: string, secrets: () => readonly string[]): ImapServerText {
  return (text) => {
    const forms = secrets().flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      ...[secret, `\0${user}\0${secret}`, `user=${user}\x01auth=Bearer ${secret}\x01\x01`].map((sent) =>
        Buffer.from(sent, 'utf8').toString('base64').replace(/=+$/, ''),
      ),
    ]);
    return foreignText(text, forms);
  };
}
