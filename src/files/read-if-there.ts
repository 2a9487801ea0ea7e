import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isMissing } from './error-code.js';

/** The bytes of a file; `undefined` where there is none. Any other error is thrown as it is. */
export async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** The same, for stages that do not wait. */
export function readIfThereSync(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
