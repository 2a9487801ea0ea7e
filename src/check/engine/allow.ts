import type { Finding } from '../../model/finding.js';
import type { Grant } from '../../model/issue/issue-settings.js';
import { visible } from '../../model/visible.js';
import { RULES } from '../rules/index.js';

/** What a contributor asks for in the front matter: it only proposes. */
export interface Proposal {
  readonly rule: string;
  readonly reason: string;
}

/** What a contribution is looked at for; what is found while it is read can never be allowed. */
const ALLOWABLE: ReadonlySet<string> = new Set(RULES.flatMap(({ id, mayBeAllowed }) => (mayBeAllowed ? [id] : [])));

/** Whether findings of a rule can be allowed at all. */
export function canBeAllowed(ruleId: string): boolean {
  return ALLOWABLE.has(ruleId);
}

function granted(finding: Finding, grant: Grant): Finding {
  return {
    ...finding,
    severity: 'info',
    message: `${finding.message} The secretariat allows it: ${grant.reason}`,
    help: 'Nothing to do: issue.yaml allows it.',
  };
}

function proposed(finding: Finding, proposal: Proposal, key: string): Finding {
  return {
    ...finding,
    help:
      `${finding.help} The contributor asks to allow it: “${visible(proposal.reason)}”. ` +
      `If the secretariat agrees, it writes into issue.yaml under "allow:": file: ${visible(key)}, rule: ${finding.ruleId}, and a reason.`,
  };
}

/**
 * Lays the secretariat's word over the findings of one contribution. What it grants becomes an info finding, which is
 * shown; what a contributor proposes only says how it can be granted.
 *
 * @param key the contribution, relative to the contributions' folder.
 */
export function applyAllow(
  findings: readonly Finding[],
  key: string,
  proposals: readonly Proposal[],
  grants: readonly Grant[],
): readonly Finding[] {
  return findings.map((finding) => {
    if (finding.severity === 'info' || !canBeAllowed(finding.ruleId)) return finding;
    const grant = grants.find(({ file, rule }) => file === key && rule === finding.ruleId);
    if (grant !== undefined) return granted(finding, grant);
    const proposal = proposals.find(({ rule }) => rule === finding.ruleId);
    return proposal === undefined ? finding : proposed(finding, proposal, key);
  });
}
