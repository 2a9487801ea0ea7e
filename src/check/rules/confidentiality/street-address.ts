import { confidentialRule } from './confidential-rule.js';

const TOWN_AT_MOST = 'the town at most: readers do not need to find the house';
const WRITE_INSTEAD =
  'Take these words out, and write the town at most, or only the country: "our shelter in Sofia". Is this the place of an event or of an office, and not of the shelter? Then write it in a sentence that does not speak of the shelter, or let the secretariat allow it in issue.yaml.';

/** A street with a number, and what else leads to a shelter; the place of an event is where readers are invited to, and passes. */
export const streetAddress = confidentialRule({
  id: 'confidentiality/street-address',
  finds: 'streetAddress',
  called: 'a street address',
  why: 'The address of a shelter, an office or a flat is enough to find the people in it. A shelter is found without an address too: by a street, a stop, a part of the town, a village, a doorbell, or what stands beside it. The town alone is mostly enough for readers. What stands under "place:" of an event passes, because readers are invited there; so does the address of a ministry, a theatre or a press contact.',
  wrong: 'She found shelter at 12 Invented Street.',
  right: 'She found shelter in another town.',
  message: 'There is a street address here.',
  expected: 'the town at most, or a public address of a member as it stands in members.yaml',
  help: 'Take the street and the number out. Is it the public address of an office? Then the secretariat writes it into members.yaml, under "contact:" of that member, or allows it in issue.yaml. The place of an event belongs into the front matter, under "event:" and "place:".',
  forms: {
    street: {
      called: 'a street beside a shelter',
      message: 'This tells in which street a shelter is.',
      expected: TOWN_AT_MOST,
      help: WRITE_INSTEAD,
    },
    landmark: {
      called: 'a landmark beside a shelter',
      message: 'This tells what stands beside a shelter, or what its house was before.',
      expected: TOWN_AT_MOST,
      help: WRITE_INSTEAD,
    },
    stop: {
      called: 'a stop or a line beside a shelter',
      message: 'This tells at which stop, or by which line, a shelter is reached.',
      expected: TOWN_AT_MOST,
      help: WRITE_INSTEAD,
    },
    quarter: {
      called: 'a part of a town or a village beside a shelter',
      message: 'This tells in which part of a town, or in which village, a shelter is.',
      expected: TOWN_AT_MOST,
      help: WRITE_INSTEAD,
    },
    door: {
      called: 'a description of the house of a shelter',
      message: 'This tells how to know the house of a shelter: its door, its floor, its colour, the way to it.',
      expected: TOWN_AT_MOST,
      help: WRITE_INSTEAD,
    },
  },
});
