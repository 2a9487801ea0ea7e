import { beforeEach, afterEach, describe, expect, test } from 'vitest';
import { confirmAddressChange, requestAddressChange } from '../../src/subscribers/consent/change-address.js';
import { changeLanguage } from '../../src/subscribers/consent/change-language.js';
import type { ConsentContext } from '../../src/subscribers/consent/consent.js';
import { readPersonData } from '../../src/subscribers/consent/export-person.js';
import { erasePerson } from '../../src/subscribers/consent/erase-person.js';
import { openKeys } from '../../src/subscribers/tokens/keys.js';
import { confirmOptIn, requestOptIn, type OptInRequest } from '../../src/subscribers/consent/opt-in.js';
import { addToList } from '../../src/subscribers/subscribers.js';
import { undoUnsubscribe, unsubscribe } from '../../src/subscribers/consent/unsubscribe.js';
import { openDatabase } from '../../src/store/database.js';
import { emptyWorkspace, now } from '../support/subscribers/workspace.js';

const DAY = 24 * 60 * 60 * 1000;
let context: ConsentContext;

beforeEach(async () => {
  const configuration = await emptyWorkspace();
  const database = await openDatabase(configuration.databasePath);
  context = { database, keys: await openKeys(configuration), source: 'form', wording: 'v1', at: now() };
});

afterEach(async () => {
  await context.database.close();
});

function after(days: number): ConsentContext {
  return { ...context, at: new Date(now().getTime() + days * DAY) };
}

function ask(email: string, at = context): Promise<OptInRequest> {
  return requestOptIn(at, { email, name: 'Anna', language: 'de', tags: [] }, 'refuse');
}

function idOf(request: OptInRequest): number {
  if (request.outcome === 'nothing') throw new Error('no mail is due');
  return request.subscriber.id;
}

async function add(email: string, name: string | null = null): Promise<number> {
  const result = await addToList(context, { email, name, language: null, tags: [] }, 'allow');
  return result.subscriber.id;
}

async function stateOf(id: number): Promise<string | undefined> {
  return (await readPersonData(context.database.query, id))?.subscriber.state;
}

