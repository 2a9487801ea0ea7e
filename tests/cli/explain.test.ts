import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { runNewsletter } from '../support/cli/run-newsletter.js';

const from = process.cwd();
const words = z.string().regex(/\S/);
const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+\/[a-z0-9-]+$/),
  why: words,
  wrong: words,
  right: words,
});

describe('newsletter explain', () => {
  test('says of a rule why it is there, with an example and how it is right', async () => {
    const { code, stdout } = await runNewsletter(['explain', 'front-matter/value'], { from });
    expect(code).toBe(0);
    expect(stdout).toContain('date: 18.12.2020');
    expect(stdout).toContain('date: 2020-12-18');
  });

  test('suggests the rule that was meant', async () => {
    const { code, stderr } = await runNewsletter(['explain', 'front-mater/value'], { from });
    expect(code).toBe(2);
    expect(stderr).toContain('front-matter/value');
  });

  test('lists every rule once, each with all it takes to understand it', async () => {
    const { stdout } = await runNewsletter(['explain', '--json'], { from });
    const rules = z.array(ruleSchema).min(30).parse(JSON.parse(stdout));
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  test('has made docs/editorial-rules.md as it stands ("npm run docs:rules" makes it anew)', async () => {
    const { stdout } = await runNewsletter(['explain', '--format', 'markdown'], { from });
    expect(readFileSync('docs/editorial-rules.md', 'utf8')).toBe(stdout);
  });
});
