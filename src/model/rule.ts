/** What `newsletter explain` and `docs/editorial-rules.md` say of a rule. */
export interface RuleText {
  /** `family/rule`. */
  readonly id: string;
  /** Why there is such a rule. */
  readonly why: string;
  /** What breaks it, as somebody would write it. */
  readonly wrong: string;
  /** The same, mended. */
  readonly right: string;
}