describe('double opt-in', () => {
  test('makes somebody pending, and active by their confirmation, with a record of both', async () => {
    const request = await ask('Anna@example.org');
    expect(request).toMatchObject({ outcome: 'confirm', subscriber: { state: 'pending', email: 'Anna@example.org' } });
    const id = idOf(request);
    expect(await confirmOptIn(after(1), id, 30)).toMatchObject({
      outcome: 'confirmed',
      subscriber: { state: 'active' },
    });
    expect(await confirmOptIn(after(1), id, 30)).toMatchObject({ outcome: 'unchanged' });
    const person = await readPersonData(context.database.query, id);
    expect(person?.consentRecords).toMatchObject([
      { action: 'opt-in-requested', source: 'form', wording: 'v1', before: null, after: 'pending' },
      { action: 'opt-in-confirmed', wording: 'v1', before: 'pending', after: 'active' },
    ]);
  });

  test('asks again with what was given last, for the same subscriber', async () => {
    const id = idOf(await ask('anna@example.org'));
    const details = { email: 'ANNA@example.org', name: 'Anna Berg', language: null, tags: [] };
    const again = await requestOptIn(context, details, 'refuse');
    expect(again).toMatchObject({ outcome: 'confirm', subscriber: { id, name: 'Anna Berg', language: 'de' } });
  });

  test('sends no request for a confirmation to who gets the newsletter already', async () => {
    const id = await add('anna@example.org');
    expect(await ask('anna@example.org')).toMatchObject({ outcome: 'known', subscriber: { id, name: undefined } });
  });

  test('is too late after the days of grace', async () => {
    const id = idOf(await ask('anna@example.org'));
    expect(await confirmOptIn(after(31), id, 30)).toEqual({ outcome: 'expired' });
    expect(await stateOf(id)).toBe('pending');
    expect(await confirmOptIn(context, 99, 30)).toEqual({ outcome: 'missing' });
  });

  test('lets somebody who left come back, but changes nothing until they confirm', async () => {
    const id = await add('anna@example.org');
    await unsubscribe(context, id);
    expect(await ask('anna@example.org')).toMatchObject({ outcome: 'confirm', subscriber: { id, name: undefined } });
    expect(await stateOf(id)).toBe('unsubscribed');
    expect(await confirmOptIn(context, id, 30)).toMatchObject({ outcome: 'confirmed' });
  });

  test('does not bring somebody back by a link from before they left', async () => {
    const id = idOf(await ask('anna@example.org'));
    await confirmOptIn(context, id, 30);
    await unsubscribe(context, id);
    expect(await confirmOptIn(after(1), id, 30)).toEqual({ outcome: 'expired' });
    expect(await stateOf(id)).toBe('unsubscribed');
  });

  test('never mails who complained, and lets who was erased come back by their own will', async () => {
    const id = await add('anna@example.org');
    await erasePerson(context, id);
    const back = idOf(await ask('anna@example.org'));
    expect(back).not.toBe(id);
    expect(await confirmOptIn(context, back, 30)).toMatchObject({ outcome: 'confirmed' });
    await erasePerson(context, back);
    await context.database.query.updateTable('suppressions').set({ reason: 'complaint' }).execute();
    expect(await ask('anna@example.org')).toEqual({ outcome: 'nothing' });
  });

  test('tells two people at one address apart by name, where that is allowed', async () => {
    const first = await add('office@example.org', 'Anna');
    const details = { email: 'Office@example.org', language: null, tags: [] };
    const second = await requestOptIn(context, { ...details, name: 'Bo' }, 'allow');
    expect(second).toMatchObject({ outcome: 'confirm', subscriber: { name: 'Bo', state: 'pending' } });
    expect(idOf(second)).not.toBe(first);
    expect(await requestOptIn(context, { ...details, name: 'ANNA' }, 'allow')).toMatchObject({ outcome: 'known' });
    expect(await requestOptIn(context, { ...details, name: null }, 'allow')).toMatchObject({ outcome: 'known' });
    expect(await requestOptIn(context, { ...details, name: 'Cy' }, 'refuse')).toMatchObject({ outcome: 'known' });
  });
});

describe('leaving', () => {
  test('is harmless when done twice, and leaves one record', async () => {
    const id = await add('anna@example.org');
    expect(await unsubscribe({ ...context, source: 'one-click' }, id)).toMatchObject({ outcome: 'unsubscribed' });
    expect(await unsubscribe(context, id)).toMatchObject({ outcome: 'unchanged' });
    expect(await unsubscribe(context, 99)).toEqual({ outcome: 'missing' });
    const records = (await readPersonData(context.database.query, id))?.consentRecords;
    expect(records?.slice(1)).toMatchObject([{ action: 'unsubscribe', source: 'one-click', before: 'active' }]);
  });

  /** Takes somebody off the list, and gives the number of that leaving. */
  async function takeOff(id: number): Promise<number> {
    const left = await unsubscribe(context, id);
    if (left.outcome !== 'unsubscribed') throw new Error(left.outcome);
    return left.recordId;
  }

  test('can be undone for an hour, to what was before', async () => {
    const active = await add('anna@example.org');
    const pending = idOf(await ask('bo@example.org'));
    const [ofActive, ofPending] = [await takeOff(active), await takeOff(pending)];
    expect(await undoUnsubscribe(after(1 / 24), ofActive)).toMatchObject({
      outcome: 'restored',
      subscriber: { state: 'active' },
    });
    expect(await undoUnsubscribe(after(0.5 / 24), ofPending)).toMatchObject({ subscriber: { state: 'pending' } });
    expect(await undoUnsubscribe(after(0.9 / 24), ofActive)).toMatchObject({ outcome: 'unchanged' });
    const again = await takeOff(active);
    expect(await undoUnsubscribe(after(1.01 / 24), again)).toEqual({ outcome: 'expired' });
    expect(await stateOf(active)).toBe('unsubscribed');
  });

  test('that is another one cannot be undone by the number of the first', async () => {
    const id = await add('anna@example.org');
    const first = await takeOff(id);
    await undoUnsubscribe(context, first);
    await takeOff(id);
    expect(await undoUnsubscribe(context, first)).toEqual({ outcome: 'expired' });
    expect(await stateOf(id)).toBe('unsubscribed');
  });

  test('cannot be undone by the number of another record, or of none, nor for somebody erased or suppressed', async () => {
    const id = await add('anna@example.org');
    const recordId = await takeOff(id);
    for (let number = 0; number < recordId; number += 1) {
      expect(await undoUnsubscribe(context, number)).toEqual({ outcome: 'expired' });
    }
    expect(await undoUnsubscribe(context, recordId + 1)).toEqual({ outcome: 'expired' });
    await context.database.query.updateTable('subscribers').set({ state: 'suppressed' }).execute();
    expect(await undoUnsubscribe(context, recordId)).toEqual({ outcome: 'expired' });
    await erasePerson(context, id);
    expect(['missing', 'expired']).toContain((await undoUnsubscribe(context, recordId)).outcome);
  });

  test('cannot be undone where the secretariat removed them', async () => {
    const id = await add('anna@example.org');
    const { takeOffList } = await import('../../src/subscribers/subscribers.js');
    await takeOffList(context, 'anna@example.org');
    const records = await context.database.query.selectFrom('consent_records').select('id').execute();
    for (const record of records) expect(await undoUnsubscribe(context, record.id)).toEqual({ outcome: 'expired' });
    expect(await stateOf(id)).toBe('unsubscribed');
  });
});

