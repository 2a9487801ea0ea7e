import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeDocumentSafe, type SafeDocument } from '../../../src/assets/pdf/clean/make-safe.js';
import { photoWithTraces, PLANTED } from '../../support/assets/pictures/planted.js';
import { everythingIn, onePage, pdf, stream } from '../../support/assets/pdf/pdf-fixture.js';

type Safe = Extract<SafeDocument, { kind: 'safe' }>;

async function safe(bytes: Buffer): Promise<Safe> {
  const outcome = await makeDocumentSafe(bytes);
  if (outcome.kind !== 'safe') throw new Error(`It is refused: ${outcome.reason}.`);
  return outcome;
}

const ACTION = (action: string) => `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A ${action} >>]`;

describe('a PDF that does more than being read is refused', () => {
  test.each<readonly [string, string, Buffer]>([
    ['JavaScript when it is opened', 'scripts', onePage('', [], '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>')],
    [
      'JavaScript by a name',
      'scripts',
      onePage('', ['<< /Names [(a) << /S /JavaScript /JS (1) >>] >>'], '/Names << /JavaScript 6 0 R >>'),
    ],
    [
      'JavaScript when a page is turned',
      'scripts',
      onePage('/AA << /O << /S /JavaScript /JS 6 0 R >> >>', [stream('app.alert(1)')]),
    ],
    [
      'JavaScript after a harmless action',
      'scripts',
      onePage(ACTION('<< /S /URI /URI (https://example.org) /Next << /S /JavaScript /JS (1) >> >>')),
    ],
    ['JavaScript with its name in disguise', 'scripts', onePage(ACTION('<< /S /J#61vaScript /J#53 (1) >>'))],
    ['an order to start a program', 'programs', onePage(ACTION('<< /S /Launch /F (cmd.exe) >>'))],
    ['a program when it is closed', 'programs', onePage('', [], '/AA << /WC << /S /Launch /F (cmd.exe) >> >>')],
    ['a form that sends', 'submitting-form', onePage(ACTION('<< /S /SubmitForm /F (https://example.org) >>'))],
    [
      'a form of the other kind',
      'submitting-form',
      onePage('', [stream('<xdp/>')], '/AcroForm << /Fields [] /XFA 6 0 R >>'),
    ],
    ['a film', 'media', onePage('/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>]')],
    ['a film when it is opened', 'media', onePage('', [], '/OpenAction << /S /Rendition >>')],
    ['a file as a note', 'embedded-files', onePage('/Annots [<< /Subtype /FileAttachment /Rect [0 0 9 9] >>]')],
    ['a collection of files', 'embedded-files', onePage('', [], '/Collection << /View /D >>')],
    [
      'a stream in another file',
      'embedded-files',
      onePage('', ['<< /Length 0 /F (c:/secret.txt) >>\nstream\n\nendstream'], '/Lang 6 0 R'),
    ],
    [
      'a signature',
      'signed',
      onePage('', ['<< /Type /Sig /Contents <00> >>'], '/AcroForm << /Fields [<< /FT /Sig /V 6 0 R >>] >>'),
    ],
    ['a password', 'encrypted', onePage('', ['<< /Filter /Standard /V 2 >>'], '', '/Encrypt 6 0 R ')],
  ])('%s: %s', async (_, reason, bytes) => {
    expect(await makeDocumentSafe(bytes)).toEqual({ kind: 'refused', reason });
  });

  test('an attached document', async () => {
    const bytes = await pdf(['Text.'], (document) => document.attach(Buffer.from('The draft.'), 'draft.docx'));
    expect(await makeDocumentSafe(bytes)).toEqual({ kind: 'refused', reason: 'embedded-files' });
  });

  test('a real password', async () => {
    const bytes = await pdf(['Text.'], (document) => {
      document.encrypt({ userPassword: 'secret', ownerPassword: 'secret' });
    });
    expect(await makeDocumentSafe(bytes)).toEqual({ kind: 'refused', reason: 'encrypted' });
  });

  test.each([
    ['nothing', ''],
    ['only its first line', '%PDF-1.7\n'],
    ['a text', '%PDF-1.7\nJust text, and no PDF at all.'],
    ['one that was cut off', onePage().subarray(0, -20)],
    ['half of one', onePage().subarray(0, 300)],
    [
      'no catalogue',
      Buffer.from(onePage().toString('latin1').replace('/Catalog', '/Catalan').replace('/Root', '/Rood')),
    ],
  ])('%s is damaged', async (_, content) => {
    expect(await makeDocumentSafe(Buffer.from(content))).toEqual({ kind: 'refused', reason: 'damaged' });
  });
});

