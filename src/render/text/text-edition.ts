import { openTemplates, type TemplateSources } from '../../templating/template-environment.js';
import type { SlotMarkers } from '../slots.js';
import type { IssueContext } from '../view/issue-context.js';
import { textView } from './text-view.js';

/** Blank lines come from templates as they may: never more than two together, none with blanks in it. */
function tidyLines(text: string): string {
  return `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim()}\n`;
}

/** Renders the plain-text edition, with the marks of its slots. */
export async function renderText(
  context: IssueContext,
  templates: TemplateSources,
  markers: SlotMarkers,
): Promise<string> {
  const environment = await openTemplates(templates, 'text', 'text');
  return tidyLines(environment.render('text/issue', textView(context, markers)));
}
