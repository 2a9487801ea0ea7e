import { findInDeclarations, findInSelector } from './css-features.js';
import type { RecordUse } from './feature-use.js';

const MEDIA_FEATURES: readonly (readonly [feature: string, pattern: RegExp])[] = [
  ['css-at-media-prefers-color-scheme', /prefers-color-scheme/],
  ['css-at-media-prefers-reduced-motion', /prefers-reduced-motion/],
  ['css-at-media-hover', /\((?:any-)?hover/],
  ['css-at-media-orientation', /orientation/],
  ['css-at-media-device-pixel-ratio', /device-pixel-ratio/],
];

/** What a mail program must know to look into an at-rule at all. */
function featuresOfAtRule(prelude: string): readonly string[] {
  const name = /^@(?:-\w+-)?([a-z-]+)/i.exec(prelude)?.[1]?.toLowerCase() ?? '';
  const special = name === 'media' ? MEDIA_FEATURES.filter(([, pattern]) => pattern.test(prelude)) : [];
  return [`css-at-${name}`, ...special.map(([feature]) => feature)];
}

/** The end of the block that begins behind `from`. */
function endOfBlock(css: string, from: number): number {
  let depth = 1;
  for (let at = from; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    else if (css[at] === '}' && (depth -= 1) === 0) return at;
  }
  return css.length;
}

/** Finds what a style sheet uses, rule by rule; within an at-rule only for those who know that at-rule. */
export function findInStyleSheet(css: string, offset: number, behind: readonly string[], record: RecordUse): void {
  const rule = /\s*([^{};]+)([{;])/g;
  for (let match = rule.exec(css); match !== null; match = rule.exec(css)) {
    const prelude = (match[1] ?? '').trim();
    const at = offset + match.index;
    const begin = rule.lastIndex;
    const end = match[2] === '{' ? endOfBlock(css, begin) : begin;
    const block = css.slice(begin, end);
    if (prelude.startsWith('@')) {
      const features = featuresOfAtRule(prelude);
      const search = () => new RegExp(prelude.replace(/\W+/g, '\\W+'), 'i');
      for (const feature of features) {
        record({ feature, written: prelude, search, offset: at, element: undefined, behind, kind: 'style' });
      }
      findInStyleSheet(block, offset + begin, [...behind, ...features], record);
    } else if (match[2] === '{') {
      findInSelector(prelude, { offset: at, behind }, record);
      findInDeclarations(block, { offset: offset + begin, behind }, record);
    }
    rule.lastIndex = match[2] === '{' ? end + 1 : begin;
  }
}
