import { attributeOf, elementsNamed, parseHtml } from '../../html/page.js';
import type { Configuration } from '../../model/settings/configuration.js';
import type { OutputFile } from '../../model/issue/edition.js';
import { MAX_BYTES, MAX_STYLE_BYTES } from '../../render/email/email-findings.js';

/** How large something is, and how large it may be, in bytes. */
export interface MeasuredSize {
  readonly bytes: number;
  readonly most: number;
}

/** The sizes of an e-mail and their limits. */
export interface EditionSizes {
  /** Gmail clips a message above about 102 KB. */
  readonly html: MeasuredSize;
  /** The largest style sheet; Gmail drops one above about 16 KB. */
  readonly style: MeasuredSize;
  /** The pictures that the e-mail shows, each once. */
  readonly pictures: MeasuredSize;
  /** How they reach the reader. */
  readonly delivery: 'embedded' | 'hosted';
}

function bytesOf(file: OutputFile | undefined): number {
  if (file === undefined) return 0;
  return file.content.kind === 'copy' ? file.content.bytes : Buffer.byteLength(file.content.text);
}

/** Measures an e-mail as it is in `out/`: with sample values in its slots, and its pictures beside it. */
export function measureEdition(
  html: string,
  files: ReadonlyMap<string, OutputFile>,
  { pictures }: Pick<Configuration, 'pictures'>,
): EditionSizes {
  const page = parseHtml(html);
  const styles = elementsNamed(page, 'style').map(({ tagEnd, contentEnd }) =>
    Buffer.byteLength(html.slice(tagEnd, contentEnd)),
  );
  const shown = new Set(page.elements.flatMap((element) => attributeOf(element, 'src')?.value ?? []));
  return {
    html: { bytes: Buffer.byteLength(html), most: MAX_BYTES },
    style: { bytes: Math.max(0, ...styles), most: MAX_STYLE_BYTES },
    pictures: {
      bytes: [...shown].reduce((sum, address) => sum + bytesOf(files.get(address)), 0),
      most: pictures.budgetBytes,
    },
    delivery: pictures.inMail,
  };
}
