import { describe, expect, test } from 'vitest';
import { PHRASES, WEAK_PHRASES } from '../../../src/inbound/bounces/answers/phrases.js';
import { wordsOfAnswer } from '../../../src/inbound/bounces/answers/smtp-answer.js';
import { classify } from '../../../src/inbound/bounces/classify.js';
import type { Classification } from '../../../src/inbound/bounces/classification.js';
import { SYSTEMS } from '../../../src/inbound/bounces/systems/systems.js';
import { ANSWERS } from '../../support/inbound/bounces/answers.js';
import { BOUNCE_FIXTURES } from '../../support/inbound/bounces/fixtures.js';
import { SYSTEM_MAILS } from '../../support/inbound/bounces/systems.js';
import { OUR_LIST } from '../../support/inbound/our-list.js';
import { read, writtenMail } from '../../support/inbound/written-mail.js';

async function noted(text: string): Promise<readonly Classification[]> {
  const reading = classify(await read(text), OUR_LIST);
  if (reading.kind === 'request') throw new Error(`This is taken for a request: ${reading.request.kind}`);
  return reading.classifications;
}

describe('every fixture', () => {
  test('is one of at least 150', () => {
    expect(BOUNCE_FIXTURES.length).toBeGreaterThanOrEqual(150);
  });

  test.each(BOUNCE_FIXTURES.map((fixture) => [fixture.name, fixture] as const))(
    'is read right: %s',
    async (_, fixture) => {
      const found = (await noted(fixture.text)).map(({ kind, recipient }) => ({ kind, recipient }));
      expect(found).toEqual([{ kind: fixture.kind, recipient: fixture.recipient }]);
    },
  );
});

describe('the table of systems', () => {
  test.each(SYSTEMS.map((system) => [system.name, system] as const))(
    'reads its own example: %s',
    async (name, system) => {
      const { from, subject, fields, text, reads } = system.example;
      const mail = writtenMail(
        { From: from, Subject: subject, 'Return-Path': '<>', ...fields },
        text.replaceAll('\n', '\r\n'),
      );
      const found = await noted(mail);
      expect(found.map(({ kind, status, recipient }) => [kind, status, recipient])).toEqual(reads);
      expect(new Set(found.map((one) => one.system))).toEqual(new Set([name]));
    },
  );

  test('knows a system by more than words that anybody can write', () => {
    const byWords = SYSTEMS.filter(({ marks: { from, subject, field } }) => (from ?? subject ?? field) === undefined);
    expect(byWords.map(({ name }) => name)).toEqual([]);
  });

  test.each(Object.entries(SYSTEM_MAILS).filter(([name]) => SYSTEMS.some((system) => system.name === name)))(
    'recognises the mails of %s, and no other entry does',
    async (name, write) => {
      const [found] = await noted(write('anna@example.net', '550 5.1.1 User unknown'));
      expect(found?.system).toBe(name);
    },
  );
});

describe('the table of phrases', () => {
  const words = [
    ...new Set(
      [...ANSWERS, ...BOUNCE_FIXTURES.map(({ answer }) => [answer] as const)].map(([answer]) => wordsOfAnswer(answer)),
    ),
  ];

  test.each(
    [...PHRASES, ...WEAK_PHRASES].map((phrase) => [`${phrase.cause}: ${phrase.words.source}`, phrase] as const),
  )('has none that only one answer of the fixtures has: %s', (_, phrase) => {
    const matching = words.filter((answer) => phrase.words.test(answer));
    expect(matching.length, matching.join(' / ')).toBeGreaterThanOrEqual(2);
  });

  test('has no quantifier without a bound', () => {
    const unbounded = [...PHRASES, ...WEAK_PHRASES].filter(({ words: { source } }) =>
      /(?<!\\)[+*]|\{\d+,\}/.test(source),
    );
    expect(unbounded.map(({ words: { source } }) => source)).toEqual([]);
  });
});
