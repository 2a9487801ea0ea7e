import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addSuppression } from '../../../src/app/suppressions/add-suppression.js';
import { liftByHand } from '../../../src/app/suppressions/lift-suppression.js';
import { listSuppressions } from '../../../src/app/suppressions/list-suppressions.js';
import { showSuppression } from '../../../src/app/suppressions/show-suppression.js';
import { addSubscriber } from '../../../src/app/subscribers/add-subscriber.js';
import { eraseAddressEverywhere } from '../../../src/app/subscribers/erase-subscriber.js';
import { importSubscribers } from '../../../src/app/subscribers/import-subscribers.js';
import { unsubscribeByHand } from '../../../src/app/subscribers/unsubscribe-by-hand.js';
import { openDatabase } from '../../../src/store/database.js';
import { withDatabase } from '../../../src/store/with-database.js';
import type { ConsentContext } from '../../../src/subscribers/consent/consent.js';
import { confirmOptIn, requestOptIn } from '../../../src/subscribers/consent/opt-in.js';
import { openKeys } from '../../../src/subscribers/tokens/keys.js';
import { bounceOf, complaintOf, sentIssues, READERS, type SentIssues } from '../../support/inbound/sent-issues.js';
import { emptyWorkspace, writeCsv } from '../../support/subscribers/workspace.js';

const [ANNA, BO, CYD] = READERS;
const EVERYBODY = { [ANNA]: 'active', [BO]: 'active', [CYD]: 'active' };
/** After the mails of `bounceOf` came. */
const LATER = '2020-12-21T10:00:00.000Z';
const later = () => new Date(LATER);

let sent: SentIssues;

beforeEach(async () => {
  sent = await sentIssues();
});

afterEach(async () => {
  await sent.remove();
});

function change(address: string, reason = 'by telephone', dryRun = false) {
  return { configuration: sent.configuration, address, reason, dryRun, now: later };
}

async function reasons(): Promise<readonly unknown[]> {
  const all = await listSuppressions({ configuration: sent.configuration });
  return all.map(({ address, reason }) => [address, reason]);
}

/** What a reader does on the public pages. */
function inConsent<T>(work: (context: ConsentContext) => Promise<T>, at = LATER): Promise<T> {
  return withDatabase(openDatabase(sent.configuration.databasePath), async (database) =>
    work({ database, keys: await openKeys(sent.configuration), source: 'form', at: new Date(at) }),
  );
}

/** Fills in the form, and clicks in the mail if there is one. */
function subscribeAnew(email: string): Promise<string> {
  return inConsent(async (context) => {
    const request = await requestOptIn(context, { email, name: null, language: null, tags: [] }, 'refuse');
    if (request.outcome !== 'confirm') return request.outcome;
    return (await confirmOptIn(context, request.subscriber.id, 30)).outcome;
  });
}

async function bounce(...readers: readonly string[]): Promise<void> {
  await sent.read(readers.map((reader) => bounceOf(sent.message('2020-12', reader), { id: reader })));
}

async function complain(reader: string): Promise<void> {
  await sent.read([complaintOf(sent.message('2020-12', reader), { id: reader })]);
}

