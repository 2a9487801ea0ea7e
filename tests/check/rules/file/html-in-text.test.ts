import { expect, test } from 'vitest';
import { checkContributions, placesOf } from '../../../support/checked-issue.js';
import { contributionText } from '../../../support/workspace-fixture.js';

const check = (body: string) => checkContributions({ 'lefoe/a.md': contributionText('title: A', body) });

test.each([
  ['One <b>two</b>', ['5:5', '5:11']],
  ['One\n\n<script>alert(1)</script>', ['7:1']],
  ['</mj-text><mj-raw><script>alert(1)</script>', ['5:1', '5:11', '5:19', '5:35']],
  ['One <img src="https://example.org/x.gif">', ['5:5']],
  ['One\n\n<div>\n\ntwo', ['7:1']],
])('%j is found', async (body, places) => {
  expect(placesOf('file/html', await check(body))).toEqual(places.map((place) => `lefoe/a.md:${place}`));
});

test.each([
  'One<br>two',
  'One<br />two',
  'One <!-- a remark --> two',
  '1 < 2 and 3 > 2',
  '`<b>`',
  '\\<b>',
  '<https://example.org>',
  'a <- b',
])('%j is nothing to remark on', async (body) => {
  expect(placesOf('file/html', await check(body))).toEqual([]);
});
