import { constants, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { NewsletterError, errorMessage } from '../../model/error.js';
import { suggest } from '../../model/text/suggestion.js';
import {
  ownsShippedTemplates,
  ownTemplatesFolder,
  shippedTemplatesFolder,
  templateNames,
} from './shipped-templates.js';

/** A template that was copied into the workspace. */
export interface CopiedTemplate {
  readonly name: string;
  /** Absolute. */
  readonly file: string;
  /** Whether a file of the workspace was replaced. */
  readonly replaced: boolean;
}

/** `email/parts/item`, as templates refer to each other. */
function shortName(name: string): string {
  return name.replace(/\.[a-z]+\.hbs$|\.[a-z]+$/, '');
}

function findName(written: string): string {
  const names = templateNames(shippedTemplatesFolder());
  const wanted = written.replaceAll('\\', '/').replace(/^(?:\.\/)?(?:templates\/)?/, '');
  const matching = names.filter((name) => name === wanted || shortName(name) === wanted);
  const [only] = matching;
  if (only !== undefined && matching.length === 1) return only;
  const meant = suggest(wanted, [...names, ...names.map(shortName)]);
  throw new NewsletterError('template-missing', {
    message: `There is no template "${written}".`,
    expected: 'a name as "newsletter templates list" shows it, such as email/parts/item.mjml.hbs',
    help: meant === undefined ? 'Run "newsletter templates list": it shows all names.' : `Did you mean "${meant}"?`,
  });
}

/**
 * Copies a shipped template into the workspace, which uses the copy from then on.
 *
 * @throws NewsletterError `template-missing`; `template-exists` unless `force`.
 */
export function copyTemplate(root: string, written: string, force: boolean): CopiedTemplate {
  const name = findName(written);
  const file = path.join(ownTemplatesFolder(root), name);
  if (ownsShippedTemplates(root)) {
    throw new NewsletterError('template-exists', {
      message: `The templates of this workspace are those that come with newsletter, ${name} among them.`,
      expected: 'a workspace with a templates folder of its own, or none yet',
      help: `Change ${file} itself.`,
    });
  }
  const replaced = existsSync(file);
  if (replaced && !force) {
    throw new NewsletterError('template-exists', {
      message: `The workspace has its own ${name} already: ${file}`,
      expected: 'a template that the workspace does not have yet',
      help: 'Go on with that file. To begin again with the one that comes with newsletter, add --force: your changes in it are lost.',
    });
  }
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    // Somebody may have written the file in the meantime.
    copyFileSync(path.join(shippedTemplatesFolder(), name), file, force ? 0 : constants.COPYFILE_EXCL);
  } catch (error) {
    throw new NewsletterError(
      'file-unreadable',
      {
        message: `${name} cannot be copied to ${file}: ${errorMessage(error)}`,
        expected: 'a templates folder in the workspace that you may write to',
        help: 'Look at its permissions, and at what has that name already.',
      },
      error,
    );
  }
  return { name, file, replaced };
}
