import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openShippedTemplates } from '../../app/workspace/template-sources.js';
import { readPalette } from '../../templating/palette.js';
import { openTemplates, type TemplateEnvironment } from '../../templating/template-environment.js';
import type { LiveState } from '../live-issue.js';
import type { VariantView } from './preview-variant.js';
import { pageView } from './page-view.js';

/** The preview's own page, its style and its script. */
export class PreviewPage {
  readonly style: string;
  readonly script: string;
  readonly #templates: TemplateEnvironment;

  private constructor(templates: TemplateEnvironment, style: string, script: string) {
    this.#templates = templates;
    this.style = style;
    this.script = script;
  }

  /** Always as it was shipped: templates of a workspace that are broken must not break the page that says so. */
  static async open(): Promise<PreviewPage> {
    const sources = await openShippedTemplates();
    const templates = await openTemplates(sources, 'preview', 'markup');
    const style = templates.render('preview/style', {
      palette: readPalette(sources.folders, undefined, sources.compiledValues),
    });
    const script = sources.folders.map((folder) => readFileSync(path.join(folder, 'preview', 'preview.js'), 'utf8'));
    return new PreviewPage(templates, style, script.join('\n'));
  }

  render(state: LiveState, view: VariantView): string {
    return this.#templates.render('preview/page', pageView(state, view));
  }
}
