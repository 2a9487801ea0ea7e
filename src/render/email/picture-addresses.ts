import type { PictureRendition } from '../../model/picture.js';

/** The address of a picture while the e-mail is made; nobody else can write `cid:` into an attribute. */
export function pictureMark(rendition: PictureRendition): string {
  return `cid:${rendition.name}`;
}

/** Gives every picture of the e-mail its address. */
export function addressPictures(html: string, addressOf: (name: string) => string): string {
  return html.replace(/ src="cid:([\w.@-]+)"/g, (_, name: string) => ` src="${addressOf(name)}"`);
}
