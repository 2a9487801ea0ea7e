import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { oneLine, wholeNumber } from '../../src/model/text/written-values.js';
import { checkYaml } from '../../src/yaml/check-yaml.js';
import { expectComplete } from '../support/checked-issue.js';

const schema = z.strictObject({
  title: oneLine,
  kind: z.enum(['member', 'partner']).optional(),
  weight: wholeNumber(0, 9).optional(),
  list: z.array(z.strictObject({ name: oneLine })).optional(),
  items: z.record(z.string(), z.strictObject({ exclude: oneLine.optional() })).optional(),
});

function check(text: string, firstLine?: number) {
  const place = firstLine === undefined ? {} : { firstLine };
  const checked = checkYaml(text, schema, { file: 'a.yaml', family: 'issue', ...place });
  checked.findings.forEach(expectComplete);
  const found = checked.findings.map(({ ruleId, line, column }) => `${ruleId} ${String(line)}:${String(column)}`);
  return { value: checked.value, found, first: checked.findings[0] };
}

describe('YAML against its schema', () => {
  test('what fits has no finding, and values are of the kind that the schema says', () => {
    const { value, found } = check(
      'title: 017\nweight: "3"\nlist:\n  - name: no\nitems: { a/b.md: { exclude: 12:30 } }\n',
    );
    expect(found).toEqual([]);
    expect(value).toEqual({
      title: '017',
      weight: 3,
      list: [{ name: 'no' }],
      items: { 'a/b.md': { exclude: '12:30' } },
    });
  });

  test.each([
    ['', 'issue/missing 1:1'],
    ['weight: 1', 'issue/missing 1:1'],
    ['title: [a]', 'issue/value 1:1'],
    ['title: a\nweight: 10', 'issue/value 2:1'],
    ['title: a\nkind: membr', 'issue/value 2:1'],
    ['title: a\nlist: b', 'issue/value 2:1'],
    ['title: a\nlist:\n  - name: b\n  - c', 'issue/value 4:5'],
    ['title: a\nlist:\n  - {}', 'issue/missing 3:5'],
    ['title: a\nitems:\n  b.md:\n    exclude: [c]', 'issue/value 4:5'],
    ['- title', 'issue/value 1:1'],
    ['just text', 'issue/value 1:1'],
    ['title: "a', 'issue/yaml 1:8'],
    ['title: a: b', 'issue/yaml 1:9'],
    ['title: a\ntitle: b', 'issue/yaml 2:1'],
    ['title: *a', 'issue/yaml 1:8'],
    ['title: a\n\tkind: b', 'issue/yaml 2:1'],
    ['title: a\n---\ntitle: b', 'issue/yaml 2:1'],
    // Saved as Windows-1252, read as UTF-8.
    [Buffer.from('kind: member\ntitle: Caf\xe9', 'latin1').toString(), 'file/not-utf-8 2:11'],
    [Buffer.from('\ufefftitle: a', 'utf16le').toString(), 'file/not-utf-8 1:1'],
  ])('%j', (text, finding) => {
    const { value, found } = check(text);
    expect(found[0]).toBe(finding);
    expect(value).toBeUndefined();
  });

  test.each([
    ['titel: b', 'issue/unknown-key 2:1', 'Did you mean "title"?'],
    ['list:\n  - name: b\n    nam: c', 'issue/unknown-key 4:5', 'Did you mean "name"?'],
    ['items:\n  b.md: { exlude: c }', 'issue/unknown-key 3:11', 'Did you mean "exclude"?'],
  ])('an unknown key is only a warning: %j', (lines, finding, help) => {
    const { value, found, first } = check(`title: a\n${lines}`);
    expect(found).toEqual([finding]);
    expect(first).toMatchObject({ severity: 'warning', help });
    expect(value?.title).toBe('a');
  });

  test('lines count from where the YAML stands in its file', () => {
    expect(check('title: a\nweight: many', 12).found).toEqual(['issue/value 13:1']);
    expect(check('title: "a', 12).found[0]).toMatch(/ 12:8$/);
  });

  test('a long value is quoted in part', () => {
    expect(check(`title: a\nweight: ${'9'.repeat(500)}`).first?.actual.length).toBeLessThan(70);
  });
});
