import { declaredPictures, type DeclaredPicture } from '../../../model/issue/front-matter.js';
import { PROPOSED } from '../../../model/issue/text/proposed-text.js';
import { foldText } from '../../../model/text/suggestion.js';
import { contributionRule, placeInFrontMatter, type RuleFinding } from '../../engine/rule.js';

/** Words that stand for any picture, in the languages of the members, and the names that cameras and programs give. */
const EMPTY_DESCRIPTIONS = new Set(
  `image images picture pictures pic photo photos photograph foto fotos fotografie fotografía fotografia bild bilder
  afbeelding plaatje imagen imagem immagine obraz obrazek obrázek zdjęcie slika kép resim fotoğraf kuva valokuva
  fotografija imagine poza снимка слика фото фотография фотографія фотаздымак картинка изображение зображення малюнок
  εικόνα φωτογραφία alt alttext caption untitled screenshot screenshotat bildschirmfoto logo banner header img
  dsc dscn dscf dcim pict pxl mvi gopr imgwa whatsappimage whatsappimageat illustration`
    .split(/\s+/)
    .map(foldText),
);

const PICTURE_FILE = /\.(jpe?g|png|gif|webp|tiff?|heic|heif|avif|svg|bmp)$/i;

type DescriptionFault = Pick<RuleFinding, 'message' | 'actual'>;

function faultOf({ file, alt }: DeclaredPicture): DescriptionFault | undefined {
  if (alt === undefined) return { message: `The picture "${file}" has no description.`, actual: 'nothing' };
  const actual = `"${alt.slice(0, 80)}"`;
  const name = file.split('/').at(-1) ?? file;
  const stem = foldText(name.replace(PICTURE_FILE, ''));
  const plain = foldText(alt.replace(PICTURE_FILE, ''));
  // A name such as "open-door.jpg" may hold the right words, if not many: then somebody wrote them out.
  const isName = PICTURE_FILE.test(alt.trim()) || (plain === stem && !/\s/.test(alt.trim()));
  if (isName) return { message: `The description of the picture "${file}" is only the name of a file.`, actual };
  const word = plain
    .replace(/^(an?|the|ein|une?|een)(?=image|picture|photo|foto|bild|afbeelding)/, '')
    .replace(/\d/g, '');
  return EMPTY_DESCRIPTIONS.has(word) || word === ''
    ? { message: `The description of the picture "${file}" does not say what is to be seen.`, actual }
    : undefined;
}

/** A picture needs words for those who do not see it. */
export const pictureDescription = contributionRule({
  id: 'picture/description',
  severity: 'error',
  why: 'Many readers do not see pictures: they listen to the newsletter, or their mail program keeps pictures off.',
  wrong: 'image: file: meeting.jpg, alt: IMG_1234',
  right: 'image: file: meeting.jpg, alt: Three women hold a banner in front of the town hall',
  *check(contribution) {
    for (const [index, declared] of declaredPictures(contribution.frontMatter).entries()) {
      const fault = faultOf(declared);
      if (fault === undefined) continue;
      const path = contribution.pictures[index]?.path ?? 'image';
      yield {
        ...placeInFrontMatter(contribution, declared.alt === undefined ? path : `${path}.alt`),
        ...fault,
        expected: 'a line "alt:" that says in a sentence what is to be seen',
        help: `Write it like this: alt: ${PROPOSED.alt}`,
      };
    }
  },
});
