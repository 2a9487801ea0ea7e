import { CONTRIBUTION_STATE_WORDS, type ContributionReport } from '../../model/issue/contribution.js';
import { countBySeverity, SEVERITY_RANK, type Finding } from '../../model/finding.js';
import type { ContributorStatus } from '../../model/issue/issue-status.js';
import type { MeasuredSize } from '../../app/issue/edition-sizes.js';
import { count } from '../../model/text/amounts/count.js';
import { findingsInWords, SEVERITY_WORDS } from '../../model/text/amounts/severity-words.js';
import { limitWords, sizeWords } from '../../model/text/amounts/size-words.js';
import type { LiveState } from '../live-issue.js';
import { fileOfView, variantName, type VariantView } from './preview-variant.js';
import { choicesOf } from './page-choices.js';
import { SANDBOX } from '../security.js';

/** The files whose findings have a useful line; a line in a picture means nothing. */
const TEXT_FILE = /\.(md|markdown|ya?ml|hbs|mjml)$/i;

function sizeView(label: string, { bytes, most }: MeasuredSize) {
  return {
    label,
    bytes: Math.min(bytes, most),
    most,
    words: `${sizeWords(bytes)} of ${limitWords(most)}`,
    over: bytes > most,
  };
}

function sizesView(state: LiveState) {
  const sizes = state.shown?.editions.sizes;
  if (sizes === undefined) return [];
  return [
    sizeView('HTML of the e-mail', sizes.html),
    sizeView('Its style sheet', sizes.style),
    sizeView(`Its pictures, ${sizes.delivery}`, sizes.pictures),
  ];
}

function findingView(finding: Finding) {
  const { severity, message, help, expected, actual, ruleId, file, line, column } = finding;
  return {
    severity,
    word: SEVERITY_WORDS[severity],
    place: TEXT_FILE.test(file) ? `line ${String(line)}, column ${String(column)}` : undefined,
    message,
    help,
    expected,
    actual,
    ruleId,
  };
}

function worstOf(findings: readonly Finding[]): number {
  return Math.min(...findings.map(({ severity }) => SEVERITY_RANK[severity]));
}

/** Files with something to fix first; within one as the lines follow each other. */
function filesView(findings: readonly Finding[]) {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
  return [...byFile]
    .map(([file, own]) => ({ file, own, worst: worstOf(own) }))
    .sort((left, right) => left.worst - right.worst)
    .map(({ file, own }, index) => ({
      id: `file-${String(index)}`,
      folder: file.slice(0, file.lastIndexOf('/') + 1),
      name: file.slice(file.lastIndexOf('/') + 1),
      findings: own.map(findingView),
    }));
}

function contributionView({ file, title, state }: ContributionReport) {
  return { name: title ?? file.split('/').at(-1) ?? file, state, word: CONTRIBUTION_STATE_WORDS[state] };
}

function contributorView({ name, country, contributions }: ContributorStatus) {
  return { name, country, contributions: contributions.map(contributionView) };
}

function clock(at: Date): string {
  return at.toTimeString().slice(0, 8);
}

function summaryOf(state: LiveState): string {
  const words = findingsInWords(countBySeverity(state.previewed?.findings ?? []));
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The error that prevents a new build, and the time of the editions that are shown instead. */
function bannerView({ failure, shown, previewed, current }: LiveState) {
  if (failure === undefined) return undefined;
  const { message, expected, help } = failure;
  const editions =
    shown === undefined
      ? 'There is no edition to show yet.'
      : `You see the last edition that could be made, of ${clock(shown.at)}. It is not what the files say now.`;
  const found = current || previewed === undefined ? '' : ' What is listed as found is from before, too.';
  return { message, expected, help, editions: editions + found };
}

/** Everything that the page's template shows. */
export function pageView(state: LiveState, view: VariantView) {
  const { previewed, shown, version } = state;
  const { contributors = [], silent = [], issue = '', title = '' } = previewed?.status ?? {};
  const variant = variantName(view);
  return {
    issue,
    title,
    version,
    look: variant,
    edition: view.edition,
    choices: choicesOf(view),
    banner: bannerView(state),
    status: `${summaryOf(state)}. Built at ${clock(state.at)} in ${String(state.milliseconds)} ms.`,
    stale: state.failure !== undefined,
    frame:
      shown === undefined
        ? undefined
        : { address: `/frames/${version}/${variant}/${fileOfView(view)}`, sandbox: SANDBOX, name: frameName(view) },
    summary: summaryOf(state),
    files: filesView(previewed?.findings ?? []),
    sizes: sizesView(state),
    contributors: contributors.map(contributorView),
    silent: silent.map(({ name, country }) => ({ name, country })),
    silentCount: count(silent.length, 'member'),
  };
}

function frameName({ edition }: VariantView): string {
  if (edition === 'web') return 'The web edition';
  return edition === 'text' ? 'The e-mail as text' : 'The e-mail';
}
