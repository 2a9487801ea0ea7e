import { toString } from 'mdast-util-to-string';
import type { Link, LinkReference } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ReadContribution } from '../../../../model/issue/contribution.js';
import { cleanAddress } from '../../../../model/text/clean-link.js';
import type { SourceLocation } from '../../../../model/finding.js';
import { placeOfNode } from '../../../engine/rule.js';
import { plainWords, saysNothing } from '../../../detect/links/empty-words.js';

/** A link of a text with words of its own. */
export interface BodyLink {
  readonly words: string;
  /** The words without case and punctuation. */
  readonly plain: string;
  readonly address: string;
  /** The address as far as it makes a difference. */
  readonly target: string;
  readonly place: SourceLocation;
}

function targetOf(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
}

/** The links of a text that say something, in the order in which they stand. */
export function bodyLinks(contribution: ReadContribution): readonly BodyLink[] {
  const definitions = new Map<string, string>();
  visit(contribution.body, 'definition', ({ identifier, url }) => {
    if (!definitions.has(identifier)) definitions.set(identifier, url);
  });
  const links: BodyLink[] = [];
  const add = (node: Link | LinkReference, written: string) => {
    const words = toString(node).replace(/\s+/g, ' ').trim();
    const plain = plainWords(words);
    const { address } = cleanAddress(written);
    const target = targetOf(address);
    // An address that is its own text, and "click here", are another rule's.
    if (plain === '' || saysNothing(words) || plain === plainWords(written) || plain === plainWords(target)) return;
    links.push({ words, plain, address, target, place: placeOfNode(contribution, node) });
  };
  visit(contribution.body, ['link', 'linkReference'], (node) => {
    if (node.type === 'link') add(node, node.url);
    if (node.type === 'linkReference') add(node, definitions.get(node.identifier) ?? '');
  });
  return links;
}