describe('a suppression by hand', () => {
  test('takes the reader off, with the words of the person, and is lifted by one', async () => {
    expect(await addSuppression(change(ANNA, ' asked\nby telephone '))).toEqual({
      outcome: 'suppressed',
      address: ANNA,
      reason: 'by-hand',
      people: 1,
    });
    expect(await sent.states()).toEqual({ ...EVERYBODY, [ANNA]: 'suppressed' });
    expect(await showSuppression(sent.configuration, ANNA)).toMatchObject({
      suppression: { reason: 'by-hand', since: LATER, note: 'asked by telephone', end: 'person', event: null },
      people: [{ state: 'suppressed' }],
    });
    expect(await addSuppression(change(ANNA))).toMatchObject({ outcome: 'unchanged', people: 0 });
    expect(await liftByHand(change(ANNA))).toMatchObject({ outcome: 'lifted', people: [{ state: 'active' }] });
    expect(await reasons()).toEqual([]);
    expect(await liftByHand(change(ANNA))).toMatchObject({ outcome: 'unchanged', reason: null });
  });

  test('is of an address that nobody has, whose hash alone is kept, and holds against an import', async () => {
    await addSuppression(change('new@example.net'));
    expect(await reasons()).toEqual([[null, 'by-hand']]);
    await importSubscribers({
      configuration: sent.configuration,
      file: await writeCsv(sent.configuration, 'email\nnew@example.net\n'),
      now: later,
    });
    expect(await sent.states()).toEqual(EVERYBODY);
    expect(await subscribeAnew('NEW@example.net')).toBe('nothing');
    expect(await liftByHand(change('new@example.net'))).toMatchObject({ outcome: 'lifted', people: [] });
    expect(await subscribeAnew('new@example.net')).toBe('confirmed');
  });

  test('needs a reason and an address', async () => {
    await expect(addSuppression(change(ANNA, ' \n'))).rejects.toMatchObject({ code: 'usage' });
    await expect(addSuppression(change('anna'))).rejects.toMatchObject({ code: 'address-invalid' });
    await expect(liftByHand(change(ANNA, ''))).rejects.toMatchObject({ code: 'usage' });
  });

  test('in a dry run changes nothing, and makes neither a database nor keys', async () => {
    expect(await addSuppression(change(ANNA, 'x', true))).toMatchObject({ outcome: 'suppressed', people: 1 });
    expect(await sent.states()).toEqual(EVERYBODY);
    await addSuppression(change(ANNA));
    expect(await liftByHand(change(ANNA, 'x', true))).toMatchObject({ outcome: 'lifted' });
    expect(await sent.states()).toEqual({ ...EVERYBODY, [ANNA]: 'suppressed' });
    const configuration = await emptyWorkspace();
    await addSuppression({ ...change(ANNA, 'x', true), configuration });
    expect(existsSync(`${configuration.root}/data`)).toBe(false);
  });
});

describe('a suppression after a bounce', () => {
  test('is shown with its facts, and never with the text of the mail', async () => {
    await sent.send('2020-12');
    await bounce(ANNA);
    const shown = await showSuppression(sent.configuration, ANNA);
    expect(shown).toMatchObject({
      suppression: {
        reason: 'hard-bounce',
        end: 'person',
        event: { issue: '2020-12', kind: 'permanent', status: '5.1.1', at: '2020-12-19T09:00:00.000Z' },
      },
    });
    expect(JSON.stringify(shown)).not.toContain('Somebody could not be reached');
  });

  test('is lifted by a person, and the same mail read again does not bring it back', async () => {
    await sent.send('2020-12');
    await bounce(ANNA);
    await liftByHand(change(ANNA));
    expect(await sent.states()).toEqual(EVERYBODY);
    await bounce(ANNA);
    // Nor does another report that came before, and was not read yet; one that came after does.
    const old = bounceOf(sent.message('2020-12', ANNA), { id: 'old' });
    const { entries } = await sent.read([old], { at: LATER });
    expect(entries[0]?.report?.outcome).toBe('older');
    expect(await sent.states()).toEqual(EVERYBODY);
    const next = bounceOf(sent.message('2020-12', ANNA), { id: 'new', received: 'Tue, 22 Dec 2020 09:00:00 +0000' });
    await sent.read([next]);
    expect(await sent.states()).toEqual({ ...EVERYBODY, [ANNA]: 'suppressed' });
  });

  test('leaves nobody active who was not, or who left since', async () => {
    await inConsent((context) =>
      requestOptIn(context, { email: 'dora@example.net', name: null, language: null, tags: [] }, 'refuse'),
    );
    await addSuppression(change('dora@example.net'));
    expect(await liftByHand(change('dora@example.net'))).toMatchObject({ people: [{ state: 'pending' }] });
    await sent.send('2020-12');
    await bounce(ANNA);
    await unsubscribeByHand({ configuration: sent.configuration, email: ANNA, now: later });
    expect(await liftByHand(change(ANNA))).toMatchObject({ outcome: 'unchanged', people: [{ state: 'unsubscribed' }] });
    await addSuppression(change(BO));
    await unsubscribeByHand({ configuration: sent.configuration, email: BO, now: later });
    expect(await liftByHand(change(BO))).toMatchObject({ outcome: 'lifted', people: [{ state: 'unsubscribed' }] });
  });

  test('is lifted by the reader who subscribes anew, also for those who share the address', async () => {
    const both = 'both@example.net';
    const shared = { ...sent.configuration.subscribers, sharedAddresses: 'allow' } as const;
    const configuration = { ...sent.configuration, subscribers: shared };
    for (const name of ['Dora', 'Eva']) await addSubscriber({ configuration, email: both, name, now: later });
    await sent.send('2020-12');
    await bounce(both, ANNA);
    expect(await sent.states()).toEqual({ ...EVERYBODY, [ANNA]: 'suppressed', [both]: 'suppressed' });
    expect(await subscribeAnew(ANNA)).toBe('confirmed');
    expect(await subscribeAnew(both)).toBe('confirmed');
    expect(await sent.states()).toEqual({ ...EVERYBODY, [both]: 'active' });
    expect(await reasons()).toEqual([]);
    // Until they confirm, nothing changes: anybody may have typed the address.
    await bounce(BO);
    await inConsent((context) => requestOptIn(context, { email: BO, name: null, language: null, tags: [] }, 'refuse'));
    expect((await sent.states())[BO]).toBe('suppressed');
  });

  test('for now starts to count anew when it was lifted', async () => {
    const issues = ['2020-08', '2020-09', '2020-10', '2020-11', '2020-12'];
    for (const issue of issues) await sent.send(issue);
    const late = (issue: string, received?: string) =>
      bounceOf(sent.message(issue, ANNA), {
        status: '4.4.1',
        id: issue,
        ...(received === undefined ? {} : { received }),
      });
    await sent.read(issues.slice(0, 3).map((issue) => late(issue)));
    expect(await showSuppression(sent.configuration, ANNA)).toMatchObject({ suppression: { reason: 'temporary' } });
    await liftByHand(change(ANNA));
    const after = 'Tue, 22 Dec 2020 09:00:00 +0000';
    await sent.read([late('2020-11', after), late('2020-12', after)]);
    expect(await sent.states()).toEqual(EVERYBODY);
  });
});

