import { describe, expect, test } from 'vitest';
import { encodeSlotValue } from '../../../src/mime/quoted-printable.js';
import type { Item } from '../../../src/model/issue/issue.js';
import { fitMail } from '../../../src/render/email/fit.js';
import {
  issue,
  item,
  parseMarkdown,
  picture,
  render,
  splicedMessage,
  webFile,
} from '../../support/render/issue-fixture.js';
import PostalMime from 'postal-mime';

const PUBLIC = { publicUrl: 'https://news.example.org' };
const MAX_BYTES = 90_000;
const SENTENCE = 'What happened, to whom it matters, and what comes next for them, in a sentence of the usual length. ';

/** An item with this number of sentences. */
function long(id: string, sentences: number, changes: Partial<Item> = {}): Item {
  return item({ id, title: `Title of ${id}`, body: parseMarkdown(SENTENCE.repeat(sentences)), ...changes });
}

const usual = Array.from({ length: 40 }, (_, index) => long(`item-${String(index)}`, 10 + index));

/** The message's HTML as the reader with the longest name and token gets it. */
async function longestHtml(editions: Awaited<ReturnType<typeof render>>): Promise<string> {
  const token = `${'k'.repeat(16)}.zzzzzzzzzz.${'A'.repeat(22)}`;
  const values: Record<string, string> = {
    greeting: `Dear ${'Ж'.repeat(80)},`,
    unsubscribeUrl: `https://news.example.org/u/${token}`,
    preferencesUrl: `https://news.example.org/p/${token}`,
  };
  const parsed = await PostalMime.parse(splicedMessage(editions, (slot) => encodeSlotValue(values[slot] ?? '')));
  return parsed.html ?? '';
}

describe('an issue that is too long for a mail', () => {
  test('shows its longest items in short, with a link to the web edition, and says which', async () => {
    const editions = await render(issue(usual), PUBLIC);
    const html = await longestHtml(editions);
    expect(Buffer.byteLength(html)).toBeLessThan(MAX_BYTES);
    // It is as full as it can be: one more whole item would not fit.
    expect(Buffer.byteLength(html)).toBeGreaterThan(MAX_BYTES - 6_000);
    const isTeaser = (id: string) => html.includes(`href="https://news.example.org/2020-12/#${id}"`);
    const teasers = usual.filter(({ id }) => isTeaser(id)).map(({ id }) => id);
    expect(teasers).toEqual(usual.slice(-teasers.length).map(({ id }) => id));
    expect(teasers.length).toBeGreaterThan(5);
    for (const { id, title } of usual) {
      expect(html).toContain(`id="${id}"`);
      expect(html).toContain(title);
      expect(webFile(editions, 'web/index.html')).toContain(`id="${id}"`);
    }
    expect(editions.findings).toMatchObject([{ ruleId: 'edition/teasers', severity: 'warning' }]);
    expect(editions.findings[0]?.actual).toMatch(
      new RegExp(`^${String(teasers.length)} by their beginning: "Title of`),
    );
  });

  test('keeps what a teaser owes: member, place, summary or first sentences, deadline and button', async () => {
    const many = [
      long('action', 300, {
        section: 'action',
        summary: undefined,
        deadline: '2021-01-15',
        link: { url: 'https://example.org/sign', label: 'Sign the letter' },
        pictures: [picture()],
        sample: true,
      }),
      ...usual.slice(0, 30),
    ];
    const { html } = (await render(issue(many), PUBLIC)).email;
    const teaser = html.slice(html.indexOf('<p id="action"'));
    const end = teaser.slice(0, teaser.indexOf('</td></tr>\n'));
    expect(end).toContain(SENTENCE.trim());
    expect(end.split(SENTENCE.trim()).length - 1).toBeLessThan(3);
    for (const words of [
      'Deadline: 15 January 2021',
      'Sign the letter',
      'Sample, written',
      'Read on in your browser',
    ]) {
      expect(end).toContain(words);
    }
    expect(end).not.toContain('<img');
    expect(html).toMatch(/LEFÖ, Vienna</);
  });

  test('cuts the lead and short items last', async () => {
    const lead = long('the-lead', 200, { section: 'statement', lead: true });
    const short = long('short', 1);
    const { html } = (await render(issue([...usual, short], { lead }), PUBLIC)).email;
    expect(html).not.toContain('/2020-12/#the-lead"');
    expect(html).not.toContain('/2020-12/#short"');
  });

  test('copes with 200 items: what no teaser has room for is a line with a link', async () => {
    const many = Array.from({ length: 200 }, (_, index) => long(`n-${String(index)}`, 5 + (index % 40)));
    const editions = await render(issue(many, { lead: long('the-lead', 20, { lead: true }) }), PUBLIC);
    const html = await longestHtml(editions);
    expect(Buffer.byteLength(html)).toBeLessThan(MAX_BYTES);
    for (const { id, title } of many) {
      expect(html).toContain(`id="${id}"`);
      expect(html).toContain(title);
    }
    expect(html).not.toContain('/2020-12/#the-lead"');
    expect(editions.findings[0]?.actual).toMatch(/by their beginning: .* by their title: /);
    // The text and the web edition have all of every item.
    expect(editions.email.text.split('What happened').length - 1).toBeGreaterThan(1000);
  });

  test('is an error with advice where there is no web edition to lead to', async () => {
    const { findings, email } = await render(issue(usual));
    expect(findings).toMatchObject([{ ruleId: 'edition/size', severity: 'error' }]);
    expect(findings[0]?.help).toContain('publicUrl');
    expect(email.html).not.toContain('Read on');
  });

  test('is an error where not even lines are short enough', async () => {
    const letter = parseMarkdown(SENTENCE.repeat(1000));
    const { findings } = await render(issue([long('one', 1)], { letter }), PUBLIC);
    expect(findings.map(({ ruleId, severity }) => [ruleId, severity])).toContainEqual(['edition/size', 'error']);
  });

  test('shows all again as soon as there is room', async () => {
    const editions = await render(issue(usual.slice(0, 10)), PUBLIC);
    expect(editions.findings).toEqual([]);
    expect(editions.email.html).not.toContain('Read on in your browser');
  });
});

describe('finding the longest mail that fits', () => {
  /** Mails whose source shrinks by 1,000 bytes a step. */
  function mails(added: number, shorter = 50) {
    const made: number[] = [];
    return {
      made,
      lengths: {
        shorter,
        sourceBytes: (length: number) => 60_000 - 1_000 * length,
        make: (length: number) => {
          made.push(length);
          return Promise.resolve({ html: String(length), bytes: 60_000 - 1_000 * length + added });
        },
      },
    };
  }

  test.each([0, 5_000, 14_000, 40_000, 69_000])(
    'makes it in at most three attempts (%i bytes added)',
    async (added) => {
      const { made, lengths } = mails(added);
      const { length, bytes } = await fitMail(lengths, 80_000);
      expect(made.length).toBeLessThanOrEqual(3);
      expect(bytes).toBeLessThanOrEqual(80_000);
      // None is left shorter than it must be, but for the margin.
      expect(length).toBeLessThanOrEqual(Math.max(0, Math.ceil((60_000 + added - 80_000 + 200) / 1_000)));
    },
  );

  test('makes a short one once', async () => {
    const { made, lengths } = mails(10_000);
    expect(await fitMail(lengths, 90_000)).toEqual({ html: '0', bytes: 70_000, length: 0 });
    expect(made).toEqual([0]);
  });

  test('gives back the shortest where none fits', async () => {
    expect(await fitMail(mails(100_000).lengths, 90_000)).toMatchObject({ length: 50 });
  });
});
