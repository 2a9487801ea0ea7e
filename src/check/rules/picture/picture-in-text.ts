import { visit } from 'unist-util-visit';
import type { ReadContribution } from '../../../model/issue/contribution.js';
import { declaredPictures } from '../../../model/issue/front-matter.js';
import { decodeName, lastName, plainName, similarName } from '../../../model/issue/pictures/picture-names.js';
import { groupBelow, pictureLines } from '../../../model/issue/text/proposed-lines.js';
import { contributionRule, placeOfNode, type RuleFinding } from '../../engine/rule.js';

/** A picture in the text, and what is known of it elsewhere. */
interface PictureInText {
  readonly address: string;
  readonly alt: string;
  /** The name that the text should have for it. */
  readonly name: string;
  /** Whether its file lies beside the text. */
  readonly isThere: boolean;
  /** Where a block with all its lines is shown already; `true` where none is needed. */
  readonly declaredAt: number | true | undefined;
}

const PICTURE_NAME = /\.(?:jpe?g|png|gif|webp|tiff?|heic|heif|avif|svg|bmp)$/i;
const ON_THIS_COMPUTER = /^(?:file:|[a-z]:[\\/]|\\\\|~\/|\/(?:users|home|volumes|media|mnt)\/)/i;
const ON_A_SITE = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** A picture in the text must be one that the front matter declares. */
export const pictureInText = contributionRule({
  id: 'picture/in-text',
  severity: 'error',
  mayBeAllowed: false,
  why: 'A picture from another web site would tell that site who reads the newsletter, and an undeclared one has no credit.',
  wrong: '![A meeting](https://www.example.org/meeting.jpg)',
  right: '![A meeting](meeting.jpg), with meeting.jpg saved beside the text and declared under images:',
  *check(contribution) {
    const declared = new Set(declaredPictures(contribution.frontMatter).map(({ file }) => plainName(file)));
    const definitions = new Map<string, string>();
    visit(contribution.body, 'definition', (node) => {
      // Of two with the same name the first counts, as in Markdown.
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node.url);
    });
    const proposedAt = new Map<string, number>();
    const findings: RuleFinding[] = [];
    visit(contribution.body, ['image', 'imageReference'], (node) => {
      if (node.type !== 'image' && node.type !== 'imageReference') return;
      const address = node.type === 'image' ? node.url : (definitions.get(node.identifier) ?? '');
      if (declared.has(plainName(address)) || declared.has(plainName(decodeName(address)))) return;
      const picture = lookUp(contribution, address, node.alt ?? '', proposedAt);
      if (picture.declaredAt === true && !isToBeRenamed(picture)) return;
      const place = placeOfNode(contribution, node);
      const hasList = contribution.frontMatter.images !== undefined || proposedAt.size > 0;
      findings.push({ ...place, ...wordsFor(picture, hasList) });
      if (picture.declaredAt === undefined) proposedAt.set(picture.name, place.line);
    });
    yield* findings;
  },
});

function isToBeRenamed({ address, name }: PictureInText): boolean {
  return plainName(decodeName(address)) !== name;
}

/** What front matter and folder know of a picture: its file's own name counts, then the name that is declared. */
function lookUp(
  contribution: ReadContribution,
  address: string,
  alt: string,
  proposedAt: ReadonlyMap<string, number>,
): PictureInText {
  const file = contribution.filesInText.get(address);
  const written = file ?? lastName(address);
  const named = [...contribution.pictures, ...contribution.namedPictures];
  // Of two files with similar names, one that is declared and there is not the other one.
  const similar = similarName(
    written,
    named.filter(({ kind }) => kind !== 'found').map(({ declaredFile }) => plainName(declaredFile)),
  );
  const declaredAs = (one: string | undefined) => named.find(({ declaredFile }) => plainName(declaredFile) === one);
  const found = declaredAs(written) ?? declaredAs(similar);
  const declaredName = found === undefined ? undefined : plainName(found.declaredFile);
  const name = file ?? declaredName ?? (PICTURE_NAME.test(written) ? written : 'picture.jpg');
  // Under an unknown key a picture is left out without an error of its own; under the right one it has one.
  const isLeftOut = found !== undefined && 'underOtherKey' in found && found.underOtherKey;
  const line = contribution.places.get(found?.path ?? '')?.line;
  const declaredAt = found === undefined ? proposedAt.get(name) : isLeftOut ? line : true;
  return { address, alt, name, isThere: file !== undefined, declaredAt };
}

/** The picture as the text should have it. */
function writtenInText({ alt, name }: PictureInText): string {
  const words = alt.replace(/\s+/gu, ' ').trim().replace(/[[\]]/g, '\\$&');
  // Markdown takes round brackets in a name where each is closed.
  const isPlain = /^(?:[^()<>\n"]|\([^()\n]*\))*$/u.test(name);
  return `![${words}](${isPlain ? name : `<${name}>`})`;
}

function messageFor({ address, isThere, name }: PictureInText, isRenamed: boolean): string {
  if (ON_THIS_COMPUTER.test(address)) return 'This picture lies on your own computer, where no reader can see it.';
  if (ON_A_SITE.test(address))
    return 'This picture lies on another web site, which would learn who reads the newsletter.';
  if (!isRenamed) return 'This picture is in the text, but not in the front matter.';
  return isThere ? `The file of this picture is called "${name}".` : `The front matter calls this picture "${name}".`;
}

function wordsFor(
  picture: PictureInText,
  hasList: boolean,
): Pick<RuleFinding, 'message' | 'expected' | 'actual' | 'help'> {
  const { address, name, isThere, declaredAt } = picture;
  const isRenamed = isToBeRenamed(picture);
  const inText = writtenInText(picture);
  const save =
    isThere || declaredAt === true ? [] : [`Save the picture beside the text${isRenamed ? ` as "${name}"` : ''}.`];
  const rename = isRenamed ? [`Write its name like this in the text: ${inText}`] : [];
  const declare =
    declaredAt === undefined
      ? [
          `Name it in the front matter, or take it out of the text. Write it like this:\n${declarationOf(picture, hasList)}`,
        ]
      : declaredAt === true
        ? ['In the front matter it is named already. Or take the line out of the text.']
        : [`For the front matter, the message about line ${String(declaredAt)} shows what to write.`];
  return {
    message: messageFor(picture, isRenamed),
    expected: isRenamed ? inText : 'a picture beside the text, declared in the front matter',
    actual: `"${decodeName(address).slice(0, 80)}"`,
    help: [[...save, ...rename].join(' '), ...declare].filter((part) => part !== '').join(isRenamed ? '\n' : ' '),
  };
}

/** The lines that declare a picture; below those that are there where a list is. */
function declarationOf({ name, alt }: PictureInText, hasList: boolean): string {
  const text = (words: string) => (/^[\p{L}\p{N}](?:(?!: | #)[^:])*$/u.test(words) ? words : JSON.stringify(words));
  // A description of one word is none.
  const described = /\S\s+\S/.test(alt) ? text(alt.replace(/\s+/gu, ' ').trim()) : undefined;
  const lines = pictureLines({ file: text(name), alt: described });
  const entry = groupBelow('images', lines, true);
  return hasList ? `${entry}\nbelow the pictures that stand under "images:" already.` : `images:\n${entry}`;
}
