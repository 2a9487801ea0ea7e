import type { Element, Root as HastRoot } from 'hast';
import type { Root } from 'mdast';
import rehypeSanitize from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { safeAddress } from '../../templating/helpers/safe-address.js';
import { bodySchema } from './body-schema.js';
import { linkOwnHeadings } from './own-anchors.js';
import { visitElements } from './visit-elements.js';

/** The words that footnotes need. */
export interface FootnoteWords {
  readonly heading: string;
  readonly back: string;
}

/** A step changes a tree that belongs to nobody else yet. */
type BodyStep = (tree: HastRoot, options: BodyTreeOptions) => void;

export interface BodyTreeOptions {
  /** Unique in the issue: before every anchor inside the body. */
  readonly anchorPrefix: string;
  /** The level of the heading above the body; its own begin one below. */
  readonly headingLevel: number;
  readonly footnotes: FootnoteWords;
}

/** Headings keep their order of depth, without a gap, below the heading above the body. */
const demoteHeadings: BodyStep = (tree, { headingLevel }) => {
  const headings: Element[] = [];
  visitElements(tree.children, (element) => {
    if (/^h[1-6]$/.test(element.tagName)) headings.push(element);
  });
  const depths = [...new Set(headings.map((heading) => heading.tagName))].sort();
  for (const heading of headings) {
    heading.tagName = `h${String(Math.min(6, headingLevel + 1 + depths.indexOf(heading.tagName)))}`;
  }
};

/** Checkboxes become characters: forms have no place in mail. */
const writeCheckboxes: BodyStep = (tree) => {
  visitElements(tree.children, (element) => {
    element.children = element.children.map((child) =>
      child.type === 'element' && child.tagName === 'input'
        ? { type: 'text', value: child.properties['checked'] === true ? '☑' : '☐' }
        : child,
    );
  });
};

/** Addresses are normalised, `HTTPS://` as well, which the schema would not know; one that leads nowhere safe is text. */
const checkLinks: BodyStep = (tree) => {
  visitElements(tree.children, (element) => {
    if (element.tagName !== 'a') return;
    const href = element.properties['href'];
    if (typeof href !== 'string' || href.startsWith('#')) return;
    const address = safeAddress(href);
    if (address === undefined) delete element.properties['href'];
    else element.properties['href'] = address;
  });
};

/** The footnotes' own heading is a plain paragraph: it is no part of the issue's outline. */
const plainFootnoteHeading: BodyStep = (tree, { footnotes }) => {
  visitElements(tree.children, (element) => {
    if (element.tagName !== 'section') return;
    element.children = element.children.map((child) =>
      child.type === 'element' && /^h[1-6]$/.test(child.tagName)
        ? { type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: footnotes.heading }] }
        : child,
    );
  });
};

const linkHeadings: BodyStep = (tree, { anchorPrefix }) => {
  linkOwnHeadings(tree, anchorPrefix);
};

/** The footnotes' heading is made plain first: no link of the body can lead to it. */
const STEPS_BEFORE_SCHEMA: readonly BodyStep[] = [plainFootnoteHeading, linkHeadings, checkLinks];
const STEPS_BEHIND_SCHEMA: readonly BodyStep[] = [demoteHeadings, writeCheckboxes];

/** Markdown tree → sanitised HTML tree: no raw HTML, only what the body's schema names, only safe links. */
export function bodyTree(body: Root, options: BodyTreeOptions): HastRoot {
  const processor = unified()
    .use(remarkRehype, {
      clobberPrefix: options.anchorPrefix,
      footnoteLabel: options.footnotes.heading,
      footnoteBackLabel: options.footnotes.back,
      footnoteBackContent: '↑',
    })
    .use(() => (tree: HastRoot) => {
      for (const step of STEPS_BEFORE_SCHEMA) step(tree, options);
    })
    .use(rehypeSanitize, bodySchema(options.anchorPrefix));
  const tree = processor.runSync(body);
  for (const step of STEPS_BEHIND_SCHEMA) step(tree, options);
  return tree;
}
