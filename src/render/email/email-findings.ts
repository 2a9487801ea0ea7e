import { elementsNamed, type HtmlPage } from '../../html/page.js';
import type { Finding } from '../../model/finding.js';
import { itemsOf, type Item } from '../../model/issue/issue.js';
import type { PreparedPicture } from '../../model/issue/pictures/picture.js';
import { limitWords, sizeWords } from '../../model/text/amounts/size-words.js';
import { createFinding, defineRule } from '../../model/rule.js';
import { issueAddress, type IssueContext } from '../view/issue-context.js';
import { totalBytes, type MailPictures } from './pictures/mail-pictures.js';
import type { MailExtent } from './shorten.js';

/** Gmail shows the e-mail whole. */
export const emailSize = defineRule({
  id: 'edition/size',
  severity: 'error',
  why: 'Gmail cuts off what passes about 102 KB of HTML, and the way to unsubscribe with it.',
  wrong: 'Forty items, each of three pages.',
  right: 'Some twenty items of one to three paragraphs.',
});

/** Items that the e-mail shows in short. */
export const emailTeasers = defineRule({
  id: 'edition/teasers',
  severity: 'warning',
  why: 'A mail has room for so much, the web edition for all: so the longest items are shown in the mail by their beginning.',
  wrong: 'Thirty items of a page each, in one mail.',
  right: 'The same issue, with items of one to three paragraphs.',
});

/** Items of which the e-mail shows one picture. */
export const emailOnePicture = defineRule({
  id: 'edition/one-picture',
  severity: 'info',
  why: 'Pictures make a mail long and heavy. The first one of an item stands in the mail, and the web edition has them all.',
  wrong: 'Five photographs of one evening, below each other on a phone.',
  right: 'The photograph that says most, first in the list.',
});

/** The pictures of the e-mail are light together. */
export const emailPictureSize = defineRule({
  id: 'edition/picture-size',
  severity: 'warning',
  why: 'Heavy mails are slow on a phone, cost those who pay for data, and are refused by some mailboxes.',
  wrong: 'Forty photographs inside one mail.',
  right: 'A few pictures that say something, or pictures under a public address.',
});

/** Gmail keeps the style sheet. */
export const emailStyleSize = defineRule({
  id: 'edition/style-size',
  severity: 'warning',
  why: 'Gmail drops a style sheet that passes about 16 KB, and with it the view for phones and for the dark.',
  wrong: 'A whole design system in the style sheet of the e-mail.',
  right: 'A short style sheet of your own.',
});

/** Gmail cuts off what passes about 102 KB, the way to unsubscribe first. */
export const MAX_BYTES = 90_000;
/** Gmail drops a style sheet that passes about 16 KB. */
export const MAX_STYLE_BYTES = 16_000;
/** How many items or pictures one finding names. */
const MAX_NAMES = 5;

/** The e-mail as it was made. */
interface MadeEmail {
  readonly page: HtmlPage;
  /** With the longest values that its slots may get. */
  readonly bytes: number;
  readonly extent: MailExtent;
  readonly pictures: MailPictures;
}

type FindingWords = Pick<Finding, 'ruleId' | 'severity' | 'message' | 'expected' | 'actual' | 'help'>;

function listed(names: readonly string[]): string {
  const more = names.length - MAX_NAMES;
  return [...names.slice(0, MAX_NAMES), ...(more > 0 ? [`${String(more)} more`] : [])].join('; ');
}

function sizeFinding({ bytes }: MadeEmail, isPublic: boolean): readonly FindingWords[] {
  if (bytes <= MAX_BYTES) return [];
  return [
    createFinding(emailSize, {
      message: 'The e-mail is too long: Gmail would cut off its end, with the link to unsubscribe.',
      expected: `at most ${limitWords(MAX_BYTES)} of HTML`,
      actual: sizeWords(bytes),
      help: isPublic
        ? 'Even its items as single lines are too many: shorten the letter, or leave items for the next issue.'
        : 'Set publicUrl in newsletter.yaml: then long items are shown in short, with a link to the web edition. Or shorten the longest items, or leave some for the next issue.',
    }),
  ];
}

