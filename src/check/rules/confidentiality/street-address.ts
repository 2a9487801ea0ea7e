import { confidentialRule } from '../../confidentiality/confidential-rule.js';

/** A street with a number; the place of an event is where readers are invited to, and passes. */
export const streetAddress = confidentialRule({
  id: 'confidentiality/street-address',
  finds: 'streetAddress',
  called: 'a street address',
  why: 'The address of a shelter, an office or a flat is enough to find the people in it. The town alone is mostly enough for readers. What stands under "place:" of an event passes, because readers are invited there.',
  wrong: 'She found shelter at 12 Invented Street.',
  right: 'She found shelter in another town.',
  message: 'There is a street address here.',
  expected: 'the town at most, or a public address of a member as it stands in members.yaml',
  help: 'Take the street and the number out. Is it the public address of an office? Then the secretariat writes it into members.yaml, under "contact:" of that member, or allows it in issue.yaml. The place of an event belongs into the front matter, under "event:" and "place:".',
});
