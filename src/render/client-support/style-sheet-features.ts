import type { StyleNode } from '../../html/style.js';
import { findInDeclarations, findInSelectors } from './css-features.js';
import type { RecordUse } from './feature-use.js';

const MEDIA_FEATURES: readonly (readonly [feature: string, pattern: RegExp])[] = [
  ['css-at-media-prefers-color-scheme', /prefers-color-scheme/],
  ['css-at-media-prefers-reduced-motion', /prefers-reduced-motion/],
  ['css-at-media-hover', /\((?:any-)?hover/],
  ['css-at-media-orientation', /orientation/],
  ['css-at-media-device-pixel-ratio', /device-pixel-ratio/],
];

/** What a mail program must know to look into an at-rule at all. */
function featuresOfAtRule(written: string): readonly string[] {
  const name = /^@(?:-\w+-)?([a-z-]+)/i.exec(written)?.[1]?.toLowerCase() ?? '';
  const special = name === 'media' ? MEDIA_FEATURES.filter(([, pattern]) => pattern.test(written)) : [];
  return [`css-at-${name}`, ...special.map(([feature]) => feature)];
}

/**
 * Records what a style sheet uses, rule by rule; within an at-rule only for programs that know that at-rule.
 *
 * @param text the page in which the places of the style sheet count.
 */
export function findInStyleSheet(
  text: string,
  nodes: readonly StyleNode[],
  behind: readonly string[],
  record: RecordUse,
): void {
  for (const node of nodes) {
    const place = { behind, element: undefined };
    if (node.kind === 'rule') {
      findInSelectors(node, text.slice(node.start, node.selectorsEnd), place, record);
      findInDeclarations(node.declarations, place, record);
      continue;
    }
    const written = text.slice(node.start, node.preludeEnd);
    const features = featuresOfAtRule(written);
    const search = () => new RegExp(written.replace(/\W+/g, '\\W+'), 'i');
    for (const feature of features) record({ ...place, feature, written, search, offset: node.start, kind: 'style' });
    findInStyleSheet(text, node.rules, [...behind, ...features], record);
  }
}
