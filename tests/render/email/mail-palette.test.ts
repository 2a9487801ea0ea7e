import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Palette } from '../../../src/model/settings/design.js';
import { darkReaderLuminance, darkReaderQuotient, mailPalette } from '../../../src/render/email/look/mail-palette.js';
import { contrast, readPalette } from '../../../src/templating/palette.js';
import { issue, item, render, TEMPLATES } from '../../support/render/issue-fixture.js';

const SHIPPED = readPalette([TEMPLATES]);
const TEXTS = ['ink', 'muted', 'title', 'link', 'accent', 'onMasthead', 'onMastheadSoft', 'onFooter'] as const;

/** What Thunderbird's DarkReader leaves alone: seen in Thunderbird 153. */
function expectKept({ light, dark }: Palette): void {
  for (const name of TEXTS) expect(darkReaderLuminance(dark[name]), name).toBeGreaterThan(200);
  for (const scheme of [light, dark]) {
    expect(darkReaderLuminance(scheme.button)).toBeLessThanOrEqual(200);
    expect(darkReaderQuotient(scheme.onButton, scheme.button)).toBeGreaterThanOrEqual(3.5);
  }
}

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);

describe('the colours of the e-mail, in the dark of Thunderbird', () => {
  test('are those of the palette as it is shipped', () => {
    expectKept(SHIPPED);
    expect(mailPalette(SHIPPED)).toEqual(SHIPPED);
  });

  test('are kept with any palette of the newsletter’s own', () => {
    const scheme = (colours: readonly string[]) =>
      Object.fromEntries(Object.keys(SHIPPED.light).map((name, index) => [name, colours[index] ?? '#000000']));
    const colours = fc.array(colour, { minLength: 18, maxLength: 18 });
    fc.assert(
      fc.property(colours, colours, (light, dark) => {
        const own = {
          ...SHIPPED,
          light: { ...SHIPPED.light, ...scheme(light) },
          dark: { ...SHIPPED.dark, ...scheme(dark) },
        };
        // A palette with fainter buttons is refused.
        fc.pre([own.light, own.dark].every(({ button, onButton }) => contrast(button, onButton) >= 4.5));
        const shown = mailPalette(own);
        expectKept(shown);
        // Whatever is no text and no button stays as the newsletter has it.
        for (const name of ['page', 'paper', 'panel', 'mist', 'masthead', 'footer', 'line'] as const) {
          expect([shown.light[name], shown.dark[name]]).toEqual([own.light[name], own.dark[name]]);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('stand beside their ground on the button, inside of the link', async () => {
    const action = item({ section: 'action', link: { url: 'https://example.org/sign', label: 'Sign the letter' } });
    const { html } = (await render(issue([action]))).email;
    const [, style = ''] = /<a [^>]*><span class="b" style="([^"]*)">Sign the letter<\/span><\/a>/.exec(html) ?? [];
    expect(style).toContain(`background:${SHIPPED.light.button}`);
    expect(style).toContain(`;color:${SHIPPED.light.onButton}`);
    expect(html).toContain(
      `.g .b{background:${SHIPPED.dark.button}!important;color:${SHIPPED.dark.onButton}!important}`,
    );
  });

  test('are said once more inside of every link on a ground of its own, for KMail', async () => {
    const { html } = (await render(issue([item({})]))).email;
    const footer = html.slice(html.indexOf('role="contentinfo"'));
    const links = [...footer.matchAll(/<a [^>]*>(.*?)<\/a>/g)].map(([, inside = '']) => inside);
    expect(links.length).toBeGreaterThan(1);
    for (const inside of links) expect(inside).toMatch(/^<span style="color:#e4eeee;text-decoration:underline">/);
  });

  test('need no class on the body, which would cost Roundcube the style sheet', async () => {
    const { html } = (await render(issue([item({})]))).email;
    expect(/<body[^>]*>/.exec(html)?.[0]).not.toContain('class');
  });
});
