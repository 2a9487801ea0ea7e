import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { addSubscriber } from '../../../src/app/subscribers/add-subscriber.js';
import { eraseAddressEverywhere } from '../../../src/app/subscribers/erase-subscriber.js';
import { importSubscribers } from '../../../src/app/subscribers/import-subscribers.js';
import { listImports } from '../../../src/app/subscribers/list-imports.js';
import { listSubscribers } from '../../../src/app/subscribers/list-subscribers.js';
import { undoImport, type UndoReport } from '../../../src/app/subscribers/undo-import.js';
import { unsubscribeByHand } from '../../../src/app/subscribers/unsubscribe-by-hand.js';
import { whyAddress } from '../../../src/app/subscribers/explain-address.js';
import { confirmAddressChange, requestAddressChange } from '../../../src/subscribers/consent/change-address.js';
import { changeLanguage } from '../../../src/subscribers/consent/change-language.js';
import type { ConsentContext } from '../../../src/subscribers/consent/consent.js';
import { openKeys } from '../../../src/subscribers/tokens/keys.js';
import { confirmOptIn, requestOptIn } from '../../../src/subscribers/consent/opt-in.js';
import { suppressAddress } from '../../../src/subscribers/consent/suppress-address.js';
import { undoUnsubscribe, unsubscribe } from '../../../src/subscribers/consent/unsubscribe.js';
import type { Configuration } from '../../../src/model/settings/configuration.js';
import type { SubscriberState } from '../../../src/model/send/subscriber.js';
import { openDatabase } from '../../../src/store/database.js';
import { emptyWorkspace, now } from '../../support/subscribers/workspace.js';

let configuration: Configuration;

beforeEach(async () => {
  configuration = await emptyWorkspace();
});

async function importText(content: string, name = 'readers.csv'): Promise<number> {
  const file = path.join(configuration.root, name);
  await writeFile(file, content);
  return (await importSubscribers({ configuration, file, now })).import;
}

const undo = (number: number): Promise<UndoReport> => undoImport({ configuration, number, now });
const tryUndo = (number: number): Promise<UndoReport> => undoImport({ configuration, number, dryRun: true, now });

async function states(): Promise<Readonly<Record<string, SubscriberState>>> {
  const subscribers = await listSubscribers({ configuration });
  return Object.fromEntries(subscribers.map(({ email, state }) => [email, state]));
}

async function actions(address: string): Promise<readonly string[]> {
  const { people } = await whyAddress(configuration, address);
  return people.flatMap(({ consents }) => consents.map(({ action }) => action));
}

/** Does something in the name of the person with an address. */
async function act(work: (context: ConsentContext, id: number) => Promise<unknown>, email = ANNA): Promise<void> {
  const database = await openDatabase(configuration.databasePath);
  const keys = await openKeys(configuration, database.query);
  const known = await database.query
    .selectFrom('subscribers')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow();
  await work({ database, keys, source: 'test', at: now() }, known.id);
  await database.close();
}

async function tables() {
  const database = await openDatabase(configuration.databasePath);
  const { query } = database;
  const result = {
    subscribers: await query.selectFrom('subscribers').selectAll().execute(),
    consentRecords: await query.selectFrom('consent_records').selectAll().execute(),
    suppressions: await query.selectFrom('suppressions').selectAll().execute(),
    imports: await query.selectFrom('imports').selectAll().execute(),
  };
  await database.close();
  return result;
}

const ANNA = 'anna@example.org';
const BO = 'bo@example.org';
const CY = 'cy@example.org';

