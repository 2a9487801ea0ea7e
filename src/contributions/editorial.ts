import type { Root } from 'mdast';
import type { Finding } from '../model/finding.js';
import { defineRule } from '../model/rule.js';
import { outOfBounds } from './folder/bounds.js';
import { decodeText } from './folder/decode-text.js';
import { fileFinding } from './file-findings.js';
import { parseMarkdown } from './markdown/markdown.js';
import { markdownFindings } from './markdown/markdown-findings.js';

/** The letter has no front matter. */
export const letterFrontMatter = defineRule({
  id: 'file/editorial-front-matter',
  severity: 'error',
  why: 'The letter needs no front matter: its settings stand in issue.yaml.',
  wrong: 'editorial.md that begins with ---.',
  right: 'editorial.md that begins with the letter itself.',
});

/** The secretariat's letter, parsed, and the findings about the file. */
export interface ReadEditorial {
  /** Relative to the workspace. */
  readonly file: string;
  readonly letter: Root | undefined;
  readonly findings: readonly Finding[];
}

/** Reads `editorial.md`, plain Markdown without front matter; without the file the issue has no letter. */
export function readEditorial(file: string, bytes: Buffer | undefined): ReadEditorial {
  if (bytes === undefined) return { file, letter: undefined, findings: [] };
  const decoded = decodeText(file, bytes);
  if (decoded.kind !== 'text') return { file, letter: undefined, findings: [decoded.finding] };
  const beyond = outOfBounds(file, decoded.text);
  if (beyond !== undefined) return { file, letter: undefined, findings: [beyond] };
  if (decoded.text.startsWith('---\n')) {
    const finding = fileFinding(file, letterFrontMatter, {
      message: 'The letter begins with a line of three hyphens, as if it had front matter.',
      expected: 'the letter itself, from the first line',
      actual: '---',
      help: 'Take the front matter out: what the letter needs stands in issue.yaml.',
    });
    return { file, letter: undefined, findings: [finding] };
  }
  const parsed = parseMarkdown(decoded.text);
  const letter = parsed.tree.children.length === 0 ? undefined : parsed.tree;
  return { file, letter, findings: markdownFindings(file, parsed) };
}
