import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { encodeSlotValue } from '../../../src/mime/quoted-printable.js';
import {
  issue,
  item,
  parseMarkdown,
  picture,
  preparedPicture,
  render,
  splicedMessage,
} from '../../support/render/issue-fixture.js';

const PUBLIC = 'https://news.example.org';
const message = async (editions: Awaited<ReturnType<typeof render>>) =>
  PostalMime.parse(splicedMessage(editions, () => encodeSlotValue('x')));

const one = issue([item({ pictures: [picture()] })]);

describe('pictures in the mail', () => {
  test('lie inside it where that is wished, public address or not', async () => {
    const embedded = { inMail: 'embedded', budgetBytes: 300_000 } as const;
    const parsed = await message(await render(one, { publicUrl: PUBLIC, pictures: embedded }));
    expect(parsed.html).toContain('src="cid:door-1104.jpg@example.org"');
    expect(parsed.attachments).toHaveLength(1);
  });

  test('name the heaviest of them where even the smallest are too heavy together', async () => {
    const heavy = (name: string, size: number) =>
      picture({ declaredFile: `${name}.jpg`, prepared: preparedPicture(name, [552, 1104], size) });
    const pictures = { inMail: 'embedded', budgetBytes: 100_000 } as const;
    const items = [
      item({ id: 'a', title: 'First', pictures: [heavy('light', 20_000)] }),
      item({ id: 'b', title: 'Second', pictures: [heavy('heaviest', 120_000)] }),
    ];
    const { findings, email } = await render(issue(items), { pictures });
    expect(email.html).toContain('heaviest-552.jpg');
    expect(findings).toMatchObject([{ ruleId: 'edition/picture-size', severity: 'warning' }]);
    expect(findings[0]?.actual).toBe(
      '140 KB; the largest: heaviest.jpg of "Second" (120 KB); light.jpg of "First" (20 KB)',
    );
    expect(findings[0]?.expected).toContain('pictures.embeddedBudget');
    const wide = { inMail: 'embedded', budgetBytes: 300_000 } as const;
    expect((await render(issue(items), { pictures: wide })).findings).toEqual([]);
  });

  test('are not paid for where their item is shown in short', async () => {
    const long = parseMarkdown('Words that go on and on. '.repeat(4_000));
    const shown = picture({ prepared: preparedPicture('shown', [552, 1104], 120_000) });
    const hidden = picture({ prepared: preparedPicture('hidden', [552, 1104], 200_000) });
    const items = [item({ id: 'a', pictures: [shown] }), item({ id: 'b', body: long, pictures: [hidden] })];
    const pictures = { inMail: 'embedded', budgetBytes: 300_000 } as const;
    const parsed = await message(await render(issue(items), { publicUrl: PUBLIC, pictures }));
    expect(parsed.attachments.map(({ filename }) => filename)).toEqual(['shown-1104.jpg']);
  });
});

describe("the newsletter's logo", () => {
  const logo = preparedPicture('logo', [180, 360]);
  const design = {
    colours: { light: {}, dark: {} },
    logo: 'logo.png',
    logoAlt: 'The umbrella',
    fonts: {},
    items: 'full' as const,
  };

  test('stands in the masthead, on a light ground in every scheme', async () => {
    const { html } = (await render(issue([], { logo }), { design })).email;
    expect(html).toMatch(
      /<td bgcolor="#ffffff"[^>]*>\s*<img src="web\/pictures\/logo-360.jpg" alt="The umbrella" width="180"/,
    );
  });

  test('goes inside the mail with the other pictures, and says the organisation where nobody described it', async () => {
    const parsed = await message(await render(issue([], { logo })));
    expect(parsed.attachments).toHaveLength(1);
    expect(parsed.html).toContain('alt="La Strada International"');
  });
});

describe("the newsletter's own look", () => {
  test('counts in the e-mail and in the web edition', async () => {
    const design = {
      colours: { light: { title: '#123456' }, dark: { title: '#abcdef' } },
      logo: undefined,
      logoAlt: undefined,
      fonts: { serif: 'Charter,serif' },
      items: 'full' as const,
    };
    const { email, files } = await render(one, { design });
    for (const words of ['#123456', '#abcdef', 'Charter,serif']) expect(email.html).toContain(words);
    expect(email.html).not.toContain('solid #0f4c5c');
    const css = files.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : [])).join('');
    expect(css).toContain('#123456');
  });

  test('is refused where a colour is too faint, with the place where it was written', async () => {
    const design = {
      colours: { light: { ink: '#bbbbbb' }, dark: {} },
      logo: undefined,
      logoAlt: undefined,
      fonts: {},
      items: 'full' as const,
    };
    const refused = render(one, { design });
    await expect(refused).rejects.toMatchObject({ code: 'configuration-invalid' });
    await expect(refused).rejects.toThrow(
      /newsletter\.yaml, design\.colours: "light\.ink" \(#bbbbbb\) on "light\.paper"/,
    );
  });
});
