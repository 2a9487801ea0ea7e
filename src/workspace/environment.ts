import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { NewsletterError } from '../model/error.js';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new NewsletterError(
      'file-unreadable',
      {
        message: `${file} cannot be read.`,
        expected: 'a file that you may read',
        help: 'Check who may read the file.',
      },
      error,
    );
  }
}

/** The process's environment over the workspace's `.env`. */
export function effectiveEnvironment(root: string, processEnvironment: Environment): Environment {
  const written = readIfThere(path.join(root, '.env'));
  return written === undefined ? processEnvironment : { ...parseEnv(written), ...processEnvironment };
}

/**
 * A secret from `NAME`, or from the file that `NAME_FILE` points to.
 *
 * @throws {NewsletterError} `environment-invalid` where the file is not there.
 */
export function secretFrom(environment: Environment, name: string): string | undefined {
  const direct = environment[name];
  if (direct !== undefined && direct !== '') return direct;
  const file = environment[`${name}_FILE`];
  if (file === undefined || file === '') return undefined;
  const content = readIfThere(file);
  if (content === undefined) {
    throw new NewsletterError('environment-invalid', {
      message: `${name}_FILE points to ${file}, which is not there.`,
      expected: 'a file that holds the secret',
      help: `Correct ${name}_FILE, or take it out of the environment and of .env.`,
    });
  }
  return content.trim();
}
