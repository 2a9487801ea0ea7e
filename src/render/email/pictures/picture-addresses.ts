import type { PreparedPicture } from '../../../model/issue/pictures/picture.js';

const MARK = / src="cid:([\w.@-]+)"/g;

/**
 * The address of a picture while the e-mail is made, whichever of its renditions will go by mail; nobody else can
 * write `cid:` into an attribute.
 */
export function pictureMark({ renditions }: PreparedPicture): string {
  return `cid:${renditions[0].name}`;
}

/** The pictures that a page shows, each once, in the order of their first use. */
export function shownPictures(html: string, all: readonly PreparedPicture[]): readonly PreparedPicture[] {
  const byName = new Map(all.map((picture) => [picture.renditions[0].name, picture]));
  const names = new Set([...html.matchAll(MARK)].map(([, name = '']) => name));
  return [...names].flatMap((name) => byName.get(name) ?? []);
}

/** Gives every picture of the e-mail its address. */
export function addressPictures(html: string, addressOf: (name: string) => string): string {
  return html.replace(MARK, (_, name: string) => ` src="${addressOf(name)}"`);
}
