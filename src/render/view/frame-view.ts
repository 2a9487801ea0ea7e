import { fillPhrase, pluralPhrase, type FixedWords } from '../../templating/words/fixed-words.js';
import { directionOf, type Direction } from '../../model/text/language-direction.js';
import type { ForeignLanguage } from './item-facts.js';
import type { IssueContext } from './issue-context.js';
import type { Item } from '../../model/issue/issue.js';

/** An entry of the contents. */
export interface ContentsEntry {
  readonly id: string;
  readonly title: string;
  readonly foreign: ForeignLanguage | undefined;
}

/** The entries of one section in the contents. */
export interface ContentsPart {
  readonly heading: string;
  readonly anchor: string;
  readonly entries: readonly ContentsEntry[];
}

/** What frames the items in every edition: plain text, to be escaped by the templates. */
export interface FrameView {
  readonly language: string;
  readonly direction: Direction;
  readonly words: FixedWords;
  readonly masthead: {
    readonly name: string;
    /** Left out where the newsletter's name tells it. */
    readonly organisation: string | undefined;
    readonly description: string | undefined;
    readonly number: string | undefined;
    readonly month: string;
    /** The issue's own title, where it says more than the month. */
    readonly title: string | undefined;
  };
  readonly preheader: string;
  /** Titles that follow the preheader, so that a list of mails and its summaries begin with news; empty where it is long. */
  readonly headlines: string;
  readonly contents: readonly ContentsPart[];
  readonly footer: {
    readonly platform: string | undefined;
    readonly why: string;
    readonly organisation: string;
    readonly imprint: readonly string[];
    readonly contact: string;
    readonly contactAddress: string;
  };
}

/** The newsletter with the issue's month: the title in browsers, mail programs and calendars. */
export function pageTitle({ issue, configuration, words, dates }: IssueContext): string {
  return `${configuration.name}${words.punctuation.comma} ${dates.month(issue.id)}`;
}

/** Between two titles. */
const SEPARATOR = ' · ';

/** Many languages write months small, but here one begins a line. */
function withCapital(text: string, locale: string): string {
  const [first = '', ...others] = Array.from(text);
  return first.toLocaleUpperCase(locale) + others.join('');
}

function mastheadOf({ issue, configuration, words, dates }: IssueContext): FrameView['masthead'] {
  const month = dates.month(issue.id);
  const { number } = issue;
  return {
    name: configuration.name,
    organisation: configuration.name.includes(configuration.organisation) ? undefined : configuration.organisation,
    description: configuration.description,
    // "Sample 2" is a whole name already; "12" wants a word before it.
    number: number !== undefined && /^\d/.test(number) ? fillPhrase(words.masthead.number, { number }) : number,
    month: withCapital(month, words.dateLocale),
    // The month may have more behind it than people write, as in Ukrainian.
    title: month.toLowerCase().startsWith(issue.title.toLowerCase()) ? undefined : issue.title,
  };
}

function contentsOf({ issue, words }: IssueContext): readonly ContentsPart[] {
  const entry = (item: Item): ContentsEntry => ({
    id: item.id,
    title: item.title,
    foreign:
      item.language === issue.language ? undefined : { language: item.language, direction: directionOf(item.language) },
  });
  return [
    ...(issue.lead === undefined ? [] : [{ heading: words.lead, anchor: 'lead', entries: [entry(issue.lead)] }]),
    ...issue.sections.map(({ section, groups }) => ({
      heading: words.sections[section],
      anchor: `section-${section}`,
      entries: groups.flatMap(({ items }) => items.map(entry)),
    })),
  ];
}

/** A line of the imprint below the organisation's name, which it need not repeat. */
function withoutName(line: string, organisation: string): string {
  if (!line.startsWith(organisation)) return line;
  const rest = line.slice(organisation.length);
  return /^[,;:]\s+\S/u.test(rest) ? rest.replace(/^[,;:]\s+/u, '') : line;
}

function footerOf({ issue, configuration, words }: IssueContext): FrameView['footer'] {
  const { members, countries } = issue.platform;
  const locale = words.dateLocale;
  return {
    platform:
      members === 0
        ? undefined
        : fillPhrase(words.footer.platform, {
            members: pluralPhrase(words.footer.members, members, locale),
            countries: pluralPhrase(words.footer.countries, countries, locale),
          }),
    why: fillPhrase(words.footer.why, { name: configuration.name }),
    organisation: configuration.organisation,
    imprint: configuration.imprint.map((line) => withoutName(line, configuration.organisation)),
    contact: fillPhrase(words.footer.contact, { address: configuration.list.owner }),
    contactAddress: `mailto:${configuration.list.owner}`,
  };
}

/** Characters that mail programs show or summarise before a mail is opened. */
const OPENING_CHARACTERS = 200;

/** As many titles as the opening has room for, in the order of the issue. */
function headlinesOf(preheader: string, contents: readonly ContentsPart[]): string {
  let length = preheader.length;
  const titles = contents.flatMap(({ entries }) => entries.map(({ title }) => title));
  const end = titles.findIndex((title) => {
    if (length >= OPENING_CHARACTERS) return true;
    length += title.length + SEPARATOR.length;
    return false;
  });
  return (end === -1 ? titles : titles.slice(0, end)).join(SEPARATOR);
}

/** Makes the frame of an issue: masthead, contents, footer. */
export function frameView(context: IssueContext): FrameView {
  const { preheader } = context.issue;
  const contents = contentsOf(context);
  return {
    language: context.issue.language,
    direction: context.direction,
    words: context.words,
    masthead: mastheadOf(context),
    preheader,
    headlines: headlinesOf(preheader, contents),
    contents,
    footer: footerOf(context),
  };
}
