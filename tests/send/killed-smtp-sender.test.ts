import { expect, test } from 'vitest';
import { halfWayLimit, killSenders } from '../support/send/smtp-kills.js';

const KILLS = 20;
const AUDIENCE = 1500;
const CONNECTIONS = 5;

test('a sender over SMTP that is killed 20 times loses nobody in silence and doubles nobody', async () => {
  const result = await killSenders({ audience: AUDIENCE, connections: CONNECTIONS, kills: KILLS });
  const { submitted = 0, uncertain = 0, ...others } = result.states;
  expect(others).toEqual({});
  expect(submitted + uncertain).toBe(AUDIENCE);
  expect(result).toMatchObject({ doubled: [], lost: [] });
  expect(result.mostHalfWay).toBeLessThanOrEqual(halfWayLimit(CONNECTIONS));
  // Otherwise nothing was tried.
  expect(result.killed).toBeGreaterThan(KILLS / 2);
});
