import { describe, expect, test } from 'vitest';
import { parseHtml } from '../../src/html/page.js';
import { checkSlots, createSlotMarkers, cutAtSlots, fillSlots } from '../../src/render/slots.js';

const markers = createSlotMarkers('digest');
const url = markers.marker('unsubscribeUrl', 'html-attribute');
const name = markers.marker('greeting', 'html-text');
const text = `Leave: ${markers.marker('unsubscribeUrl', 'plain-text')}`;
const page = (inside: string) => `<html><head><title>t</title></head><body><p>${name}</p>${inside}</body></html>`;
const link = `<a href="${url}">Leave</a>`;

describe('slots', () => {
  test('pass where each stands in its context', () => {
    expect(() => {
      checkSlots(parseHtml(page(link)), text, markers);
    }).not.toThrow();
  });

  test.each([
    ['an address in the text', `${link}${url}`],
    ['an address with something beside it', `${link}<a href="${url}?x">x</a>`],
    ['an address in another attribute', `${link}<img alt="${url}">`],
    ['a name in a tag', `${link}<p title="${name}">x</p>`],
    ['a name in a comment', `${link}<!-- ${name} -->`],
    ['a name that only Outlook shows', `${link}<!--[if mso]><p>${name}</p><![endif]-->`],
    ['a name in a style sheet', `${link}<style>p{content:"${name}"}</style>`],
    ['a slot of the plain text', `${link}${markers.marker('greeting', 'plain-text')}`],
    ['no way to unsubscribe', ''],
  ])('do not pass: %s', (_, inside) => {
    expect(() => {
      checkSlots(parseHtml(page(inside)), text, markers);
    }).toThrow(expect.objectContaining({ code: 'template-invalid' }));
  });

  test('do not pass without a way to unsubscribe in the plain text', () => {
    expect(() => {
      checkSlots(parseHtml(page(link)), 'nothing', markers);
    }).toThrow(/no way to unsubscribe/);
  });

  test('have marks that depend on every input', () => {
    expect(createSlotMarkers('another').marker('greeting', 'html-text')).not.toBe(name);
    expect(new Set(markers.all.map(({ marker }) => marker)).size).toBe(9);
  });

  test('are cut out and filled, escaped for where they stand', () => {
    expect(cutAtSlots(`a${name}b`, markers)).toEqual(['a', { slot: 'greeting', context: 'html-text' }, 'b']);
    const values = { greeting: '<Ann> & "co"', unsubscribeUrl: 'https://example.org/?a=1&b=2', preferencesUrl: '' };
    expect(fillSlots(`${name} ${text}`, markers, values)).toBe(
      '&lt;Ann&gt; &amp; &quot;co&quot; Leave: https://example.org/?a=1&b=2',
    );
  });
});
