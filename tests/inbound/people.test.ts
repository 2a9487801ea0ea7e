import { describe, expect, test } from 'vitest';
import { kindOf, peopleMails } from '../support/inbound/people-mails.js';

/** How many of those who ask are acted on and not only shown. */
const MIN_ACTED_ON = 0.85;

// Each list was written by somebody who knew neither the rules nor the code.
describe.each(['people-1.json', 'people-2.json'])('the mails of %s', (file) => {
  const mails = peopleMails(file);
  const asking = mails.filter(({ expect: expected }) => expected !== 'no-request');

  test.each(asking.map((mail) => [mail.id, mail] as const))('that ask are heard: %s', async (_, mail) => {
    expect(['unsubscribe', 'erase', 'unclear']).toContain(await kindOf(mail));
  });

  test('that ask are acted on, but for a few', async () => {
    const kinds = await Promise.all(asking.map(kindOf));
    const acted = kinds.filter((kind) => kind !== 'unclear').length;
    expect(acted / asking.length).toBeGreaterThanOrEqual(MIN_ACTED_ON);
  });

  const others = mails.filter(({ expect: expected }) => expected === 'no-request');
  test.each(others.map((mail) => [mail.id, mail] as const))('that ask nothing take nobody off: %s', async (_, mail) => {
    expect(['unsubscribe', 'erase']).not.toContain(await kindOf(mail));
  });
});
