import type { DroppedPicture } from '../../../model/contribution.js';
import { placeInFrontMatter, type ContributionRule, type Remark } from '../../rule.js';

type Trouble = Pick<Remark, 'message' | 'expected' | 'actual' | 'help'>;

const REFUSALS: Record<Extract<DroppedPicture, { kind: 'refused' }>['reason'], Trouble> = {
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
    expected: 'at most 25 MB',
    actual: 'more',
    help: 'Save it smaller: 2000 pixels in width are plenty.',
  },
};

function troubleWith(picture: DroppedPicture): Trouble | undefined {
  switch (picture.kind) {
    case 'missing':
      return {
        message: `The picture "${picture.declaredFile}" is not in the folder.`,
        expected: 'a file of exactly this name beside the text',
        actual: 'no such file',
        help: 'Save the picture in the same folder, or correct its name here (capital letters count).',
      };
    case 'refused':
      return REFUSALS[picture.reason];
    case 'found':
      return picture.type === 'unknown'
        ? {
            message: `"${picture.declaredFile}" is not a picture of a kind that is taken, whatever its name says.`,
            expected: 'a JPEG or PNG picture (WebP, GIF and TIFF are taken too)',
            actual: 'another kind of file',
            help: 'Open it in a picture program and save it as JPEG. SVG and HEIC are not taken.',
          }
        : undefined;
  }
}

/** A declared picture must be there, and must be a picture. */
export const pictureFile: ContributionRule = {
  kind: 'contribution',
  id: 'picture/file',
  why: 'Only pictures that lie beside their text, and that are pictures by their content, can be made safe to publish.',
  wrong: 'image: file: ../../photos/Meeting.JPG',
  right: 'image: file: meeting.jpg, with the picture saved beside the text',
  *check(contribution) {
    for (const picture of contribution.pictures) {
      const trouble = troubleWith(picture);
      if (trouble !== undefined) {
        yield { severity: 'error', ...placeInFrontMatter(contribution, `${picture.path}.file`), ...trouble };
      }
    }
  },
};
