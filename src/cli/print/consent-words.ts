import type { ConsentAction } from '../../model/send/subscriber.js';

/** What a consent record says, after the person's address. */
export const CONSENT_WORDS: Readonly<Record<ConsentAction, string>> = {
  import: 'came with an import',
  'undo-import': 'the import was undone',
  add: 'was added',
  return: 'came back',
  remove: 'was taken off the list',
  'opt-in-requested': 'asked for the newsletter',
  'opt-in-confirmed': 'confirmed the address',
  'unsubscribe-requested': 'was asked whether to leave, after a mail from another address',
  unsubscribe: 'unsubscribed',
  'undo-unsubscribe': 'took the unsubscription back',
  'language-changed': 'chose another language',
  'address-change-requested': 'asked for another address',
  'address-changed': 'changed the address',
  suppress: 'must not be mailed any more',
  lift: 'the suppression was lifted',
  erase: 'was erased',
};
