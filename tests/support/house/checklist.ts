import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** One numbered line of a page of `docs/adding/`, with the code that follows it. */
interface ChecklistStep {
  readonly file: string;
  /** The file must not exist before. */
  readonly isNew: boolean;
  /** The file from which a new one is copied first. */
  readonly copyOf: string | undefined;
  /** Absent where a person writes a sentence into a document. */
  readonly code: string | undefined;
  readonly isDiff: boolean;
}

const STEP = /^\d+\. `([^`]+)`(?: \((?:(new)|copy of `([^`]+)`)\))?:[^]*?(?=^\d+\. |^## )/gm;
const CODE = /^( *)```(\w+)\n([^]*?)^ *```$/m;

/** The steps of a page, such as `rule`. */
export function readChecklist(name: string): readonly ChecklistStep[] {
  const page = readFileSync(`docs/adding/${name}.md`, 'utf8');
  return [...page.matchAll(STEP)].map(([step, file = '', isNew, copyOf]) => {
    const [, indent = '', language, indented] = CODE.exec(step) ?? [];
    const code = indented?.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
    return { file, isNew: isNew !== undefined, copyOf, code, isDiff: language === 'diff' };
  });
}

/** Carries out the steps of a page in a copy of the repository. */
export function applyChecklist(name: string, root: string): void {
  for (const { file, isNew, copyOf, code, isDiff } of readChecklist(name)) {
    const target = path.join(root, file);
    const isThere = existsSync(target);
    if (isThere === (isNew || copyOf !== undefined)) {
      throw new Error(`docs/adding/${name}.md: ${file} is ${isThere ? 'there already' : 'not there'}`);
    }
    if (copyOf !== undefined) copyFileSync(path.join(root, copyOf), target);
    if (code === undefined) continue;
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, isDiff ? applyDiff(readFileSync(target, 'utf8'), code, file) : code);
  }
}

/** Applies hunks that are separated by `@@`; the old lines of each stand exactly once in the text. */
function applyDiff(text: string, diff: string, file: string): string {
  return diff.split(/^@@\n/m).reduce((changed, hunk) => {
    const lines = hunk.split('\n').slice(0, -1);
    const side = (dropped: string) =>
      lines.filter((line) => !line.startsWith(dropped)).map((line) => `${line.slice(1)}\n`);
    const old = `\n${side('+').join('')}`;
    const [before = '', after, ...more] = `\n${changed}`.split(old);
    if (after === undefined || more.length > 0) {
      throw new Error(`${file} has ${after === undefined ? 'no' : 'more than one'} place for:\n${hunk}`);
    }
    return `${before}\n${side('-').join('')}${after}`.slice(1);
  }, text);
}
