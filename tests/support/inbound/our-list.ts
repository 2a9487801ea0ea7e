import type { OurList } from '../../../src/inbound/unsubscribe-request.js';
import { UNSUBSCRIBE, NEWS } from './written-mail.js';

/** The list that incoming mail is about. */
export const OUR_LIST: OurList = {
  listId: 'newsletter.example.org',
  keys: {
    tokenKeys: [{ id: 'k1', secret: 'a secret of more than thirty-two characters' }],
    suppressionKey: 'another secret of more than thirty-two',
  },
  unsubscribeAddress: UNSUBSCRIBE,
  addresses: [UNSUBSCRIBE, NEWS],
  at: new Date('2020-12-18T13:00:00Z'),
};
