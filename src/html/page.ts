import { Parser } from 'htmlparser2';
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
}

type Open = { -readonly [Key in keyof HtmlElement]: HtmlElement[Key] } & { readonly attributes: HtmlAttribute[] };

/** A comment that Outlook reads as HTML: `<!--[if mso]>…<![endif]-->`. */
const CONDITIONAL = /^(\[if ([^\]]*)\]>)([^]*)<!\[endif\]\s*$/;
const COMMENT_OPENING = '<!--'.length;

/** A page, or what stands in one of its conditional comments. */
interface Source {
  readonly text: string;
  /** Where the text begins in the page. */
  readonly offset: number;
  readonly condition: string | undefined;
  readonly parent: HtmlElement | undefined;
}

/** Adds what a source holds to the nodes of a page. */
class TreeBuilder {
  readonly #source: Source;
  readonly #nodes: HtmlNode[];
  /** The elements that have begun and not ended. */
  readonly #open: Open[] = [];
  /** The start tag that is read at the moment. */
  #tag: Open | undefined;

  constructor(source: Source, nodes: HtmlNode[]) {
    this.#source = source;
    this.#nodes = nodes;
  }

  build(): void {
    const at = (): Place => ({ start: parser.startIndex, end: parser.endIndex });
    const markup = (): Place => ({ start: this.#markupFrom(parser.startIndex), end: parser.endIndex });
    const parser: Parser = new Parser(
      {
        onopentagname: (name) => {
          this.#beginTag(name, markup().start);
        },
        onattribute: (name, value, quote) => {
          this.#addAttribute(name, value, quote, at());
        },
        onopentag: (_name, _attributes, isImplied) => {
          this.#endTag(parser.endIndex, isImplied);
        },
        onclosetag: (name, isImplied) => {
          this.#closeElement(name, isImplied, markup());
        },
        ontext: (written) => {
          this.#addText(written.length, parser.endIndex + 1);
        },
        oncomment: (content) => {
          this.#addComment(content, markup());
        },
      },
      { decodeEntities: false },
    );
    parser.end(this.#source.text);
  }

  /** Behind an end tag with white space, such as `</p >`, the parser begins too early. */
  #markupFrom(start: number): number {
    const { text } = this.#source;
    const found = text.indexOf('<', start);
    return found < 0 ? text.length : found;
  }

  /** The parser's last index of what the text breaks off in lies behind the text. */
  #inPage(start: number, end: number): InPage {
    const { text, offset, condition } = this.#source;
    const parent = this.#open.at(-1) ?? this.#source.parent;
    return { start: offset + start, end: offset + Math.min(end, text.length), parent, condition };
  }

  #beginTag(name: string, start: number): void {
    const nowhere = { tagEnd: 0, contentEnd: 0 };
    this.#tag = { kind: 'element', name, attributes: [], ...this.#inPage(start, start), ...nowhere };
  }

  #addAttribute(name: string, value: string, quote: string | null | undefined, { start, end }: Place): void {
    const valueEnd = typeof quote === 'string' ? end - 1 : end;
    this.#tag?.attributes.push({
      name,
      value,
      start: this.#source.offset + start,
      end: this.#source.offset + end,
      valueStart: this.#source.offset + valueEnd - value.length,
    });
  }

  #endTag(lastIndex: number, isImplied: boolean): void {
    const tag = this.#tag;
    this.#tag = undefined;
    // The parser adds a `<p>` before a stray `</p>`, as browsers do; there is no place for it in the text.
    if (tag === undefined || isImplied) return;
    tag.tagEnd = this.#source.offset + lastIndex + 1;
    tag.contentEnd = tag.tagEnd;
    tag.end = tag.tagEnd;
    this.#open.push(tag);
    this.#nodes.push(tag);
  }

  #closeElement(name: string, isImplied: boolean, { start, end }: Place): void {
    if (this.#open.at(-1)?.name !== name) return;
    const element = this.#open.pop();
    if (element === undefined) return;
    const contentEnd = this.#source.offset + Math.min(start, this.#source.text.length);
    element.contentEnd = Math.max(element.tagEnd, contentEnd);
    element.end = isImplied ? element.contentEnd : this.#source.offset + this.#afterTag(end);
  }

  /** The place behind the `>` of an end tag, of which the parser names the end of its name. */
  #afterTag(nameEnd: number): number {
    const closing = this.#source.text.indexOf('>', nameEnd);
    return closing < 0 ? this.#source.text.length : closing + 1;
  }

  #addText(length: number, end: number): void {
    this.#nodes.push({ kind: 'text', ...this.#inPage(end - length, end) });
  }

  #addComment(content: string, { start, end }: Place): void {
    const comment = { kind: 'comment', ...this.#inPage(start, end + 1) } as const;
    this.#nodes.push(comment);
    const [, opening, condition = '', html = ''] = CONDITIONAL.exec(content) ?? [];
    if (opening === undefined) return;
    const from = comment.start + COMMENT_OPENING + opening.length;
    const inside = { text: html, offset: from, condition: condition.trim(), parent: comment.parent };
    new TreeBuilder(inside, this.#nodes).build();
  }
}

/** Reads a page, as a browser would and without ever failing. Conditional comments are read too. */
export function parseHtml(text: string): HtmlPage {
  const nodes: HtmlNode[] = [];
  new TreeBuilder({ text, offset: 0, condition: undefined, parent: undefined }, nodes).build();
  return { text, nodes };
}

/** The elements of a page in their order, or only those of a name. */
export function elementsOf(page: HtmlPage, name?: string): readonly HtmlElement[] {
  return page.nodes.filter(
    (node): node is HtmlElement => node.kind === 'element' && (name === undefined || node.name === name),
  );
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
