import { checkAttachment } from '../../../check/engine/attachment.js';
import type { CheckContext } from '../../../check/engine/rule.js';
import { RULES } from '../../../check/rules/index.js';
import type { RuleFindings } from '../../../check/engine/run-rules.js';
import { prepareDocuments, type DocumentPreparation } from '../../../assets/pdf/prepare.js';
import type { ContributionSummary } from '../../../model/issue/contribution-summary.js';
import type { PreparedDocument } from '../../../model/issue/pictures/attached-pdf.js';
import { documentCacheFolder } from '../../workspace/cache-folders.js';
import { documentFindings, refusalFinding } from './pdf-findings.js';
import { pdfWorkerFile } from '../../workspace/package-files.js';

/** The attached files of an issue that could be made safe. */
export interface IssueDocuments {
  /** By their dropped file, relative to the workspace. */
  readonly byFile: ReadonlyMap<string, PreparedDocument>;
  readonly found: readonly RuleFindings[];
}

type AttachedPdf = NonNullable<NonNullable<ContributionSummary['content']>['attachment']>;

/** An attached file that exists, and the contribution that names it. */
interface AssetJob {
  readonly attachment: Extract<AttachedPdf, { kind: 'found' }>;
  readonly summary: ContributionSummary;
}

function pdfJobs(summaries: readonly ContributionSummary[]): readonly AssetJob[] {
  return summaries.flatMap((summary): AssetJob[] => {
    const attachment = summary.content?.attachment;
    // A rule has already reported a missing file, or one that is not a PDF.
    return summary.excluded || attachment?.kind !== 'found' || !attachment.isPdf ? [] : [{ attachment, summary }];
  });
}

function foundIn(
  { attachment, summary }: AssetJob,
  outcome: DocumentPreparation,
  context: CheckContext,
): RuleFindings[] {
  const { line, column, declaredFile: name } = attachment;
  const place = { file: summary.file, line, column };
  if (outcome.kind === 'unknown') return [];
  if (outcome.kind === 'refused') return [{ findings: [refusalFinding(place, name, outcome.reason)], secrets: [] }];
  const { text, removals } = outcome;
  const { contributor, content } = summary;
  const checked = checkAttachment(RULES, { place, name, language: content?.language, contributor, text }, context);
  return [{ findings: documentFindings(place, name, text, removals), secrets: [] }, checked];
}

/** Makes every attached file safe, and checks the words in it. */
export async function issueDocuments(
  summaries: readonly ContributionSummary[],
  context: CheckContext,
  root: string,
  request: {
    readonly pictures: 'decode' | 'cached';
    readonly onProgress: (step: string, done: number, of: number) => void;
  },
): Promise<IssueDocuments> {
  const wanted = pdfJobs(summaries);
  const outcomes = await prepareDocuments(
    wanted.map(({ attachment }) => attachment),
    {
      cacheFolder: documentCacheFolder(root),
      mode: request.pictures,
      threadFile: pdfWorkerFile(),
      onPrepared: (done, of) => {
        request.onProgress('attached files', done, of);
      },
    },
  );
  const byFile = new Map<string, PreparedDocument>();
  const found = wanted.flatMap((one, index) => {
    const outcome = outcomes[index] ?? { kind: 'unknown' };
    if (outcome.kind === 'prepared') byFile.set(one.attachment.file, outcome.document);
    return foundIn(one, outcome, context);
  });
  return { byFile, found };
}
