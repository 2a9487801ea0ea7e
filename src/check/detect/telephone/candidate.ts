/** Digits in groups that could be a telephone number. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** All digits, without signs. */
  readonly digits: string;
  readonly groups: readonly string[];
  /** What stands between the groups; one fewer than there are groups. */
  readonly separators: readonly string[];
  /** Begins with a plus, or has brackets around some digits. */
  readonly plus: boolean;
  readonly brackets: boolean;
}

interface Group {
  readonly start: number;
  readonly end: number;
}

const DIGITS = /\d+/g;
/** What people put between the digits of a telephone number. A full stop and a space end a sentence. */
const SEPARATOR = /^(?: ?[-/] ?|\.| ?\) ?-? ?| ?-? ?\( ?| {1,2}| ?\n ?)$/;
/** Between two numbers rather than within one. */
const WIDE_SEPARATOR = /^(?: \/ | {2}| ?\n ?)$/;
/** The longest number has 15 digits; with 00 and a zero in brackets before them, 18. */
const MAX_DIGITS = 18;
/** Beyond this, one looks for two numbers. */
const USUAL_DIGITS = 15;

function candidateOf(text: string, groups: readonly Group[]): Candidate | undefined {
  const [first] = groups;
  const last = groups.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const before = text.slice(Math.max(0, first.start - 2), first.start);
  const lead = /(?:\+ ?\(?|\(\+?)$/.exec(before)?.[0] ?? '';
  const start = first.start - lead.length;
  const closing = lead.includes('(') && !text.slice(start, last.end).includes(')') && text.charAt(last.end) === ')';
  const end = closing ? last.end + 1 : last.end;
  const written = text.slice(start, end);
  return {
    start,
    end,
    text: written,
    digits: groups.map((group) => text.slice(group.start, group.end)).join(''),
    groups: groups.map((group) => text.slice(group.start, group.end)),
    separators: groups.slice(1).map((group, index) => text.slice(groups[index]?.end ?? 0, group.start)),
    plus: lead.includes('+'),
    brackets: /\(\+?\d/.test(written) && !closing,
  };
}

/** Cuts a chain of too many digits where two numbers seem to stand beside each other. */
function cut(text: string, chain: readonly Group[]): readonly (readonly Group[])[] {
  const digits = chain.reduce((sum, { start, end }) => sum + end - start, 0);
  if (digits <= USUAL_DIGITS) return [chain];
  const parts: Group[][] = [[]];
  let previous: Group | undefined;
  for (const group of chain) {
    const wide = previous !== undefined && WIDE_SEPARATOR.test(text.slice(previous.end, group.start));
    if (wide) parts.push([]);
    parts.at(-1)?.push(group);
    previous = group;
  }
  return parts.filter((part) => part.reduce((sum, { start, end }) => sum + end - start, 0) <= MAX_DIGITS);
}

/** Every chain of groups of digits in a folded text, in one pass. */
export function candidatesIn(text: string): readonly Candidate[] {
  const chains: Group[][] = [];
  let previous: Group | undefined;
  for (const { 0: digits, index: start } of text.matchAll(DIGITS)) {
    const group = { start, end: start + digits.length };
    const between = previous === undefined ? undefined : text.slice(previous.end, Math.min(start, previous.end + 6));
    const chained = between !== undefined && SEPARATOR.test(between) && !/\+/.test(between);
    if (chained) chains.at(-1)?.push(group);
    else chains.push([group]);
    previous = group;
  }
  return chains.flatMap((chain) => cut(text, chain)).flatMap((chain) => candidateOf(text, chain) ?? []);
}