describe('undoing an import', () => {
  test('takes off whom it added, and leaves everybody else’s rows and proof byte for byte', async () => {
    await addSubscriber({ configuration, email: BO, now });
    await importText(`email\n${CY}\n`, 'first.csv');
    const before = await tables();
    const number = await importText(`email,name\n${ANNA},Anna\n${BO},\n${CY},\nd@example.org,\n`, 'wrong.csv');
    expect(await undo(number)).toMatchObject({ outcome: 'undone', removed: 2, restored: 0, kept: 0, lifted: 0 });
    const after = await tables();
    expect(after.subscribers).toEqual(before.subscribers);
    expect(after.suppressions).toEqual([]);
    expect(after.consentRecords.slice(0, before.consentRecords.length)).toEqual(before.consentRecords);
  });

  test('keeps the proof of what it did, and adds the record of the undo', async () => {
    const number = await importText(`email\n${ANNA}\n`, 'wrong.csv');
    await undo(number);
    const { consentRecords, imports } = await tables();
    expect(consentRecords).toMatchObject([
      { subscriber_id: 1, action: 'import', source: 'import:wrong.csv', state_before: null, state_after: 'active' },
      { subscriber_id: 1, action: 'undo-import', source: 'secretariat', state_before: 'active', state_after: null },
    ]);
    expect(consentRecords[1]?.detail).toBe('import 1: wrong.csv');
    expect(imports).toMatchObject([{ undone_at: now().toISOString() }]);
  });

  test('gives back what they were to those whom it took off, and lifts its suppressions', async () => {
    await importText(`email,state\n${ANNA},active\n${BO},active\n${CY},pending\n`, 'first.csv');
    const number = await importText(`email,state\n${ANNA},unsubscribed\n${BO},bounced\n${CY},cleaned\n`, 'wrong.csv');
    expect(await states()).toEqual({ [ANNA]: 'unsubscribed', [BO]: 'suppressed', [CY]: 'suppressed' });
    expect(await undo(number)).toMatchObject({ removed: 0, restored: 3, lifted: 2 });
    expect(await states()).toEqual({ [ANNA]: 'active', [BO]: 'active', [CY]: 'pending' });
    expect((await whyAddress(configuration, BO)).suppression).toBeNull();
    expect(await actions(BO)).toEqual(['import', 'import', 'undo-import']);
  });

  test('takes off who came as active and left by a later line of the same file', async () => {
    const number = await importText(`email,state\n${ANNA},active\n${ANNA},unsubscribed\n`);
    expect(await undo(number)).toMatchObject({ removed: 1, restored: 0 });
    expect(await states()).toEqual({});
  });

  test('and importing the right file tells the true story', async () => {
    const wrong = await importText(`email\n${ANNA}\n${BO}\n`, 'wrong.csv');
    await undo(wrong);
    await importText(`email,consentSource\n${ANNA},paper form\n`, 'right.csv');
    expect(await states()).toEqual({ [ANNA]: 'active' });
    const { people } = await whyAddress(configuration, ANNA);
    expect(people).toMatchObject([
      { consents: [{ action: 'import', source: 'paper form', detail: 'import:right.csv' }] },
    ]);
    expect(await listImports(configuration)).toMatchObject([
      { number: 2, file: 'right.csv', counts: { added: 1 }, undoneAt: null },
      { number: 1, file: 'wrong.csv', counts: { added: 2 }, undoneAt: now().toISOString() },
    ]);
  });

  test('twice does nothing the second time, and says so', async () => {
    const number = await importText(`email\n${ANNA}\n`);
    await undo(number);
    await importText(`email\n${ANNA}\n`);
    const before = await tables();
    expect(await undo(number)).toMatchObject({ outcome: 'undone-before', removed: 0, undoneAt: now().toISOString() });
    expect(await tables()).toEqual(before);
  });

  test('can be tried out: the same numbers, and nothing is written', async () => {
    await importText(`email\n${BO}\n`);
    const number = await importText(`email,state\n${ANNA},\n${BO},bounced\n${CY},cleaned\n`);
    await act((context, id) => unsubscribe(context, id));
    const before = await tables();
    const trial = await tryUndo(number);
    expect(trial).toMatchObject({ removed: 1, restored: 1, kept: 1, lifted: 2 });
    expect(await tables()).toEqual(before);
    expect(await undo(number)).toEqual(trial);
  });

  test.each([0, 2, 99])('of number %i, which is none, is refused', async (number) => {
    await importText(`email\n${ANNA}\n`);
    await expect(undo(number)).rejects.toMatchObject({ code: 'import-missing' });
  });

  test('where there is no database is refused, and makes none', async () => {
    await expect(undo(1)).rejects.toMatchObject({ code: 'import-missing' });
    expect(await listImports(configuration)).toEqual([]);
  });
});

