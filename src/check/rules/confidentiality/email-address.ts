import { confidentialRule } from './confidential-rule.js';

/** An address of a person; addresses of a post, such as info@, are made for the public. */
export const emailAddress = confidentialRule({
  id: 'confidentiality/email-address',
  finds: 'emailAddress',
  called: 'a personal e-mail address',
  why: 'The e-mail address of a person brings threats and spam, and tells who works where. Addresses of a post, such as info@, press@ or office@, are made for the public and pass.',
  wrong: 'Write to jane.example@organisation.example.',
  right: 'Write to office@organisation.example.',
  message: 'There is the e-mail address of a person here.',
  expected: 'an address of a post, such as info@ or press@, or one that stands in members.yaml',
  help: 'Put the address of the organisation in its place. Is it a public press contact? Then the secretariat writes it into members.yaml, under "contact:" of that member, or allows it in issue.yaml.',
});
