import type { RuleText } from '../model/rule.js';

/** What is found when the editions are made. */
export const EDITION_RULES: readonly RuleText[] = [
  {
    id: 'edition/size',
    why: 'Gmail cuts off what passes about 102 KB of HTML, and the way to unsubscribe with it.',
    wrong: 'Forty items, each of three pages.',
    right: 'Some twenty items of one to three paragraphs.',
  },
  {
    id: 'edition/teasers',
    why: 'A mail has room for so much, the web edition for all: so the longest items are shown in the mail by their beginning.',
    wrong: 'Thirty items of a page each, in one mail.',
    right: 'The same issue, with items of one to three paragraphs.',
  },
  {
    id: 'edition/picture-size',
    why: 'Heavy mails are slow on a phone, cost those who pay for data, and are refused by some mailboxes.',
    wrong: 'Forty photographs inside one mail.',
    right: 'A few pictures that say something, or pictures under a public address.',
  },
  {
    id: 'edition/style-size',
    why: 'Gmail drops a style sheet that passes about 16 KB, and with it the view for phones and for the dark.',
    wrong: 'A whole design system in the style sheet of the e-mail.',
    right: 'A short style sheet of your own.',
  },
  {
    id: 'edition/client-support',
    why: 'What Gmail, Apple Mail, Outlook, Yahoo, Thunderbird, Samsung Email or ProtonMail does not know must not be what a reader depends on.',
    wrong: 'A part of the templates that sets columns with display: grid, which Outlook puts one below the other.',
    right: 'Columns as a table; what only adds beauty is accepted with its reason in templates/client-support.yaml.',
  },
  {
    id: 'edition/fixed-words',
    why: 'An update of newsletter may need words that your own file of a language does not have yet. The words that come with newsletter stand in their place, often in English, and readers should not meet two languages.',
    wrong: 'A templates/locales/pl.yaml of last year, without the word for "Add to your calendar".',
    right: 'The same file with a line for every key of locales/en.yaml.',
  },
];
