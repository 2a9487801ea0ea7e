import type { Root as HastRoot, RootContent } from 'hast';
import { writeMarkup, type ElementStyler } from './markup.js';

/** A run of markup, or a picture by its index among the item's pictures. */
export type BodyPart =
  { readonly kind: 'markup'; readonly markup: string } | { readonly kind: 'picture'; readonly index: number };

/** Cuts a body at the pictures that stand in it, so that each edition's template can show them. */
export function bodyParts(tree: HastRoot, styler: ElementStyler): readonly BodyPart[] {
  const parts: BodyPart[] = [];
  let run: RootContent[] = [];
  const closeRun = () => {
    const markup = writeMarkup(run, styler);
    if (markup !== '') parts.push({ kind: 'markup', markup });
    run = [];
  };
  for (const node of tree.children) {
    if (node.type === 'element' && node.tagName === 'figure') {
      closeRun();
      parts.push({ kind: 'picture', index: Number(node.properties['dataPicture']) });
    } else if (node.type !== 'doctype') {
      run.push(node);
    }
  }
  closeRun();
  return parts;
}
