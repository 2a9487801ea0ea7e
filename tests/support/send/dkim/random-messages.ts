import fc from 'fast-check';
import { unstructuredField } from '../../../../src/mime/header-fields.js';
import { encodeQuotedPrintable, encodeQuotedPrintableRun } from '../../../../src/mime/quoted-printable.js';
import type { MessageTemplate, Segment, Slot } from '../../../../src/model/issue/edition.js';
import { smallTemplate } from '../built-issue.js';

/** A reader and the template of what they get, as a send would have them. */
export interface RandomMessage {
  readonly template: MessageTemplate;
  readonly name: string | undefined;
  readonly address: string;
}

function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, '')
    .replace(/\s+/g, ' ')
    .normalize('NFC')
    .trim();
}

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '.',
    'a  b',
    '"><img src=x>',
    '{name}',
    '$&',
    '=?utf-8?q?x?=',
    'Łucja Öz',
    'Анна "A" <x>',
    'a, b',
    '李 四',
  ),
);
const name = fc.option(
  words.map(oneLine).filter((text) => text !== ''),
  { nil: undefined },
);
/** Local parts of all kinds, also such as need SMTPUTF8, and domains that go as A-labels. */
const address = fc
  .tuple(
    fc.oneof(
      fc.string({
        unit: fc.constantFrom('a', 'b', 'z', '0', '9', '.', '+', '-', '_', '!', '#', '=', '~'),
        minLength: 1,
        maxLength: 20,
      }),
      fc.constantFrom('jürgen', 'олена'),
    ),
    fc.constantFrom('example.org', 'bücher.example', 'news.example.com'),
  )
  .map(([local, domain]) => `r${local}@${domain}`);

/** Text with what canonical forms change: blanks in a row, at the end of lines, and empty lines. */
const text = fc
  .array(fc.oneof(words, fc.constantFrom(' ', '  ', '\t', ' \t ', '\n', '\n\n\n', '.', 'From ', '--', 'word ')), {
    maxLength: 20,
  })
  .map((parts) => parts.join(''));

const slot = fc.constantFrom<Slot>(
  { slot: 'greeting', context: 'plain-text' },
  { slot: 'greeting', context: 'html-text' },
  { slot: 'unsubscribeUrl', context: 'html-attribute' },
);

/** Runs and slots in turn, encoded as a build encodes them. */
const encodedBody = fc
  .tuple(fc.array(fc.tuple(text, slot), { maxLength: 4 }), text)
  .map(([pairs, last]): readonly Segment[] => [
    ...pairs.flatMap(([run, place], index) => [
      encodeQuotedPrintableRun(run, { startsPart: index === 0, endsPart: false }),
      place,
    ]),
    encodeQuotedPrintableRun(last, { startsPart: pairs.length === 0, endsPart: true }),
  ]);

/** What no build makes, but a signature must hold for: bare blanks beside slots, several pieces, empty lines at the end. */
const bareBody = fc.array(fc.oneof(fc.constantFrom('a', ' ', '\t', '\r\n', 'b c', '\r\n\r\n', ' \r\n'), slot), {
  maxLength: 12,
});

const body = fc.oneof(
  { weight: 5, arbitrary: encodedBody },
  { weight: 1, arbitrary: bareBody },
  { weight: 1, arbitrary: text.map((written): readonly Segment[] => [encodeQuotedPrintable(written)]) },
);

/** Messages of every kind, among them names with every kind of character. */
export const randomMessage: fc.Arbitrary<RandomMessage> = fc
  .record({ name, address, body: fc.option(body, { nil: undefined }), subject: words.map(oneLine) })
  .map(({ subject, body: segments, ...reader }) => {
    const usual = smallTemplate();
    const headers = usual.headers.map((field) =>
      field.startsWith('Subject:') ? unstructuredField('Subject', subject === '' ? 'News' : subject) : field,
    );
    // On the wire every message ends with a line end.
    return {
      ...reader,
      template: smallTemplate({ headers, ...(segments === undefined ? {} : { body: [...segments, '\r\n'] }) }),
    };
  });