/** What a person, or somebody in their name, may do after an import; what the undo then shows of them. */
const DEEDS: readonly (readonly [
  what: string,
  deed: (context: ConsentContext, id: number) => Promise<unknown>,
  action: string,
])[] = [
  ['unsubscribed', (context, id) => unsubscribe(context, id), 'unsubscribe'],
  [
    'unsubscribed and took it back',
    async (context, id) => {
      const left = await unsubscribe(context, id);
      if (left.outcome === 'unsubscribed') await undoUnsubscribe(context, left.recordId);
    },
    'undo-unsubscribe',
  ],
  ['chose another language', (context, id) => changeLanguage(context, id, 'fr'), 'language-changed'],
  [
    'asked for another address',
    (context, id) => requestAddressChange(context, id, 'new@example.org', 'refuse'),
    'address-change-requested',
  ],
  [
    'asked for the newsletter on the page',
    (context) => requestOptIn(context, { email: ANNA, name: null, language: null, tags: [] }, 'refuse'),
    'opt-in-requested',
  ],
  ['complained', (context) => complain(context), 'suppress'],
];

function complain(context: ConsentContext): Promise<unknown> {
  return context.database.transaction((query) => suppressAddress(query, ANNA, 'complaint', context));
}

describe('who acted since an import', () => {
  test.each(DEEDS)('%s: stays exactly as they are, and is listed', async (_, deed, action) => {
    const number = await importText(`email\n${ANNA}\n${BO}\n`);
    await act(deed);
    const before = await tables();
    const report = await undo(number);
    expect(report).toMatchObject({ removed: 1, restored: 0, kept: 1, keptPeople: [{ email: ANNA, action }] });
    const after = await tables();
    expect(after.subscribers).toEqual(before.subscribers.filter(({ email }) => email === ANNA));
    expect(after.suppressions).toEqual(before.suppressions);
  });

  test('changed their address: stays, under the new one', async () => {
    const number = await importText(`email\n${ANNA}\n`);
    await act(async (context, id) => {
      const request = await requestAddressChange(context, id, 'new@example.org', 'refuse');
      if (request.outcome === 'confirm') await confirmAddressChange(context, request.changeId, 7, 'refuse');
    });
    expect(await undo(number)).toMatchObject({ removed: 0, kept: 1 });
    expect(await states()).toEqual({ 'new@example.org': 'active' });
  });

  test('confirmed what they had asked for: stays', async () => {
    const number = await importText(`email,state\n${ANNA},pending\n`);
    await act(async (context, id) => {
      await requestOptIn(context, { email: ANNA, name: null, language: null, tags: [] }, 'refuse');
      await confirmOptIn(context, id, 7);
    });
    expect(await undo(number)).toMatchObject({ removed: 0, kept: 1 });
    expect(await states()).toEqual({ [ANNA]: 'active' });
  });

  test('was added again by hand: stays', async () => {
    const number = await importText(`email\n${ANNA}\n`);
    const again = { configuration, email: ANNA, consent: 'asked by telephone', now };
    expect(await addSubscriber(again)).toMatchObject({ outcome: 'unchanged' });
    expect(await undo(number)).toMatchObject({ removed: 0, kept: 1, keptPeople: [{ action: 'add' }] });
    expect(await states()).toEqual({ [ANNA]: 'active' });
  });

  test('was erased: is only counted, and never comes back', async () => {
    const number = await importText(`email\n${ANNA}\n`);
    await eraseAddressEverywhere({ configuration, address: ANNA, keepFiles: true, now });
    expect(await undo(number)).toMatchObject({ removed: 0, kept: 0, gone: 1, keptPeople: [] });
    await importText(`email\n${ANNA}\n`);
    expect(await states()).toEqual({});
  });

  test.each([
    ['by their link', 'unsubscribe', (context: ConsentContext, id: number) => unsubscribe(context, id)],
    [
      'by the secretariat',
      'remove',
      async () => {
        await unsubscribeByHand({ configuration, email: ANNA, now });
      },
    ],
    ['by a complaint', 'suppress', (context: ConsentContext) => complain(context)],
  ])('left %s although the import had taken them off: does not come back', async (_, action, deed) => {
    await importText(`email\n${ANNA}\n`);
    const number = await importText(`email,state\n${ANNA},unsubscribed\n`, 'wrong.csv');
    await act(deed);
    await act(deed);
    expect(await undo(number)).toMatchObject({ restored: 0, kept: 1, keptPeople: [{ action }] });
    expect(await states()).toEqual({ [ANNA]: 'unsubscribed' });
    expect((await actions(ANNA)).filter((one) => one === action)).toHaveLength(1);
  });

  test('complained about an address that the import had blocked: stays blocked', async () => {
    await importText(`email\n${ANNA}\n`);
    const number = await importText(`email,state\n${ANNA},bounced\n`, 'wrong.csv');
    await act((context) => complain(context));
    expect(await undo(number)).toMatchObject({ restored: 0, kept: 1, lifted: 0 });
    expect((await whyAddress(configuration, ANNA)).suppression).not.toBeNull();
  });
});

