import { MAX_FILE_BYTES } from '../../../model/issue/pictures/file-sizes.js';
import { limitWords } from '../../../model/text/amounts/size-words.js';
import type { DroppedPicture } from '../../../model/issue/contribution.js';
import { isTaken, type PictureType, type TakenPictureType } from '../../../model/issue/pictures/picture.js';
import { contributionRule, placeInFrontMatter, type RuleFinding } from '../../engine/rule.js';

type PictureFault = Pick<RuleFinding, 'message' | 'expected' | 'actual' | 'help'>;

const REFUSALS: Record<Extract<DroppedPicture, { kind: 'refused' }>['reason'], PictureFault> = {
  outside: {
    message: "This picture would lie outside the member's folder.",
    expected: 'the name of a file in the same folder, such as meeting.jpg',
    actual: 'a path that leads elsewhere',
    help: 'Save the picture beside the text, and write only its name.',
  },
  link: {
    message: 'The picture is a link to another place, and links are never followed.',
    expected: 'the picture itself',
    actual: 'a link',
    help: 'Save a copy of the picture beside the text.',
  },
  'not-a-file': {
    message: 'The picture cannot be read.',
    expected: 'a picture file',
    actual: 'something else',
    help: 'Save the picture again beside the text.',
  },
  'too-large': {
    message: 'The picture is too large.',
    expected: `at most ${limitWords(MAX_FILE_BYTES.picture)}`,
    actual: 'more',
    help: 'Save it smaller: 2000 pixels in width are plenty.',
  },
};

const KINDS: Record<Exclude<PictureType, TakenPictureType>, { readonly actual: string; readonly help: string }> = {
  svg: {
    actual: 'a drawing in SVG, which can carry programs',
    help: 'Open it in a drawing program and export it as PNG, 2000 pixels wide.',
  },
  heic: {
    actual: 'a photo in HEIC, as an iPhone saves it',
    help: 'Open it in Photos (Mac: Preview) and export it as JPEG. On the iPhone itself: Settings, Camera, Formats, "Most Compatible".',
  },
  avif: {
    actual: 'a picture in AVIF, which many mail programs cannot show',
    help: 'Open it in a picture program or a browser, and save it as JPEG.',
  },
  unknown: {
    actual: 'another kind of file',
    help: 'Open it in a picture program and save it as JPEG. SVG and HEIC are not taken.',
  },
};

function missing(declared: string, similar: string | undefined): PictureFault {
  return {
    message: `The picture "${declared}" is not in the folder.`,
    expected: 'a file of exactly this name beside the text',
    actual: similar === undefined ? 'no such file' : `"${similar}"`,
    help:
      similar === undefined
        ? 'Save the picture in the same folder, or correct its name here (capital letters count).'
        : `There is a file "${similar}": write its name exactly so, capital letters count.`,
  };
}

function faultOf(picture: DroppedPicture): PictureFault | undefined {
  switch (picture.kind) {
    case 'missing':
      return missing(picture.declaredFile, picture.similar);
    case 'refused':
      return REFUSALS[picture.reason];
    case 'found':
      return isTaken(picture.type)
        ? undefined
        : {
            message: `"${picture.declaredFile}" is not a picture of a kind that is taken, whatever its name says.`,
            expected: 'a JPEG or PNG picture (WebP, GIF and TIFF are taken too)',
            ...KINDS[picture.type],
          };
  }
}

/** A declared picture must be there, and must be a picture. */
export const pictureFile = contributionRule({
  id: 'picture/file',
  severity: ['error', 'warning'],
  mayBeAllowed: false,
  why: 'Only pictures that lie beside their text, and that are pictures by their content, can be made safe to publish.',
  wrong: 'image: file: ../../photos/Meeting.JPG',
  right: 'image: file: meeting.jpg, with the picture saved beside the text',
  *check(contribution) {
    for (const picture of contribution.pictures) {
      const fault = faultOf(picture);
      if (fault !== undefined) {
        yield { ...placeInFrontMatter(contribution, `${picture.path}.file`), ...fault };
      }
    }
    for (const picture of contribution.namedPictures) {
      const fault = faultOf(picture);
      if (fault === undefined) continue;
      const severity = picture.underOtherKey ? 'warning' : 'error';
      yield { severity, ...placeInFrontMatter(contribution, picture.path), ...fault };
    }
  },
});
