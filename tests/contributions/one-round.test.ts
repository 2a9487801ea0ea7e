import { describe, expect, test } from 'vitest';
import type { CheckedIssue } from '../../src/app/issue/check/check-issue.js';
import { checkContributions, foundBy, stateOf } from '../support/checked-issue.js';
import { contributionText } from '../support/workspace-fixture.js';

// LEFÖ is in Vienna.
const NAME = 'lefoe/a.md';

function checkText(text: string | Uint8Array): Promise<CheckedIssue> {
  return checkContributions({ [NAME]: text });
}

const checkFront = (frontMatter: string) => checkText(contributionText(frontMatter));

async function helpAt(line: number, frontMatter: string): Promise<string> {
  const { findings } = await checkFront(frontMatter);
  return findings
    .filter((finding) => finding.line === line)
    .map(({ help }) => help)
    .join('\n');
}

describe('another encoding hides nothing', () => {
  const wrong = contributionText('title: Café: offen\ndate: 3. November 2020', 'Mehr [hier](www.lefoe.at) über uns.');
  test.each([
    ['Windows-1252', Buffer.from(wrong, 'latin1')],
    ['UTF-16', Buffer.from(`\ufeff${wrong}`, 'utf16le')],
    ['UTF-16', Buffer.from(`\ufeff${wrong}`, 'utf16le').swap16()],
    ['damaged', Buffer.concat([Buffer.from(wrong), Buffer.from([0xe9, 0x0a])])],
  ])('%s', async (encoding, bytes) => {
    const checked = await checkText(bytes);
    expect(foundBy('file/not-utf-8', checked).map(({ actual }) => actual)).toEqual([expect.stringContaining(encoding)]);
    expect(foundBy('front-matter/yaml', checked)[0]?.help).toContain('title: "Café: offen"');
    expect(foundBy('front-matter/value', checked)[0]?.help).toContain('date: 2020-11-03');
    expect(foundBy('link/malformed', checked)).toHaveLength(1);
    expect(stateOf(NAME, checked)).toBe('refused');
    expect(checked.passing).toEqual([]);
  });

  test('signs of Windows are read as such, and Cyrillic is not read as French', async () => {
    const quoted = Buffer.from(contributionText('title: A', 'a) L\x92acc\xe8s\nb) Le logement'), 'latin1');
    const bullets = foundBy('file/bullets', await checkText(quoted));
    expect(bullets.map(({ actual }) => actual)).toEqual([expect.stringContaining('L’accès')]);
    // "Гаряча лінія відкрита щодня" in Windows-1251.
    const letters = 'c3e0f0fff7e020ebb3edb3ff20e2b3e4eaf0e8f2e020f9eee4edff20e3e0f0fff7e020e2b3e4eaf0e8f2e0';
    const bytes = Buffer.concat([Buffer.from(contributionText('title: A', '')), Buffer.from(letters, 'hex')]);
    const checked = await checkText(bytes);
    expect(foundBy('file/not-utf-8', checked)[0]?.actual).toContain('Windows-1251');
    expect(checked.findings.filter(({ ruleId }) => ruleId.startsWith('language/'))).toEqual([]);
  });
});

describe('lines above the front matter hide nothing in it', () => {
  test.each([
    'Dear secretariat, here is our text. Best, Ania\n\n',
    'Hello,\n\nplease find below our news.\n\n',
    'Subject: our text\n',
    '\n',
    '\n\n   \n',
    '# Our text\n\n',
  ])('%j', async (above) => {
    const checked = await checkText(`${above}${contributionText('Title - News: from Vienna\ndate: 3 May 2020')}`);
    const [absent] = foundBy('front-matter/absent', checked);
    expect(absent?.help).toMatch(/above the first ---/);
    expect(foundBy('front-matter/yaml', checked)[0]?.help).toContain('Title: "News: from Vienna"');
    expect(foundBy('front-matter/value', checked)[0]?.help).toContain('date: 2020-05-03');
    expect(stateOf(NAME, checked)).toBe('refused');
  });

  test('lines of hyphens in a text are no front matter', async () => {
    const checked = await checkText('Only text.\n\n---\nWhere: Vienna\n---\n\nMore.\n');
    expect(foundBy('front-matter/absent', checked)[0]?.help).toContain('Begin the file with three lines');
  });
});

