import { confidentialRule } from './confidential-rule.js';

/** A number leads to a person, or to a place where people are safe only as long as nobody finds it. */
export const telephone = confidentialRule({
  id: 'confidentiality/telephone',
  finds: 'telephone',
  called: 'a telephone number',
  why: 'A telephone number leads to a person, and people who look for somebody read newsletters too. What everybody may call passes: numbers in the registry, 112, the European numbers that begin with 116, numbers that are free of charge such as 0800, a number beside a word such as "helpline", and the landline of a press contact. Beside the name of a member whose number the registry knows, only that number passes.',
  wrong: 'You can reach her on +44 7700 900123.',
  right: 'You can reach her through our office.',
  message: 'There is a telephone number here.',
  expected: 'no telephone number, or the public number of a member as it stands in members.yaml',
  help: 'Take the number out. Is it a public hotline or a press contact? Then the secretariat writes it into members.yaml, under "contact:" of that member, or allows it in issue.yaml.',
});
