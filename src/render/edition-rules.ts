import type { RuleText } from '../model/rule-text.js';

/** What is found when the editions are made. */
export const EDITION_RULES: readonly RuleText[] = [
  {
    id: 'edition/size',
    why: 'Gmail cuts off what passes about 102 KB of HTML, and the way to unsubscribe with it.',
    wrong: 'Forty items, each of three pages.',
    right: 'Some twenty items of one to three paragraphs.',
  },
  {
    id: 'edition/style-size',
    why: 'Gmail drops a style sheet that passes about 16 KB, and with it the view for phones and for the dark.',
    wrong: 'A whole design system in the style sheet of the e-mail.',
    right: 'A short style sheet of your own.',
  },
];