describe('behind an unknown key the value is judged as well', () => {
  test.each([
    ['Datum: 3. November 2020', 'date: 2020-11-03'],
    ['Rubrik: Neuigkeiten', 'section: member-news'],
    ['lang: English (Kenya)', 'language: en'],
    ['Bild: x.jpg', 'image:\n  file: x.jpg\n  alt: '],
    ['picture: x.jpg', '  consent: '],
    ['Veranstaltung: 25 January 2021, 15:00–17:30', 'event:\n  start: 2021-01-25T15:00\n  end: 2021-01-25T17:30'],
    ['quelle: https://example.org/a', 'source:\n  title: '],
    ['frist: 31.12.2020', 'deadline: 2020-12-31'],
    ['Foto: x.jpg\nBildunterschrift: Der neue Raum', 'caption: Der neue Raum'],
  ])('%j', async (line, right) => {
    expect(await helpAt(3, `title: A\n${line}`)).toContain(right);
  });

  test('a title under another name is shown as it should be', async () => {
    expect(await helpAt(2, 'Titel: "Neue Studie: Wer hilft?"')).toContain('title: "Neue Studie: Wer hilft?"');
    expect(await helpAt(2, 'Titel: Neue Studie: Wer hilft?')).toContain('title: "Neue Studie: Wer hilft?"');
  });

  test('a key of another program refuses no text that passed before', async () => {
    const checked = await checkFront('title: A\ncover: /img/a.jpg\ncategories: [news]\nurl: /2020/a');
    expect(stateOf(NAME, checked)).toBe('warned');
  });

  test.each([
    [
      'starts: 17.12.2020, 7 pm – 9 pm Warsaw time\nplace: Zoom',
      'event:\n  start: 2020-12-17T19:00\n  end: 2020-12-17T21:00\n  timezone: Europe/Warsaw\n  place: Zoom',
    ],
    ['registration: https://example.org/a', 'event:\n  start: YYYY-MM-DDThh:mm\n  url: https://example.org/a'],
    ['where: Vienna', 'place: Vienna'],
    ['ends: 21:00\nbegin: 2020-12-17 19:00', 'start: 2020-12-17 19:00\n  end: 2020-12-17T21:00'],
    ['photographer: Maja Novak', 'credit: Maja Novak'],
  ])('a key that belongs into a group loses nothing: %j', async (line, block) => {
    expect(await helpAt(3, `title: A\n${line}`)).toContain(block);
  });

  test('an empty key is named like others, and the list of keys stands once', async () => {
    const found = foundBy('front-matter/unknown-key', await checkFront('title: A\nalt:\ntags: b\nlayout: c\ntitre: d'));
    expect(found.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
    expect(found.filter(({ expected }) => expected.startsWith('one of: '))).toHaveLength(1);
  });
});

describe('pictures and events', () => {
  test.each(['image: x.jpg', 'images:\n  - x.jpg', 'images: x.jpg', 'image: [x.jpg]', 'image: ./x.jpg', 'bild: x.jpg'])(
    'a bare name that is in no folder: %j',
    async (line) => {
      const checked = await checkFront(`title: A\n${line}`);
      expect(foundBy('front-matter/value', checked)).toHaveLength(1);
      expect(foundBy('picture/file', checked)).toHaveLength(1);
    },
  );

  test.each([
    ['start: 12 December 2020, 18:30\n  end: 17:00', /before it begins/],
    ['start: 2020-12-12T18:30\n  end: 5 pm', /before it begins/],
    ['start: 12 December 2020, 18:30\n  end: 2020-12-12T17:00', /before it begins/],
    ['start: 12 December 2020, 18:30\n  end: 11 December 2020', /before it begins/],
    ['start: 12 December 2020, 7 pm - 6.30 pm', /start: 2020-12-12T19:00[^]*before it begins/],
    ['start: 12 December 2020, 22:00\n  end: 02:00', /end: 2020-12-13T02:00/],
  ])('an event never ends before it begins: %j', async (lines, said) => {
    const checked = await checkFront(`title: A\nevent:\n  ${lines}`);
    const help = foundBy('front-matter/value', checked).map((one) => one.help);
    expect(help.join('\n')).toMatch(said);
    expect(help.join('\n')).not.toMatch(/end: 2020-12-12T1[78]|end: 2020-12-11(?!T)/);
  });

  test.each([
    ['link: www.lefoe.at/report', 'link:\n  url: https://www.lefoe.at/report\n  label: Read more at www.lefoe.at'],
    ['link: lefoe.at/report', 'url: https://lefoe.at/report'],
    ['source: www.lefoe.at', 'source:\n  title: Name of the source\n  url: https://www.lefoe.at'],
    ['link: Our report', 'link:\n  url: https://…\n  label: Our report'],
    ['link:\n  url: www.lefoe.at/a\n  label: B', 'url: https://www.lefoe.at/a'],
  ])('an address without its beginning: %j', async (line, right) => {
    expect((await helpAt(3, `title: A\n${line}`)) + (await helpAt(4, `title: A\n${line}`))).toContain(right);
  });
});

describe('the right line, and nothing to copy that is not', () => {
  test.each([
    ['date: 2020-25-11', 'date: 2020-11-25'],
    ['date: 11/25/2020', 'date: 2020-11-25'],
    ['date: soon', 'date: YYYY-MM-DD'],
    ['date: 12/11/2020', 'If 11 December is meant, write 2020-12-11.'],
    ['deadline: 03-04-2020', 'Here 03-04 was taken for 3 April'],
    ['embargo: 1/2/2021', 'write 2021-01-02'],
    ['author - Anna Kern', 'author: Anna Kern'],
    ['author = Anna Kern', 'author: Anna Kern'],
    ['author – Anna: Wien', 'author: "Anna: Wien"'],
    ['author: - Anna', 'author: Anna'],
    ['author: "- Anna"', 'author: Anna'],
    ['summary: "An evening: film, soup".', 'summary: "An evening: film, soup."'],
    ["summary: 'An evening with a film' .", 'summary: An evening with a film.'],
    ['summary: "Who helps"?', 'summary: Who helps?'],
    ['summary: "A film",', 'summary: A film'],
    ['title: "A film" and soup', `title: '"A film" and soup'`],
    ['summary: "– We ask"', 'summary: We ask'],
    ['author: “Anna Kern”', 'author: Anna Kern'],
    ['section: Campaign', 'section: action'],
    ['section: Survivor Stories', 'section: opinion'],
    ['section: News from members', 'section: member-news'],
    ...['Stories', 'Voices', 'Our story', 'Calls', 'Take part', 'Things'].map((word): [string, string] => [
      `section: ${word}`,
      'Write one of the names above.',
    ]),
    ['section: Jobs', 'section: vacancy'],
    ['section: Research', 'section: publication'],
    ['section: Agenda\nevent:\n  start: 2020-12-20', 'section: event'],
    ['section: Dates\nevent:\n  start: 2020-12-20', 'section: event'],
    ['section: Miscellany', 'Without this line the text stands in the section "member-news"'],
  ])('%j', async (line, right) => {
    const front = line.startsWith('title') ? `section: action\n${line}` : `title: A\n${line}`;
    expect(await helpAt(3, front)).toContain(right);
  });

  test.each(['12/12/2020', '25/11/2020', '12.11.2020', '5 May 2020'])('%j can only be read in one way', async (day) => {
    expect(await helpAt(3, `title: A\ndate: ${day}`)).not.toContain('was taken for');
  });

  test.each(['We ask for rooms', 'We ask: who pays?', 'Rooms - and more'])(
    'a line below "summary: >" is indented: %j',
    async (words) => {
      const { findings } = await checkFront(`title: A\nsummary: >\n${words}`);
      expect(findings.find(({ line }) => line === 4)?.help).toContain(`by two blanks`);
      expect(findings.find(({ line }) => line === 4)?.help).toContain(`"  ${words}"`);
    },
  );

  test.each(['title: “It took me four years”', 'author: Anna “Anni” Kern', 'author: Anna - Kern'])(
    'signs that belong to a text stay: %j',
    async (line) => {
      const front = line.startsWith('title') ? line : `title: A\n${line}`;
      expect(foundBy('front-matter/value', await checkFront(front))).toEqual([]);
    },
  );
});

test('what stands behind an unknown key of a refused text is checked like the rest', async () => {
  const checked = await checkFront('Titel: A\nZusammenfassung: Call +43 1 796 92 98 at night.\ndatum: 2020-25-11');
  expect(foundBy('confidentiality/telephone', checked).map(({ line }) => line)).toEqual([3]);
  expect(stateOf(NAME, checked)).toBe('refused');
});

describe('the day of an event behind "date:"', () => {
  const adviceOf = async (front: string) => (await checkFront(front)).findings.map(({ help }) => help).join('\n');
  test.each([
    [
      'date: samedi 5 décembre 2026\nstart: 19h30\nend: 21h\nplace: Lyon',
      'event:\n  start: 2026-12-05T19:30\n  end: 2026-12-05T21:00\n  place: Lyon',
    ],
    ['date: 5 December 2026\nbegin: 7 pm\nvenue: Zoom', 'event:\n  start: 2026-12-05T19:00\n  place: Zoom'],
    ['Datum: 5.12.2026\nBeginn: 19:30 Uhr\nOrt: Wien', 'event:\n  start: 2026-12-05T19:30\n  place: Wien'],
    ['date: 2026-12-05\ntime: 19:30', 'event:\n  start: 2026-12-05T19:30'],
    ['type: Événement\ndate: 5 décembre 2026\nlieu: Lyon', 'event:\n  start: 2026-12-05\n  place: Lyon'],
  ])('one block with all that is known, once: %j', async (lines, block) => {
    const advice = await adviceOf(`title: A\n${lines}`);
    expect(advice).toContain(block);
    expect(advice.split('event:\n  start')).toHaveLength(2);
    expect(advice).not.toMatch(/\bdate: 20/);
  });

  test('without other lines, and beside an event', async () => {
    const alone = await adviceOf('title: A\nsection: Agenda\ndate: 5 December 2026, 18:00');
    expect(alone).toContain('event:\n  start: 2026-12-05T18:00');
    const beside = await adviceOf('title: A\ndate: 5 May 2020\nevent:\n  start: 2020-12-20');
    expect(beside).toContain('date: 2020-05-05');
  });

  test.each(['15 January 2027', '2027-01-15', '15.1.2027'])(
    'a day after the issue is said at once: %s',
    async (day) => {
      expect(foundBy('timeliness/future-date', await checkFront(`title: A\ndate: ${day}`))).toHaveLength(1);
    },
  );
});

test.each([
  ['title = "Mosaik calls: no cuts"', 'title: "Mosaik calls: no cuts"'],
  ['title = "Mosaik calls"', 'title: Mosaik calls'],
  ["title - 'Mosaik calls'", 'title: Mosaik calls'],
  ['title = „Mosaik ruft“', 'title: Mosaik ruft'],
  ['title = «Mosaik appelle»', 'title: Mosaik appelle'],
  ['title = The word "no" counts', 'title: The word "no" counts'],
])('%s: the proposed line shows readers no quotation marks around it', async (written, right) => {
  const { findings } = await checkFront(`${written}\nsection: member-news`);
  expect(findings.map(({ help }) => help).join('\n')).toContain(right);
});
