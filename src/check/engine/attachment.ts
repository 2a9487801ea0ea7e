import type { DocumentText } from '../../model/issue/pictures/attached-pdf.js';
import type { Finding, SourceLocation } from '../../model/finding.js';
import type { Contributor } from '../../model/issue/member.js';
import type { CheckContext, Rule } from './rule.js';
import { checkText, type RuleFindings } from './run-rules.js';
import type { CheckedText, TextKind, TextRun } from '../text/text-run.js';

/** An attached file whose words are to be checked, and where its contribution names it. */
export interface AttachmentToCheck {
  readonly place: SourceLocation;
  /** As the contribution names it. */
  readonly name: string;
  readonly language: string | undefined;
  readonly contributor: Contributor | undefined;
  readonly text: DocumentText;
}

/** More pages than this are not listed one by one. */
const MAX_LISTED = 6;

function textOf(attachment: AttachmentToCheck, context: CheckContext, runs: readonly TextRun[]): CheckedText {
  return {
    source: 'attachment',
    file: attachment.place.file,
    language: attachment.language ?? context.settings.language ?? 'en',
    contributor: attachment.contributor,
    runs,
  };
}

function runsOf(kind: TextKind, texts: readonly string[], place: SourceLocation): readonly TextRun[] {
  return texts.map((text) => ({ kind, text, quoted: false, spans: [], placeAt: () => place }));
}

function pagesInWords(pages: readonly number[]): string {
  const listed = pages.slice(0, MAX_LISTED).map(String);
  const more = pages.length - listed.length;
  const all = more === 0 ? listed : [...listed, `${String(more)} more`];
  const last = all.at(-1) ?? '';
  return all.length === 1 ? `page ${last}` : `pages ${all.slice(0, -1).join(', ')} and ${last}`;
}

/** Says the same thing about several pages only once; 0 stands for what is on no page. */
function togetherOf(name: string, found: readonly (readonly [page: number, finding: Finding])[]): readonly Finding[] {
  const together = new Map<string, { readonly finding: Finding; readonly pages: Set<number> }>();
  for (const [page, finding] of found) {
    const { ruleId, severity, message, expected, actual, help } = finding;
    const key = JSON.stringify([ruleId, severity, message, expected, actual, help]);
    const known = together.get(key) ?? { finding, pages: new Set<number>() };
    known.pages.add(page);
    together.set(key, known);
  }
  return [...together.values()].map(({ finding, pages }) => {
    const numbers = [...pages].filter((page) => page > 0);
    const where = numbers.length === 0 ? 'beside its pages' : pagesInWords(numbers);
    return {
      ...finding,
      message: `${finding.message} (In the attached file ${name}, ${where}.)`,
      help: `${finding.help} Then export the file anew.`,
    };
  });
}

/** Runs the rules about words over an attached file, page by page; its findings stand where it is named. */
export function checkAttachment(
  rules: readonly Rule[],
  attachment: AttachmentToCheck,
  context: CheckContext,
): RuleFindings {
  const { text, place } = attachment;
  const parts = [
    ...text.pages.map(({ number, paragraphs }) => [number, runsOf('paragraph', paragraphs, place)] as const),
    [0, [...runsOf('label', text.labels, place), ...runsOf('address', text.addresses, place)]] as const,
  ];
  const found = parts.map(
    ([page, runs]) => [page, checkText(rules, textOf(attachment, context, runs), context)] as const,
  );
  return {
    findings: togetherOf(
      attachment.name,
      found.flatMap(([page, { findings }]) => findings.map((finding) => [page, finding] as const)),
    ),
    secrets: found.flatMap(([, { secrets }]) => secrets),
  };
}
