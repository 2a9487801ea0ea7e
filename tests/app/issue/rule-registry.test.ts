import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULE_REGISTRY } from '../../../src/app/issue/check/rule-registry.js';
import { RULE_FAMILIES } from '../../../src/model/finding.js';
import { createFinding, defineRule } from '../../../src/model/rule.js';

interface WrittenId {
  readonly id: string;
  readonly where: string;
  /** The line without its indentation. */
  readonly line: string;
}

const ID = new RegExp(`(['"\`])((?:${RULE_FAMILIES.join('|')})/[a-z0-9-]+)\\1`, 'g');

/** Every string in the sources that reads like the id of a rule. */
function writtenIds(): readonly WrittenId[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return files.flatMap((name) => {
    const lines = readFileSync(path.join('src', name), 'utf8').split('\n');
    return lines.flatMap((line, index) =>
      Array.from(line.matchAll(ID), ([, , id = '']) => ({
        id,
        where: `src/${name}:${String(index + 1)}`,
        line: line.trim(),
      })),
    );
  });
}

describe('the registry of rules', () => {
  test('has every rule once, with all of its text', () => {
    const ids = RULE_REGISTRY.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, why, wrong, right, severities } of RULE_REGISTRY) {
      for (const text of [why, wrong, right]) expect(text, id).toMatch(/\S/);
      expect(new Set(severities).size, id).toBe(severities.length);
    }
  });

  test('has every rule that is defined somewhere in the sources', () => {
    const registered = new Set<string>(RULE_REGISTRY.map(({ id }) => id));
    const unregistered = writtenIds().filter(({ id }) => !registered.has(id));
    expect(unregistered.map(({ id, where }) => `${id} at ${where}`)).toEqual([]);
  });

  test('is the only place that knows a rule by its id: elsewhere its definition is used', () => {
    const elsewhere = writtenIds().filter(({ id, line }) => line !== `id: '${id}',`);
    expect(elsewhere.map(({ id, where }) => `${id} at ${where}`)).toEqual([]);
    const written = writtenIds().map(({ id }) => id);
    expect(written.toSorted()).toEqual(RULE_REGISTRY.map(({ id }) => id));
  });
});

describe('a rule', () => {
  const text = { why: 'Because.', wrong: 'this', right: 'that' };

  test('gives its findings their id, and the severity that comes first unless they name another one', () => {
    const rule = defineRule({ id: 'file/example', severity: ['warning', 'error'], ...text });
    expect(createFinding(rule, { message: 'A.' })).toEqual({
      ruleId: 'file/example',
      severity: 'warning',
      message: 'A.',
    });
    expect(createFinding(rule, { severity: 'error' })).toEqual({ ruleId: 'file/example', severity: 'error' });
  });

  test('has an id of a family and a name', () => {
    expect(() => defineRule({ id: 'file/Two words', severity: 'error', ...text })).toThrow('file/Two words');
  });

  test('can be allowed or not, as its family can, unless it says otherwise', () => {
    const allowed = (rule: Parameters<typeof defineRule>[0]) => defineRule(rule).mayBeAllowed;
    expect(allowed({ id: 'file/example', severity: 'error', ...text })).toBe(false);
    expect(allowed({ id: 'link/example', severity: 'error', ...text })).toBe(true);
    expect(allowed({ id: 'link/example', severity: 'error', mayBeAllowed: false, ...text })).toBe(false);
  });
});
