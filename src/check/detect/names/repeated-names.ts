import type { CheckedText, TextRun } from '../../text/text-run.js';
import { foldText } from '../passage/folded-text.js';
import type { Hit } from '../hit.js';
import { wordsOfFileName } from '../passage/passage.js';
import { tokensOf, type Token } from '../passage/tokens.js';

/** How many found names are looked for elsewhere; a file with more is a list, in which each is found by itself. */
const MAX_NAMES = 40;
const OWN_WORK: ReadonlySet<string> = new Set(['author', 'credit', 'publication', 'source']);

function wordsOf(value: string): readonly string[] {
  return tokensOf(value).flatMap(({ kind, word }) => (kind === 'word' ? [word] : []));
}

function standsAt(name: readonly string[], tokens: readonly Token[], first: number): boolean {
  return name.every((word, index) => tokens[first + index]?.word === word);
}

function repetitionsIn(run: TextRun, names: ReadonlyMap<string, readonly (readonly string[])[]>): readonly Hit[] {
  const folded = foldText(run.text, run.kind === 'address');
  const inName = run.kind === 'file-name' || run.kind === 'address';
  const text = inName ? wordsOfFileName(folded.text) : folded.text;
  const tokens = tokensOf(text);
  return tokens.flatMap(({ word, start }, first): readonly Hit[] => {
    const name = names.get(word)?.find((one) => standsAt(one, tokens, first));
    const end = tokens[first + (name?.length ?? 0) - 1]?.end;
    if (name === undefined || end === undefined) return [];
    const value = folded.text.slice(start, end);
    return [
      { kind: 'fullName', run, start: folded.writtenOffset(start), end: folded.writtenOffset(end - 1) + 1, value },
    ];
  });
}

/** The same names where nothing beside them tells a story: in another paragraph, in a title, in the name of a file. */
export function repeatedNamesIn({ runs }: CheckedText, hits: readonly Hit[]): readonly Hit[] {
  const found = hits.filter(({ kind }) => kind === 'fullName').slice(0, MAX_NAMES);
  const names = new Map<string, (readonly string[])[]>();
  for (const words of found.map(({ value }) => wordsOf(value))) {
    const [first] = words;
    if (first !== undefined && words.length > 1) names.set(first, [...(names.get(first) ?? []), words]);
  }
  if (names.size === 0) return [];
  const known = new Map<TextRun, Hit[]>();
  for (const hit of hits) known.set(hit.run, [...(known.get(hit.run) ?? []), hit]);
  return runs
    .filter(({ kind }) => !OWN_WORK.has(kind))
    .flatMap((run) =>
      repetitionsIn(run, names).filter(
        ({ start, end }) => !(known.get(run) ?? []).some((hit) => hit.start < end && start < hit.end),
      ),
    );
}
