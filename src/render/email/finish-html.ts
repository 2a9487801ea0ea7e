import { addThunderbirdStyles } from './thunderbird-styles.js';

/** A small change to the HTML that MJML made. */
type HtmlStep = (html: string) => string;

/** MJML indents for people; `pre` has no line breaks of its own here, so no white space is lost that says something. */
const dropIndentation: HtmlStep = (html) =>
  html
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');

/** MJML leaves blanks and breaks inside tags. */
const tightenTags: HtmlStep = (html) =>
  html.replace(/<([a-z][a-z0-9]*)\s{2,}|<([a-z][a-z0-9]*)\n/g, '<$1$2 ').replace(/"\s*\n\s*(\/?>)/g, '"$1');

/** What MJML writes into every cell although it is the default or says nothing. */
const dropEmptyWords: HtmlStep = (html) =>
  html.replace(/ (?:class|style)=""/g, '').replace(/ style=";?([^"]*?);?"/g, ' style="$1"');

/** MJML writes each ground twice, for programs that are gone. */
const dropDoubledGrounds: HtmlStep = (html) =>
  html.replace(/background:(#[0-9a-f]{6});background-color:\1/g, 'background-color:$1');

/** A table inside that is too wide scrolls by itself only where those around it do not grow with it. */
const fixColumns: HtmlStep = (html) =>
  html.replace(
    /(<table (?:align="center" )?border="0" cellpadding="0" cellspacing="0" role="presentation" style="[^"]*)"/g,
    '$1;table-layout:fixed"',
  );

/** A name on the article that MJML puts round everything would be content outside of every landmark. */
const leaveArticleUnnamed: HtmlStep = (html) =>
  html.replace(/<div aria-label="[^"]*" aria-roledescription="email"/, '<div aria-roledescription="email"');

/** A style sheet of rules that no tag of ours can meet. */
const dropUnusedStyles: HtmlStep = (html) =>
  html.replace(
    /<style type="text\/css">\s*@media only screen and \(max-width:479px\) \{\s*table\.mj-full-width-mobile[\s\S]*?<\/style>\n?/,
    '',
  );

/** MJML hides the preheader in white, which spam filters take for a trick; Word's engine hides by a property of its own. */
const hidePreheaderPlainly: HtmlStep = (html) =>
  html.replace(
    '<div style="display:none;font-size:1px;color:#ffffff;',
    '<div style="display:none;mso-hide:all;font-size:1px;',
  );

/** The steps in their order. */
const HTML_STEPS: readonly HtmlStep[] = [
  dropIndentation,
  tightenTags,
  dropEmptyWords,
  dropDoubledGrounds,
  fixColumns,
  leaveArticleUnnamed,
  dropUnusedStyles,
  hidePreheaderPlainly,
  addThunderbirdStyles,
];

/** Finishes the e-mail's HTML: the same page in fewer bytes. */
export function finishHtml(html: string): string {
  return `${HTML_STEPS.reduce((page, step) => step(page), html)}\n`;
}
