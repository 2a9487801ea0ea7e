import type { TextRun } from '../../text/text-run.js';
import { textRule } from '../../engine/rule.js';

/** Addresses that let everybody into a meeting: a password is part of them. */
const PASSWORD_IN_ADDRESS = /[?&#;](?:pwd|passcode|password|pass|passwd|pw|p|tk|token)=([^&#\s"<>)\]]{3,})/gi;
const MEETING_HOST =
  /(?:zoom\.(?:us|com|com\.cn)|zoomgov\.com|teams\.(?:microsoft|live)\.com|webex\.com|gotomeet(?:ing)?\.(?:me|com)|bigbluebutton|bbb\.|jitsi|meet\.|senfcall|whereby\.com|bluejeans\.com|lifesize)/i;
const LABELS = [
  'passcode|pass code|password|access code|meeting password|host key|participant id',
  'kenncode|kennwort|passwort|zugangscode|zugangsdaten',
  "code secret|mot de passe|code d[’']accès",
  'wachtwoord|toegangscode',
  "contraseña|código de acceso|codice di accesso|codice d[’']accesso|parola d[’']ordine",
  'hasło|kod dostępu|heslo|přístupový kód|parolă|cod de acces|lozinka|pristupni kod',
  'пароль|код доступу|код доступа|парола|лозинка|код за достъп',
  'salasana|tunnuskoodi|lösenord|adgangskode|kodeord|parola|şifre|jelszó|κωδικός',
].join('|');
const PASSWORD_IN_WORDS = new RegExp(
  String.raw`(?<![\p{L}])(?:${LABELS})\s*(?:[:=：]|(?:is|ist|est|lautet)(?=\s+\S*\d))\s*((?=\S*\d|[^\s,;)]+\s*(?:[.,;)]|\n|$))[^\s,;)]{4,40})`,
  'giu',
);
const MEETING_NUMBER =
  /(?:meeting|webinar|besprechungs|konferenz)[\s-]?(?:id|nummer|number)\s*[:=]?\s*(\d[\d\s]{7,14}\d)/giu;

interface Access {
  readonly offset: number;
  readonly secret: string;
  readonly called: string;
}

function accessIn({ kind, text }: TextRun): readonly Access[] {
  const found: Access[] = [];
  const take = (pattern: RegExp, called: string) => {
    for (const match of text.matchAll(pattern)) {
      const secret = match[1] ?? '';
      found.push({ offset: match.index + match[0].length - secret.length, secret, called });
    }
  };
  if (MEETING_HOST.test(text)) take(PASSWORD_IN_ADDRESS, 'a password in the address of a meeting');
  if (kind !== 'address') {
    take(PASSWORD_IN_WORDS, 'a password');
    take(MEETING_NUMBER, 'the number of a meeting');
  }
  return found;
}

/** A meeting into which everybody can come is no place to speak of what happened to somebody. */
export const meetingAccess = textRule({
  id: 'confidentiality/meeting-access',
  severity: 'warning',
  why: 'A newsletter is read by everybody. With the password of a meeting everybody comes in, also those from whom somebody hides.',
  wrong: 'https://us02web.zoom.us/j/81234567890?pwd=…',
  right: 'The address of a page on which people register, and get the password by mail.',
  *check({ runs }) {
    for (const run of runs) {
      for (const { offset, secret, called } of accessIn(run)) {
        yield {
          ...run.placeAt(offset),
          message: 'With this, everybody who reads it can come into the meeting.',
          expected: 'a page on which people register',
          actual: `${called}, ${String(Array.from(secret).length)} characters`,
          help: 'Take the password out, and link to a page on which people register. Is the meeting open to everybody? Then the secretariat allows it in issue.yaml.',
          secret,
        };
      }
    }
  },
});
