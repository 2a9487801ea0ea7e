import type { Configuration } from '../model/configuration.js';
import type { EmailEdition, OutputFile } from '../model/edition.js';
import type { Finding } from '../model/finding.js';
import type { Issue } from '../model/issue.js';
import { loadCompiledTemplates } from '../templating/compiled-templates.js';
import { renderEmail } from './email/email-edition.js';
import { sizeFindings } from './email/size-findings.js';
import { createIssueContext } from './view/issue-context.js';
import { renderWeb } from './web/web-edition.js';

/** What an issue is rendered with. */
export interface RenderOptions {
  readonly configuration: Configuration;
  /** Folders with templates; of each file the first one counts. */
  readonly templateFolders: readonly string[];
  /** The module that `compileTemplates` made when the package was built, where there is one. */
  readonly compiledTemplates?: string | undefined;
  /** SHA-256 over every input of the build: the marks of slots and the boundaries of the message hang on it. */
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
  const context = createIssueContext(issue, options.configuration, options.templateFolders);
  const templates = {
    folders: options.templateFolders,
    compiled: await loadCompiledTemplates(options.compiledTemplates),
  };
  const email = await renderEmail(context, { templates, inputsDigest: options.inputsDigest });
  const files = await renderWeb(context, templates);
  return { email, files, findings: sizeFindings(issue, email.html) };
}
