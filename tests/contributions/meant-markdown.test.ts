import { expect, test } from 'vitest';
import { parseMarkdown } from '../../src/contributions/markdown/markdown.js';
import { check, workspaceWith } from '../support/checked-issue.js';
import { contributionText } from '../support/workspace-fixture.js';
import { showBody } from '../support/contributions/shown-body.js';
import { MANY_MARKS } from '../support/contributions/many-marks.js';

/** What readers see of a body in both HTML editions, and what is said: `rule severity line`. */
type Case = readonly [body: string, shown: string, said: readonly string[]];

const EMPHASIS = 'file/emphasis warning';

const TAKEN_AS_MEANT: readonly Case[] = [
  ['This is **very **important.', '<p>This is <strong>very</strong> important.</p>', [`${EMPHASIS} 7`]],
  ['**Deadline:**Friday', '<p><strong>Deadline:</strong> Friday</p>', [`${EMPHASIS} 7`]],
  ['** bold** words', '<p><strong>bold</strong> words</p>', [`${EMPHASIS} 7`]],
  ['See ** bold ** words', '<p>See <strong>bold</strong> words</p>', [`${EMPHASIS} 7`]],
  ['One.\nThe __very __end', '<p>One. The <strong>very</strong> end</p>', [`${EMPHASIS} 8`]],
  ['Das **„Wort“**es ist', '<p>Das <strong>„Wort“</strong>es ist</p>', [`${EMPHASIS} 7`]],
  ['Die**(Neuen)** da', '<p>Die<strong>(Neuen)</strong> da</p>', [`${EMPHASIS} 7`]],
  ['- **Ort:**Wien', '<ul><li><strong>Ort:</strong> Wien</li></ul>', [`${EMPHASIS} 7`]],
  ['> **Rok:**piątek', '<blockquote><p><strong>Rok:</strong> piątek</p></blockquote>', [`${EMPHASIS} 7`]],
  ['See **[us](https://a.org) **now', '<p>See <strong><a>us</a></strong> now</p>', [`${EMPHASIS} 7`]],
  [
    '**A** and **B **or **C**',
    '<p><strong>A</strong> and <strong>B</strong> or <strong>C</strong></p>',
    [`${EMPHASIS} 7`],
  ],
  ['Leser*innen und Freund*innen', '<p>Leser*innen und Freund*innen</p>', []],
  ['3*4*5 and 2**3**', '<p>3*4*5 and 2**3**</p>', []],
  ['3~5 March, 7~9 April', '<p>3~5 March, 7~9 April</p>', []],
  ['~~gone~~', '<p><del>gone</del></p>', []],
  ['• one\n• two', '<ul><li>one</li><li>two</li></ul>', ['file/bullets warning 7']],
  ['We ask:\n•\tone\n•\ttwo', '<p>We ask:</p><ul><li>one</li><li>two</li></ul>', ['file/bullets warning 8']],
  ['•one\n•\u00a0two', '<ul><li>one</li><li>two</li></ul>', ['file/bullets warning 7']],
  ['▪ one\n▪ **two**', '<ul><li>one</li><li><strong>two</strong></li></ul>', ['file/bullets warning 7']],
  ['\uf0b7       one\n\uf0b7       two', '<ul><li>one</li><li>two</li></ul>', ['file/bullets warning 7']],
  ['o\tone\no\ttwo', '<ul><li>one</li><li>two</li></ul>', ['file/bullets warning 7']],
  ['§\tone\n§\ttwo', '<ul><li>one</li><li>two</li></ul>', ['file/bullets warning 7']],
  ['· one\n· two', '<ul><li>one</li><li>two</li></ul>', ['file/bullets warning 7']],
  ['- • one\n- two', '<ul><li>one</li><li>two</li></ul>', ['file/bullets warning 7']],
  ['– one\n– two', '<p>– one<br>– two</p>', ['file/bullets warning 7']],
  ['-One\n-Two', '<p>-One<br>-Two</p>', ['file/bullets warning 7']],
  ['a) one\nb) two', '<p>a) one<br>b) two</p>', ['file/bullets warning 7']],
  ['1)One\n2)Two', '<p>1)One<br>2)Two</p>', ['file/bullets warning 7']],
  ['§ 1 One\n§ 2 Two', '<p>§ 1 One<br>§ 2 Two</p>', ['file/bullets warning 7']],
  ['✅ One\n✅ Two', '<p>✅ One<br>✅ Two</p>', ['file/bullets warning 7']],
  ['[ ] One\n[x] Two', '<p>[ ] One<br>[x] Two</p>', ['file/bullets warning 7']],
  ['* one\n* two\n*Three', '<ul><li>one</li><li>two</li><li>Three</li></ul>', ['file/bullets warning 9']],
  ['- one\n- two\n-Three', '<ul><li>one</li><li>two</li><li>Three</li></ul>', ['file/bullets warning 9']],
  ['+ one\n+Two\n+ three', '<ul><li>one</li><li>Two</li><li>three</li></ul>', ['file/bullets warning 8']],
  ['*One\n* two\n* three', '<ul><li>One</li><li>two</li><li>three</li></ul>', ['file/bullets warning 7']],
  ['* one\n*Two\n*Three', '<ul><li>one</li><li>Two</li><li>Three</li></ul>', ['file/bullets warning 8']],
  ['* one\n*two* goes on', '<ul><li>one <em>two</em> goes on</li></ul>', []],
  ['##No space', '<h5>No space</h5>', ['file/heading warning 7']],
  ['Text\n###Heading here', '<p>Text</p><h5>Heading here</h5>', ['file/heading warning 8']],
  ['#\u00a0Heading', '<h5>Heading</h5>', ['file/heading warning 7']],
  ['A whole sentence stands here.\n---', '<p>A whole sentence stands here.</p><hr>', ['file/heading warning 8']],
  ['Two lines\nstand here\n===', '<p>Two lines stand here ===</p>', ['file/heading warning 9']],
  ['Regards\n--\nThe team', '<p>Regards -- The team</p>', ['file/heading warning 8']],
  ['    Four blanks before words.', '<p>Four blanks before words.</p>', ['file/indented-text warning 7']],
  ['\tA tab before words.', '<p>A tab before words.</p>', ['file/indented-text warning 7']],
  [
    '> One.\n>\n>     Four blanks before words.',
    '<blockquote><p>One.</p><p>Four blanks before words.</p></blockquote>',
    ['file/indented-text warning 9'],
  ],
  ['[Note]: tomorrow', '<p>[Note]: tomorrow</p>', ['file/lost-words warning 7']],
  ['| a | b |\n| 1 | 2 |', '<p>| a | b |<br>| 1 | 2 |</p>', ['file/table warning 7']],
  ['Town\tDay\nWien\tMontag', '<p>Town Day<br>Wien Montag</p>', ['file/table warning 7']],
  ['„https://example.org/a“.', '<p>„<a>https://example.org/a</a>“.</p>', ['link/text warning 7']],
];

