import { classify } from '../../src/inbound/bounces/classify.js';
import { readMail } from '../../src/inbound/mail/read-mail.js';
import { parseMarkdown } from '../../src/contributions/markdown/markdown.js';
import { LONG_TEXT_KINDS, LONG_TEXTS, findingsIn, runOf, textOf } from './check/rules/confidentiality/long-texts.js';
import { LONG_BITS, readLongText } from './check/text/long-texts.js';
import { MANY_MARKS } from './contributions/many-marks.js';
import { HOSTILE_MAILS } from './inbound/hostile-mails.js';
import { OUR_LIST } from './inbound/our-list.js';

/** Work of one kind, of which each piece may take no longer than a bound; for `npm run bench:texts`. */
export interface LongWork {
  readonly name: string;
  /** Of processor time, for one piece. */
  readonly maxSeconds: number;
  readonly pieces: readonly (readonly [name: string, run: () => unknown])[];
}

const PARAGRAPH =
  'On 23 and 24 November 2020 six organisations met online to discuss residence permits for trafficked persons. ' +
  'Anna Example, coordinator of the project, presented the survey of 2019, in which 131 people took part. ';
const CONTRIBUTIONS = 1000;

/** An ordinary contribution, as often as a year has them. */
function checkContributions(): void {
  for (let number = 0; number < CONTRIBUTIONS; number += 1) {
    const paragraphs = Array.from({ length: 5 }, () => runOf('paragraph', PARAGRAPH));
    findingsIn(textOf(runOf('title', 'Six organisations meet'), ...paragraphs));
  }
}

/** What tests read to its end, and what takes seconds only where time grows out of proportion. */
export const LONG_WORK: readonly LongWork[] = [
  {
    name: 'confidentiality in 200 KB',
    maxSeconds: 2,
    pieces: LONG_TEXTS.flatMap(([name, text]) =>
      LONG_TEXT_KINDS.map((kind) => [`${name}, ${kind}`, () => findingsIn(textOf(runOf(kind, text)))] as const),
    ),
  },
  {
    name: `confidentiality in ${String(CONTRIBUTIONS)} contributions`,
    maxSeconds: 0.002 * CONTRIBUTIONS,
    pieces: [['ordinary ones', checkContributions]],
  },
  {
    name: 'house style and language in 200 KB',
    maxSeconds: 3,
    pieces: LONG_BITS.map((bit) => [JSON.stringify(bit), () => readLongText(bit)] as const),
  },
  {
    name: 'Markdown of many marks',
    maxSeconds: 3,
    pieces: MANY_MARKS.map(([name, text]) => [name, () => parseMarkdown(text)] as const),
  },
  {
    name: 'hostile mails',
    maxSeconds: 10,
    pieces: HOSTILE_MAILS.map(([name, bytes]) => [
      name,
      async () => {
        const mail = await readMail(bytes);
        return mail === undefined ? undefined : classify(mail, OUR_LIST);
      },
    ]),
  },
];
