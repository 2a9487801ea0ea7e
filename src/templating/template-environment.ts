import type HandlebarsModule from 'handlebars';
import { templateHash, type CompiledTemplates } from './compiled-templates.js';
import { MARKUP_HELPERS } from './markup-helpers.js';
import { listTemplateFiles, readTemplateFile, type TemplateFile } from './template-folder.js';
import { templateError } from './template-error.js';
import { compileOptions, type TemplateKind } from './template-language.js';
import { TEXT_HELPERS } from './text-helpers.js';

type Handlebars = typeof HandlebarsModule;
type Template = HandlebarsModule.TemplateDelegate<object>;

/** Where templates come from. */
export interface TemplateSources {
  /** Of each file the first folder that has it counts. */
  readonly folders: readonly string[];
  readonly compiled: CompiledTemplates;
}

/** The templates of one edition, compiled when first used. */
export interface TemplateEnvironment {
  /** Renders the template of that name, such as `email/issue`, with a view of plain values. */
  render(name: string, view: object): string;
}

/** A part is used by its name without ending: `{{> email/parts/item}}`. */
function partName(file: TemplateFile): string {
  return file.name.replace(/\.[a-z]+\.hbs$/, '');
}

function registerHelpers(handlebars: Handlebars, kind: TemplateKind): void {
  if (kind === 'text') {
    for (const [name, helper] of Object.entries(TEXT_HELPERS)) {
      handlebars.registerHelper(name, (...values: unknown[]) => helper(...values));
    }
    return;
  }
  for (const [name, helper] of Object.entries(MARKUP_HELPERS)) {
    handlebars.registerHelper(name, (value: unknown) => new handlebars.SafeString(helper(value)));
  }
}

function compileTemplate(handlebars: Handlebars, kind: TemplateKind, text: string, known: CompiledTemplates): Template {
  const specification = known.get(templateHash(kind, text));
  return specification === undefined
    ? handlebars.compile<object>(text, compileOptions(kind))
    : handlebars.template<object>(specification);
}

/** Compiles on first use, and lets every error say in which file it arose. */
function locatedTemplate(file: TemplateFile, compile: (text: string) => Template): Template {
  let compiled: Template | undefined;
  return (view, runtimeOptions) => {
    try {
      compiled ??= compile(readTemplateFile(file));
      return compiled(view, runtimeOptions);
    } catch (error) {
      throw templateError(error, file.absolutePath);
    }
  };
}

/**
 * Opens the templates below one folder of the layout (`email`, `text`, `web`). Every kind has a Handlebars of
 * its own: values missing in the view are errors, prototypes are out of reach, and only our helpers exist.
 */
export async function openTemplates(
  sources: TemplateSources,
  below: string,
  kind: TemplateKind,
): Promise<TemplateEnvironment> {
  // Loaded here, because no command that does not render needs it.
  const { default: handlebars } = await import('handlebars');
  const environment = handlebars.create();
  registerHelpers(environment, kind);
  const templates = new Map<string, Template>();
  for (const file of listTemplateFiles(sources.folders, below)) {
    const template = locatedTemplate(file, (text) => compileTemplate(environment, kind, text, sources.compiled));
    templates.set(partName(file), template);
    environment.registerPartial(partName(file), template);
  }
  return {
    render(name, view) {
      const template = templates.get(name);
      if (template === undefined) throw templateError(new Error('there is no such template'), name);
      return template(view);
    },
  };
}
