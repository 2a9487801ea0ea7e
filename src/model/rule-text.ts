/** What `newsletter explain` and `docs/editorial-rules.md` say about a rule. */
export interface RuleText {
  /** `family/rule`. */
  readonly id: string;
  /** Why the rule exists. */
  readonly why: string;
  /** What breaks it, as somebody would write it. */
  readonly wrong: string;
  /** The same, fixed. */
  readonly right: string;
}
