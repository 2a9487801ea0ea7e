import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isMissing } from './error-code.js';

/** Reads the bytes of a file; `undefined` when there is none. Any other error is thrown unchanged. */
export async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The same, for synchronous stages. */
export function readIfThereSync(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
