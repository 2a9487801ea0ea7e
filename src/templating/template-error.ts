import { existsSync, readFileSync } from 'node:fs';
import { NewsletterError } from '../model/error.js';

interface TemplatePlace {
  readonly line: number;
  readonly column: number | undefined;
}

/** Returns the position in a template. Handlebars gives it in fields of the error, or only in its message. */
function placeOf(error: Error): TemplatePlace | undefined {
  const line: unknown = Reflect.get(error, 'lineNumber');
  const column: unknown = Reflect.get(error, 'column');
  if (typeof line === 'number') return { line, column: typeof column === 'number' ? column + 1 : undefined };
  const match = /(?:on line (\d+))|(?: - (\d+):(\d+))/.exec(error.message);
  if (match === null) return undefined;
  return { line: Number(match[1] ?? match[2]), column: match[3] === undefined ? undefined : Number(match[3]) + 1 };
}

/** Handlebars gives no position for a missing part, so it is searched for in the template. */
function placeOfMissingPart(error: Error, absolutePath: string): TemplatePlace | undefined {
  const name = /The partial (\S+) could not be found/.exec(error.message)?.[1];
  if (name === undefined || !existsSync(absolutePath)) return undefined;
  const index = readFileSync(absolutePath, 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(name));
  return index < 0 ? undefined : { line: index + 1, column: undefined };
}

/** Returns the first line that says something, without the position, which is shown separately. */
function reasonOf(error: Error): string {
  const lines = error.message.split('\n');
  if (/^Parse error on line/.test(error.message)) {
    return `the braces do not fit together near "${(lines[1] ?? '').trim()}"`;
  }
  const reason = lines.length > 1 ? (lines.at(-1) ?? '') : (lines[0] ?? '');
  return reason.replace(/ - \d+:\d+$/, '').replace(/ not defined in \[object Object\]/, ' is not known here');
}

/** Turns an error of a template into one that names the template's file and line. */
export function templateError(error: unknown, absolutePath: string): NewsletterError {
  // An inner part has named its position already.
  if (error instanceof NewsletterError) return error;
  const known = error instanceof Error ? error : new Error(String(error));
  const place = placeOf(known) ?? placeOfMissingPart(known, absolutePath);
  const where =
    place === undefined ? '' : `:${String(place.line)}${place.column === undefined ? '' : `:${String(place.column)}`}`;
  return new NewsletterError(
    'template-invalid',
    {
      message: `The template ${absolutePath}${where} cannot be used: ${reasonOf(known)}.`,
      expected: 'a Handlebars template that uses only the values, parts and helpers that it is given',
      help: 'Fix the line, or take the file out of your templates folder: then the one that comes with newsletter is used.',
    },
    known,
  );
}
