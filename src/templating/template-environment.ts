import { statSync } from 'node:fs';
import type HandlebarsModule from 'handlebars';
import { templateHash, type CompiledTemplates } from './compiled-templates.js';
import { MARKUP_HELPERS } from './helpers/markup-helpers.js';
import { listTemplateFiles, readTemplateFile, type TemplateFile } from './template-folder.js';
import { templateError } from './template-error.js';
import { compileOptions, type TemplateKind } from './words/template-language.js';
import { findFault, TemplateTrace, type OutputFault, type TemplateLine } from './template-trace.js';
import { TEXT_HELPERS } from './helpers/text-helpers.js';

type Handlebars = typeof HandlebarsModule;
type Template = HandlebarsModule.TemplateDelegate<object>;

/** Where templates come from. */
export interface TemplateSources {
  /** For each file, the first folder that has it counts. */
  readonly folders: readonly string[];
  readonly compiled: CompiledTemplates;
  /** The folder with what `compileValues` made, if there is one. */
  readonly compiledValues?: string | undefined;
}

/** The templates of one edition, compiled when first used. */
export interface TemplateEnvironment {
  /** Renders the template of that name, such as `email/issue`, with a view of plain values. */
  render(name: string, view: object): string;
  /** Finds the line of the template that made a faulty place in the output of `render`. */
  locate(name: string, view: object, fault: OutputFault): TemplateLine | undefined;
}

/** A part is used by its name without extension: `{{> email/parts/item}}`. */
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

/** Compiles a template on first use, and makes every error name its file. */
function locatedTemplate(file: TemplateFile, trace: TemplateTrace, compile: (text: string) => Template): Template {
  let compiled: Template | undefined;
  return (view, runtimeOptions) => {
    try {
      const template = (compiled ??= compile(readTemplateFile(file)));
      return trace.around(file, () => template(view, runtimeOptions));
    } catch (error) {
      throw templateError(error, file.absolutePath);
    }
  };
}

/** The environments that were opened last, for a long-running process: compiling takes longer than rendering. */
const lately = new Map<string, { readonly files: string; readonly environment: Promise<TemplateEnvironment> }>();

/** Changes as soon as one of the files is written, added or removed. */
function fingerprint(files: readonly TemplateFile[]): string {
  return files
    .map(({ name, absolutePath }) => {
      const status = statSync(absolutePath, { bigint: true, throwIfNoEntry: false });
      const { ino, size, mtimeNs, ctimeNs } = status ?? { ino: 0n, size: 0n, mtimeNs: 0n, ctimeNs: 0n };
      return [name, absolutePath, ino, size, mtimeNs, ctimeNs].map(String).join(' ');
    })
    .join('\n');
}

/**
 * Opens the templates below one folder of the layout (`email`, `text`, `web`). Every kind has its own Handlebars:
 * values missing in the view are errors, prototypes are out of reach, and only our helpers exist.
 */
export function openTemplates(
  sources: TemplateSources,
  below: string,
  kind: TemplateKind,
): Promise<TemplateEnvironment> {
  const found = listTemplateFiles(sources.folders, below);
  const key = [kind, below, ...sources.folders].join('\n');
  const files = fingerprint(found);
  const known = lately.get(key);
  if (known?.files === files) return known.environment;
  const environment = createEnvironment(found, kind, sources.compiled);
  lately.set(key, { files, environment });
  return environment;
}

async function createEnvironment(
  files: readonly TemplateFile[],
  kind: TemplateKind,
  compiled: CompiledTemplates,
): Promise<TemplateEnvironment> {
  // Loaded here, because only commands that render need it.
  const { default: handlebars } = await import('handlebars');
  const environment = handlebars.create();
  registerHelpers(environment, kind);
  const templates = new Map<string, Template>();
  const trace = new TemplateTrace();
  for (const file of files) {
    const template = locatedTemplate(file, trace, (text) => compileTemplate(environment, kind, text, compiled));
    templates.set(partName(file), template);
    environment.registerPartial(partName(file), template);
  }
  const render = (name: string, view: object) => {
    const template = templates.get(name);
    if (template === undefined) throw templateError(new Error('there is no such template'), name);
    return template(view);
  };
  return {
    render,
    locate(name, view, fault) {
      const rendering = trace.record(() => render(name, view));
      return rendering === undefined ? undefined : findFault(rendering, fault);
    },
  };
}
