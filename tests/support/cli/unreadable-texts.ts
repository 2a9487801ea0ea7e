import { contributionText } from '../written-contribution.js';

/** More names for one value than the bound allows. */
function manyAliases(): string {
  return contributionText(
    `title: Many names\nnote: &a short\nauthor: [${Array.from({ length: 25 }, () => '*a').join(', ')}]`,
  );
}

/** Files that no contribution may be, by name; each beyond a bound of its own. */
export const UNREADABLE = {
  'aliases.md': manyAliases(),
  'nul-bytes.md': Buffer.from('---\ntitle: Nothing\u0000ness\n---\n\nText\u0000.\n'),
  'quotations.md': contributionText(undefined, `${'> '.repeat(21)}Deep.`),
  'quotations-without-spaces.md': contributionText(undefined, `${'>'.repeat(21)} Deep.`),
  'lists.md': contributionText(undefined, `${'- '.repeat(22)}Deep.`),
  'long-line.md': contributionText(undefined, 'word '.repeat(4_001)),
  'long-front-matter.md': contributionText(`title: A\nnote: |\n${'  some words\n'.repeat(2_600)}`),
  'no-utf-8.md': Buffer.concat([Buffer.from('---\ntitle: '), Buffer.from([0xff, 0xfe, 0x80]), Buffer.from('\n---\n')]),
  'too-large.md': Buffer.alloc(256 * 1024 + 1, 'word '),
};
