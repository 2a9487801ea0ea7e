import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { Place } from './edits.js';

/** An attribute, from its name to its closing quote. */
export interface HtmlAttribute extends Place {
  /** In lower case. */
  readonly name: string;
  /** As written: entities stay. Empty where there is none. */
  readonly value: string;
  /** Where the value begins, behind its quote. */
  readonly valueStart: number;
}

/** What all parts of a page have. */
interface InPage extends Place {
  readonly parent: HtmlElement | undefined;
  /** The condition of the comment around it, such as `mso | IE`; undefined: every program shows it. */
  readonly condition: string | undefined;
}

/** An element, from its start tag to its end tag. */
export interface HtmlElement extends InPage {
  readonly kind: 'element';
  /** In lower case. */
  readonly name: string;
  readonly attributes: readonly HtmlAttribute[];
  /** The end of the start tag. */
  readonly tagEnd: number;
  /** The beginning of the end tag, or where the element ends without one. */
  readonly contentEnd: number;
}

/** Text, also that of a `<style>` or `<script>`. */
export interface HtmlText extends InPage {
  readonly kind: 'text';
}

/** A comment. What a conditional comment holds follows it as nodes of their own. */
export interface HtmlComment extends InPage {
  readonly kind: 'comment';
}

export type HtmlNode = HtmlElement | HtmlText | HtmlComment;

/** A page with its tree, in the order of the text: each node knows its parent. */
export interface HtmlPage {
  readonly text: string;
  readonly nodes: readonly HtmlNode[];
  /** The elements among the nodes. */
  readonly elements: readonly HtmlElement[];
}

type OpenElement = { -readonly [Key in keyof HtmlElement]: HtmlElement[Key] } & {
  readonly attributes: HtmlAttribute[];
};

/** A page, or what stands in one of its conditional comments. */
interface Source {
  readonly text: string;
  /** Where the text begins in the page. */
  readonly offset: number;
  readonly condition: string | undefined;
  readonly parent: HtmlElement | undefined;
}

/** Elements that have no content and no end tag. */
const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);
/** A comment that Outlook reads as HTML: `<!--[if mso]>…<![endif]-->`. */
const CONDITIONAL = /^(<!--\[if ([^\]]*)\]>)([^]*)<!\[endif\]\s*-->$/;

/** Adds what a source holds to the nodes of a page. The tokenizer calls it with indices of its text. */
class TreeBuilder implements TokenizerCallbacks {
  readonly #source: Source;
  readonly #nodes: HtmlNode[];
  /** The elements that have begun and not ended. */
  readonly #open: OpenElement[] = [];
  /** The start tag that is read at the moment. */
  #tag: OpenElement | undefined;
  /** Its attribute that is read at the moment. */
  #attribute = { name: '', start: 0, valueStart: 0, valueEnd: 0 };

  constructor(source: Source, nodes: HtmlNode[]) {
    this.#source = source;
    this.#nodes = nodes;
  }

  build(): void {
    const tokenizer = new Tokenizer({ decodeEntities: false }, this);
    tokenizer.write(this.#source.text);
    tokenizer.end();
  }

  onopentagname(start: number, end: number): void {
    const name = this.#source.text.slice(start, end).toLowerCase();
    if (name === 'body') this.#closeElement('head', start - 1, start - 1);
    this.#tag = {
      kind: 'element',
      name,
      start: this.#source.offset + start - 1,
      end: 0,
      tagEnd: 0,
      contentEnd: 0,
      attributes: [],
      parent: this.#open.at(-1) ?? this.#source.parent,
      condition: this.#source.condition,
    };
  }

  onattribname(start: number, end: number): void {
    this.#attribute = { name: this.#source.text.slice(start, end).toLowerCase(), start, valueStart: -1, valueEnd: -1 };
  }

