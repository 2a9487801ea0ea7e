import { distance } from 'fastest-levenshtein';

/** Returns letters without case, accents and punctuation, to compare what people type with what was meant. */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Returns the candidate that was probably meant, or `undefined` when none is similar. */
export function suggest(written: string, candidates: Iterable<string>): string | undefined {
  const folded = foldText(written);
  let best: { readonly candidate: string; readonly score: number } | undefined;
  for (const candidate of candidates) {
    const target = foldText(candidate);
    const score = distance(folded, target) / Math.max(folded.length, target.length, 1);
    if (score <= 0.4 && (best === undefined || score < best.score)) best = { candidate, score };
  }
  return best?.candidate;
}
