import { confidentialRule } from './confidential-rule.js';

/** Numbers of passports, identity cards and registers of persons. */
export const identityNumber = confidentialRule({
  id: 'confidentiality/identity-number',
  finds: 'identityNumber',
  called: 'the number of an identity document',
  why: 'The number of a passport, a permit or a register of persons belongs to one person and to nobody else.',
  wrong: 'Her passport, no. XX0000000, was taken away.',
  right: 'Her passport was taken away.',
  message: 'There is the number of an identity document here.',
  expected: 'no number of a document of a person',
  help: 'Take the number out. If it is not that of a person but of a text or a case, ask the secretariat to allow it in issue.yaml.',
});
