import type { HtmlPage } from '../../html/page.js';
import type { Finding } from '../../model/finding.js';
import type { Issue } from '../../model/issue/issue.js';
import { createFinding, defineRule } from '../../model/rule.js';
import { readAcceptedFeatures } from './accepted-features.js';
import { placeOfFeature } from './feature-places.js';
import { findFeatures } from './html-features.js';
import { clientWords, type ClientSupport } from './support-data.js';

/** The e-mail uses what widespread mail programs know. */
export const clientSupport = defineRule({
  id: 'edition/client-support',
  severity: 'warning',
  why: 'What Gmail, Apple Mail, Outlook, Yahoo, Thunderbird, Samsung Email or ProtonMail does not know must not be what a reader depends on.',
  wrong: 'A part of the templates that sets columns with display: grid, which Outlook puts one below the other.',
  right: 'Columns as a table; what only adds beauty is accepted with its reason in templates/client-support.yaml.',
});

/** The programs that lack a feature and read it: they never read what is behind another feature that they lack. */
function lackingClients(feature: string, behind: readonly string[], support: ClientSupport): readonly string[] {
  const unreached = new Set(behind.flatMap((one) => support.get(one)?.lacking ?? []));
  return (support.get(feature)?.lacking ?? []).filter((client) => !unreached.has(client));
}

/**
 * Findings about what of the final e-mail one of the widespread mail programs lacks, without a fallback, and that
 * `client-support.yaml` does not accept. One finding a feature.
 */
export function clientSupportFindings(
  issue: Issue,
  page: HtmlPage,
  templateFolders: readonly string[],
  support: ClientSupport | undefined,
  compiledValues?: string,
): readonly Finding[] {
  if (support === undefined) return [];
  const accepted = readAcceptedFeatures(templateFolders, support, compiledValues);
  const uses = findFeatures(page, (feature) => !accepted.has(feature) && support.has(feature));
  const findings = new Map<string, Finding>();
  for (const use of uses) {
    const lacking = lackingClients(use.feature, use.behind, support);
    if (lacking.length === 0 || findings.has(use.feature)) continue;
    const title = support.get(use.feature)?.title ?? use.feature;
    findings.set(
      use.feature,
      createFinding(clientSupport, {
        ...placeOfFeature(use, page.text, issue, templateFolders),
        message: `Not every reader's mail program knows "${title}": ${clientWords(lacking)}.`,
        expected:
          'an e-mail that reads well in Gmail, Apple Mail, Outlook, Yahoo, Thunderbird, Samsung Email and ProtonMail',
        actual: use.written.length > 80 ? `${use.written.slice(0, 79)}…` : use.written,
        help: `Write it in another way, or give it a fallback. Where nothing is lost without it, accept "${use.feature}" with the reason in templates/client-support.yaml.`,
      }),
    );
  }
  return [...findings.values()];
}
