import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileHouseStyle, recallHouseStyle } from '../../src/workspace/settings/compiled-house-style.js';
import { readHouseStyle } from '../../src/workspace/settings/house-style-file.js';

const shipped = readFileSync('templates/house-style.yaml', 'utf8');

test('what was compiled is what the file says', () => {
  const compiled = compileHouseStyle(shipped);
  const fresh = readHouseStyle({ shipped, compiled: undefined, own: undefined });
  expect(recallHouseStyle(compiled, shipped)).toEqual(fresh.houseStyle);
  expect(readHouseStyle({ shipped, compiled, own: undefined })).toEqual(fresh);
});

test('what was compiled of another text does not count', () => {
  expect(recallHouseStyle(compileHouseStyle(shipped), `${shipped}\n# changed`)).toBeUndefined();
});

test('a file with faults is not compiled', () => {
  expect(() => compileHouseStyle('words: [{ id: a }]')).toThrow();
});