describe('a suppression after a complaint', () => {
  test('is lifted neither by a person alone nor by the form alone', async () => {
    await sent.send('2020-12');
    await complain(ANNA);
    await expect(liftByHand(change(ANNA))).rejects.toMatchObject({ code: 'suppression-stays', exitCode: 4 });
    expect(await listSuppressions({ configuration: sent.configuration, waiting: true })).toEqual([]);
    expect(await subscribeAnew(ANNA)).toBe('nothing');
    expect((await sent.states())[ANNA]).toBe('suppressed');
    expect(await listSuppressions({ configuration: sent.configuration, waiting: true })).toMatchObject([
      { address: ANNA, reason: 'complaint', askedAgainAt: LATER, end: 'reader-and-person' },
    ]);
    expect(await liftByHand(change(ANNA))).toMatchObject({
      outcome: 'asked-again',
      people: [{ state: 'unsubscribed' }],
    });
    await expect(
      addSubscriber({ configuration: sent.configuration, email: ANNA, consent: 'x', now: later }),
    ).rejects.toThrow();
    expect(await subscribeAnew(ANNA)).toBe('confirmed');
    expect(await sent.states()).toEqual(EVERYBODY);
    expect(await reasons()).toEqual([]);
  });

  test('holds after an erasure and an import, too', async () => {
    await sent.send('2020-12');
    await complain(ANNA);
    await eraseAddressEverywhere({ configuration: sent.configuration, address: ANNA, keepFiles: true, now: later });
    expect(await reasons()).toEqual([[null, 'complaint']]);
    expect(await subscribeAnew(ANNA)).toBe('nothing');
    await importSubscribers({
      configuration: sent.configuration,
      file: await writeCsv(sent.configuration, `email\n${ANNA}\n`),
      now: later,
    });
    expect(await sent.states()).toEqual({ [BO]: 'active', [CYD]: 'active' });
    expect(await liftByHand(change(ANNA))).toMatchObject({ outcome: 'asked-again', people: [] });
    expect(await reasons()).toEqual([[null, 'unsubscribed']]);
  });

  test('waits again after another complaint', async () => {
    await sent.send('2020-11');
    await sent.send('2020-12');
    await bounce(ANNA);
    await addSuppression(change(ANNA));
    await subscribeAnew(ANNA);
    await complain(ANNA);
    await expect(liftByHand(change(ANNA))).rejects.toMatchObject({ code: 'suppression-stays' });
  });
});

describe('an erasure', () => {
  test('is lifted only by the person themselves, whatever the suppression was before', async () => {
    await sent.send('2020-12');
    await bounce(ANNA);
    await eraseAddressEverywhere({ configuration: sent.configuration, address: ANNA, keepFiles: true, now: later });
    await expect(liftByHand(change(ANNA))).rejects.toMatchObject({ code: 'suppression-stays' });
    expect(await showSuppression(sent.configuration, ANNA)).toEqual({
      address: ANNA,
      suppression: {
        reason: 'forgotten',
        since: expect.any(String) as string,
        note: null,
        askedAgainAt: null,
        end: 'reader',
        event: null,
      },
      people: [],
    });
    expect(await subscribeAnew(ANNA)).toBe('confirmed');
  });
});
