// The e-mail edition that `bench:send` sends: as long as a full issue, 76 KB of HTML and 5.4 KB of text.

const HTML_LENGTH = 76_000;
const TEXT_LENGTH = 5_400;

const SENTENCES = [
  'The shelter in the north has opened its doors again, with room for twelve women and their children.',
  'A hotline answers in six languages now, every day from nine in the morning until late in the evening.',
  'Members from Kraków, Chișinău and Skopje met to compare how residence permits are given.',
  'The report asks ministries to pay compensation out of what was confiscated, and to pay it soon.',
  'Seasonal workers read their contracts with us before they sign them, and most had never seen one.',
  'Judges, inspectors and police officers learned how to speak with people who were exploited.',
];

/** @param {number} length @param {(index: number) => string} part */
function fill(length, part) {
  let text = '';
  for (let index = 0; text.length < length; index += 1) text += part(index);
  return text;
}

/** @param {number} index */
const sentence = (index) => SENTENCES[index % SENTENCES.length] ?? '';

/** @param {number} index */
const row = (index) =>
  `<tr><td style="font-family:Arial,sans-serif;font-size:16px;line-height:24px;color:#222;padding:0 24px 16px" lang="en" dir="ltr"><h3 style="margin:0">${String(index)}</h3>${sentence(index)} ${sentence(index + 1)} <a href="https://www.example.org/news/${String(index)}" style="color:#00539f">Read on</a></td></tr>\n`;

/** The text, with what differs per reader at its place. @param {string} greeting @param {string} unsubscribeUrl */
export const textOf = (greeting, unsubscribeUrl) => `${greeting}\n\n${TEXT}\nLeave: ${unsubscribeUrl}\n`;

/** The HTML, likewise. @param {string} greeting @param {string} unsubscribeUrl */
export const htmlOf = (greeting, unsubscribeUrl) =>
  `<!doctype html>\n<html lang="en"><body><p>${greeting}</p><table role="presentation">\n${HTML}</table><p><a href="${unsubscribeUrl}">Leave</a></p></body></html>\n`;

const TEXT = fill(TEXT_LENGTH, (index) => `${sentence(index)}\n${index % 3 === 2 ? '\n' : ''}`);
const HTML = fill(HTML_LENGTH, row);
