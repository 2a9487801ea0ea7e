import { patternsOf } from '../passage/patterns.js';

/** A town with its code behind a comma, or a town alone. */
const CODE_AND_TOWN = /^,? ?(?:[A-Z]{1,2}-)?\d{3}(?: \d{2}|\d{1,3})(?: ?[A-Z]{2})?,? \p{Lu}\p{L}/u;
const BRITISH_CODE = /^,? ?(?:\p{Lu}\p{L}{2,20},? )?[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}(?![\p{L}\p{N}])/u;
const TOWN = /^, ?\p{Lu}\p{L}/u;
const YEAR = /^,? ?(?:19|20)\d\d[ ,.]/;

/** Whether a code and a town follow, as only in an address. */
export function isCodeAndTown(tail: string): boolean {
  return !YEAR.test(tail) && (CODE_AND_TOWN.test(tail) || BRITISH_CODE.test(tail));
}

/** Whether what follows may be the rest of an address: a code and a town, or a town alone. */
export function isEvidence(tail: string): boolean {
  return isCodeAndTown(tail) || TOWN.test(tail);
}

/** A flat with its number, as only in somebody's address: "stan 14", "кв. 3", "flat 2". */
const FLAT = new RegExp(
  String.raw`^,? (?:${patternsOf('flat')})\.? ?(?:№ ?|nr\.? ?|br\.? ?)?\d{1,3}(?![\p{L}\p{N}])`,
  'iu',
);

/** Whether the number of a flat follows. */
export function isFlat(tail: string): boolean {
  return FLAT.test(tail);
}

/** Words that follow an address within a sentence; others are what a number counts: Baker Street 50 years. */
const GOES_ON = new RegExp(String.raw`^\s+(?:${patternsOf('behindAddress')})(?!\p{L})`, 'u');

/** Whether an address can end before this. */
export function tailAllows(tail: string): boolean {
  return /^\s*$|^[.,;:)!?"”»'\]]|^\s*[-(]|^\s+[\p{Lu}\d]/u.test(tail) || GOES_ON.test(tail);
}
