import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanAddress } from '../../../src/model/text/clean-link.js';

describe('what only watches the reader is taken off', () => {
  test.each([
    ['https://example.org/?utm_source=mail', 'https://example.org/', ['utm_source']],
    [
      'https://example.org/a?id=3&utm_source=a&utm_medium=b&page=2',
      'https://example.org/a?id=3&page=2',
      ['utm_source', 'utm_medium'],
    ],
    ['https://example.org/a?fbclid=x#part', 'https://example.org/a#part', ['fbclid']],
    ['https://example.org/a?UTM_Source=x', 'https://example.org/a', ['UTM_Source']],
    ['https://example.org/a?%75tm_source=x', 'https://example.org/a', ['utm_source']],
    ['https://example.org/a?b=1&amp;utm_source=x', 'https://example.org/a?b=1', ['utm_source']],
    ['https://example.org/a#utm_source=x', 'https://example.org/a', ['utm_source']],
    [
      'https://example.org/a?gclid&mc_cid=1&mc_eid=2&mkt_tok=3&_hsenc=4&hsa_x=5&igshid=6',
      'https://example.org/a',
      ['gclid', 'mc_cid', 'mc_eid', 'mkt_tok', '_hsenc', 'hsa_x', 'igshid'],
    ],
  ])('%s', (written, address, removed) => {
    expect(cleanAddress(written)).toEqual({ address, removed, unwrapped: [] });
  });

  const page = 'https://www.example.org/report?id=3&lang=de';
  const encoded = encodeURIComponent(`${page}&utm_source=x`);
  test.each([
    [`https://eur01.safelinks.protection.outlook.com/?url=${encoded}&data=05%7C01%7Canna%40example.org&reserved=0`],
    [`https://www.google.com/url?sa=t&url=${encoded}&usg=x`],
    [`https://www.google.co.uk/url?q=${encoded}`],
    [`https://l.facebook.com/l.php?u=${encoded}&h=x`],
    [`https://www.linkedin.com/redir/redirect?url=${encoded}`],
    [`https://www.youtube.com/redirect?q=${encoded}`],
    [`https://urldefense.com/v3/__${page}&utm_source=x__;!!abc$`],
    [
      `https://urldefense.proofpoint.com/v2/url?u=https-3A__www.example.org_report-3Fid-3D3-26lang-3Dde-26utm-5Fsource-3Dx&d=x`,
    ],
    [`https://l.facebook.com/l.php?u=${encodeURIComponent(`https://www.google.com/url?q=${encoded}`)}`],
  ])('and the way over another service: %s', (written) => {
    const { address, unwrapped, removed } = cleanAddress(written);
    expect(address).toBe(page);
    expect(removed).toEqual(['utm_source']);
    expect(unwrapped.length).toBeGreaterThan(0);
  });
});

describe('everything else stays as it was written', () => {
  test.each([
    'https://example.org',
    'https://example.org/?',
    'https://example.org/#',
    'https://EXAMPLE.org/Ä b?x=a+b&y=%zz&&=1',
    'https://example.org/search?q=utm_source',
    'https://example.org/utm_source=1/fbclid',
    'https://example.org/#:~:text=utm_source=1',
    'https://example.org/?source=newsletter&pk=3&at_home=1&fb_page=2',
    'https://www.google.com/search?q=url',
    'https://www.google.com/url?q=javascript:alert(1)',
    'https://l.facebook.com/l.php?u=nowhere',
    'mailto:a@example.org?subject=utm_source=x&utm_source=y',
    'report.pdf?utm_source=x',
    'https://urldefense.com/v3/__https://example.org/*a__;Iw!!abc$',
  ])('%s', (written) => {
    expect(cleanAddress(written)).toEqual({ address: written, removed: [], unwrapped: [] });
  });

  test('whatever it is; and what is clean stays so', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true })), (written) => {
        const first = cleanAddress(written);
        if (first.removed.length + first.unwrapped.length === 0) expect(first.address).toBe(written);
        expect(cleanAddress(first.address)).toEqual({ address: first.address, removed: [], unwrapped: [] });
      }),
      { numRuns: 500 },
    );
  });

  test('a thousand wrappings do not take for ever', () => {
    let address = 'https://example.org/';
    for (let times = 0; times < 12; times += 1)
      address = `https://l.facebook.com/l.php?u=${encodeURIComponent(address)}`;
    expect(cleanAddress(address).unwrapped).toHaveLength(5);
  });
});
