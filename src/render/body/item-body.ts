import type { Root } from 'mdast';
import type { FixedWords } from '../../templating/words/fixed-words.js';
import type { Item, ItemPicture } from '../../model/issue/issue.js';
import { bodyParts, type BodyPart } from './body-parts.js';
import { bodyTree } from './body-tree.js';
import type { ElementStyler } from './markup.js';
import { placePictures } from './place-pictures.js';

/** A part of an item as its template shows it: exactly one of the two is there. */
export interface BodyPartView<P> {
  readonly bodyHtml: string | undefined;
  readonly picture: P | undefined;
}

/** An item's body with its pictures: one above it, some within, the others behind. */
export interface ItemBodyView<P> {
  readonly opening: P | undefined;
  readonly parts: readonly BodyPartView<P>[];
}

interface HtmlEdition<P> {
  readonly words: FixedWords;
  readonly styler: ElementStyler;
  readonly pictureView: (picture: ItemPicture) => P;
}

function partView<P>(part: BodyPart, item: Item, edition: HtmlEdition<P>): BodyPartView<P> {
  if (part.kind === 'markup') return { bodyHtml: part.markup, picture: undefined };
  const picture = item.pictures[part.index];
  return { bodyHtml: undefined, picture: picture === undefined ? undefined : edition.pictureView(picture) };
}

/** Makes the body of an item for an HTML edition. */
export function itemBodyView<P>(item: Item, headingLevel: number, edition: HtmlEdition<P>): ItemBodyView<P> {
  const { body, picturesInBody } = placePictures(item.body, item.pictures);
  const anchorPrefix = `${item.id}-`;
  const tree = bodyTree(body, { anchorPrefix, headingLevel, footnotes: edition.words.footnotes });
  const [opening, ...others] = item.pictures.filter((picture) => !picturesInBody.has(picture));
  return {
    opening: opening === undefined ? undefined : edition.pictureView(opening),
    parts: [
      ...bodyParts(tree, edition.styler).map((part) => partView(part, item, edition)),
      ...others.map((picture) => ({ bodyHtml: undefined, picture: edition.pictureView(picture) })),
    ],
  };
}

/** Makes the secretariat's letter for an HTML edition; it has no pictures. */
export function letterMarkup(letter: Root, words: FixedWords, styler: ElementStyler): string {
  const { body } = placePictures(letter, []);
  const tree = bodyTree(body, { anchorPrefix: 'letter-', headingLevel: 2, footnotes: words.footnotes });
  return bodyParts(tree, styler)
    .map((part) => (part.kind === 'markup' ? part.markup : ''))
    .join('');
}
