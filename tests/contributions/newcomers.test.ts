import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/finding.js';
import { checkContributions } from '../support/checked-issue.js';

/** Six contributions as newcomers write them; each with what they write after having read the findings, and nothing else. */
interface Newcomer {
  readonly called: string;
  readonly first: string;
  /** The lines that have a finding of severity error, in one go. */
  readonly lines: readonly number[];
  /** Pieces that the findings must say, so that nobody has to guess. */
  readonly said: readonly string[];
  readonly second: string;
}

const NEWCOMERS: readonly Newcomer[] = [
  {
    called: 'written in Word: long dashes, typographic marks, a date in words',
    first: `—
Title: “Moldova: a hotline in three languages”
Date: 12 December 2020
Language: English
—

From January our hotline answers in Romanian, Russian and English, every day from nine to five. It is free of charge.
`,
    lines: [1, 2, 3, 5],
    said: ['---', 'Title: "Moldova: a hotline in three languages"', '2020-12-12'],
    second: `---
Title: "Moldova: a hotline in three languages"
Date: 2020-12-12
Language: English
---

From January our hotline answers in Romanian, Russian and English, every day from nine to five. It is free of charge.
`,
  },
  {
    called: 'a post of a blog: a time stamp, a draft, a number sign in the title',
    first: `---
layout: post
title: Campaign #16days ends
date: 2020-12-10T08:00:00+01:00
categories: [news, campaign]
draft: true
---

Sixteen days of action are over. Here is what we did in every region of the country, and what comes next year.
`,
    lines: [3, 6],
    said: ['title: "Campaign #16days ends"', 'Take the line "draft" out'],
    second: `---
layout: post
title: "Campaign #16days ends"
date: 2020-12-10T08:00:00+01:00
categories: [news, campaign]
---

Sixteen days of action are over. Here is what we did in every region of the country, and what comes next year.
`,
  },
  {
    called: 'no blank behind colons, a link in one line',
    first: `---
title:A report on residence permits
section:publications
link: https://www.example.org/report
---

Six organisations compared six laws. The report says who may stay, for how long, and who decides about it.
`,
    lines: [2, 3, 3, 4],
    said: [
      'title: A report on residence permits',
      'Did you mean "publication"?',
      'link:\n  url: https://www.example.org/report\n  label: ',
    ],
    second: `---
title: A report on residence permits
section: publication
link:
  url: https://www.example.org/report
  label: Read more at www.example.org
---

Six organisations compared six laws. The report says who may stay, for how long, and who decides about it.
`,
  },
  {
    called: 'an event in words',
    first: `---
title: Training for social workers
section: event
event:
  start: 25 January 2021, 15:00–17:30 Kyiv time
  place: Online: the address follows
---

A training for social workers who meet trafficked persons for the first time. It takes place in one afternoon.
`,
    lines: [5, 6],
    said: [
      'start: 2021-01-25T15:00\nend: 2021-01-25T17:30\ntimezone: Europe/Kyiv',
      'place: "Online: the address follows"',
    ],
    second: `---
title: Training for social workers
section: event
event:
  start: 2021-01-25T15:00
  end: 2021-01-25T17:30
  timezone: Europe/Kyiv
  place: "Online: the address follows"
---

A training for social workers who meet trafficked persons for the first time. It takes place in one afternoon.
`,
  },
  {
    called: 'the end of the front matter forgotten, a quotation mark inside, a title twice',
    first: `---
title: "They said "no" to us"
title: They said no
language: ua
author: [Anna, Bo]

Суд відмовив жінкам у праві на компенсацію. Організація подала апеляцію, і справу розглядатимуть навесні наступного року.
`,
    lines: [2, 3, 4, 5, 8],
    said: [
      `title: 'They said "no" to us'`,
      'Keep one of the two lines.',
      'language: uk',
      'author: Anna, Bo',
      'below line 5',
    ],
    second: `---
title: 'They said "no" to us'
language: uk
author: Anna, Bo
---

Суд відмовив жінкам у праві на компенсацію. Організація подала апеляцію, і справу розглядатимуть навесні наступного року.
`,
  },
  {
    called: 'indentation by tabs and no-break blanks, HTML in the text',
    first: `---
title: &more rights for domestic workers
source:
\u00a0\u00a0title: Ministry of Labour
\turl: https://www.example.org/law
---

The new law gives domestic workers <b>one free day</b> each week. It also says what a written contract must contain.
`,
    lines: [2, 4, 5, 8, 8],
    said: ['title: "&more rights for domestic workers"', 'title: Ministry of Labour', 'Write it in Markdown'],
    second: `---
title: "&more rights for domestic workers"
source:
  title: Ministry of Labour
  url: https://www.example.org/law
---

The new law gives domestic workers **one free day** each week. It also says what a written contract must contain.
`,
  },
];

async function errorsOf(text: string): Promise<readonly Finding[]> {
  const { findings } = await checkContributions({ 'lefoe/a.md': text });
  return findings.filter(({ severity }) => severity === 'error');
}

