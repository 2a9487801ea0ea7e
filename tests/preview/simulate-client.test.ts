import { describe, expect, test } from 'vitest';
import { simulatePage, styleInScheme, simulateText } from '../../src/preview/simulate-client.js';

const STYLE =
  'a{color:red}@media (prefers-color-scheme: dark){a{color:blue}}@media screen and (prefers-color-scheme:light){a{color:green}}';
const page = (body: string, head = '') =>
  `<html><head>${head}<style>${STYLE}</style></head><body>${body}</body></html>`;

describe('a style sheet', () => {
  test('answers for the scheme that is looked at, not for that of the machine', () => {
    expect(styleInScheme(STYLE, 'dark')).toBe(
      'a{color:red}@media (min-width: 0px){a{color:blue}}@media screen and (max-width: 0px){a{color:green}}',
    );
    expect(styleInScheme(STYLE, 'light')).toBe(styleInScheme(STYLE, 'inverted'));
    expect(styleInScheme(STYLE, 'light')).toContain('@media (max-width: 0px){a{color:blue}}');
    expect(styleInScheme(':root{color-scheme: light dark;x:y}', 'dark')).toBe(':root{color-scheme: dark;x:y}');
  });
});

describe('a page', () => {
  test('says that it prefers what is looked at', () => {
    const html = page('', '<meta name="color-scheme" content="light dark">');
    expect(simulatePage(html, { scheme: 'dark', pictures: true })).toContain('content="dark"');
    expect(simulatePage(html, { scheme: 'light', pictures: true })).toContain('content="light"');
  });

  test('leaves what a writer says about colour schemes as it is', () => {
    const words = '<p>@media (prefers-color-scheme: dark) is a media query.</p>';
    expect(simulatePage(page(words), { scheme: 'dark', pictures: true })).toContain(words);
  });

  test('shows no picture when pictures are off, and what stands for them', () => {
    const shown = simulatePage(
      page('<picture><source srcset="b.jpg"><img alt="a > b" src="a.jpg" width="4"></picture><td background="c.png">'),
      { scheme: 'light', pictures: false },
    );
    expect(shown).toContain('<img alt="a > b" width="4">');
    expect(shown).not.toMatch(/[abc]\.(jpg|png)/);
  });

  test('opens links beside the preview, and goes to anchors within', () => {
    const shown = simulatePage(
      page('<a href="#top">t</a><a class="x" href="https://example.org/" target="_top">e</a>'),
      {
        scheme: 'light',
        pictures: true,
      },
    );
    expect(shown).toContain('<a href="#top">');
    expect(shown).toContain('<a class="x" href="https://example.org/" target="_blank" rel="noopener noreferrer">');
  });

  test('turns its colours around for who inverts by force', () => {
    expect(simulatePage(page(''), { scheme: 'inverted', pictures: true })).toContain('filter:invert(1)');
    expect(simulatePage(page(''), { scheme: 'light', pictures: true })).not.toContain('filter');
  });
});

describe('the plain text', () => {
  test('is shown as it is, and never as markup', () => {
    const shown = simulateText('<script>a & b</script>', 'en', { scheme: 'light', pictures: true });
    expect(shown).toContain('&lt;script&gt;a &amp; b&lt;/script&gt;');
    expect(shown).not.toContain('<script');
  });
});
