import fc from 'fast-check';
import { expect, test } from 'vitest';
import { build } from '../support/app/build-fixture.js';
import { CONTRIBUTIONS, contributionText } from '../support/workspace-fixture.js';
import { workspaceWith } from '../support/checked-issue.js';

const RULE = 'file/number-as-text';

/** A body in each edition, and the lines at which its numbers were remarked on. */
interface BuiltBody {
  readonly text: string;
  /** The words of the two HTML editions; a list's items begin with the number that a browser shows. */
  readonly email: string;
  readonly web: string;
  readonly lines: readonly number[];
}

/** The body's first line is the sixth of its file. */
async function buildBody(body: string): Promise<BuiltBody> {
  const built = await build(workspaceWith({ 'lefoe/a.md': contributionText('title: A', `Begin.\n\n${body}\n\nEnd.`) }));
  const web = built.files.find((file) => file.path === 'web/index.html')?.content;
  return {
    text: between(built.email.text.replace(/\s+/gu, ' ')),
    email: between(shownWords(built.email.html)),
    web: between(shownWords(web?.kind === 'text' ? web.text : '')),
    lines: built.findings
      .filter(({ ruleId, file }) => ruleId === RULE && file === `${CONTRIBUTIONS}/lefoe/a.md`)
      .map(({ line }) => line),
  };
}

function between(words: string): string {
  return (/Begin\. (.*?) End\./u.exec(words)?.[1] ?? '').trim();
}

