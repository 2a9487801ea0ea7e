import type { OutputFile } from '../../model/edition.js';
import type { PictureRendition } from '../../model/picture.js';
import { openTemplates, type TemplateSources } from '../../templating/template-environment.js';
import { itemsOf, type Issue } from '../../model/issue.js';
import { calendarFiles } from '../calendar/calendar-files.js';
import { picturesOf } from '../email/mail-pictures.js';
import { attachmentAddress } from '../view/attachment-view.js';
import type { IssueContext } from '../view/issue-context.js';
import { pictureAddress, webView } from './web-view.js';

function pictureFiles(renditions: readonly PictureRendition[]): readonly OutputFile[] {
  const unique = new Map(renditions.map((rendition) => [rendition.name, rendition]));
  return [...unique.values()].map(({ name, cachedAt, sha256, bytes }) => ({
    path: `web/${pictureAddress(name)}`,
    content: { kind: 'copy', from: cachedAt, sha256, bytes },
  }));
}

function attachedFiles(issue: Issue): readonly OutputFile[] {
  return itemsOf(issue).flatMap((item): OutputFile[] => {
    const { attachment } = item;
    if (attachment === undefined) return [];
    const { cachedAt, sha256, bytes } = attachment;
    return [
      {
        path: `web/${attachmentAddress(item, attachment)}`,
        content: { kind: 'copy', from: cachedAt, sha256, bytes },
      },
    ];
  });
}

/** White space at the ends of lines and empty lines say nothing in a page. */
function dropEmptyLines(page: string): string {
  return `${page
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')}\n`;
}

/**
 * Renders the web edition: a page, its style sheet, every rendition of its pictures, attached files, and calendar
 * files. */
export async function renderWeb(context: IssueContext, templates: TemplateSources): Promise<readonly OutputFile[]> {
  const environment = await openTemplates(templates, 'web', 'markup');
  const view = webView(context);
  return [
    { path: 'web/index.html', content: { kind: 'text', text: dropEmptyLines(environment.render('web/index', view)) } },
    { path: 'web/style.css', content: { kind: 'text', text: dropEmptyLines(environment.render('web/style', view)) } },
    ...pictureFiles(picturesOf(context.issue).flatMap(({ renditions }) => renditions)),
    ...attachedFiles(context.issue),
    ...calendarFiles(context),
  ];
}
