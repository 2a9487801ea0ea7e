import type { Finding } from '../../model/finding.js';
import type { FrontMatter } from '../../model/issue/front-matter.js';
import type { Places } from '../../yaml/yaml-document.js';
import { writeText } from '../../yaml/faults/quote-text.js';
import { YAML_RULES } from '../../yaml/yaml-rules.js';
import { fileFinding } from '../file-findings.js';

const { value: VALUE } = YAML_RULES['front-matter'];

const TYPOGRAPHIC =
  /^[\u2018-\u201f\u2039\u203a\u00ab\u00bb]([^\u2018-\u201f\u2039\u203a\u00ab\u00bb]+)[\u2018-\u201f\u2039\u203a\u00ab\u00bb]$/;
const HYPHEN = /^(?:[-–—][ \t]+)+(?=\S)/;

/** Returns the names, which nobody puts in quotation marks; a title or sentence may be a quotation as a whole. */
function namesIn({
  author,
  event,
  publication,
  image,
}: FrontMatter): readonly (readonly [string, string | undefined])[] {
  return [
    ['author', author],
    ['image.credit', image?.credit],
    ['event.place', event?.place],
    ['publication.author', publication?.author],
    ['publication.publisher', publication?.publisher],
  ];
}

function textsIn(frontMatter: FrontMatter): readonly (readonly [string, string | undefined])[] {
  const { title, summary, image, link, source } = frontMatter;
  return [
    ...namesIn(frontMatter),
    ['title', title],
    ['summary', summary],
    ['image.alt', image?.alt],
    ['image.caption', image?.caption],
    ['link.label', link?.label],
    ['source.title', source?.title],
  ];
}

function lineOf(path: string, text: string): string {
  return `${path.split('.').at(-1) ?? path}: ${writeText(text)}`;
}

/**
 * Reports signs around a text that readers would see: the hyphen of a list, or a word processor's quotation marks
 * around a name.
 */
export function signFindings(file: string, frontMatter: FrontMatter, places: Places): readonly Finding[] {
  const placeOf = (path: string) => places.get(path) ?? { line: 1, column: 1 };
  const hyphens = textsIn(frontMatter).flatMap(([path, text = '']) => {
    if (!HYPHEN.test(text)) return [];
    const right = lineOf(path, text.replace(HYPHEN, ''));
    const message = `The text of "${path}" begins with a hyphen, and readers would see it.`;
    const words = { expected: right, actual: `"${text.slice(0, 40)}"`, help: `Write it like this: ${right}` };
    return [fileFinding(file, VALUE, { ...placeOf(path), message, ...words })];
  });
  const quotes = namesIn(frontMatter).flatMap(([path, text = '']) => {
    const inner = TYPOGRAPHIC.exec(text)?.[1];
    if (inner === undefined) return [];
    const right = lineOf(path, inner);
    const message = `The text of "${path}" stands in quotation marks, and readers would see them.`;
    const words = { expected: right, actual: `"${text.slice(0, 40)}"`, help: `Write it like this: ${right}` };
    return [fileFinding(file, VALUE, { severity: 'warning', ...placeOf(path), message, ...words })];
  });
  return [...hyphens, ...quotes];
}
