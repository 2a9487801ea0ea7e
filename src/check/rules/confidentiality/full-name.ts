import { confidentialRule } from '../../confidentiality/confidential-rule.js';

/** The name of a person whose story is told, or a first name with an age. */
export const fullName = confidentialRule({
  id: 'confidentiality/full-name',
  finds: 'fullName',
  called: 'a full name, or a first name with an age',
  why: 'Somebody who was trafficked can be in danger for years, and a name cannot be taken back. Officials, authors, court cases and members may be named: the office, the book or the organisation stands beside the name then.',
  wrong: 'Jane Example, a survivor of trafficking, told us her story.',
  right: 'Jane (name changed) told us her story.',
  message: "There is the name of a person beside words that tell a trafficked person's story.",
  expected: 'an invented first name with "(name changed)", initials, or no name',
  help: 'Take the name out, or put an invented one in its place and write "(name changed)" behind it. If it is the name of an official or an author, write the office beside it: "Jane Example, judge at …". If the person wants to be named, ask the secretariat to allow it in issue.yaml.',
});
