import type { RuleName } from '../../../model/finding.js';
import type { RuleText } from '../../../model/rule.js';
import { textRule, type RuleFinding, type TextRule } from '../../engine/rule.js';
import type { CheckedText } from '../../text/text-run.js';
import { fileNameWords, isNameOfFileItself } from './file-name-words.js';
import type { Hit } from '../../detect/hit.js';
import type { ConfidentialKind, NameForm, PlaceForm } from '../../detect/passage/match.js';
import { confidentialHitsIn } from '../../detect/scan.js';

/** What a person is told of one finding. */
interface FindingText {
  /** With its article: "a telephone number". */
  readonly called: string;
  readonly message: string;
  readonly expected: string;
  readonly help: string;
}

/** What is particular to one rule of the family. */
interface ConfidentialRuleText<Id extends RuleName> extends RuleText, FindingText {
  readonly id: Id;
  readonly finds: ConfidentialKind;
  /** What is said instead where a name is not a full one, or a place has no number. */
  readonly forms?: Readonly<Partial<Record<NameForm | PlaceForm, FindingText>>>;
}

/** Nobody corrects a file from a longer list of findings; all that was found is hidden nevertheless. */
const MAX_FINDINGS = 100;

/** How long it is, never what it is. */
function masked(called: string, { kind, run, start, end }: Hit): string {
  const written = run.text.slice(start, end);
  const words = written.trim().split(/[\s_+-]+/).length;
  const characters = Array.from(written).length;
  if (kind === 'fullName') return `${called}, ${words === 1 ? '1 word' : `${String(words)} words`}`;
  return `${called}, ${String(characters)} characters`;
}

/** What was found as it is written, and without signs between where the file has that too. */
function secretsOf({ run, start, end }: Hit, { runs }: CheckedText): readonly string[] {
  const written = run.text.slice(start, end);
  const bare = written.replace(/[^\p{L}\p{N}]/gu, '');
  const digits = written.replace(/\D/g, '');
  const others = [bare, digits, digits.replace(/^00?/, '')].filter(
    (form) => form.length >= 6 && form !== written && runs.some(({ text }) => text.includes(form)),
  );
  return [...new Set([written, ...others])];
}

/** A rule that looks for one kind of what must not be published. */
export function confidentialRule<const Id extends RuleName>(rule: ConfidentialRuleText<Id>): TextRule<Id> {
  const { finds, called, message, expected, help, forms, ...text } = rule;
  const usual: FindingText = { called, message, expected, help };
  return textRule({
    ...text,
    severity: 'error',
    *check(checked, context) {
      const hits = confidentialHitsIn(checked, context).filter(({ kind }) => kind === finds);
      const shown = hits.slice(0, MAX_FINDINGS);
      const rest = hits.slice(MAX_FINDINGS).map(({ run, start, end }) => run.text.slice(start, end));
      for (const [index, hit] of shown.entries()) {
        const form = hit.nameForm ?? hit.placeForm;
        const said = (form === undefined ? undefined : forms?.[form]) ?? usual;
        const inFileName = fileNameWords(checked, hit.run, said.called);
        const finding: RuleFinding = {
          ...hit.run.placeAt(hit.start),
          ...(isNameOfFileItself(checked, hit.run) ? { wholeFile: true } : {}),
          message: inFileName?.message ?? said.message,
          expected: inFileName?.expected ?? said.expected,
          actual: masked(said.called, hit),
          help: inFileName?.help ?? said.help,
          secret: [...secretsOf(hit, checked), ...(index === shown.length - 1 ? rest : [])],
        };
        yield finding;
      }
    },
  });
}
