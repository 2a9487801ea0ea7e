import path from 'node:path';
import type { Configuration } from '../../model/settings/configuration.js';
import { loadCompiledTemplates } from '../../templating/compiled-templates.js';
import type { TemplateSources } from '../../templating/template-environment.js';
import { templateFolders } from '../builds/build-inputs.js';
import { compiledTemplatesFile, compiledValuesFolder, packageFolder } from './package-files.js';

/** Returns where the templates of a workspace come from, and which of them are already compiled. */
export async function openTemplateSources(configuration: Pick<Configuration, 'root'>): Promise<TemplateSources> {
  return {
    folders: templateFolders(configuration.root),
    compiled: await loadCompiledTemplates(compiledTemplatesFile()),
    compiledValues: compiledValuesFolder(),
  };
}

/**
 * Returns the templates that come with the program, whatever a workspace has of its own: for the program's own pages.
 */
export async function openShippedTemplates(): Promise<TemplateSources> {
  return {
    folders: [path.join(packageFolder(), 'templates')],
    compiled: await loadCompiledTemplates(compiledTemplatesFile()),
    compiledValues: compiledValuesFolder(),
  };
}
