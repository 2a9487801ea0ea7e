import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

/** The lists that rules were developed on, and those that were written when these rules were there. */
const FIRST = path.resolve('tests/support/check/rules/confidentiality/blind');
const SECOND = path.resolve('tests/support/check/rules/confidentiality/blind-second');
const THIRD = path.resolve('tests/support/check/rules/confidentiality/blind-third');
const FOURTH = path.resolve('tests/support/check/rules/confidentiality/blind-fourth');
const FIFTH = path.resolve('tests/support/check/rules/confidentiality/blind-fifth');
const SIXTH = path.resolve('tests/support/check/rules/confidentiality/blind-sixth');

const texts = z.array(z.string());
const schema = z.strictObject({
  language: z.string(),
  mustBeFound: z.strictObject({ initial: texts, age: texts, illness: texts, shelter: texts, apposition: texts }),
  mustPass: z.strictObject({ dateWithHour: texts, client: texts, number: texts, official: texts }),
  // Web addresses that must pass; in the third lists texts with the addresses of persons, shelters and offices.
  // The lists from the fourth on have none.
  addresses: z.union([texts, z.strictObject({ mustBeFound: texts, mustPass: texts })]).optional(),
});

/** A text that was written without a look at rules or code, and what is to be said of it. */
export interface BlindText {
  readonly language: string;
  readonly kind: string;
  readonly text: string;
  /** The rule that must find something in it; without one no rule of the family may. */
  readonly rule: string | undefined;
  /** The rules were developed on the first lists' texts of the even places, later on those of the odd ones, then on the later lists but the sixth. */
  readonly part: 'seen' | 'seenLater' | 'second' | 'third' | 'fourth' | 'fifth' | 'sixth';
}

const STREET_ADDRESS = 'confidentiality/street-address';

function readTexts(folder: string, partOf: (index: number) => BlindText['part']): readonly BlindText[] {
  const textsOf = (language: string, kind: string, list: readonly string[], rule: string | undefined): BlindText[] =>
    list.map((text, index) => ({ language, kind, text, rule, part: partOf(index) }));
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.flatMap((name) => {
    const list = schema.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
    const found = Object.entries(list.mustBeFound).flatMap(([kind, written]) =>
      textsOf(list.language, kind, written, kind === 'shelter' ? STREET_ADDRESS : 'confidentiality/full-name'),
    );
    const passing = Object.entries(list.mustPass).flatMap(([kind, written]) =>
      textsOf(list.language, kind, written, undefined),
    );
    const { addresses = [] } = list;
    if (!Array.isArray(addresses))
      return [
        ...found,
        ...passing,
        ...textsOf(list.language, 'address', addresses.mustBeFound, STREET_ADDRESS),
        ...textsOf(list.language, 'address', addresses.mustPass, undefined),
      ];
    const links = addresses.map((address) => `Everything is at ${address} and [here](${address}).`);
    return [...found, ...passing, ...textsOf(list.language, 'address', links, undefined)];
  });
}

/** All texts of all lists. */
export function readBlindTexts(): readonly BlindText[] {
  return [
    ...readTexts(FIRST, (index) => (index % 2 === 0 ? 'seen' : 'seenLater')),
    ...readTexts(SECOND, () => 'second'),
    ...readTexts(THIRD, () => 'third'),
    ...readTexts(FOURTH, () => 'fourth'),
    ...readTexts(FIFTH, () => 'fifth'),
    ...readTexts(SIXTH, () => 'sixth'),
  ];
}