/** In the e-mail, headings are one level higher, and the words of links stand in a span. */
function inEmail(shown: string): string {
  return shown.replaceAll('h5>', 'h4>').replaceAll('<a>', '<a><span>').replaceAll('</a>', '</span></a>');
}

test.each(TAKEN_AS_MEANT)('%j is shown as it was meant', async (body, shown, said) => {
  const { email, web, findings } = await showBody(body);
  // In the web edition an item stands below the name of its country, so its headings are one level lower.
  expect({ email, web }).toEqual({ email: inEmail(shown), web: shown });
  expect(findings.map(({ ruleId, severity, line }) => `${ruleId} ${severity} ${String(line)}`)).toEqual(said);
});

const AS_WRITTEN: readonly (readonly [body: string, rule: string, line: number])[] = [
  ['A note.[^1]', 'file/footnote', 7],
  ['- one[^a]\n- two', 'file/footnote', 7],
  ['One.\n\nTwo.[^note] Three.', 'file/footnote', 9],
  ['| a |\n| --- |\n| b[^2] |', 'file/footnote', 9],
  ['One.^[An inline note.]', 'file/footnote', 7],
  ['See [words][nowhere] now.', 'link/not-taken', 7],
  ['See [words][] now.', 'link/not-taken', 7],
  ['See [the report] (https://example.org/r).', 'link/not-taken', 7],
  ['See [the report]\n(https://example.org/r).', 'link/not-taken', 7],
  ['See (the report)[https://example.org/r].', 'link/not-taken', 7],
  ['See [words](https://example.org/r', 'link/not-taken', 7],
  ['See [words](https://example.org/a b).', 'link/not-taken', 7],
  ['See [words](https://example.org/a\nb).', 'link/not-taken', 7],
  ['See [words(https://example.org/r).', 'link/not-taken', 7],
  ['See words](https://example.org/r).', 'link/not-taken', 7],
  ['See <https://example.org/r and more.', 'link/not-taken', 7],
  ['See "the report":https://example.org/r now.', 'link/not-taken', 7],
  ['**never closed', 'file/emphasis', 7],
  ['Never **closed and *italic*', 'file/emphasis', 7],
  ['It is *very *important.', 'file/emphasis', 7],
  ['It is ~gone~ now.', 'file/emphasis', 7],
  ['Fill __ in __ here.', 'file/emphasis', 7],
  ['• one • two • three', 'file/bullets', 7],
  ['We ask for: • one • two', 'file/bullets', 7],
  ['See {{ page.title }} now.', 'file/other-program', 7],
  ['::: note\nText\n:::', 'file/other-program', 7],
  ['Text {: .class}', 'file/other-program', 7],
  ['Words {#id}', 'file/other-program', 7],
  ['[TOC]', 'file/other-program', 7],
  ['Hello :smile: there', 'file/other-program', 7],
  ['==mark==', 'file/other-program', 7],
  ['See [[Wiki link]].', 'file/other-program', 7],
  ['$$x + y$$', 'file/other-program', 7],
  ["'''bold'''", 'file/other-program', 7],
  ['[b]bold[/b]', 'file/other-program', 7],
  ['> [!NOTE]\n> Text', 'file/other-program', 7],
  ['One &amp;nbsp; two', 'file/other-program', 7],
  ['Copyright &copy 2020', 'file/other-program', 7],
  ['#What worked', 'file/heading', 7],
  ['#What did not work', 'file/heading', 7],
  ['#Was wir fordern:', 'file/heading', 7],
  ['#OUR DEMANDS', 'file/heading', 7],
  ['#Про нас коротко', 'file/heading', 7],
  ['#What helps?\nA lawyer who listens.', 'file/heading', 7],
];

