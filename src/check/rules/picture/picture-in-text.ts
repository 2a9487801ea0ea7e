import { visit } from 'unist-util-visit';
import { declaredPictures } from '../../../model/issue/front-matter.js';
import { groupBelow, pictureLines } from '../../../model/proposed-lines.js';
import { placeOfNode, type ContributionRule, type RuleFinding } from '../../rule.js';

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
    const remarks: RuleFinding[] = [];
    visit(contribution.body, ['image', 'imageReference'], (node) => {
      if (node.type !== 'image' && node.type !== 'imageReference') return;
      const url = node.type === 'image' ? node.url : (definitions.get(node.identifier) ?? '');
      if (declared.has(url) || declared.has(decodeName(url))) return;
      remarks.push({
        severity: 'error',
        ...placeOfNode(contribution, node),
        message: messageFor(url),
        expected: 'a picture beside the text, declared in the front matter',
        actual: `"${decodeName(url).slice(0, 80)}"`,
        help: `Save the picture beside the text, and name it in the front matter. Write it like this:\n${declarationOf(url, node.alt ?? '', hasList || remarks.length > 0)}`,
      });
    });
    yield* remarks;
  },
};

/** The lines that declare a picture; below those that are there where a list is. */
function declarationOf(url: string, alt: string, hasList: boolean): string {
  const text = (words: string) => (/^[\p{L}\p{N}](?:(?!: | #)[^:])*$/u.test(words) ? words : JSON.stringify(words));
  // A description of one word is none.
  const described = /\S\s+\S/.test(alt) ? text(alt.trim()) : undefined;
  const lines = pictureLines({ file: text(nameOf(url)), alt: described });
  const entry = groupBelow('images', lines, true);
  return hasList ? `${entry}\nbelow the pictures that stand under "images:" already.` : `images:\n${entry}`;
}

function messageFor(url: string): string {
  if (/^(?:file:|[a-z]:[\\/]|\\\\)/i.test(url))
    return 'This picture lies on your own computer, where no reader can see it.';
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(url)
    ? 'This picture lies on another web site, which would learn who reads the newsletter.'
    : 'This picture is in the text, but not in the front matter.';
}

/** The name of the file in an address or a path. */
function nameOf(url: string): string {
  const name =
    decodeName(url.replace(/[?#].*$/su, ''))
      .split(/[/\\]/)
      .at(-1) ?? '';
  return name === '' ? 'picture.jpg' : name;
}

/** Markdown writes a space in a file's name as `%20`. */
function decodeName(url: string): string {
  try {
    return decodeURIComponent(url).normalize('NFC');
  } catch {
    return url;
  }
}
