import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonString } from '../../../src/transports/sendgrid/requests/json-string.js';

test('a text is the same string of JSON as JSON.stringify makes of it', () => {
  const text = fc.string({ unit: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"', '\\', '\n', '\ud800')) });
  fc.assert(
    fc.property(text, (written) => {
      expect(jsonString(written)).toBe(JSON.stringify(written));
    }),
  );
});
