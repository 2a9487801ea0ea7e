import type { TextSketch } from '../../model/issue/contribution-summary.js';

const WORDS_IN_PHRASE = 3;
/** A text of up to this many words is compared as a whole, a longer one by a sample that falls alike in like texts. */
const MAX_HASHES = 512;
/** A text of fewer phrases is like too many others by chance. */
const MIN_PHRASES = 12;
/** A short text counts as part of a longer one only from here on. */
const MIN_PHRASES_OF_PART = 20;

/** FNV-1a. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

/** The sketch of a text, or `undefined` for one too short to be compared. */
export function sketchOf(text: string): TextSketch | undefined {
  const words = (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(hashOf);
  const phrases = new Set<number>();
  for (let index = 0; index + WORDS_IN_PHRASE <= words.length; index += 1) {
    let hash = 0;
    for (let word = 0; word < WORDS_IN_PHRASE; word += 1) hash = mix(Math.imul(hash, 31) + (words[index + word] ?? 0));
    phrases.add(hash);
  }
  if (phrases.size < MIN_PHRASES) return undefined;
  const sorted = Uint32Array.from(phrases).sort();
  return { hashes: sorted.slice(0, MAX_HASHES), whole: sorted.length <= MAX_HASHES };
}

function countUpTo(hashes: Uint32Array, bound: number): number {
  let count = 0;
  for (const hash of hashes) if (hash <= bound) count += 1;
  return count;
}

/**
 * How alike two texts are, from 0 to 1: the share of their phrases that both have, or, where one stands as a whole
 * inside the other, the share of the shorter one's. Of long texts this is an estimate from the phrases that both
 * samples could hold.
 */
export function likeness(left: TextSketch, right: TextSketch): number {
  const bound = Math.min(
    left.whole ? 0xffffffff : (left.hashes.at(-1) ?? 0),
    right.whole ? 0xffffffff : (right.hashes.at(-1) ?? 0),
  );
  const sizes = [countUpTo(left.hashes, bound), countUpTo(right.hashes, bound)] as const;
  const others = new Set(right.hashes);
  let common = 0;
  for (const hash of left.hashes) if (hash <= bound && others.has(hash)) common += 1;
  const shorter = Math.min(...sizes);
  const ofAll = common / Math.max(1, sizes[0] + sizes[1] - common);
  return shorter >= MIN_PHRASES_OF_PART ? Math.max(ofAll, common / shorter) : ofAll;
}
