import { visit } from 'unist-util-visit';
import { declaredPictures } from '../../../model/front-matter.js';
import { groupBelow, pictureLines } from '../../../model/proposed-lines.js';
import { placeOfNode, type ContributionRule, type Remark } from '../../rule.js';

/** A picture in the text must be one that the front matter declares. */
export const pictureInText: ContributionRule = {
  kind: 'contribution',
  id: 'picture/in-text',
  why: 'A picture from another web site would tell that site who reads the newsletter, and an undeclared one has no credit.',
  wrong: '![A meeting](https://www.example.org/meeting.jpg)',
  right: '![A meeting](meeting.jpg), with meeting.jpg saved beside the text and declared under images:',
  *check(contribution) {
    const declared = new Set(declaredPictures(contribution.frontMatter).map(({ file }) => file));
    const hasList = contribution.frontMatter.images !== undefined;
    const definitions = new Map<string, string>();
    visit(contribution.body, 'definition', (node) => {
      // Of two with the same name the first counts, as in Markdown.
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
    });
    const remarks: Remark[] = [];
    visit(contribution.body, ['image', 'imageReference'], (node) => {
      if (node.type !== 'image' && node.type !== 'imageReference') return;
      const url = node.type === 'image' ? node.url : (definitions.get(node.identifier) ?? '');
      if (declared.has(url) || declared.has(decodeName(url))) return;
      const remote = /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url);
      remarks.push({
        severity: 'error',
        ...placeOfNode(contribution, node),
        message: remote
          ? 'This picture lies on another web site, which would learn who reads the newsletter.'
          : 'This picture is in the text, but not in the front matter.',
        expected: 'a picture beside the text, declared under "images:" in the front matter',
        actual: `"${url.slice(0, 80)}"`,
        help: `Save the picture beside the text, and add it to the front matter:\n${declarationOf(url, node.alt ?? '', hasList)}`,
      });
    });
    yield* remarks;
  },
};

/** The lines that declare a picture; below those that are there where a list is. */
function declarationOf(url: string, alt: string, hasList: boolean): string {
  const file =
    decodeName(url.split(/[?#]/)[0] ?? '')
      .split(/[/\\]/)
      .at(-1) ?? '';
  const text = (words: string) => (/^[\p{L}\p{N}](?:(?!: | #)[^:])*$/u.test(words) ? words : JSON.stringify(words));
  // A description of one word is none.
  const described = /\S\s+\S/.test(alt) ? text(alt.trim()) : undefined;
  const entry = groupBelow(
    'images',
    pictureLines({ file: text(file === '' ? 'meeting.jpg' : file), alt: described }),
    true,
  );
  return hasList ? `${entry}\nbelow the pictures that stand under "images:" already.` : `images:\n${entry}`;
}

/** Markdown writes a space in a file's name as `%20`. */
function decodeName(url: string): string {
  try {
    return decodeURIComponent(url).normalize('NFC');
  } catch {
    return url;
  }
}
