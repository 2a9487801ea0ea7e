import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NewsletterError } from '../../model/error.js';

/** MJML reads `.mjmlconfig` from the current folder when it is loaded, and runs the code that it names. */
function refuseForeignConfiguration(): void {
  const path = join(process.cwd(), '.mjmlconfig');
  if (!existsSync(path)) return;
  throw new NewsletterError('template-invalid', {
    message: `The file ${path} would make MJML run code that does not belong to newsletter.`,
    expected: 'no file of that name in the current folder',
    help: 'Start the command in another folder, or move the file away.',
  });
}

/** Compiles MJML to HTML: strict, without comments, without any font or file from elsewhere. */
export async function compileMjml(mjml: string): Promise<string> {
  refuseForeignConfiguration();
  // Loaded here: it takes longer than everything else together.
  const { default: mjml2html } = await import('mjml');
  try {
    const { html } = await mjml2html(mjml, {
      validationLevel: 'strict',
      keepComments: false,
      fonts: {},
      ignoreIncludes: true,
    });
    return html;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/\s+/g, ' ') : String(cause);
    throw new NewsletterError(
      'template-invalid',
      {
        message: `The MJML that templates/email/issue.mjml.hbs and its parts make cannot be compiled: ${reason}`,
        expected: 'valid MJML',
        help: 'Look at the templates in your workspace: without them those that come with newsletter are used.',
      },
      cause,
    );
  }
}