test.each([
  '#16Days',
  '#16Days of Activism',
  '#EndTrafficking now',
  '#endtrafficking and #16days',
  '#Orange #Hope',
  '#MeToo in Europe',
  '#Together we are strong.',
  'Text with #Together in it',
  '#Traffic',
])('%j: a hashtag is nothing to remark on', (body) => {
  expect(parseMarkdown(body).remarks).toEqual([]);
});

test.each(AS_WRITTEN)('%j is shown as it was written, and said', async (body, rule, line) => {
  const { text, findings } = await showBody(body);
  expect(text.replace(/[^\p{L}\p{N}]+/gu, ' ')).toContain(/[\p{L}\p{N}]+/u.exec(body)?.[0] ?? '');
  const found = findings.filter(({ ruleId }) => ruleId === rule);
  expect(found[0]).toMatchObject({ severity: 'warning', line });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

const REFUSED: readonly (readonly [body: string, rule: string, line: number])[] = [
  ['One.\n\n[^1]: A note that nothing calls.', 'file/footnote', 9],
  ['One.[^1]\n\n[^1]: First.\n\n[^1]: Second.', 'file/footnote', 11],
  ['- [^x]: A note in a list.', 'file/footnote', 7],
  ['One.[^1]\n\n[^1]: First.\n[^2]: Second.', 'file/footnote', 10],
  ['One.[^b]\n\n[^b]: B.\n\n[^a]: See [^c].\n\n[^c]: C.', 'file/footnote', 11],
  ['[report]: https://example.org/report', 'file/lost-words', 7],
  ['[a][1]\n\n[1]: https://example.org/a\n[1]: https://example.org/b', 'file/lost-words', 10],
  ['| a |\n| --- |\n| b | c |', 'file/table', 9],
  ['| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 | 5 | 6 |', 'file/table', 10],
  ['{{< youtube x >}}', 'file/other-program', 7],
  ['{{% notice %}}Text{{% /notice %}}', 'file/other-program', 7],
  ['{% include x %}', 'file/other-program', 7],
  ['[gallery ids="1,2"]', 'file/other-program', 7],
  ['[caption id="a"]A picture[/caption]', 'file/other-program', 7],
  ['[my_form id="4"]', 'file/other-program', 7],
  ['![[image.png]]', 'file/other-program', 7],
  ['---\ntitle: Second\ndate: 2020-12-01\n---\n\nText', 'front-matter/repeated', 8],
  ['<!-- never closed\n\nText', 'file/html', 7],
];

test.each(REFUSED)('%j is refused, since something would be lost', async (body, rule, line) => {
  const { findings } = await showBody(body);
  expect(findings.find(({ ruleId }) => ruleId === rule)).toMatchObject({ severity: 'error', line });
});

test.each([
  'Text.[^1]\n\n[^1]: A note.',
  '[words][1] and [1]\n\n[1]: https://example.org/a',
  'He said “[…] no [sic]”, [1][2].',
  '#StopTrafficking today',
  'A heading\n---',
  '* * *',
  '- [ ] open\n- [x] done',
  '| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 |',
  'Vienna • Sofia • Prague',
  '– Ja, sagte sie.\n\n– Nein, sagte er.',
  'The act\n– adopted in 2019\n– is new.',
  'Price**, and the rest**.',
  'Name: __ Date: __ ______',
  'At 10:30:15, ratio 3:2:1, §5(1)(a) and C:\\Temp',
  '`{{ x }}` and `**x **`',
  '\\{{ x }} and \\*\\*x \\*\\*',
  'Line one\\\nline two',
  '\\[words] (https://example.org)',
  'AT&T, R&D; a < b && c > d',
  'word_with_underscores and __init__',
  'See www.example.org/a?x=1&copy=2',
])('%j is nothing to remark on', async (body) => {
  const { findings } = await showBody(body);
  const form = findings.filter(({ ruleId }) => /^(?:file|front-matter)\/|^link\/not-taken$/.test(ruleId));
  expect(form).toEqual([]);
});

test('the letter goes the same way', async () => {
  const workspace = workspaceWith(
    { 'lefoe/a.md': contributionText('title: A', 'Text.') },
    { 'issues/2020-12/editorial.md': 'For **readers **all,\n\n• one\n• two\n\nA <b>word</b>\n\n[^1]: Lost.\n' },
  );
  const { findings } = await check(workspace);
  const said = findings.filter(({ file }) => file === 'issues/2020-12/editorial.md');
  expect(said.map(({ ruleId, severity, line }) => `${ruleId} ${severity} ${String(line)}`)).toEqual([
    'file/emphasis warning 1',
    'file/bullets warning 3',
    'file/html error 6',
    'file/html error 6',
    'file/footnote error 8',
  ]);
});

test('what is said of a text further on stands where it was written', async () => {
  const { findings } = await showBody('•\u00a0\u00a0**Ort: **Wien, [here](nowhere)\n**a:**b <b>');
  expect(findings.map(({ ruleId, line, column }) => `${ruleId} ${String(line)}:${String(column)}`)).toEqual([
    'file/bullets 7:1',
    'file/emphasis 7:4',
    'link/malformed 7:19',
    'link/text 7:20',
    'file/emphasis 8:1',
    'file/html 8:9',
  ]);
});

// What grows out of proportion takes minutes here and ends at the time-out; seconds are measured by `npm run bench:texts`.
test.each(MANY_MARKS)('a text of many %s takes no time out of proportion', (_, text) => {
  expect(() => parseMarkdown(text)).not.toThrow();
});