describe('what goes out of it', () => {
  const SECRET = 'Anna Secret, Shelter Street 5';

  test('its author, title, dates and programs, and its XMP, wherever they hang', async () => {
    const bytes = await pdf(['What everybody may read.'], (document, context) => {
      document.setAuthor(SECRET);
      document.setTitle(SECRET);
      document.setProducer(SECRET);
      const xmp = context.register(
        context.stream(`<?xpacket?><x:xmpmeta>${SECRET}</x:xmpmeta>`, { Type: 'Metadata', Subtype: 'XML' }),
      );
      for (const key of ['Metadata', 'PieceInfo']) {
        document.catalog.set(PDFName.of(key), xmp);
        document.getPage(0).node.set(PDFName.of(key), xmp);
      }
      document.getPage(0).node.set(PDFName.of('LastModified'), PDFString.of(SECRET));
      document.getPage(0).node.set(PDFName.of('PTEX.FileName'), PDFString.of(SECRET));
      // Two that nobody refers to: what is left of an earlier version.
      context.register(context.obj({ Author: PDFHexString.fromText(SECRET) }));
      context.register(context.flateStream(SECRET));
    });
    expect(everythingIn(bytes)).toContain(SECRET);
    const { bytes: clean, text, removals } = await safe(bytes);
    const everything = everythingIn(clean);
    for (const trace of [
      'Secret',
      'Shelter',
      'xpacket',
      'Metadata',
      'Author',
      'Producer',
      'CreationDate',
      'PTEX',
      PDFHexString.fromText(SECRET).asString().slice(4),
    ])
      expect(everything).not.toContain(trace);
    expect(text.pages).toEqual([{ number: 1, paragraphs: ['What everybody may read.'] }]);
    expect(removals).toEqual([]);
    expect((await PDFDocument.load(clean, { updateMetadata: false })).getAuthor()).toBeUndefined();
  });

  test('an earlier version of a page that was saved over', async () => {
    const first = onePage('', [stream(`BT /F1 12 Tf 40 500 Td (${SECRET}) Tj ET`)]).toString('latin1');
    const before = first.replace('/Contents 4 0 R', '/Contents 6 0 R');
    const page = /3 0 obj\n[^]*?endobj\n/.exec(first)?.[0] ?? '';
    const saved = Buffer.from(`${before}${page}trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`, 'latin1');
    const { bytes, text } = await safe(saved);
    expect(text.pages[0]?.paragraphs).toEqual(['A page of text.']);
    expect(everythingIn(bytes)).not.toContain('Secret');
  });

  test('what a camera wrote into its pictures, and not the pictures', async () => {
    const photo = await photoWithTraces();
    const picture = (filter: string, content: Buffer) =>
      onePage('', [
        stream(
          content.toString('latin1'),
          `/Type /XObject /Subtype /Image /Width 40 /Height 20 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter ${filter} `,
        ),
      ]).toString('latin1');
    for (const file of [picture('/DCTDecode', photo), picture('[/FlateDecode /DCTDecode]', deflateSync(photo))]) {
      const bytes = Buffer.from(file.replace('/Font <<', '/XObject << /M 6 0 R >> /Font <<'), 'latin1');
      const everything = everythingIn((await safe(bytes)).bytes);
      expect(everything).toContain('/DCTDecode');
      for (const trace of PLANTED) expect(everything).not.toContain(trace);
      expect(everything).not.toContain('Exif');
    }
  });

  test('comments that were laid over a page, with their authors; this is said', async () => {
    const notes = ['Text', 'Highlight', 'FreeText', 'Stamp', 'Popup'].map(
      (kind) => `<< /Type /Annot /Subtype /${kind} /Rect [0 0 9 9] /T (Anna Secret) /Contents (Is this legal?) >>`,
    );
    const link =
      '<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /NM (Anna Secret) /A << /S /URI /URI (https://example.org/a) >> >>';
    const { bytes, removals, text } = await safe(
      onePage(
        `/Annots [${notes.join(' ')} 6 0 R 7 0 R]`,
        [link, notes[0] ?? ''],
        '/StructTreeRoot << /K << /Type /OBJR /Obj 7 0 R >> >>',
      ),
    );
    expect(removals).toEqual(['comments']);
    expect(text.addresses).toEqual(['https://example.org/a']);
    const everything = everythingIn(bytes);
    for (const trace of ['Secret', 'legal', 'Highlight']) expect(everything).not.toContain(trace);
  });

  test.each([
    '<< /S /URI /URI (file:///C:/Users/anna/draft.docx) >>',
    '<< /S /URI /URI (javascript:alert\\(1\\)) >>',
    '<< /S /GoToR /F (//server/anna/x.pdf) >>',
  ])('links that lead to nothing public: %s', async (action) => {
    const { bytes, removals } = await safe(onePage(ACTION(action)));
    expect(removals).toEqual(['links']);
    expect(everythingIn(bytes)).not.toMatch(/anna|javascript/);
  });

  test('metadata where it cannot be taken out: then it is refused', async () => {
    const file = onePage('', [stream('% <?xpacket begin?> Anna Secret')]).toString('latin1');
    const bytes = Buffer.from(file.replace('/Contents 4 0 R', '/Contents [4 0 R 6 0 R]'), 'latin1');
    expect(await makeDocumentSafe(bytes)).toEqual({ kind: 'refused', reason: 'metadata' });
  });
});

