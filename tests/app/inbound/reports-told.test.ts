import { afterEach, beforeEach, expect, test } from 'vitest';
import { reportSendDetails } from '../../../src/app/send/report-send.js';
import { whyAddress } from '../../../src/app/subscribers/explain-address.js';
import { liftByHand } from '../../../src/app/suppressions/lift-suppression.js';
import { readPersonData } from '../../../src/subscribers/consent/export-person.js';
import { bounceOf, complaintOf, sentIssues, READERS, type SentIssues } from '../../support/inbound/sent-issues.js';
import { NEWS } from '../../support/inbound/written-mail.js';

const [ANNA, BO, CYD] = READERS;
const now = () => new Date('2020-12-21T10:00:00Z');

let sent: SentIssues;

beforeEach(async () => {
  sent = await sentIssues();
  await sent.send('2020-11');
  await sent.send('2020-12');
});

afterEach(async () => {
  await sent.remove();
});

test('the report counts what came back of an issue, each delivery once for a kind', async () => {
  const { configuration } = sent;
  const details = () => reportSendDetails({ configuration, issue: '2020-12', now });
  expect((await details())?.returned).toBeUndefined();
  const policy = (reader: string, status: string) =>
    bounceOf(sent.message('2020-12', reader), { status, answer: `refused for ${reader}` });
  await sent.read([
    bounceOf(sent.message('2020-12', ANNA)),
    bounceOf(sent.message('2020-12', ANNA), { id: 'once more' }),
    bounceOf(sent.message('2020-11', BO), { status: '4.4.1' }),
    complaintOf(sent.message('2020-12', BO), { to: NEWS }),
    ...READERS.map((reader) => policy(reader, '5.7.1')),
    policy(CYD, '5.7.26'),
  ]);
  const found = await details();
  expect(found?.report).toMatchObject({ audience: 3, submitted: 3, failed: 0 });
  expect(found?.returned).toMatchObject({
    counts: { permanent: 1, temporary: 0, policy: 3, complaint: 1 },
    policy: [
      { status: '5.7.1', count: 3 },
      { status: '5.7.26', count: 1 },
    ],
  });
  expect(JSON.stringify(found?.returned)).not.toContain('@');
});

test('why tells which issue came back, when, with which code, and what happened after', async () => {
  await sent.read([
    bounceOf(sent.message('2020-12', ANNA)),
    bounceOf(sent.message('2020-11', ANNA), { status: '4.4.1' }),
  ]);
  const why = await whyAddress(sent.configuration, ANNA, now);
  expect(why).toMatchObject({
    suppression: { reason: 'hard-bounce', end: 'person', event: { issue: '2020-12' } },
    people: [
      {
        state: 'suppressed',
        consents: [{ action: 'add' }, { action: 'suppress', source: 'bounce', stateAfter: 'suppressed' }],
        deliveries: [
          {
            issue: '2020-12',
            state: 'submitted',
            events: [{ kind: 'permanent', at: '2020-12-19T09:00:00.000Z', status: '5.1.1' }],
          },
          { issue: '2020-11', state: 'submitted', events: [{ kind: 'temporary', status: '4.4.1' }] },
        ],
      },
    ],
  });
  await liftByHand({ configuration: sent.configuration, address: ANNA, reason: 'a full disk', dryRun: false, now });
  expect(await whyAddress(sent.configuration, ANNA, now)).toMatchObject({
    suppression: null,
    people: [{ state: 'active', consents: [{}, {}, { action: 'lift', source: 'secretariat', detail: 'a full disk' }] }],
  });
});

test('a reader who asks for their data gets what came back, too', async () => {
  await sent.read([bounceOf(sent.message('2020-12', ANNA))]);
  expect(await sent.query((query) => readPersonData(query, 1))).toMatchObject({
    deliveries: [
      { issue: '2020-11', events: [] },
      { issue: '2020-12', events: [{ kind: 'permanent', status: '5.1.1' }] },
    ],
    suppression: { reason: 'hard-bounce' },
  });
});
