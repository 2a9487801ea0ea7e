import type { EditionConfiguration } from '../model/settings/configuration.js';
import type { EmailEdition, OutputFile } from '../model/issue/edition.js';
import type { Finding } from '../model/finding.js';
import type { Issue } from '../model/issue/issue.js';
import { loadCompiledTemplates } from '../templating/compiled-templates.js';
import { clientSupportFindings } from './client-support/client-support-findings.js';
import { loadClientSupport } from './client-support/support-data.js';
import { renderEmail } from './email/email-edition.js';
import { missingWordsFindings } from './missing-words-findings.js';
import { createIssueContext } from './view/issue-context.js';
import { renderWeb } from './web/web-edition.js';

/** The options of rendering an issue. */
export interface RenderOptions {
  readonly configuration: EditionConfiguration;
  /** Folders with templates; of each file the first one counts. */
  readonly templateFolders: readonly string[];
  /** The module that `compileTemplates` made when the package was built, where there is one. */
  readonly compiledTemplates?: string | undefined;
  /** The folder with what `compileValues` made when the package was built, where there is one. */
  readonly compiledValues?: string | undefined;
  /** The features of mail programs, condensed when the package was built; absent: there are no findings about them. */
  readonly clientSupport?: string | undefined;
  /** SHA-256 over every input of the build: the marks of slots and the boundaries of the message are made from it. */
  readonly inputsDigest: string;
}

/** Every edition of an issue. */
export interface Editions {
  readonly email: EmailEdition;
  /** The web edition's files. */
  readonly files: readonly OutputFile[];
  readonly findings: readonly Finding[];
}

/**
 * Renders an issue: as e-mail in HTML and text, as template of every message, and as web edition.
 * The same issue, options and templates give the same bytes on every machine.
 *
 * @throws NewsletterError `template-invalid` where a template, the palette or the fixed words are at fault.
 */
export async function renderEditions(issue: Issue, options: RenderOptions): Promise<Editions> {
  const context = createIssueContext(issue, options.configuration, options.templateFolders, options.compiledValues);
  const templates = {
    folders: options.templateFolders,
    compiled: await loadCompiledTemplates(options.compiledTemplates),
  };
  const { email, page, findings } = await renderEmail(context, { templates, inputsDigest: options.inputsDigest });
  const files = await renderWeb(context, templates);
  const support = loadClientSupport(options.clientSupport);
  const lacking = clientSupportFindings(issue, page, options.templateFolders, support, options.compiledValues);
  const words = missingWordsFindings(issue.language, options.templateFolders, options.compiledValues);
  return { email, files, findings: [...findings, ...lacking, ...words] };
}
