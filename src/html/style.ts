import type { CssNode, Rule, Selector } from 'css-tree';
import parse from 'css-tree/parser';
import { tokenize, tokenNames } from 'css-tree/tokenizer';
import type { HtmlAttribute, HtmlElement, HtmlPage } from './page.js';
import type { Place } from './edits.js';

/** A declaration, without the semicolon behind it. */
export interface StyleDeclaration extends Place {
  /** In lower case. */
  readonly property: string;
  /** As written behind the colon, also `!important`. */
  readonly value: string;
  /** All of it, as written. */
  readonly written: string;
}

/** One simple selector, or what stands between two of them. */
export interface SelectorPart {
  readonly kind: 'type' | 'class' | 'id' | 'attribute' | 'pseudo' | 'combinator' | 'other';
  /** As written; of a descendant combinator a blank. Of a pseudo-class or pseudo-element without colons. */
  readonly name: string;
}

/** One of the selectors that commas separate. */
export interface StyleSelector extends Place {
  readonly parts: readonly SelectorPart[];
}

/** Selectors with declarations. */
export interface StyleRule extends Place {
  readonly kind: 'rule';
  readonly selectors: readonly StyleSelector[];
  /** The end of the last selector; the place begins with the first. */
  readonly selectorsEnd: number;
  readonly declarations: readonly StyleDeclaration[];
}

/** An at-rule, such as `@media`. */
export interface StyleAtRule extends Place {
  readonly kind: 'at-rule';
  /** In lower case. */
  readonly name: string;
  /** What stands between the name and the block. */
  readonly prelude: string;
  /** The end of the prelude; the place begins with the `@`. */
  readonly preludeEnd: number;
  /** The rules of its block; declarations without a selector, as in `@font-face`, are passed over. */
  readonly rules: readonly (StyleRule | StyleAtRule)[];
}

export type StyleNode = StyleRule | StyleAtRule;

/** The parser is asked for the place of each node; a node without one would be an error of the parser. */
function placeOf(node: CssNode): Place {
  return { start: node.loc?.start.offset ?? 0, end: node.loc?.end.offset ?? 0 };
}

/** The token that closes what a token opens. */
const CLOSED_BY: Readonly<Record<string, string>> = {
  'function-token': ')-token',
  '(-token': ')-token',
  '[-token': ']-token',
  '{-token': '}-token',
};
const CLOSING = new Set(Object.values(CLOSED_BY));

/**
 * Puts a sign that is no CSS in the place of each closing bracket that closes nothing. css-tree 3.2.1 compares such a
 * bracket with what it read in an earlier text, and may not come to an end.
 */
function withoutStrayBrackets(css: string): string {
  if (!/[)\]}]/.test(css)) return css;
  const open: string[] = [];
  const characters = css.split('');
  tokenize(css, (type, start) => {
    const name = tokenNames[type] ?? '';
    const closing = CLOSED_BY[name];
    if (closing !== undefined) open.push(closing);
    else if (open.at(-1) === name) open.pop();
    else if (CLOSING.has(name)) characters[start] = '^';
  });
  return characters.join('');
}

/** CSS as a part of a longer text, in which all places count. */
class StyleReader {
  readonly #css: string;
  readonly #offset: number;

  constructor(css: string, offset: number) {
    this.#css = css;
    this.#offset = offset;
  }

  parse(context: 'stylesheet' | 'declarationList', css: string): CssNode {
    return parse(withoutStrayBrackets(css), {
      context,
      offset: this.#offset,
      positions: true,
      parseValue: false,
      parseAtrulePrelude: false,
    });
  }

