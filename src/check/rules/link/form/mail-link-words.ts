import type { MailLinkFault } from '../../../../model/text/mail-link.js';

/** What a person reads about a fault of a link. */
export interface LinkFault {
  readonly message: string;
  readonly help: string;
}

const ONE_ONLY = 'Name one address behind mailto:, and at most ?subject= behind it.';

/** Says what is wrong with a `mailto:` link. */
export function mailLinkWords(fault: MailLinkFault): LinkFault {
  switch (fault.kind) {
    case 'no-recipient':
      return { message: 'This link names no e-mail address.', help: 'Write mailto: and the address behind it.' };
    case 'recipient':
      return {
        message: 'Behind mailto: there is no complete e-mail address.',
        help: 'Write mailto: and the bare address, such as mailto:info@example.org. A subject comes behind a question mark: ?subject=…',
      };
    case 'several-recipients':
      return { message: 'This link writes to several addresses at once.', help: ONE_ONLY };
    case 'field':
      return {
        message: `This link fills in "${fault.name.slice(0, 30)}" in the reader's mail; only subject and body may be filled in.`,
        help: ONE_ONLY,
      };
    case 'field-twice':
      return { message: `This link has "${fault.name}" twice.`, help: 'Keep one of the two.' };
    case 'encoding':
      return {
        message: 'There is a % in this link that mail programs cannot read.',
        help: 'Write %20 for a blank and %25 for the sign % itself, or leave the subject out.',
      };
    case 'control-character':
      return {
        message: `There is a line break or an invisible character in the "${fault.name}" of this link.`,
        help: 'Write the subject in one line. In a body, %0D%0A is a line break.',
      };
  }
}