describe('a newcomer who reads only the messages is done after one round', () => {
  test.each(NEWCOMERS)('$called', async ({ first, lines, said, second }) => {
    const errors = await errorsOf(first);
    expect(errors.map(({ line }) => line)).toEqual(lines);
    const words = errors.map(({ expected, help }) => `${expected}\n${help}`).join('\n');
    for (const one of said) expect(words).toContain(one);
    expect(await errorsOf(second)).toEqual([]);
  });
});

/** Front matter and texts of other sites' kinds: each refusal names a line, and what to write there. */
const OTHER_SITES: readonly (readonly [text: string, refused: readonly string[]])[] = [
  ['---\ntitle: "My post"\ndate: 2020-12-01T10:00:00Z\ndraft: false\ntags: ["a", "b"]\n---\n\nText of the post.\n', []],
  [
    '---\nlayout: post\ntitle:  "Welcome to Jekyll!"\ndate:   2020-12-10 10:20:00 +0100\ncategories: jekyll update\n---\n\nText.\n',
    [],
  ],
  ['---\ntitle: A\npermalink: /a/\nslug: a\nurl: /a/\n---\n\nText.\n', []],
  ['---\ntitle: A\neleventyExcludeFromCollections: true\ntemplateEngineOverride: njk,md\n---\n\nText.\n', []],
  ['---\ntitle: A\ndescription: One sentence about it.\nkeywords: [a, b]\n---\n\nText.\n', []],
  ['---\ntitle: A\ncover:\n  image: a.jpg\n  alt: b\n---\n\nText.\n', []],
  ['---\ntitle: A\naliases:\n  - /old/\nmenu: main\nweight: 10\n---\n\nText.\n', []],
  ['---\ntitle: A\ndate: 2020-12-01\npublished: true\ncomments: true\n---\n\nText.\n', []],
  ['---\ntitle: A\nauthor:\n  - Anna\n  - Bo\n---\n\nText.\n', ['front-matter/value 3']],
  ['---\ntitle: A\nauthor:\n  name: Anna\n---\n\nText.\n', ['front-matter/value 3']],
  ['---\ntitle: A\nimage: /img/a.jpg\n---\n\nText.\n', ['front-matter/value 3', 'picture/file 3']],
  ['---\ntitle: A\nimages: [a.jpg]\n---\n\nText.\n', ['front-matter/value 3', 'picture/file 3']],
  ['---\ntitle: A\nlink: https://example.org/a\n---\n\nText.\n', ['front-matter/value 3']],
  ['---\ntitle: A: B\nlayout: post\n---\n\nText.\n', ['front-matter/yaml 2']],
  ['---\ntitle: A\nstatus: draft\n---\n\nText.\n', ['front-matter/draft 3']],
  ['---\ntitle: A\ndate: {{ page.date }}\n---\n\nText.\n', ['front-matter/value 3']],
  ['---\ntitle: A\nlanguage: en-US\nlang: en\n---\n\nText.\n', []],
  ['---\ntitle: !!str A\n---\n\nText.\n', []],
  ['---\ntitle: A\nauthor: Anna # editor\n---\n\nText.\n', ['front-matter/lost-words 3']],
  ['+++\ntitle = "A"\n+++\n\nText.\n', ['front-matter/language 1']],
  ['{\n"title": "A"\n}\n\nText.\n', ['front-matter/language 1']],
  ['---\ntitle: A\n---\n\nText with <b>bold</b> words.\n', ['file/html 5', 'file/html 5']],
  ['---\ntitle: A\n---\n\nText.\n\n<div class="box">\nMore.\n</div>\n', ['file/html 7']],
  ['---\ntitle: A {{ site.title }}\n---\n\nText.\n', []],
  ['---\ntitle: A\n---\n\nText with {braces}, 50 % {of it}, [see 1], `{{ code }}`.\n', []],
  [
    '---\ntitle: A\ndraft: true\npublishDate: 2021-01-01\nexpiryDate: 2021-02-01\n---\n\nText.\n',
    ['front-matter/draft 3'],
  ],
  ['---\ntitle: A\nauthors: [anna]\nseries: [x]\ntoc: true\nmath: false\n---\n\nText.\n', []],
  ['---\ntitle: A\nredirect_from:\n  - /b/\nlast_modified_at: 2020-12-01\n---\n\nText.\n', []],
  ['---\ntitle: A\npagination:\n  data: collections.all\n  size: 1\n---\n\nText.\n', []],
  ['---\ntitle: A\n---\n\n<!-- more -->\n\nText.\n', []],
];

describe("posts of other sites' kinds", () => {
  test.each(OTHER_SITES)('%j', async (text, refused) => {
    const errors = await errorsOf(text);
    expect(errors.map(({ ruleId, line }) => `${ruleId} ${String(line)}`)).toEqual(refused);
    for (const { help } of errors) expect(help).toMatch(/Write|Take|Begin|Keep|Save/);
  });
});