describe('two imports on top of each other', () => {
  test('undoing the first leaves what the second did', async () => {
    const first = await importText(`email\n${ANNA}\n${BO}\n`, 'first.csv');
    await importText(`email,state\n${ANNA},unsubscribed\n${BO},bounced\n${CY},active\n`, 'second.csv');
    expect(await undo(first)).toMatchObject({ removed: 0, kept: 2 });
    expect(await states()).toEqual({ [ANNA]: 'unsubscribed', [BO]: 'suppressed', [CY]: 'active' });
  });

  test('undoing the first leaves those whom the second names as well', async () => {
    const first = await importText(`email\n${ANNA}\n${BO}\n`, 'first.csv');
    const second = await importText(`email\n${ANNA}\n`, 'second.csv');
    expect(await undo(first)).toMatchObject({ removed: 1, kept: 1, keptPeople: [{ email: ANNA, action: 'import' }] });
    expect(await undo(second)).toMatchObject({ removed: 1 });
    expect(await states()).toEqual({});
  });

  test.each([
    ['unsubscribed', 'unsubscribed'],
    ['bounced', 'suppressed'],
  ])('a no that both say (%s) is heard as long as one of them stands', async (written, state) => {
    const first = await importText(`email,state\n${ANNA},${written}\n`, 'first.csv');
    const second = await importText(`email,state\n${ANNA},${written}\n`, 'second.csv');
    expect(await undo(first)).toMatchObject({ removed: 0, kept: 1, lifted: 0 });
    expect(await states()).toEqual({ [ANNA]: state });
    expect(await undo(second)).toMatchObject({ removed: 1, lifted: state === 'suppressed' ? 1 : 0 });
    expect(await states()).toEqual({});
    expect((await tables()).suppressions).toEqual([]);
  });

  test('the same list every month adds no record each time', async () => {
    for (let month = 0; month < 4; month += 1) await importText(`email\n${ANNA}\n`);
    expect(await actions(ANNA)).toEqual(['import', 'import']);
  });

  test.each([
    ['first, then second', [1, 2]],
    ['second, then first', [2, 1]],
  ])('undone both (%s), it is as if neither had been', async (_, order) => {
    await addSubscriber({ configuration, email: BO, now });
    const before = await states();
    await importText(`email,state\n${ANNA},\n${BO},unsubscribed\n${CY},bounced\n`, 'first.csv');
    await importText(`email,state\n${ANNA},unsubscribed\n${BO},bounced\n${CY},\n`, 'second.csv');
    for (const number of order) await undo(number);
    expect(await states()).toEqual(before);
    expect((await tables()).suppressions).toEqual([]);
  });

  test('whatever they say and in whichever order they are undone, it is as if none had been', async () => {
    const line = fc.tuple(
      fc.constantFrom(ANNA, BO, CY, 'd@example.org'),
      fc.constantFrom('active', 'pending', 'unsubscribed', 'bounced'),
    );
    const file = fc.array(line, { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(file, { minLength: 1, maxLength: 4 })
          .chain((files) =>
            fc.tuple(fc.constant(files), fc.shuffledSubarray([...files.keys()], { minLength: files.length })),
          ),
        async ([files, order]) => {
          configuration = await emptyWorkspace();
          await addSubscriber({ configuration, email: BO, now });
          const before = await states();
          const text = (lines: readonly (readonly string[])[]) =>
            ['email,state', ...lines.map((cells) => cells.join(',')), ''].join('\n');
          const numbers: number[] = [];
          for (const lines of files) numbers.push(await importText(text(lines)));
          for (const place of order) await undo(numbers[place] ?? 0);
          expect(await states()).toEqual(before);
          expect((await tables()).suppressions).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });
});

/** Anything that may happen to a list. */
type Step =
  | { readonly kind: 'import'; readonly lines: readonly (readonly [address: string, state: string])[] }
  | { readonly kind: 'undo'; readonly import: number }
  | { readonly kind: 'leave' | 'complain' | 'join'; readonly address: string };

const address = fc.constantFrom(ANNA, BO, CY);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('import' as const),
    lines: fc.array(fc.tuple(address, fc.constantFrom('active', 'pending', 'unsubscribed', 'bounced')), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
  fc.record({ kind: fc.constant('undo' as const), import: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constantFrom('leave' as const, 'complain' as const, 'join' as const), address }),
);

describe('every no', () => {
  /** Carries out one step; of a person, only where they are on the list, or want to be. */
  async function carryOut(one: Step): Promise<boolean> {
    if (one.kind === 'import') {
      await importText(['email,state', ...one.lines.map((cells) => cells.join(',')), ''].join('\n'));
      return true;
    }
    if (one.kind === 'undo') {
      const there = (await listImports(configuration)).some(({ number }) => number === one.import);
      if (there) await undo(one.import);
      return there;
    }
    const database = await openDatabase(configuration.databasePath);
    const keys = await openKeys(configuration, database.query);
    const context = { database, keys, source: 'test', at: now() };
    const known = await database.query
      .selectFrom('subscribers')
      .select('id')
      .where('email', '=', one.address)
      .executeTakeFirst();
    try {
      if (one.kind === 'join') {
        const details = { email: one.address, name: null, language: null, tags: [] };
        const request = await requestOptIn(context, details, 'refuse');
        if (request.outcome !== 'confirm') return request.outcome === 'known';
        return (await confirmOptIn(context, request.subscriber.id, 7)).outcome === 'confirmed';
      }
      if (known === undefined) return false;
      if (one.kind === 'leave') await unsubscribe(context, known.id);
      else await database.transaction((query) => suppressAddress(query, one.address, 'complaint', context));
      return true;
    } finally {
      await database.close();
    }
  }

  test('is heard, and every yes of one’s own, whatever is imported and undone', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 9 }), async (steps) => {
        configuration = await emptyWorkspace();
        // The last word of each person themselves.
        const words = new Map<string, 'yes' | 'no'>();
        for (const one of steps) {
          const before = await states();
          const done = await carryOut(one);
          if (done && one.kind !== 'import' && one.kind !== 'undo')
            words.set(one.address, one.kind === 'join' ? 'yes' : 'no');
          const after = await states();
          for (const [who, word] of words) {
            if (word === 'no') expect(after[who]).not.toBe('active');
            // Nothing but another import’s word takes somebody off who joined by themselves; no undo does.
            if (word === 'yes' && one.kind === 'undo' && before[who] === 'active') expect(after[who]).toBe('active');
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a database from before imports were recorded', () => {
  test('names its imports without a number, and they cannot be undone', async () => {
    await importText(`email,how\n${ANNA},\n${BO},\n`, 'old.csv');
    const database = await openDatabase(configuration.databasePath);
    await database.query.updateTable('consent_records').set({ import_id: null }).execute();
    await database.query.deleteFrom('imports').execute();
    await database.close();
    expect(await listImports(configuration)).toEqual([
      { number: null, file: 'old.csv', at: now().toISOString(), counts: null, undoneAt: null },
    ]);
    await expect(undo(1)).rejects.toMatchObject({ code: 'import-missing' });
    expect(Object.keys(await states())).toHaveLength(2);
  });
});