/** What a browser shows of a page, lists numbered as HTML says. */
function shownWords(html: string): string {
  const counters: number[] = [];
  return html
    .replace(/<(\/?)(ol|ul|li)\b([^>]*)>/gu, (_, end: string, name: string, attributes: string) => {
      if (name === 'li') {
        if (end !== '') return ' ';
        const counter = counters.at(-1) ?? Number.NaN;
        counters.push((counters.pop() ?? Number.NaN) + 1);
        return Number.isNaN(counter) ? ' - ' : ` ${String(counter)}. `;
      }
      if (end !== '') counters.pop();
      else counters.push(name === 'ol' ? Number(/start="(\d+)"/u.exec(attributes)?.[1] ?? 1) : Number.NaN);
      return ' ';
    })
    .replace(/<[^>]*>/gu, ' ')
    .replace(/&#?\w+;/gu, ' ')
    .replace(/\s+/gu, ' ');
}

const words = (body: string) => body.replace(/\\/g, '').replace(/\s+/gu, ' ').trim();

test.each([
  ['German days', '18. Oktober: Konferenz\n\n25. November: Aktionstag\n\n10. Dezember: Menschenrechte', [7]],
  ['days line by line', '18. Oktober: Konferenz\n25. November: Aktionstag', [7]],
  ['days that follow each other', '18. Oktober: Ankunft\n\n19. Oktober: Konferenz', [7]],
  ['Croatian years', '2019. godine radili smo.\n\n2021. godine opet.', [7]],
  ['a year alone', '2019. godine radili smo.', [7]],
  ['years that follow each other', '2019. gadā sākām.\n\n2020. gadā turpinājām.', [7]],
  ['a day in figures behind another', '12. března začala.\n\n1. 5. 2004 vstoupila.', [7]],
  ['a wrapped line', 'Zákon platí od\n1. ledna ve všech krajích.', [8]],
  ['a wrapped line in bold', 'Zákon **platí od\n1. ledna ve** všech krajích.', [8]],
  ['a wrapped line with two days', 'Otevřeno je od\n1. ledna do\n2. února.', [8]],
  ['a wrapped ordinal', 'Er spielte beim\n1. Verein der Stadt.', [8]],
  ['Finnish', '3. joulukuuta alkaen.\n\n6. joulukuuta suljettu.', [7]],
  ['Danish', '5. maj: fest.\n\n5. juni: grundlov.', [7]],
  ['Slovene months in Roman figures', '18. X. 2020 seja.\n\n19. X. 2020 seja.', [7]],
  ['Serbian in Cyrillic', '1. маја: протест.\n\n9. маја: пријем.', [7]],
  ['Latvian, Estonian and Lithuanian', '4. maijā svētki.\n\n24. veebruaril pidu.\n\n11. kovo šventė.', [7]],
  ['a span of days', '18. – 20. Oktober: Tagung.', [7]],
  ['two days', '1. und 2. Mai: geschlossen.', [7]],
  ['May with its year', '1. May 2021: march.\n\n2. May 2021: rest.', [7]],
  ['numbers that jump', '3. Lesung im Bundestag\n\n7. Sitzung im Ausschuss', [7]],
  ['numbers that go back', '3. third\n2. second\n1. first', [7]],
  ['numbers that stand twice', '1. one\n2. two\n2. two again', [7]],
  ['numbers with a nought before them', '01. Begin\n02. Finish', [7]],
  ['an ordinal that begins a paragraph', '20. Jahrestag der Konvention.', [7]],
  ['inside a quotation', '> 18. Oktober: Konferenz\n>\n> 25. November: Aktionstag', [7]],
])('%s stay as written, and it is said', async (_, body, lines) => {
  const built = await buildBody(body);
  const written = words(body.replace(/^>/gm, '').replace(/\*\*/g, ''));
  expect(built.email).toBe(written);
  expect(built.web).toBe(written);
  expect(built.text.replace(/\*|> /g, '')).toBe(written);
  expect(built.lines).toEqual(lines);
});

test.each([
  ['a list', '1. one\n2. two\n3. three', '1. one 2. two 3. three'],
  ['a list of only 1', '1. one\n1. two\n1. three', '1. one 2. two 3. three'],
  ['a list of only 0', '0. none\n0. one', '0. none 1. one'],
  ['a list that begins later', '4. four\n5. five', '4. four 5. five'],
  ['a list that a paragraph interrupts', '1. one\n\nBetween.\n\n2. two', '1. one Between. 2. two'],
  ['a list behind a line with a colon', 'We ask:\n1. one\n2. two', 'We ask: 1. one 2. two'],
  ['months as common words', '1. May we ask?\n2. March with us.', '1. May we ask? 2. March with us.'],
  ['a number with a backslash', '18\\. Oktober: Konferenz', '18. Oktober: Konferenz'],
  ['one item', '1. only', '1. only'],
])('%s counts as it is written, and nothing is said', async (_, body, shown) => {
  const built = await buildBody(body);
  expect(built.email).toBe(shown);
  expect(built.web).toBe(shown);
  expect(built.text).toBe(shown);
  expect(built.lines).toEqual([]);
});

test('a day in an item with bullets is text within its item', async () => {
  const built = await buildBody('- 18. Oktober: Konferenz\n- 25. November: Aktionstag');
  for (const edition of [built.text, built.email, built.web]) {
    expect(edition).toBe('- 18. Oktober: Konferenz - 25. November: Aktionstag');
  }
  expect(built.lines).toEqual([7, 8]);
});

test('what stands below a day keeps its form and its place', async () => {
  const body = '18. Oktober: Tagung\n\n    Mit **Gästen** aus\n\n    - Wien\n    - Bern <b>\n\n25. November: Tag';
  const workspace = workspaceWith({ 'lefoe/a.md': contributionText('title: A', body) });
  const { findings } = await build(workspace);
  expect(findings.filter(({ ruleId }) => ruleId === 'file/html').map(({ line, column }) => [line, column])).toEqual([
    [10, 12],
  ]);
});

test('the same holds for the letter', async () => {
  const letter = '18. Oktober: Konferenz\n\n25. November: Aktionstag';
  const workspace = workspaceWith(
    { 'lefoe/a.md': contributionText('title: A', 'Text.') },
    { 'issues/2020-12/editorial.md': letter },
  );
  const { email, findings } = await build(workspace);
  expect(email.text).toContain(letter);
  expect(findings.filter(({ ruleId }) => ruleId === RULE)).toMatchObject([
    { file: 'issues/2020-12/editorial.md', line: 1, actual: '18., 25.' },
  ]);
});

test('whatever numbers lines begin with, they are shown as they were written', async () => {
  const line = fc.record({
    number: fc.integer({ min: 2, max: 2100 }),
    indent: fc.constantFrom('', '', '- ', '> ', '   '),
    behind: fc.constantFrom('Oktober: Tagung', 'godine', 'three words here', 'května **a'),
    gap: fc.constantFrom('\n', '\n\n'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 6 }), async (lines) => {
      const body = lines
        .map(({ indent, number, behind, gap }) => `${indent}${String(number)}. ${behind}${gap}`)
        .join('');
      const written = lines.map(({ number }) => String(number));
      const built = await buildBody(body);
      expect(built.text.match(/\d+/g)).toEqual(written);
      expect(built.email.match(/\d+/g)).toEqual(written);
      expect(built.web.match(/\d+/g)).toEqual(written);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['the address of a link that was safe inside an item', '18. Anna\n20. Bea\nand more\n===\n[Cleo]: Dora', 11],
  ['an underline that was safe inside an item', '18. Anna\n20. Bea\n===', 9],
])('%s is seen when the list is none', async (_, body, line) => {
  const built = await build(workspaceWith({ 'lefoe/a.md': contributionText('title: A', `Begin.\n\n${body}\n\nEnd.`) }));
  const { text } = built.email;
  expect(between(text.replace(/\s+/gu, ' '))).toBe(words(body));
  expect(built.findings.filter(({ severity }) => severity === 'warning').map((found) => found.line)).toContain(line);
});