function teaserFinding({ extent }: MadeEmail, items: readonly Item[]): readonly FindingWords[] {
  const named = (shape: string) =>
    items.filter(({ id }) => extent.shapes.get(id) === shape).map(({ title }) => `"${title}"`);
  const teasers = named('teaser');
  const lines = named('line');
  if (teasers.length + lines.length === 0 && !extent.shortContents) return [];
  const actual = [
    ...(teasers.length === 0 ? [] : [`${String(teasers.length)} by their beginning: ${listed(teasers)}`]),
    ...(lines.length === 0 ? [] : [`${String(lines.length)} by their title: ${listed(lines)}`]),
    ...(extent.shortContents ? ['the contents by their sections'] : []),
  ];
  return [
    createFinding(emailTeasers, {
      message:
        'The issue is too long for a mail: its longest items are shown there in short, with a link to the web edition.',
      expected: `an e-mail of at most ${limitWords(MAX_BYTES)}, so that Gmail shows it whole`,
      actual: actual.join('. '),
      help: 'Nothing has to be done: the web edition and the plain text have all of it. To show more in the mail, shorten the longest items, or leave some for the next issue.',
    }),
  ];
}

function onePictureFinding({ extent }: MadeEmail, items: readonly Item[]): readonly FindingWords[] {
  const named = items.filter(({ id }) => extent.shapes.get(id) === 'one-picture');
  if (named.length === 0) return [];
  return [
    createFinding(emailOnePicture, {
      message:
        'The e-mail shows the first picture of an item; the others are in the web edition, and a link leads there.',
      expected: 'one picture for each item of the e-mail',
      actual: listed(named.map(({ title, pictures }) => `"${title}": ${String(pictures.length)} pictures`)),
      help: 'Nothing has to be done. To show all pictures of an item in the mail, write full: true below its file in issue.yaml.',
    }),
  ];
}

function pictureFinding({ pictures }: MadeEmail, { issue, configuration }: IssueContext): readonly FindingWords[] {
  const { budgetBytes, inMail } = configuration.pictures;
  const total = totalBytes(pictures);
  if (total <= budgetBytes) return [];
  const nameOf = (prepared: PreparedPicture) =>
    itemsOf(issue)
      .flatMap((item) => item.pictures.map((picture) => ({ item, picture })))
      .filter(({ picture }) => picture.prepared.sourceSha256 === prepared.sourceSha256)
      .map(({ item, picture }) => `${picture.declaredFile} of "${item.title}"`)[0] ?? 'a logo';
  const largest = [...pictures]
    .sort(([, left], [, right]) => right.bytes - left.bytes)
    .map(([prepared, { bytes }]) => `${nameOf(prepared)} (${sizeWords(bytes)})`);
  return [
    createFinding(emailPictureSize, {
      message: 'The pictures of the e-mail are too heavy together, even as small as they are shown.',
      expected: `at most ${limitWords(budgetBytes)} (pictures.${inMail}Budget in newsletter.yaml)`,
      actual: `${sizeWords(total)}; the largest: ${listed(largest)}`,
      help:
        inMail === 'embedded'
          ? 'Leave out pictures that say little, or let them lie under a public address (pictures.inMail: hosted).'
          : 'Leave out pictures that say little.',
    }),
  ];
}

function styleFinding({ page }: MadeEmail): readonly FindingWords[] {
  const sheets = elementsNamed(page, 'style').map(({ tagEnd, contentEnd }) => contentEnd - tagEnd);
  const bytes = Math.max(0, ...sheets);
  if (bytes <= MAX_STYLE_BYTES) return [];
  return [
    createFinding(emailStyleSize, {
      message: 'The style sheet of the e-mail is too long: Gmail may drop it.',
      expected: `at most ${limitWords(MAX_STYLE_BYTES)}`,
      actual: sizeWords(bytes),
      help: 'Shorten templates/email/parts/style.mjml.hbs in your workspace.',
    }),
  ];
}

/** Returns findings about an e-mail that is too large for the big mailbox providers, or was made shorter for them. */
export function emailFindings(context: IssueContext, email: MadeEmail): readonly Finding[] {
  const { issue } = context;
  const place = { file: `issues/${issue.id}/issue.yaml`, line: 1, column: 1 } as const;
  return [
    ...sizeFinding(email, issueAddress(context) !== undefined),
    ...teaserFinding(email, itemsOf(issue)),
    ...onePictureFinding(email, itemsOf(issue)),
    ...pictureFinding(email, context),
    ...styleFinding(email),
  ].map((words) => ({ ...words, ...place }));
}
