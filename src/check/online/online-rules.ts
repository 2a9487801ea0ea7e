import { defineRule } from '../../model/rule.js';

/** A link leads somewhere. */
export const deadLink = defineRule({
  id: 'link/dead',
  severity: 'warning',
  why: 'A link that leads to nothing is noticed by a thousand readers at once.',
  wrong: 'https://www.example.org/old-page, which the web site does not have any more',
  right: 'The address of the page as it is today.',
});

/** A link leads to where the page is today. */
export const movedLink = defineRule({
  id: 'link/moved',
  severity: 'info',
  why: 'A page that has moved for good is still found today, but perhaps not in a year, when somebody reads the archive.',
  wrong: 'http://example.org/report, which leads on to https://www.example.org/publications/report',
  right: 'https://www.example.org/publications/report',
});

/** A link of which nothing is known. */
export const uncheckedLink = defineRule({
  id: 'link/unchecked',
  severity: 'info',
  why: 'Some web sites refuse programs or are slow. Then nothing is known of the link, and somebody should open it.',
  wrong: 'A page that did not answer within ten seconds.',
  right: 'The same page, opened in a browser by hand.',
});

/** What is found with `--online`, when links are asked whether they answer. */
export const ONLINE_RULES = [deadLink, movedLink, uncheckedLink] as const;
