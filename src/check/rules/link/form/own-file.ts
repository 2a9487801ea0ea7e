import { groupBelow, pictureLines } from '../../../../model/issue/text/proposed-lines.js';
import { rightAddress } from '../../../detect/links/right-address.js';
import { shortened } from '../../../detect/links/written-addresses.js';

/** What is said of a link that leads to a file of its author's. */
export interface OwnFileFault {
  readonly message: string;
  readonly expected: string;
  readonly actual: string;
  readonly help: string;
}

const PLAIN_NAME = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N} ._()-]*$/u;

/** A name of a file as a line of front matter has it. */
function yamlName(name: string): string {
  return PLAIN_NAME.test(name) ? name : JSON.stringify(name);
}

function attach(name: string): string {
  return `publication:\n  file: ${yamlName(name)}`;
}

function imagesBlock(name: string): string {
  return `images:\n${groupBelow('images', pictureLines({ file: yamlName(name) }), true)}`;
}

function asPdf(name: string): string {
  return name.replace(/\.[^.]*$/, '.pdf');
}

/** Files by their endings, and how each comes to the readers. The first that fits counts. */
const KINDS: readonly {
  readonly ending: RegExp;
  readonly expected: string;
  readonly help: (name: string) => string;
}[] = [
  {
    ending: /\.pdf$/i,
    expected: 'the file named under "publication:" in the front matter; or the address of a web page',
    help: (name) =>
      `Take the link out, save the PDF beside the text, and name it in the front matter. Write it like this:\n${attach(name)}`,
  },
  {
    ending: /\.(?:docx?|rtf|odt|pages|pptx?|odp|key|xlsx?|ods|numbers)$/i,
    expected: 'a PDF that is named under "publication:" in the front matter; or the address of a web page',
    help: (name) =>
      `Take the link out, save the document as PDF beside the text, and name the PDF in the front matter. Write it like this:\n${attach(asPdf(name))}`,
  },
  {
    ending: /\.(?:jpe?g|png|gif|webp|tiff?|heic|heif|avif|svg|bmp)$/i,
    expected: 'the picture named under "images:" in the front matter; or the address of a web page',
    help: (name) =>
      `Take the link out, and name the picture in the front matter: it is shown with the text. Write it like this:\n${imagesBlock(name)}`,
  },
  {
    ending: /\.(?:txt|csv|zip|rar|7z|mp3|mp4|m4a|mov|wav|avi|ics|epub|eml|msg)$/i,
    expected: 'the address of a web page, such as https://www.example.org/page',
    help: () => 'Put the file on your web site, and link to it there; or take the link out.',
  },
];

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** What to do about a link to "Report.docx", "C:\Users\Anna\report.pdf", "file:///…"; `undefined` for any other link. */
export function ownFileFault(written: string): OwnFileFault | undefined {
  const onDisk = /^(?:file:|[a-z]:[\\/]|\\\\)/i.test(written);
  const relative = !/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(written);
  if (!onDisk && !relative) return undefined;
  const path = decode(onDisk ? written : written.replace(/[?#].*$/su, ''));
  const name = path.split(/[/\\]/).at(-1) ?? path;
  const kind = KINDS.find(({ ending }) => ending.test(name));
  // "example.org/report.pdf" is on a web site.
  if (kind === undefined || (!onDisk && path.includes('/') && rightAddress(path) !== undefined)) return undefined;
  return {
    message: onDisk
      ? 'This link leads to a file on your own computer, which no reader can open.'
      : 'This link leads to a file of your folder, which readers do not have.',
    expected: kind.expected,
    actual: shortened(decode(written)),
    help: kind.help(name),
  };
}
