import { deflateSync, inflateSync } from 'node:zlib';
import { PDFDocument, StandardFonts, type PDFContext } from '@cantoo/pdf-lib';

/** Changes a PDF before it is written. */
export type Change = (document: PDFDocument, context: PDFContext) => void | Promise<void>;

/** A PDF of some pages, with a text on each. */
export async function pdf(pages: readonly string[] = ['A page of text.'], change: Change = () => undefined) {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const text of pages) {
    const page = document.addPage([400, 600]);
    page.drawText(text, { x: 40, y: 500, size: 12, lineHeight: 16, font });
  }
  await change(document, document.context);
  return Buffer.from(await document.save({ updateFieldAppearances: false }));
}

/** All that is written in a PDF, with whatever is deflated in it. */
export function everythingIn(bytes: Uint8Array): string {
  const file = Buffer.from(bytes);
  const parts = [file.toString('latin1')];
  for (let from = file.indexOf('stream'); from !== -1; from = file.indexOf('stream', from + 6)) {
    const start = from + (file[from + 6] === 13 ? 8 : 7);
    try {
      parts.push(inflateSync(file.subarray(start), { finishFlush: 2 }).toString('latin1'));
    } catch {
      // Not deflated: it stands in the file as it is.
    }
  }
  return parts.join('\n');
}

/** A PDF written by hand: its objects by number, the first one its catalogue. */
export function handmadePdf(objects: readonly string[], trailer = ''): Buffer {
  const parts = ['%PDF-1.7\n'];
  const offsets = objects.map((object, index) => {
    const offset = Buffer.byteLength(parts.join(''), 'latin1');
    parts.push(`${String(index + 1)} 0 obj\n${object}\nendobj\n`);
    return offset;
  });
  const start = Buffer.byteLength(parts.join(''), 'latin1');
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${entries}`,
    `trailer\n<< /Size ${String(objects.length + 1)} /Root 1 0 R ${trailer}>>\nstartxref\n${String(start)}\n%%EOF\n`,
  );
  return Buffer.from(parts.join(''), 'latin1');
}

/** A stream as an object of a PDF written by hand. */
export function stream(content: string, entries = ''): string {
  return `<< /Length ${String(content.length)} ${entries}>>\nstream\n${content}\nendstream`;
}

/** A deflated stream. */
export function deflated(content: string, entries = ''): string {
  return stream(deflateSync(Buffer.from(content, 'latin1')).toString('latin1'), `/Filter /FlateDecode ${entries}`);
}

/** A PDF of one page, and what else is in it by number from 6 on. */
export function onePage(page = '', others: readonly string[] = [], catalog = '', trailer = ''): Buffer {
  return handmadePdf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalog}>>`,
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> ${page}>>`,
      stream('BT /F1 12 Tf 40 500 Td (A page of text.) Tj ET'),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...others,
    ],
    trailer,
  );
}