describe('a change', () => {
  test('of language is recorded', async () => {
    const id = await add('anna@example.org');
    expect(await changeLanguage(context, id, 'UK')).toMatchObject({
      outcome: 'changed',
      subscriber: { language: 'uk' },
    });
    expect(await changeLanguage(context, id, 'uk')).toMatchObject({ outcome: 'unchanged' });
    await expect(changeLanguage(context, id, 'not one')).rejects.toMatchObject({ code: 'usage' });
  });

  test('of address waits for its confirmation, and the last wish counts', async () => {
    const id = await add('anna@example.org');
    const first = await requestAddressChange(context, id, 'old@example.org', 'refuse');
    const last = await requestAddressChange(context, id, 'New@example.org', 'refuse');
    if (first.outcome !== 'confirm' || last.outcome !== 'confirm') throw new Error('refused');
    expect(await confirmAddressChange(context, first.changeId, 30, 'refuse')).toEqual({ outcome: 'expired' });
    const changed = await confirmAddressChange(context, last.changeId, 30, 'refuse');
    expect(changed).toMatchObject({ outcome: 'changed', subscriber: { id, email: 'New@example.org' } });
    expect(await confirmAddressChange(context, last.changeId, 30, 'refuse')).toEqual({ outcome: 'expired' });
    expect(await ask('new@example.org')).toMatchObject({ outcome: 'known', subscriber: { id } });
  });

  test('of address is not possible to one that is taken, must not be mailed, or was taken meanwhile', async () => {
    const id = await add('anna@example.org');
    await add('bo@example.org');
    const gone = await add('gone@example.org');
    await erasePerson(context, gone);
    for (const address of ['Bo@example.org', 'gone@example.org', 'anna@example.org']) {
      expect(await requestAddressChange(context, id, address, 'refuse')).toEqual({ outcome: 'nothing' });
    }
    const request = await requestAddressChange(context, id, 'new@example.org', 'refuse');
    if (request.outcome !== 'confirm') throw new Error('refused');
    expect(await confirmAddressChange(after(31), request.changeId, 30, 'refuse')).toEqual({ outcome: 'expired' });
    await add('new@example.org');
    expect(await confirmAddressChange(context, request.changeId, 30, 'refuse')).toEqual({ outcome: 'expired' });
  });
});
