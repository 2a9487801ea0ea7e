import path from 'node:path';
import type { DroppedPath } from './drop-folder.js';

/** The extension of a file name. */
const ENDING = /\.[a-z]{2,5}\d?(?![\p{L}\p{N}])/giu;
const LONGEST_NAME = 120;
/** No front matter has more extensions than this. */
const MAX_ENDINGS = 400;
/** A key, the hyphen of a list, or the brackets of a link come before the name. */
const NAMED =
  /(?:^[ \t]*(?:-[ \t]+)?(?:["']?[\p{L}_][\p{L}\p{M}\p{N}_ -]{0,40}["']?[ \t]*[:=–-][ \t]*)?|\{[^{}]*:[ \t]*|\][ \t]?\([ \t]*<?)["'“„]?(?:\.\/)?$/u;

/** Returns the lines above the second "---", or all of them when there is no front matter. */
function linesThatName(text: string): readonly { readonly line: string; readonly inFrontMatter: boolean }[] {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim() !== '');
  const hasFrontMatter = /^\uFEFF?---/.test(lines[first] ?? '');
  const end = hasFrontMatter ? lines.findIndex((line, index) => index > first && /^-{3,}\s*$/.test(line)) : -1;
  return lines.map((line, index) => ({ line, inFrontMatter: end < 0 || index < end }));
}

function namesIn(line: string, inFrontMatter: boolean, names: ReadonlySet<string>): readonly string[] {
  return Array.from(line.matchAll(ENDING)).flatMap(({ 0: ending, index }) => {
    const end = index + ending.length;
    for (let start = Math.max(0, end - LONGEST_NAME); start < index; start += 1) {
      const name = line.slice(start, end);
      if (!names.has(name)) continue;
      const before = line.slice(0, start);
      if (NAMED.test(before) && (inFrontMatter || before.includes('('))) return [name];
    }
    return [];
  });
}

/**
 * Returns files of the folder that a text names where they cannot be used: after an unknown key, or in a link. A
 * finding at that place says what is wrong, so no finding need say that the file is unused.
 */
export function mentionedFiles(text: string, neighbours: ReadonlyMap<string, DroppedPath>): readonly string[] {
  const byName = new Map<string, string>();
  for (const [name, { file }] of neighbours) {
    byName.set(name, file);
    byName.set(path.posix.basename(name), file);
  }
  const names = new Set(byName.keys());
  const lines = linesThatName(text.normalize('NFC').replaceAll('%20', ' ')).filter(({ line }) => /\.\p{L}/u.test(line));
  const found = lines.slice(0, MAX_ENDINGS).flatMap(({ line, inFrontMatter }) => namesIn(line, inFrontMatter, names));
  return [...new Set(found.flatMap((name) => byName.get(name) ?? []))];
}
