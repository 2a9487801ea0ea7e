import { confidentialRule } from './confidential-rule.js';

const EXPECTED = 'no name ("a young woman from Moldova"), or an invented first name with "(name changed)"';
const HELP =
  'Write "a young woman from Moldova" instead, or an invented first name with "(name changed)" behind it; the age may be given roughly ("in her twenties"). Is it somebody who speaks in public? Then write the office beside the name: "Jane E., trainer at …". If the person wants to be recognised, ask the secretariat to allow it in issue.yaml.';

/** The name of a person whose story is told, or a first name that points at one person by what stands beside it. */
export const fullName = confidentialRule({
  id: 'confidentiality/full-name',
  finds: 'fullName',
  called: 'a full name, or a first name with an age',
  why: 'Somebody who was trafficked can be in danger for years, and a name cannot be taken back. A first name with an initial, an age or an illness is no protection: a person who looks for her knows all of it, and few people fit. Officials, authors, accused people, court cases and members may be named: the office, the book, the charge or the organisation stands beside the name then. A text that says "name changed" (in any of the members\' languages) may use first names, ages and initials, because they are nobody\'s.',
  wrong: 'Jane E., 19, a survivor of trafficking, told us her story.',
  right: 'Jane (name changed) told us her story.',
  message: "There is the name of a person beside words that tell a trafficked person's story.",
  expected: 'an invented first name with "(name changed)", or no name',
  help: 'Take the name out, or put an invented one in its place and write "(name changed)" behind it. If it is the name of an official or an author, write the office beside it: "Jane Example, judge at …". If the person wants to be named, ask the secretariat to allow it in issue.yaml.',
  forms: {
    initial: {
      called: 'a first name with an initial',
      message:
        'A first name with an initial points at one person: somebody who is looking for her knows her family name.',
      expected: EXPECTED,
      help: HELP,
    },
    age: {
      called: 'a name with an age',
      message: 'A name with an age points at one person: somebody who is looking for her knows how old she is.',
      expected: EXPECTED,
      help: HELP,
    },
    health: {
      called: 'a name beside an illness or a pregnancy',
      message:
        "There is a name beside an illness, a pregnancy or an addiction. People can be recognised by it, and it is nobody else's business.",
      expected: EXPECTED,
      help: HELP,
    },
  },
});
