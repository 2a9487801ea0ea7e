import { confidentialRule } from './confidential-rule.js';

/** A whole date of birth; a year alone passes. */
export const dateOfBirth = confidentialRule({
  id: 'confidentiality/date-of-birth',
  finds: 'dateOfBirth',
  called: 'a date of birth',
  why: 'Few people in a town share a date of birth, and it opens files and accounts.',
  wrong: 'She was born on 31 February 1998.',
  right: 'She was in her twenties.',
  message: 'There is a date of birth here.',
  expected: 'an age group at most, such as "in her twenties"',
  help: 'Take the date out, or write roughly how old the person is.',
});
