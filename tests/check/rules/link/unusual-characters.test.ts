import { expect, test } from 'vitest';
import { checkContributions, foundBy, placesOf } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const RULE = 'link/unusual-characters';
const check = (body: string) => checkContributions({ 'lefoe/a.md': contributionText('title: A', body) });

test.each([
  ['[a](https://example.org/annual\u00a0report)', 'error'],
  ['[a](https://example.org/annual%C2%A0report)', 'warning'],
  ['[a](https://example.org/annual\u202freport)', 'error'],
  ['[a](https://example.org/traf\u00adfick)', 'error'],
  ['[a](https://example.org/traf%C2%ADfick)', 'warning'],
  ['https://example.org/traf\u00adfick/law', 'error'],
  ['[a](https://example.org/annual…)', 'error'],
  ['[a](https://www.example.org/…/report)', 'error'],
  ['[a](https://www,example.org/report)', 'error'],
  ['[a](https://www.example.org/“report”)', 'warning'],
  ['[a](https://www.example.org/report”)', 'warning'],
  ['[a](https://www.example.org/d’accueil)', 'warning'],
  ['[a](https://www.example.org/report，2)', 'warning'],
  ['[a](https://www.example.org/report,)', 'warning'],
  ['[a](https://www.example.org/2019–2020)', 'warning'],
  ['[a](<https://www.example.org/annual report>)', 'warning'],
  ['[a]\n\n[a]: https://example.org/annual…', 'error'],
])('%j is said', async (body, severity) => {
  expect(foundBy(RULE, await check(`See ${body}.`))).toMatchObject([{ severity }]);
});

test.each([
  '[a](https://www.example.org/report-2020_a.b~c?x=1,2&y=%2C#d)',
  '[a](https://wiadomosci.example.org/kraj/tekst,79cfc278)',
  '[a](https://example.org/страница)',
  '[a](https://example.org/%D1%81%D1%82%D1%80)',
  '[a](mailto:info@example.org?subject=A%20question%2C%20please)',
  '[a](https://example.org/100%)',
  '[a](https://example.org/annual%20report%E2%80%99s%20end.pdf)',
  '“https://example.org/report”',
])('%s is nothing to remark on', async (body) => {
  expect(placesOf(RULE, await check(`See ${body}`))).toEqual([]);
});
