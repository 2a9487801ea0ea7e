import type { Finding } from '../model/finding.js';
import { findingIn } from './file-findings.js';
import type { ParsedMarkdown } from './markdown.js';
import { numberFindings } from './number-findings.js';

/** Says what of a Markdown text was read otherwise than it was written, or would have been. */
export function markdownFindings(file: string, { writtenNumbers, remarks }: ParsedMarkdown): readonly Finding[] {
  return [...numberFindings(file, writtenNumbers), ...remarks.map((remark) => findingIn(file, remark))];
}
