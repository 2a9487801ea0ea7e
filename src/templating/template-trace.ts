import { readTemplateFile, type TemplateFile } from './template-folder.js';

/** What a template made, and within it what each part that it uses made, in their order. */
export interface Rendering {
  readonly file: TemplateFile;
  output: string;
  readonly inner: Rendering[];
}

/** Something at fault in what the templates made together. */
export interface OutputFault {
  /** In the output; counts from 1. */
  readonly line: number;
  /** The name of the tag at fault. */
  readonly tag: string;
  /** What is wrong with it, which may name an attribute. */
  readonly reason: string;
}

/** A line of a template. */
export interface TemplateLine {
  readonly absolutePath: string;
  readonly line: number;
}

/** Keeps account of which template makes what while an error is looked for; otherwise it costs nothing. */
export class TemplateTrace {
  readonly #open: Rendering[] = [];
  #recording = false;

  /** Runs the rendering of one template within the account. */
  around(file: TemplateFile, render: () => string): string {
    if (!this.#recording) return render();
    const own: Rendering = { file, output: '', inner: [] };
    this.#open.at(-1)?.inner.push(own);
    this.#open.push(own);
    try {
      own.output = render();
      return own.output;
    } finally {
      if (this.#open.length > 1) this.#open.pop();
    }
  }

  /** Renders once more, and gives what each template made. */
  record(render: () => string): Rendering | undefined {
    this.#recording = true;
    this.#open.length = 0;
    try {
      render();
      return this.#open[0];
    } finally {
      this.#recording = false;
    }
  }
}

/** Where the tag at fault begins in the output. */
function offsetOf(output: string, { line, tag }: OutputFault): number {
  const lines = output.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return start + Math.max(0, (lines[line - 1] ?? '').indexOf(`<${tag}`));
}

/** The innermost template that made what stands at an offset. A part's output stands in that of the whole as it is. */
function innermost(rendering: Rendering, offset: number): Rendering {
  let searchFrom = 0;
  for (const part of rendering.inner) {
    const start = rendering.output.indexOf(part.output, searchFrom);
    if (start < 0 || part.output === '') continue;
    if (offset >= start && offset < start + part.output.length) return innermost(part, offset - start);
    searchFrom = start + part.output.length;
  }
  return rendering;
}

/** The template and its line that made the tag at fault. */
export function findFault(rendering: Rendering, fault: OutputFault): TemplateLine {
  const { file } = innermost(rendering, offsetOf(rendering.output, fault));
  const lines = readTemplateFile(file).split('\n');
  const withTag = lines.flatMap((text, index) => (text.includes(`<${fault.tag}`) ? [{ text, line: index + 1 }] : []));
  const attribute = /^Attribute (\S+)/.exec(fault.reason)?.[1];
  const exact = withTag.find(({ text }) => attribute !== undefined && text.includes(attribute));
  return { absolutePath: file.absolutePath, line: (exact ?? withTag[0])?.line ?? 1 };
}
