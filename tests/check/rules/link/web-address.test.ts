import { describe, expect, test } from 'vitest';
import { buildIssue } from '../../../../src/app/builds/build-issue.js';
import { checkContributions, foundBy, open, placesOf, stateOf, workspaceWith } from '../../../support/checked-issue.js';
import { contributionText, ISSUE } from '../../../support/workspace-fixture.js';

const check = (body: string, frontMatter = 'title: A') =>
  checkContributions({ 'lefoe/a.md': contributionText(frontMatter, body) });

describe('every rule about addresses finds them in the text and in the front matter', () => {
  const FRONT_MATTER = (url: string) =>
    `title: A\nlink:\n  label: The report on permits\n  url: ${url}\nsource:\n  title: B\n  url: ${url}\nevent:\n  start: 2021-01-25\n  url: ${url}`;

  test.each([
    ['link/insecure', 'http://www.example.org/a', 'warning'],
    ['link/shortener', 'https://bit.ly/3xYz', 'error'],
    ['link/tracking', 'https://www.example.org/a?utm_source=x', 'info'],
    ['link/private', 'https://intranet.example.local/a', 'error'],
  ])('%s', async (ruleId, url, severity) => {
    const checked = await check(`See [the report][r] and [the law](${url}).\n\n[r]: ${url}`, FRONT_MATTER(url));
    expect(placesOf(ruleId, checked)).toEqual([
      'lefoe/a.md:5:3',
      'lefoe/a.md:8:3',
      'lefoe/a.md:11:3',
      'lefoe/a.md:14:25',
      'lefoe/a.md:16:1',
    ]);
    expect(foundBy(ruleId, checked).every((finding) => finding.severity === severity)).toBe(true);
  });

  test('in the letter and for funders too', async () => {
    const checked = await checkContributions(
      { 'lefoe/a.md': contributionText() },
      {
        'issues/2020-12/editorial.md': 'Dear readers, look at [our report](https://t.co/abc).\n',
        'issues/2020-12/issue.yaml':
          'title: A\ndate: 2020-12-18\nfunders:\n  - name: A fund\n    url: https://bit.ly/fund\n',
      },
    );
    expect(placesOf('link/shortener', checked)).toEqual([
      'issues/2020-12/editorial.md:1:23',
      'issues/2020-12/issue.yaml:5:5',
    ]);
  });
});

describe('an address behind which nobody can see', () => {
  test.each([
    'https://bit.ly/abc',
    'https://www.bit.ly/abc',
    'https://t.co/abc',
    'https://tinyurl.com/abc',
    'https://goo.gl/abc',
    'https://ow.ly/abc',
    'https://lnkd.in/abc',
    'https://lsi.us5.list-manage.com/track/click?u=1&id=2',
    'https://u123.ct.sendgrid.net/ls/click?upn=x',
    'https://protect-eu.mimecast.com/s/abc',
    'https://eur01.safelinks.protection.outlook.com/?data=x',
    'https://www.google.com/url?q=nowhere',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fbit.ly%2Fabc',
  ])('%s is refused', async (url) => {
    const checked = await check(`See [the report](${url}).`);
    expect(placesOf('link/shortener', checked)).toEqual(['lefoe/a.md:5:5']);
    expect(stateOf('lefoe/a.md', checked)).toBe('refused');
  });

  test.each([
    'https://youtu.be/abc',
    'https://www.un.org/',
    'https://bitly.example.org/abc',
    'https://mailchi.mp/lsi/december',
    'https://notbit.ly.example.org/a',
  ])('%s is none', async (url) => {
    expect(foundBy('link/shortener', await check(`See [the report](${url}).`))).toEqual([]);
  });
});

describe('an address that is not public', () => {
  test.each([
    'https://192.168.1.5/report',
    'https://93.184.216.34/report',
    'http://2130706433/',
    'https://[2001:db8::1]/report',
    'https://files.internal/report',
    'https://printer.local/',
    'https://app.localhost:8080/',
  ])('%s is refused', async (url) => {
    const found = foundBy('link/private', await check(`See [the report](${url}).`));
    expect(found).toMatchObject([{ severity: 'error', line: 5 }]);
  });

  test.each(['geheim-77', 'gehäim 77'.replace(' ', ''), 'p@ss-geheim-77'])(
    'the password %s in it is never repeated',
    async (password) => {
      const checked = await check(
        `See [the report](http://anna:${password}@files.example.org/a).`,
        `title: A about ${password}`,
      );
      expect(placesOf('link/private', checked)).toEqual(['lefoe/a.md:5:5']);
      expect(JSON.stringify([checked.findings, checked.contributions])).not.toContain(password);
    },
  );

  test.each([
    'https://local.example.org/',
    'https://www.home.nl/',
    'https://example.org/192.168.1.1',
    'https://пример.рф/',
  ])('%s is', async (url) => {
    expect(foundBy('link/private', await check(`See [the report](${url}).`))).toEqual([]);
  });
});

test('what watches the reader stands in no edition', async () => {
  const tracked = 'https://www.example.org/report?id=3&utm_source=mail&fbclid=xyz';
  const wrapped = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(tracked)}&data=anna%40example.org`;
  const workspace = workspaceWith(
    {
      'lefoe/a.md': contributionText(
        `title: A\nlink: { label: The report on permits, url: "${tracked}" }\nsource: { title: B, url: "${wrapped}" }\nevent: { start: 2021-01-25, url: "${tracked}" }`,
        `[The report](${wrapped}), [the law][l], <${tracked}>\n\n- [a list](${tracked})\n\n[l]: ${wrapped}`,
      ),
    },
    {
      'issues/2020-12/editorial.md': `Read [the report](${tracked}).\n`,
      'issues/2020-12/issue.yaml': `title: A\ndate: 2020-12-18\nfunders:\n  - { name: A fund, url: "${tracked}" }\n`,
    },
  );
  const built = await buildIssue(open(workspace), { issue: ISSUE, onProgress: () => undefined });
  const page = built.files.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : [])).join('\n');
  for (const edition of [page, built.email.html, built.email.text]) {
    expect(edition).toContain('https://www.example.org/report?id=3');
    expect(edition).not.toMatch(/utm_|fbclid|safelinks|anna%40/);
  }
});