  #written(start: number, end: number): string {
    return this.#css.slice(start - this.#offset, end - this.#offset);
  }

  declarations(nodes: Iterable<CssNode>): readonly StyleDeclaration[] {
    const found: StyleDeclaration[] = [];
    for (const node of nodes) {
      if (node.type !== 'Declaration') continue;
      const place = placeOf(node);
      const value = this.#written(this.#afterColon(place.start + node.property.length), place.end);
      found.push({
        ...place,
        property: node.property.toLowerCase(),
        value,
        written: this.#written(place.start, place.end),
      });
    }
    return found;
  }

  #afterColon(from: number): number {
    return this.#css.indexOf(':', from - this.#offset) + this.#offset + 1;
  }

  nodes(nodes: Iterable<CssNode>): readonly StyleNode[] {
    const found: StyleNode[] = [];
    for (const node of nodes) {
      if (node.type === 'Rule') found.push(this.#rule(node));
      if (node.type !== 'Atrule') continue;
      const place = placeOf(node);
      const preludeEnd = node.prelude === null ? place.start + 1 + node.name.length : placeOf(node.prelude).end;
      const prelude = node.prelude === null ? '' : this.#written(placeOf(node.prelude).start, preludeEnd);
      const rules = this.nodes(node.block?.children ?? []);
      found.push({ kind: 'at-rule', ...place, name: node.name.toLowerCase(), prelude, preludeEnd, rules });
    }
    return found;
  }

  #rule({ prelude, block, ...node }: Rule): StyleRule {
    const selectors =
      prelude.type === 'Raw'
        ? [{ ...placeOf(prelude), parts: [] }]
        : [...prelude.children].flatMap((one) => (one.type === 'Selector' ? [this.#selector(one)] : []));
    const { start, end } = placeOf({ prelude, block, ...node });
    const declarations = this.declarations(block.children);
    return { kind: 'rule', start, end, selectors, selectorsEnd: placeOf(prelude).end, declarations };
  }

  #selector(selector: Selector): StyleSelector {
    return { ...placeOf(selector), parts: [...selector.children].flatMap((part) => this.#parts(part)) };
  }

  /** A part of a selector, and behind it the parts of the selectors in its brackets. */
  #parts(node: CssNode): readonly SelectorPart[] {
    switch (node.type) {
      case 'TypeSelector':
        return [{ kind: 'type', name: node.name }];
      case 'ClassSelector':
        return [{ kind: 'class', name: node.name }];
      case 'IdSelector':
        return [{ kind: 'id', name: node.name }];
      case 'AttributeSelector':
        return [{ kind: 'attribute', name: node.name.name }];
      case 'Combinator':
        return [{ kind: 'combinator', name: node.name }];
      case 'PseudoClassSelector':
      case 'PseudoElementSelector':
        return [{ kind: 'pseudo', name: node.name }, ...this.#partsWithin(node.children ?? [])];
      default:
        return [{ kind: 'other', name: '' }];
    }
  }

  #partsWithin(nodes: Iterable<CssNode>): readonly SelectorPart[] {
    return [...nodes].flatMap((node) => {
      if (node.type === 'SelectorList') return this.#partsWithin(node.children);
      return node.type === 'Selector' ? this.#selector(node).parts : [];
    });
  }
}

/**
 * Reads a style sheet. What is no CSS is passed over, as browsers do.
 *
 * @param offset where the style sheet begins in the text in which its places are to count.
 */
export function parseStyleSheet(css: string, offset = 0): readonly StyleNode[] {
  const reader = new StyleReader(css, offset);
  const sheet = reader.parse('stylesheet', css);
  return sheet.type === 'StyleSheet' ? reader.nodes(sheet.children) : [];
}

/** Style sheets that were read already: several steps look into the same ones. */
const sheets = new WeakMap<HtmlElement, readonly StyleNode[]>();

/** The style sheet that a `<style>` of a page holds. It is read once. */
export function styleSheetOf({ text }: HtmlPage, style: HtmlElement): readonly StyleNode[] {
  const known = sheets.get(style);
  if (known !== undefined) return known;
  const sheet = parseStyleSheet(text.slice(style.tagEnd, style.contentEnd), style.tagEnd);
  sheets.set(style, sheet);
  return sheet;
}

/** Quotes of CSS within an attribute are written as entities, whose semicolons end no declaration. */
function withQuotes(value: string): string {
  return value.replace(/&quot;|&#34;|&#39;|&apos;/g, (entity) => "'".padEnd(entity.length));
}

/** Reads the declarations of an attribute `style`. */
export function declarationsOf({ value, valueStart }: HtmlAttribute): readonly StyleDeclaration[] {
  const reader = new StyleReader(value, valueStart);
  const list = reader.parse('declarationList', withQuotes(value));
  return list.type === 'DeclarationList' ? reader.declarations(list.children) : [];
}
