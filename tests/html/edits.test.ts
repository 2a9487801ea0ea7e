import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, type Edit } from '../../src/html/edits.js';

/** A text with edits that do not touch each other, and what stays between them. */
const separateEdits = fc
  .array(fc.record({ kept: fc.string({ minLength: 1 }), old: fc.string(), text: fc.string() }))
  .map((parts) => {
    let source = '';
    let expected = '';
    const edits: Edit[] = [];
    for (const { kept, old, text } of parts) {
      source += kept;
      edits.push({ start: source.length, end: source.length + old.length, text });
      source += old;
      expected += kept + text;
    }
    return { source, expected, edits };
  });

describe('edits', () => {
  test('keep every byte outside of them, in whatever order they are given', () => {
    fc.assert(
      fc.property(
        separateEdits.chain((made) =>
          fc.record({
            made: fc.constant(made),
            given: fc.shuffledSubarray(made.edits, { minLength: made.edits.length }),
          }),
        ),
        ({ made, given }) => {
          expect(applyEdits(made.source, given)).toBe(made.expected);
        },
      ),
    );
  });

  test('that are none leave the text', () => {
    fc.assert(fc.property(fc.string(), (text) => applyEdits(text, []) === text));
  });

  test('inside of a longer one are dropped with its place', () => {
    const removal = { start: 1, end: 5, text: '' };
    expect(applyEdits('abcdef', [{ start: 2, end: 3, text: 'X' }, removal])).toBe('af');
    expect(applyEdits('abcdef', [removal, { start: 1, end: 3, text: 'X' }])).toBe('af');
    expect(applyEdits('abcdef', [removal, { start: 3, end: 3, text: 'X' }])).toBe('af');
  });

  test('that insert at the border of another one count, in their order', () => {
    const replacement = { start: 1, end: 3, text: '-' };
    const before = [
      { start: 1, end: 1, text: '1' },
      { start: 1, end: 1, text: '2' },
    ];
    expect(applyEdits('abcd', [replacement, ...before, { start: 3, end: 3, text: '3' }])).toBe('a12-3d');
  });

  test('that cross each other are a mistake', () => {
    const crossing = [
      { start: 0, end: 3, text: '' },
      { start: 2, end: 4, text: '' },
    ];
    expect(() => applyEdits('abcd', crossing)).toThrow(/overlap at 2/);
  });
});
