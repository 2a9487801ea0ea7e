import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/model/issue/issue.js';
import { createSlotMarkers } from '../../src/render/slots.js';
import { DIGEST, everyEdition, issue, item, parseMarkdown, picture, render } from '../support/render/issue-fixture.js';

const HOSTILE = [
  '{{unsubscribeUrl}}',
  '{{#each}}',
  '{{{greeting}}}',
  '</mj-text><mj-raw><script>alert(1)</script></mj-raw>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  ']]>',
  '<!--',
  '--><script>alert(1)</script>',
  '<![endif]-->',
  '<style>*{display:none}</style>',
  '&lt;script&gt;',
  '&quot;',
  `nlslot-unsubscribeUrl-html-attribute-${'0123456789abcdef'.repeat(2)}`,
  'src="cid:door-1104.jpg"',
] as const;

/** The issue with a text in every place into which a contributor can write one. */
function issueWith(text: string): Issue {
  return issue(
    [
      item({
        title: text,
        titleOriginal: `${text} original`,
        summary: text,
        author: text,
        body: parseMarkdown(`${text}\n\n\`\`\`\n${text}\n\`\`\`\n\n[a label](https://example.org/?q=1)\n\n${text}`),
        link: { url: 'https://example.org/', label: text },
        source: { title: text, url: 'https://example.org/' },
        pictures: [picture({ alt: text, caption: text, credit: text })],
        publication: { number: text, author: text, keywords: [text], file: text },
        events: [{ title: text, start: '2021-01-01', place: text }],
        sample: true,
      }),
    ],
    { letter: parseMarkdown(text), preheader: text, title: text },
  );
}

const validator = new HtmlValidate({
  rules: {
    'close-order': 'error',
    'no-dup-attr': 'error',
    'no-raw-characters': 'error',
    'no-dup-id': 'error',
  },
});

/** A page without the tag that begins what it tells programs, once: whatever else begins a script stays. */
function withoutDataBlock(page: string): string {
  return page.replace('<script type="application/ld+json">', '<script-data>').replace('</script>', '</script-data>');
}

async function validate(page: string): Promise<readonly string[]> {
  const report = await validator.validateString(page);
  return report.results.flatMap(({ messages }) => messages.map(({ message, line }) => `${String(line)}: ${message}`));
}

describe('a hostile text', () => {
  test.each(HOSTILE)('is only text in every edition: %s', async (text) => {
    const editions = await render(issueWith(text));
    const { html, web } = everyEdition(editions);
    for (const page of [html, web]) {
      expect(withoutDataBlock(page)).not.toMatch(
        /<script[ >]|<mj-|<img src=x|onerror=alert\(1\)>| on\w+="|\]\]>|<!\[endif\]--><script/,
      );
      expect([...page.matchAll(/<img /g)]).toHaveLength(1);
      expect(page.match(/<style>\*/)).toBeNull();
      expect(await validate(page)).toEqual([]);
    }
    // What was typed is what is read.
    expect(editions.email.text.replace(/\s+/g, ' ')).toContain(text);
  });

  test('changes neither number nor place of the slots', async () => {
    const plain = await render(issueWith('plain'));
    const slots = plain.email.message.body.filter((segment) => typeof segment !== 'string');
    for (const text of HOSTILE) {
      const { body } = (await render(issueWith(text))).email.message;
      expect(body.filter((segment) => typeof segment !== 'string')).toEqual(slots);
    }
  });

  test('cannot carry a mark of a slot into the issue unnoticed', async () => {
    // Nobody can know a real mark, which hashes the text that would hold it; if one did, the build would stop.
    const mark = createSlotMarkers(DIGEST).marker('unsubscribeUrl', 'html-attribute');
    await expect(render(issueWith(`see ${mark} there`))).rejects.toMatchObject({ code: 'template-invalid' });
  });
});

describe('a link that is no http, https or mailto', () => {
  test.each(['javascript:alert(1)', 'JaVaScript:alert(1)', 'data:text/html,x', 'vbscript:x', 'java\nscript:alert(1)'])(
    'leads nowhere: %s',
    async (url) => {
      const editions = await render(
        issue([
          item({
            body: parseMarkdown(`[a label](<${url.replace('\n', '')}>) and <${url.replace('\n', '')}>`),
            link: { url, label: 'A label' },
            source: { title: 'A source', url },
            events: [{ start: '2021-01-01', url }],
            publication: { file: url },
          }),
        ]),
      );
      const { html, web } = everyEdition(editions);
      for (const page of [html, web]) expect(page).not.toMatch(/href="[^"]*(script|data):/i);
    },
  );
});

describe('pictures that nobody declared', () => {
  test('leave their alternative text and ask no host', async () => {
    const body = parseMarkdown(
      'Look: ![a pixel](https://tracker.example/p.gif) and ![mine][p]\n\n[p]: //evil.example/x.png',
    );
    const { html, web, text } = everyEdition(await render(issue([item({ body })])));
    for (const edition of [html, web, text]) {
      expect(edition).not.toMatch(/tracker\.example|evil\.example/);
      expect(edition).toContain('a pixel');
    }
  });
});

describe('any text', () => {
  test('keeps the pages well-formed and the slots where they are', async () => {
    const piece = fc.constantFrom(
      ...HOSTILE,
      '*',
      '_',
      '`',
      '[',
      '](',
      ')',
      '|',
      '\n',
      '#',
      '>',
      '- ',
      '\u202e',
      '\u0000',
      '🜁',
    );
    const text = fc
      .array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 12 })), { minLength: 1, maxLength: 12 })
      .map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(text, text, async (title, body) => {
        const oneLine = title.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim() || 'x';
        const editions = await render(issue([item({ title: oneLine, summary: oneLine, body: parseMarkdown(body) })]));
        const { html, web } = everyEdition(editions);
        for (const page of [html, web]) {
          expect(await validate(page)).toEqual([]);
          expect(withoutDataBlock(page)).not.toMatch(/<script[ >]|<mj-/);
        }
        expect(editions.email.message.body.filter((segment) => typeof segment !== 'string')).toHaveLength(4);
      }),
      { numRuns: 25, seed: 7 },
    );
  });
});
