import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../../src/templating/helpers/display-width.js';
import { issue, item, parseMarkdown, picture, render } from '../../support/render/issue-fixture.js';

/** The plain text of an issue with one item of that body. */
async function textOf(body: string, changes: Parameters<typeof item>[0] = {}): Promise<string> {
  return (await render(issue([item({ body: parseMarkdown(body), ...changes })]))).email.text;
}

describe('the plain-text edition', () => {
  test('numbers links and lists them after the item', async () => {
    const text = await textOf(
      'A [first](https://example.org/a), a [second][s], the [first](https://example.org/a) again, <https://example.org/self>.\n\n[s]: https://example.org/b',
      { link: { url: 'https://example.org/c', label: 'Read on' } },
    );
    expect(text).toContain('A first [1], a second [2], the first [1] again, https://example.org/self.');
    expect(text).toContain(
      '-> Read on [3]\n\n[1] https://example.org/a\n[2] https://example.org/b\n[3] https://example.org/c',
    );
  });

  test('never parts the number of a link from its words', async () => {
    for (let length = 60; length <= 80; length += 1) {
      const text = await textOf(`${'w'.repeat(length - 5)} here [links](https://example.org/a).`);
      expect(text, String(length)).toContain('links [1].');
    }
  });

  test('never breaks an address, and no other line passes 76 columns', async () => {
    const address = `https://example.org/${'long/'.repeat(30)}`;
    const text = await textOf(`${'Some words. '.repeat(40)}\n\n[Here](${address})\n\n${'Київ працює. '.repeat(30)}`, {
      title: 'A title that goes on and on, '.repeat(6).trim(),
    });
    expect(text).toContain(address);
    for (const line of text.split('\n'))
      if (line.includes(' ')) expect(displayWidth(line.replace(address, ''))).toBeLessThanOrEqual(76);
  });

  test('writes lists, quotations, code and headings so that they read well', async () => {
    const text = await textOf(
      '## A heading\n\n1. one\n2. two\n   - deep\n\n> quoted words\n>\n> and more\n\n```\n  code  stays\n```\n\n- [x] done\n- [ ] open\n\n**strong** and _soft_',
    );
    expect(text).toContain(
      'A heading\n\n1. one\n2. two\n   - deep\n\n> quoted words\n>\n> and more\n\n      code  stays\n\n- ☑ done\n- ☐ open\n\n*strong* and _soft_',
    );
  });

  test('writes a table in columns where it fits, otherwise row by row', async () => {
    const narrow = await textOf('| Year | People |\n|---|---|\n| 2020 | 131 |');
    expect(narrow).toContain('Year  People\n----  ------\n2020  131');
    const cells = Array.from({ length: 12 }, (_, index) => `Column ${String(index)}`);
    const wide = await textOf(
      `|${cells.join('|')}|\n|${cells.map(() => '---').join('|')}|\n|${cells.map((cell) => `of ${cell}`).join('|')}|`,
    );
    expect(wide).toContain('- Column 0: of Column 0\n  Column 1: of Column 1');
  });

  test('tells pictures in words, where they stand', async () => {
    const text = await textOf('Before.\n\n![x](door.jpg)\n\nAfter.', { pictures: [picture()] });
    expect(text).toContain('Before.\n\n[Picture: An open door] A door in Vienna Credit: A. Painter.\n\nAfter.');
  });

  test('writes footnotes behind the body', async () => {
    const text = await textOf(
      'A claim.[^a] Another.[^b]\n\n[^b]: The second.\n[^a]: The first, see [there](https://example.org/).',
    );
    expect(text).toContain('A claim. [note 1] Another. [note 2]');
    expect(text).toContain('Notes:\n[note 1] The first, see there [1].\n[note 2] The second.');
  });

  test('leaves raw HTML out', async () => {
    expect(await textOf('Words <b>bold</b>.\n\n<script>alert(1)</script>')).not.toMatch(/<|alert/);
  });
});
