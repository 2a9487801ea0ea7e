import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { encodedWords } from '../../src/mime/encoded-words.js';
import { mailboxField, unstructuredField } from '../../src/mime/header-fields.js';

/** Subjects and names in the scripts of our readers, with letters of one to four octets mixed in. */
const SUBJECTS: Readonly<Record<string, readonly [subject: string, name: string]>> = {
  ukrainian: ['Нові права для постраждалих від торгівлі людьми, грудень 2020', 'Олена Коваленко, Ла Страда — Україна'],
  bulgarian: ['Български център за помощ отваря нова линия; новини за декември 2020', 'Асоциация „Анимус“'],
  arabic: ['حقوق ضحايا الاتجار بالبشر: نشرة كانون الأول / ديسمبر ٢٠٢٠', 'مركز المساعدة القانونية'],
  greek: [
    'Δικαιώματα των θυμάτων εμπορίας ανθρώπων στην Ελλάδα, Δεκέμβριος 2020',
    'Ελληνικό Συμβούλιο για τους Πρόσφυγες',
  ],
  georgian: [
    'a ადამიანით ვაჭრობის მსხვერპლთა უფლებები საქართველოში, 2020 წლის დეკემბერი',
    'ადამიანის უფლებების ცენტრი',
  ],
  german: ['Größere Rechte für Betroffene: „Schutz ohne Vorbedingung“ – Dezember 2020 für alle Länder', 'Jürgen Müßig'],
  mixed: ['é ქართული 👩🏽‍⚖️ é ქართული é 👩🏽‍⚖️ ქართული ქართული', 'Ж ქართული é 👩🏽‍⚖️'],
};

/** How GMime 3.2 reads words that stand side by side: it joins those of one encoding, and stops at the first padding. */
function asGMimeReads(words: readonly string[]): string {
  const parts: { encoding: string; content: string }[] = [];
  for (const word of words) {
    const [, encoding = '', content = ''] = /^=\?utf-8\?(.)\?(.*)\?=$/.exec(word) ?? [];
    const last = parts.at(-1);
    if (last?.encoding === encoding) last.content += content;
    else parts.push({ encoding, content });
  }
  return parts.map(({ encoding, content }) => decode(encoding, content)).join('');
}

function decode(encoding: string, content: string): string {
  if (encoding === 'b') return Buffer.from(content.replace(/=.*$/s, ''), 'base64').toString('utf8');
  return decodeURIComponent(content.replaceAll('_', ' ').replaceAll('%', '%25').replaceAll('=', '%'));
}

const anyText = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }), fc.constantFrom('a', 'é', 'ქ', '👩🏽‍⚖️')))
  .map((pieces) => pieces.join(''));

test('any text is read whole by a program that joins base64 before it decodes, from any column', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 0, max: 30 }), (text, column) => {
      const words = encodedWords(text, column);
      expect(asGMimeReads(words)).toBe(text);
      words.forEach((word, index) => {
        expect(word.length).toBeLessThanOrEqual(index === 0 ? 75 - column : 75);
      });
    }),
    { numRuns: 2000 },
  );
});

test('most of a line is used: words are not much more than their text needs', () => {
  for (const [subject] of Object.values(SUBJECTS).filter(([text]) => /^\p{Script=Cyrillic}/u.test(text))) {
    expect(encodedWords(subject, 9).length).toBeLessThanOrEqual(Math.ceil(Buffer.byteLength(subject) / 42));
  }
});

/** Debian's own Python has its packages; another one may come first on the PATH. */
const python = ['python3', '/usr/bin/python3'].find(
  (program) => spawnSync(program, ['-c', 'import gi; gi.require_version("GMime", "3.0")']).status === 0,
);
const withoutGMime = python === undefined && process.env['CI'] !== 'true';
if (withoutGMime) {
  process.stderr.write('Skipped: headers as GMime reads them, since python3-gi and gir1.2-gmime-3.0 were not found.\n');
}

const readingsSchema = z.array(z.array(z.tuple([z.string(), z.string()])));

describe.skipIf(withoutGMime)('subjects and names are read whole', () => {
  test('by GMime, Python and postal-mime, in the scripts of our readers', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'newsletter-headers-'));
    try {
      const messages = Object.values(SUBJECTS).map(([subject, name]) =>
        [
          mailboxField('To', { name, address: 'a@example.org' }),
          unstructuredField('Subject', subject),
          '',
          'text',
          '',
        ].join('\r\n'),
      );
      const files = messages.map((message, index) => {
        const file = path.join(folder, `${String(index)}.eml`);
        writeFileSync(file, message);
        return file;
      });
      const { stdout, stderr } = spawnSync(python ?? 'python3', ['tests/support/mime/read-headers.py', ...files], {
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      const readings = readingsSchema.parse(JSON.parse(stdout));
      const ours = await Promise.all(messages.map(async (message) => PostalMime.parse(message)));
      Object.values(SUBJECTS).forEach((written, index) => {
        expect(readings[index]).toEqual([written, written]);
        expect([ours[index]?.subject, ours[index]?.to?.[0]?.name]).toEqual(written);
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
