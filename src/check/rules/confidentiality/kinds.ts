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

/** Places by their coordinates, in the text or in the link of a map. */
export const coordinates = confidentialRule({
  id: 'confidentiality/coordinates',
  finds: 'coordinates',
  called: 'coordinates of a place',
  why: 'Coordinates lead to one door. They also hide in links to maps, where nobody sees them.',
  wrong: 'Meet us at 0.0000, 0.0000.',
  right: 'Ask us where we meet.',
  message: 'There are the coordinates of a place here, or a link that contains them.',
  expected: 'the name of the town at most',
  help: 'Take the coordinates, or the link to the map, out. The place of a public event belongs into the front matter, under "event:" and "place:".',
});
