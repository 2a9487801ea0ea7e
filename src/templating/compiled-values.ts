import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256Hex } from '../files/sha256.js';
import { readYaml } from '../yaml/yaml-document.js';

/** Names a file by the text that it was made from, so there is none for an overridden or edited text. */
function fileOf(text: string): string {
  return `${sha256Hex(text)}.json`;
}

/** It has its own file, because a check needs it and a build does not. */
const READ_ELSEWHERE = 'house-style.yaml';

/** The values of one YAML file of the templates, as JSON. */
export interface CompiledValues {
  /** The name of the file to write. */
  readonly name: string;
  readonly json: string;
}

/**
 * Reads the shipped words, colours and lists when the program is compiled, because reading their YAML takes longer than
 * rendering.
 *
 * @returns one small file each, so that a build in one language reads no other.
 */
export function compileValues(folder: string): readonly CompiledValues[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') && name !== READ_ELSEWHERE)
    .map((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const document = readYaml(text);
      if (document.faults.length > 0) throw new Error(`${name} cannot be read as YAML`);
      return { name: fileOf(text), json: JSON.stringify(document.value) };
    });
}

/** Returns what `compileValues` made of exactly this text, still to be checked, or `undefined` for another text. */
export function recallValues(folder: string | undefined, text: string): unknown {
  if (folder === undefined) return undefined;
  const file = path.join(folder, fileOf(text));
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
