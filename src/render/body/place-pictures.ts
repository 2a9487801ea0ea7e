import type { Definition, Image, ImageReference, Nodes, Paragraph, Parent, Root, RootContent } from 'mdast';
import type { ItemPicture } from '../../model/issue/issue.js';
import { referencesOf } from './references.js';

/** A body in which every picture stands as a paragraph of its own at the top level, and which pictures those are. */
export interface BodyWithPictures {
  readonly body: Root;
  readonly picturesInBody: ReadonlySet<ItemPicture>;
}

declare module 'mdast' {
  interface ParagraphData {
    /** Index into the item's pictures: the paragraph stands for that picture. */
    picture?: number;
  }
}

type PictureNode = Image | ImageReference;

function isParent(node: Nodes): node is Extract<Nodes, Parent> {
  return 'children' in node;
}

/** What a picture in the body names: its address, or that of the definition it refers to. */
function addressOf(node: PictureNode, definitions: ReadonlyMap<string, Definition>): string {
  const written = node.type === 'image' ? node.url : (definitions.get(node.identifier)?.url ?? '');
  try {
    return decodeURI(written).normalize('NFC').replace(/^\.\//, '');
  } catch {
    return written;
  }
}

/** Takes every picture out of a block: a declared one is gathered, any other leaves its alternative text. */
function withoutPictures<N extends Nodes>(node: N, gather: (node: PictureNode) => boolean): N {
  if (!isParent(node)) return node;
  const children = node.children.flatMap((child: Nodes): Nodes[] => {
    if (child.type !== 'image' && child.type !== 'imageReference') return [withoutPictures(child, gather)];
    return gather(child) || !child.alt ? [] : [{ type: 'text', value: child.alt }];
  });
  return { ...node, children };
}

function pictureParagraph(index: number): Paragraph {
  return {
    type: 'paragraph',
    children: [],
    data: { picture: index, hName: 'figure', hProperties: { dataPicture: String(index) } },
  };
}

function isEmptyParagraph(node: RootContent): boolean {
  return (
    node.type === 'paragraph' &&
    node.children.every((child) => child.type === 'break' || (child.type === 'text' && child.value.trim() === ''))
  );
}

/**
 * Moves the declared pictures that a body names behind the block in which they stand, so that every edition can
 * show them with caption and credit; pictures that nobody declared, and remote ones, become their alternative text.
 */
export function placePictures(body: Root, pictures: readonly ItemPicture[]): BodyWithPictures {
  const { definitions } = referencesOf(body);
  const picturesInBody = new Set<ItemPicture>();
  const children = body.children.flatMap((block): RootContent[] => {
    const behind: Paragraph[] = [];
    const kept = withoutPictures(block, (node) => {
      const address = addressOf(node, definitions);
      const index = pictures.findIndex(
        (picture) => picture.declaredFile.normalize('NFC').replace(/^\.\//, '') === address,
      );
      const picture = pictures[index];
      if (picture === undefined) return false;
      if (!picturesInBody.has(picture)) behind.push(pictureParagraph(index));
      picturesInBody.add(picture);
      return true;
    });
    return isEmptyParagraph(kept) ? behind : [kept, ...behind];
  });
  return { body: { ...body, children }, picturesInBody };
}