  onattribdata(start: number, end: number): void {
    if (this.#attribute.valueStart < 0) this.#attribute.valueStart = start;
    this.#attribute.valueEnd = end;
  }

  onattribend(quote: QuoteType, end: number): void {
    const { text, offset } = this.#source;
    const { name, start, valueStart, valueEnd } = this.#attribute;
    const hasValue = valueStart >= 0;
    const isQuoted = quote === QuoteType.Single || quote === QuoteType.Double;
    this.#tag?.attributes.push({
      name,
      value: hasValue ? text.slice(valueStart, valueEnd) : '',
      start: offset + start,
      end: offset + end,
      // Between two quotes there are no data.
      valueStart: offset + (hasValue ? valueStart : end - (isQuoted ? 1 : 0)),
    });
  }

  /** `/>` ends a start tag as `>` does: HTML knows no other empty elements than its own. */
  onselfclosingtag(last: number): void {
    this.onopentagend(last);
  }

  onopentagend(last: number): void {
    const tag = this.#tag;
    if (tag === undefined) return;
    this.#tag = undefined;
    tag.tagEnd = this.#source.offset + last + 1;
    tag.contentEnd = tag.tagEnd;
    tag.end = tag.tagEnd;
    this.#nodes.push(tag);
    if (!VOID_ELEMENTS.has(tag.name)) this.#open.push(tag);
  }

  onclosetag(start: number, end: number): void {
    const { text } = this.#source;
    const closing = text.indexOf('>', end);
    const name = text.slice(start, end).toLowerCase();
    this.#closeElement(name, text.lastIndexOf('<', start), closing < 0 ? text.length : closing + 1);
  }

  /** Ends an element, and those in it that have no end tag of their own. */
  #closeElement(name: string, contentEnd: number, end: number): void {
    const from = this.#open.findLastIndex((element) => element.name === name);
    if (from < 0) return;
    const { offset } = this.#source;
    for (const element of this.#open.splice(from)) {
      element.contentEnd = offset + contentEnd;
      element.end = offset + (element.name === name ? end : contentEnd);
    }
  }

  ontext(start: number, end: number): void {
    // The rest of a page that breaks off inside of a tag (an end tag has no start then): a browser shows nothing of it.
    if (this.#tag !== undefined || start < 0) return;
    this.#nodes.push({ kind: 'text', ...this.#inPage(start, end) });
  }

  oncomment(start: number, end: number, offset: number): void {
    const { text } = this.#source;
    const from = text.lastIndexOf('<', start - 1);
    const comment = { kind: 'comment', ...this.#inPage(from, Math.min(end + 1, text.length)) } as const;
    this.#nodes.push(comment);
    if (offset === 0 || !text.startsWith('<!--[if ', from)) return;
    const [, opening = '', condition = '', inside = ''] = CONDITIONAL.exec(text.slice(from, end + 1)) ?? [];
    if (opening === '') return;
    const { parent, start: begin } = comment;
    const source = { text: inside, offset: begin + opening.length, condition: condition.trim(), parent };
    new TreeBuilder(source, this.#nodes).build();
  }

  /** Outside of SVG a browser takes it for a comment. */
  oncdata(start: number, end: number, offset: number): void {
    this.oncomment(start, end, offset);
  }

  /** What the text breaks off in has no end tag. */
  onend(): void {
    for (const element of this.#open) {
      element.contentEnd = this.#source.offset + this.#source.text.length;
      element.end = element.contentEnd;
    }
  }

  // Nothing is looked for in a doctype, and entities stay as they are written.
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onattribentity(): void {}
  ontextentity(): void {}

  #inPage(start: number, end: number): InPage {
    const { offset, condition } = this.#source;
    return { start: offset + start, end: offset + end, parent: this.#open.at(-1) ?? this.#source.parent, condition };
  }
}

/**
 * Reads a page, without ever failing. Conditional comments are read too. An element without its end tag lasts as long
 * as the one around it.
 */
export function parseHtml(text: string): HtmlPage {
  const nodes: HtmlNode[] = [];
  new TreeBuilder({ text, offset: 0, condition: undefined, parent: undefined }, nodes).build();
  return { text, nodes, elements: nodes.filter((node) => node.kind === 'element') };
}

/** The elements of a page that have a name, in their order. */
export function elementsNamed({ elements }: HtmlPage, name: string): readonly HtmlElement[] {
  return elements.filter((element) => element.name === name);
}

/** An element's attribute by its name, in lower case. */
export function attributeOf(element: HtmlElement, name: string): HtmlAttribute | undefined {
  return element.attributes.find((attribute) => attribute.name === name);
}

/** Whether a node stands in an element of one of the names, however deep. */
export function isWithin(node: HtmlNode, names: ReadonlySet<string>): boolean {
  for (let around = node.parent; around !== undefined; around = around.parent) {
    if (names.has(around.name)) return true;
  }
  return false;
}

/** Whether only Outlook shows a node: it stands in a comment with a condition that is no negation. */
export function isOutlookOnly({ condition }: HtmlNode): boolean {
  return condition !== undefined && !condition.startsWith('!');
}
