import type { OutputFile } from '../../model/issue/edition.js';
import { openTemplates, type TemplateSources } from '../../templating/template-environment.js';
import { itemsOf, type Issue } from '../../model/issue/issue.js';
import { calendarFiles } from '../calendar/calendar-files.js';
import { picturesOf } from '../email/pictures/mail-pictures.js';
import { attachmentAddress } from '../view/attachment-view.js';
import type { IssueContext } from '../view/issue-context.js';
import { pictureAddress, webView } from './web-view.js';

/** The items that own each picture file, by the name of the rendition. */
function itemsByPicture(issue: Issue): ReadonlyMap<string, ReadonlySet<string>> {
  const items = new Map<string, Set<string>>();
  for (const item of itemsOf(issue)) {
    for (const { name } of item.pictures.flatMap(({ prepared }) => prepared.renditions)) {
      items.set(name, (items.get(name) ?? new Set()).add(item.file));
    }
  }
  return items;
}

function pictureFiles(issue: Issue): readonly OutputFile[] {
  const renditions = picturesOf(issue).flatMap((picture) => picture.renditions);
  const unique = new Map(renditions.map((rendition) => [rendition.name, rendition]));
  const items = itemsByPicture(issue);
  return [...unique.values()].map(({ name, cachedAt, sha256, bytes }) => ({
    path: `web/${pictureAddress(name)}`,
    ...ownedBy(items.get(name)),
    content: { kind: 'copy', from: cachedAt, sha256, bytes },
  }));
}

/** A logo is no item's; a picture that is a logo besides goes with the item all the same. */
function ownedBy(items: ReadonlySet<string> | undefined): Pick<OutputFile, 'items'> {
  return items === undefined ? {} : { items: [...items] };
}

function attachedFiles(issue: Issue): readonly OutputFile[] {
  return itemsOf(issue).flatMap((item): OutputFile[] => {
    const { attachment } = item;
    if (attachment === undefined) return [];
    const { cachedAt, sha256, bytes } = attachment;
    return [
      {
        path: `web/${attachmentAddress(item, attachment)}`,
        items: [item.file],
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
    ...pictureFiles(context.issue),
    ...attachedFiles(context.issue),
    ...calendarFiles(context),
  ];
}
