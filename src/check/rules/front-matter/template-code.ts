import type { TextRun } from '../../text/text-run.js';
import { textRule } from '../../engine/rule.js';

/** Codes that the programs of other sites replace: Hugo, Jekyll, 11ty, WordPress. Here they would be printed. */
const CODES =
  /\{\{[<%]?[^{}\n]{1,200}[>%]?\}\}|\{%[^%\n]{1,200}%\}|\{:\s?[.#][^}\n]{1,80}\}|\[(?:caption|gallery|embed|audio|video|playlist|contact-form-7|vc_\w+|et_pb_\w+)\b[^\]\n]{0,200}\]/g;
/** Texts of the front matter; the body is read for such codes when it is parsed. */
const KINDS: ReadonlySet<TextRun['kind']> = new Set([
  'title',
  'summary',
  'alt',
  'caption',
  'credit',
  'author',
  'label',
  'source',
]);

/** A code of another site's program means nothing here, and readers would see it. */
export const templateCode = textRule({
  id: 'front-matter/template-code',
  severity: 'warning',
  why: 'Codes in braces or brackets are replaced by the program of another web site. Here nothing replaces them, and readers would see them.',
  wrong: 'title: News of {{ site.title }}',
  right: 'title: News of the platform',
  *check({ source, runs }) {
    if (source !== 'contribution') return;
    for (const run of runs) {
      if (!KINDS.has(run.kind)) continue;
      for (const { 0: code, index } of run.text.matchAll(CODES)) {
        yield {
          ...run.placeAt(index),
          message: 'This is a code for the program of another web site, and readers would see it.',
          expected: 'the words that the code stands for',
          actual: `"${code.length > 50 ? `${code.slice(0, 49)}…` : code}"`,
          help: 'Write the words that it stands for.',
        };
      }
    }
  },
});
