import { confidentialRule } from './confidential-rule.js';

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
