import { RULE_FAMILIES, type RuleFamily, type RuleId, type RuleName, type Severity } from './finding.js';

/** What `newsletter explain` and `docs/editorial-rules.md` say of a rule. */
export interface RuleText {
  /** `family/rule`. */
  readonly id: string;
  /** Why there is such a rule. */
  readonly why: string;
  /** What breaks it, as somebody would write it. */
  readonly wrong: string;
  /** The same, fixed. */
  readonly right: string;
}

/** What a rule is defined by. */
export interface RuleDefinition<Id extends RuleName, S extends Severity> extends RuleText {
  readonly id: Id;
  /** Of its findings. Of several, the first is that of a finding that names none. */
  readonly severity: S | readonly [S, ...S[]];
  /** `false` where the secretariat cannot allow what it finds, though it can in the rest of the family. */
  readonly mayBeAllowed?: false;
}

/** A rule, as a finding is made from it. */
export interface DefinedRule<Id extends RuleName = RuleName, S extends Severity = Severity> extends RuleText {
  readonly id: Id & RuleId;
  readonly family: RuleFamily;
  /** The first is that of a finding that names none. */
  readonly severities: readonly [S, ...S[]];
  /** Whether the secretariat can let what it finds pass, in `allow:` of `issue.yaml`. */
  readonly mayBeAllowed: boolean;
}

/** People who let these pass would publish something that cannot be read, or that is not safe to publish. */
const NEVER_ALLOWED: ReadonlySet<RuleFamily> = new Set(['file', 'front-matter', 'issue', 'edition']);
const NAME = /^[a-z-]+\/[a-z0-9-]+$/;

function isWellFormed<Id extends RuleName>(id: Id): id is Id & RuleId {
  return NAME.test(id);
}

/**
 * Defines a rule: beside the code that makes its findings. The list of rules of its room names it, and `explain` and
 * `docs/editorial-rules.md` are made from these lists.
 *
 * @throws Error when an id is not `family/rule`; this is found as soon as the program starts.
 */
export function defineRule<const Id extends RuleName, const S extends Severity>({
  id,
  severity,
  why,
  wrong,
  right,
  mayBeAllowed,
}: RuleDefinition<Id, S>): DefinedRule<Id, S> {
  const family = RULE_FAMILIES.find((one) => id.startsWith(`${one}/`));
  if (family === undefined || !isWellFormed(id)) throw new Error(`"${id}" is no id of a rule: family/rule.`);
  const severities: readonly [S, ...S[]] = typeof severity === 'string' ? [severity] : severity;
  return { id, family, severities, why, wrong, right, mayBeAllowed: mayBeAllowed ?? !NEVER_ALLOWED.has(family) };
}

/**
 * A finding, or as much of it as is known here, from its rule.
 *
 * @param words what the finding says; its severity only where it is not the first one of the rule.
 */
export function createFinding<S extends Severity, Words extends object>(
  { id: ruleId, severities }: DefinedRule<RuleName, S>,
  words: Words & { readonly severity?: NoInfer<S> },
): Words & { readonly ruleId: RuleId; readonly severity: S } {
  return { ruleId, severity: severities[0], ...words };
}
