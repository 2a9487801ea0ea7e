import type { WrittenConfiguration } from '../../model/settings/configuration.js';
import type { Design, MailPictureSettings } from '../../model/settings/design.js';
import { NewsletterError } from '../../model/error.js';
import { CONFIGURATION_FILE } from '../locate.js';

const BUDGET_KILOBYTES = { embedded: 190, hosted: 800 } as const;

/** Returns the newsletter's own design; what it leaves out comes from the templates. */
export function effectiveDesign(written: WrittenConfiguration['design']): Design {
  return {
    colours: { light: written?.colours?.light ?? {}, dark: written?.colours?.dark ?? {} },
    logo: written?.logo,
    logoAlt: written?.logoAlt,
    fonts: written?.fonts ?? {},
    items: written?.items ?? 'auto',
  };
}

/**
 * Says how pictures are mailed: inside the message, unless the newsletter has an address for them.
 *
 * @throws NewsletterError `configuration-invalid` when they should be at an address that does not exist.
 */
export function effectivePictures(
  written: WrittenConfiguration['pictures'],
  publicUrl: string | undefined,
): MailPictureSettings {
  const inMail = written?.inMail ?? (publicUrl === undefined ? 'embedded' : 'hosted');
  if (inMail === 'hosted' && publicUrl === undefined) {
    throw new NewsletterError('configuration-invalid', {
      message: `${CONFIGURATION_FILE}: "pictures.inMail: hosted" needs a public address, and there is none.`,
      expected: 'a line "publicUrl:" with the address of the web edition, or "inMail: embedded"',
      help: 'Leave "inMail" out: then pictures go inside the mail until there is a public address.',
    });
  }
  const own = inMail === 'hosted' ? written?.hostedBudget : written?.embeddedBudget;
  return { inMail, budgetBytes: (own ?? BUDGET_KILOBYTES[inMail]) * 1000 };
}