describe('what stays', () => {
  test('words of every page, bookmarks, descriptions, values of forms', async () => {
    const bytes = await pdf(['One.\nGoes on.', 'Two.'], (document) => {
      document.getForm().createTextField('name').setText('A value');
    });
    const { text } = await safe(bytes);
    expect(text.pages.map(({ paragraphs }) => paragraphs)).toEqual([['One.\nGoes on.'], ['Two.']]);
    expect(text.labels).toContain('A value');
    expect(text.complete).toBe(true);
  });

  test('a bookmark, also where its words are an object of their own', async () => {
    const others = [
      '<< /First 7 0 R /Last 7 0 R /Count 1 >>',
      '<< /Title 8 0 R /Parent 6 0 R /Dest [3 0 R /Fit] >>',
      '(The first chapter)',
    ];
    const { text, bytes } = await safe(onePage('', others, '/Outlines 6 0 R'));
    expect(text.labels).toEqual(['The first chapter']);
    expect(everythingIn(bytes)).toContain('The first chapter');
  });

  test('names that a file gave its own fonts and pictures, whatever they are called', async () => {
    const file = onePage().toString('latin1').replace('/F1 5 0 R', '/Author 5 0 R').replace('/F1 12', '/Author 12');
    expect((await safe(Buffer.from(file, 'latin1'))).text.pages[0]?.paragraphs).toEqual(['A page of text.']);
  });

  test('the same file gives the same bytes', async () => {
    const bytes = await pdf(['One.', 'Two.']);
    expect((await safe(bytes)).bytes).toEqual((await safe(bytes)).bytes);
  });

  test('a form that sends nothing, and a link inside the file', async () => {
    const { bytes } = await safe(onePage(ACTION('<< /S /GoTo /D [3 0 R /Fit] >>')));
    expect(everythingIn(bytes)).toContain('/GoTo');
  });
});

test('any bytes are made safe or refused, in time', async () => {
  const whole = await pdf(['Some text.']);
  const change = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(change, fc.nat(whole.length), async (changes, length) => {
      const bytes = Buffer.from(whole);
      for (const [index, value] of changes) bytes[index] = value;
      const outcome = await makeDocumentSafe(length % 3 === 0 ? bytes.subarray(0, length) : bytes);
      expect(['safe', 'refused']).toContain(outcome.kind);
    }),
    { numRuns: 100 },
  );
});
