import type { Finding } from '../../model/finding.js';
import { findingIn } from '../file-findings.js';
import type { ParsedMarkdown } from './markdown.js';
import { numberFindings } from './number-findings.js';

/** Reports what in a Markdown text was, or would have been, read differently from what was written. */
export function markdownFindings(file: string, { writtenNumbers, remarks }: ParsedMarkdown): readonly Finding[] {
  return [...numberFindings(file, writtenNumbers), ...remarks.map((finding) => findingIn(file, finding))];
}
