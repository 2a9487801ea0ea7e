import { readTemplateFile, type TemplateFile } from './template-folder.js';

/** The output of a template, and within it the output of each part that it uses, in their order. */
export interface Rendering {
  readonly file: TemplateFile;
  output: string;
  readonly inner: Rendering[];
}

/** A fault in the joined output of the templates. */
export interface OutputFault {
  /** The line of the output, counted from 1. */
  readonly line: number;
  /** The name of the faulty tag. */
  readonly tag: string;
  /** What is wrong with it, which may name an attribute. */
  readonly reason: string;
}

/** A line of a template. */
export interface TemplateLine {
  readonly absolutePath: string;
  readonly line: number;
}

/** Records which template makes which output while an error is being located; otherwise it costs nothing. */
export class TemplateTrace {
  readonly #open: Rendering[] = [];
  #recording = false;

  /** Renders one template within the record. */
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

  /** Renders again, and returns the output of each template. */
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

/** Returns where the faulty tag begins in the output. */
function offsetOf(output: string, { line, tag }: OutputFault): number {
  const lines = output.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return start + Math.max(0, (lines[line - 1] ?? '').indexOf(`<${tag}`));
}

/**
 * Returns the innermost template that made the output at an offset. A part's output is contained unchanged in that of
 * the whole.
 */
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

/** Finds the template and the line that made the faulty tag. */
export function findFault(rendering: Rendering, fault: OutputFault): TemplateLine {
  const { file } = innermost(rendering, offsetOf(rendering.output, fault));
  const lines = readTemplateFile(file).split('\n');
  const withTag = lines.flatMap((text, index) => (text.includes(`<${fault.tag}`) ? [{ text, line: index + 1 }] : []));
  const attribute = /^Attribute (\S+)/.exec(fault.reason)?.[1];
  const exact = withTag.find(({ text }) => attribute !== undefined && text.includes(attribute));
  return { absolutePath: file.absolutePath, line: (exact ?? withTag[0])?.line ?? 1 };
}
