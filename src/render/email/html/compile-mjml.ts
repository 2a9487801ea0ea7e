import { existsSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { NewsletterError } from '../../../model/error.js';
import type { OutputFault, TemplateLine } from '../../../templating/template-trace.js';

/** MJML reads `.mjmlconfig` from the current folder when it is loaded, and runs the code that it names. */
function refuseForeignConfiguration(): void {
  const filePath = path.join(process.cwd(), '.mjmlconfig');
  if (!existsSync(filePath)) return;
  throw new NewsletterError('template-invalid', {
    message: `The file ${filePath} would make MJML run code that does not belong to newsletter.`,
    expected: 'no file of that name in the current folder',
    help: 'Start the command in another folder, or move the file away.',
  });
}

/** The faults that an error of MJML lists. */
const faultsSchema = z.object({
  errors: z.array(z.object({ line: z.number(), tagName: z.string(), message: z.string() })).min(1),
});

/** Finds the template that made the faulty markup. */
export type LocateFault = (fault: OutputFault) => TemplateLine | undefined;

function mjmlError(cause: unknown, locate: LocateFault): NewsletterError {
  const [first] = faultsSchema.safeParse(cause).data?.errors ?? [];
  const place =
    first === undefined ? undefined : locate({ line: first.line, tag: first.tagName, reason: first.message });
  const known =
    place === undefined
      ? 'The MJML that templates/email/issue.mjml.hbs and its parts make'
      : `The template ${place.absolutePath}:${String(place.line)}`;
  const reason =
    first === undefined
      ? String(cause instanceof Error ? cause.message : cause)
      : `<${first.tagName}>: ${first.message}`;
  return new NewsletterError(
    'template-invalid',
    {
      message: `${known} cannot be compiled: ${reason.replace(/\s+/g, ' ').trim()}`,
      expected: 'valid MJML',
      help: 'Fix the line, or take the file out of your templates folder: then the one that comes with newsletter is used.',
    },
    cause,
  );
}

/** Compiles MJML to HTML: strict, without comments, without any font or file from elsewhere. */
export async function compileMjml(mjml: string, locate: LocateFault = () => undefined): Promise<string> {
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
    throw mjmlError(cause, locate);
  }
}
