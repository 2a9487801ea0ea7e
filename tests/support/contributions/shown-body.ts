import { build } from '../app/build-fixture.js';
import { workspaceWith } from '../checked-issue.js';
import type { Finding } from '../../../src/model/finding.js';
import { CONTRIBUTIONS, contributionText } from '../workspace-fixture.js';

/** What readers see of a body, and what was found in it. */
export interface ShownBody {
  /** Between "Begin." and "End."; tags of the e-mail and web edition as they are, without attributes. */
  readonly email: string;
  readonly web: string;
  /** Blanks and line breaks as one blank each. */
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** Builds an issue of one contribution; the first line of the body is the seventh of its file. */
export async function showBody(body: string): Promise<ShownBody> {
  const built = await build(workspaceWith({ 'lefoe/a.md': contributionText('title: A', `Begin.\n\n${body}\n\nEnd.`) }));
  const page = built.files.find((file) => file.path === 'web/index.html')?.content;
  return {
    email: between(shownMarkup(built.email.html)),
    web: between(shownMarkup(page?.kind === 'text' ? page.text : '')),
    text: (/Begin\.\s(.*?)\sEnd\./su.exec(built.email.text)?.[1] ?? '').replace(/\s+/gu, ' ').trim(),
    findings: built.findings.filter(({ file }) => file === `${CONTRIBUTIONS}/lefoe/a.md`),
  };
}

function between(markup: string): string {
  return (/Begin\.<\/p>(.*?)<p>End\./su.exec(markup)?.[1] ?? '').trim();
}

/** Markup without attributes, comments and blanks between tags. */
function shownMarkup(html: string): string {
  return html
    .replace(/<!--.*?-->/gsu, '')
    .replace(/<(\/?[a-z][a-z0-9]*)\b[^>]*>/giu, '<$1>')
    .replace(/&quot;/gu, '"')
    .replace(/&#10;/gu, '\n')
    .replace(/\s+/gu, ' ')
    .replace(/ ?(<\/?(?:p|ul|ol|li|h\d|table|thead|tbody|tr|t[hd]|blockquote|br|hr|pre)>) ?/gu, '$1');
}
