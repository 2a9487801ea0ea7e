import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FRONT_MATTER_KEYS } from '../support/check/front-matter-keys.js';
import { check, expectComplete, workspaceWith } from '../support/checked-issue.js';
import { contributionText, CONTRIBUTIONS, type FixtureWorkspace } from '../support/workspace-fixture.js';

const RUNS = { numRuns: 60 };
/** Whatever can be typed, with the signs that mean something to YAML, Markdown and templates more often than others. */
const signs = fc.constantFrom(
  ...Array.from('-#:>|&*![]{}%@`"\'\\,?~<>_=+$/\n\t '),
  '---',
  '{{',
  '}}',
  '\u202e',
  '\u0000',
  '\r',
  '://',
  'é',
);
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .array(fc.oneof(signs, fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 80 })
    .map((parts) => parts.join('')),
);

/** Whatever came, there is one report, and every finding says everything. */
async function expectJudged(workspace: FixtureWorkspace) {
  const checked = await check(workspace);
  expect(checked.contributions).toHaveLength(1);
  checked.findings.forEach((finding) => {
    expect([finding.message, finding.expected, finding.help].every((text) => text.trim() !== '')).toBe(true);
  });
  const [report] = checked.contributions;
  expect(checked.passing.length).toBe(report?.state === 'in' || report?.state === 'warned' ? 1 : 0);
}

describe('nothing that can be written crashes collecting and checking', () => {
  test('any bytes', async () => {
    const workspace = workspaceWith({ 'lefoe/a.md': '' });
    const bytes = fc.uint8Array({ maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(fc.oneof(bytes, anyText), async (content) => {
        writeFileSync(workspace.path(CONTRIBUTIONS, 'lefoe/a.md'), content);
        await expectJudged(workspace);
      }),
      RUNS,
    );
  });

  test('any body', async () => {
    const workspace = workspaceWith({ 'lefoe/a.md': '' });
    await fc.assert(
      fc.asyncProperty(anyText, async (body) => {
        workspace.write(`${CONTRIBUTIONS}/lefoe/a.md`, contributionText('title: A', body));
        await expectJudged(workspace);
      }),
      RUNS,
    );
  });

  test('any value of any key, as it is and in quotation marks', async () => {
    const workspace = workspaceWith({ 'lefoe/a.md': '' });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...FRONT_MATTER_KEYS), anyText, fc.boolean(), async (key, value, quoted) => {
        const written = quoted ? JSON.stringify(value) : value;
        workspace.write(`${CONTRIBUTIONS}/lefoe/a.md`, contributionText(`${key}: ${written}`));
        await expectJudged(workspace);
      }),
      RUNS,
    );
  });

  test('a quoted title comes through as one line of what was written', async () => {
    const workspace = workspaceWith({ 'lefoe/a.md': '' });
    const title = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => /[\p{L}\p{N}]/u.test(text));
    await fc.assert(
      fc.asyncProperty(title, async (text) => {
        workspace.write(`${CONTRIBUTIONS}/lefoe/a.md`, contributionText(`title: ${JSON.stringify(text)}`));
        const { contributions } = await check(workspace);
        expect(contributions[0]?.title).toBe(text.normalize('NFC').trim());
      }),
      RUNS,
    );
  });

  test('any name of a file', async () => {
    const name = fc
      .oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), anyText)
      .filter((text) => !/[/\0]/.test(text) && Buffer.byteLength(text) < 200 && !/\p{Surrogate}/u.test(text));
    await fc.assert(
      fc.asyncProperty(name, fc.constantFrom('.md', '.jpg', '', '.MD'), async (text, ending) => {
        fc.pre(!['', '.', '..'].includes(text + ending));
        const workspace = workspaceWith({ [`lefoe/${text}${ending}`]: contributionText() });
        const checked = await check(workspace);
        checked.findings.forEach(expectComplete);
        // Nothing is lost without a word.
        expect(checked.contributions.length + checked.findings.length).toBeGreaterThan(0);
        workspace.remove();
      }),
      RUNS,
    );
  });
});
