/** What a mail server answered, as far as a text repeats it. */
export interface SmtpAnswer {
  /** The code of the answer (RFC 5321 §4.2), such as `550`. */
  readonly reply: string | undefined;
  /** The enhanced status code (RFC 3463), such as `5.1.1`. */
  readonly status: string | undefined;
}

/** An enhanced status code: class, subject, detail. */
export const ENHANCED_CODE = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.]{0,9}\d)/;
/** Both codes (RFC 2034 §4): `550 5.1.1`, `550-5.1.1`, `550 #5.1.1`, `550 (5.1.1)`. */
const BOTH_CODES =
  /(?<![\w.-])([245][0-5]\d)(?:[ \t-]{1,3}|, ?[A-Z_]{0,12} ?:)['#(<]{0,2}([245]\.\d{1,3}\.\d{1,3})(?![\d.]{0,9}\d)/g;
/**
 * A code alone, where a program puts it: at the beginning of a line, or behind a colon, a quotation mark, a bracket or
 * a word that announces it. So "we had 550 guests" has none.
 */
const REPLY_ALONE =
  /(?:^[ \t>*<-]{0,12}|[:;>'"([=#] {0,3}|\b(?:said|reason|code|error|failure|failed|response|responded|returned|responsecode|smtp|status|with)[ :;#'"(<-]{1,4})([45][0-5]\d)(?=[ \t:,'")\]-]|$)/gim;
/** An enhanced code alone, where a program puts it: `(#5.1.1)`, `Status: 5.1.1`, at the beginning of a line. */
const STATUS_ALONE =
  /(?:^[ \t>*<-]{0,12}#?(?=[\d.]{5,11}[ \t:)]{1,8}\S)|[#(<:;'"[] {0,3}#?)([245]\.\d{1,3}\.\d{1,3})(?![\d.]{0,9}\d)/gm;
/** Codes that repeat on each line of an answer, and an answer's lines (RFC 5321 §4.2.1). */
const CODES =
  /(?<![\w.])(?:[245][0-5]\d(?:[ \t-]{1,3}|(?=[,'")\]:]))){0,1}[#(<]{0,2}[245]\.\d{1,3}\.\d{1,3}(?![\d.]{0,9}\d)[)>:]{0,2}|(?<![\w.])[245][0-5]\d-(?=\D)/g;
/** What IronPort, and Amazon SES with it, puts before an answer: its own code and the code's name. */
const OWN_CODE = /(?<![\d.])[245]\.\d\.\d - [A-Za-z ]{4,60} (?=\(?'?[245]\d\d)/g;
const MASK = /<?[^\s<>"'(),;:[\]]{1,320}@[^\s<>"'(),;:[\]]{1,320}>?/g;
const SPACE = /[\p{C}\p{Z}\s]+/gu;
const TEXT_LIMIT = 3000;

/**
 * Finds the codes of the answer that a text repeats. If it repeats several, the one that says most counts: both codes
 * before one, failures for good before delays.
 */
export function readSmtpAnswer(written: string): SmtpAnswer {
  const text = written.slice(0, TEXT_LIMIT);
  const both = [...text.matchAll(BOTH_CODES)].map(([, reply = '', status = '']) => ({ reply, status }));
  const best = both.find(({ status }) => !saysNothing(status)) ?? both[0];
  if (best !== undefined) return best;
  const reply = [...text.matchAll(REPLY_ALONE)].map(([, code = '']) => code).at(0);
  const statuses = [...text.matchAll(STATUS_ALONE)].map(([, code = '']) => code);
  const status = statuses.find((code) => !saysNothing(code)) ?? statuses[0];
  return { reply, status };
}

/** `x.0.0` says nothing (RFC 3463 §3.1). */
function saysNothing(status: string): boolean {
  return /^\d\.0\.0$/.test(status);
}

/** Returns an answer's words for comparing: one line in lower case, without codes and addresses. */
export function wordsOfAnswer(written: string): string {
  return (
    written
      .slice(0, TEXT_LIMIT)
      .replace(OWN_CODE, ' ')
      .replace(MASK, '(address)')
      .replace(CODES, ' ')
      .replace(/[’`´]/g, "'")
      // A sentence does not go on behind a blank line.
      .replace(/\n[ \t\r]{0,20}\n/g, ' | ')
      .replace(SPACE, ' ')
      .toLowerCase()
      .trim()
  );
}
