import { confidentialRule } from './confidential-rule.js';

/** Numbers of bank accounts and bank cards. */
export const bankNumber = confidentialRule({
  id: 'confidentiality/bank-number',
  finds: 'bankNumber',
  called: 'the number of a bank account or card',
  why: 'A number of an account or a card leads to a person, and can be misused. For donations a link to the page of the organisation is safer.',
  wrong: 'Please pay to XX00 0000 0000 0000 00.',
  right: 'Please donate on our website.',
  message: 'There is the number of a bank account or card here.',
  expected: 'no such number, or the account for donations as it stands in members.yaml',
  help: 'Take the number out, and link to the page for donations. If it has to stand here, the secretariat writes it into members.yaml, under "contact:" of that member, or allows it in issue.yaml.',
});
