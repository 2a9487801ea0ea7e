import path from 'node:path';
import { parseEnv } from 'node:util';
import { NewsletterError } from '../../model/error.js';
import { readWorkspaceFile } from '../read-file.js';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the workspace's `.env`, overridden by the process's environment. */
export function effectiveEnvironment(root: string, processEnvironment: Environment): Environment {
  const written = readWorkspaceFile(path.join(root, '.env'))?.toString('utf8');
  return written === undefined ? processEnvironment : { ...parseEnv(written), ...processEnvironment };
}

/**
 * Reads a secret from `NAME`, or from the file that `NAME_FILE` names.
 *
 * @throws NewsletterError `environment-invalid` when the file does not exist.
 */
export function secretFrom(environment: Environment, name: string): string | undefined {
  const direct = environment[name];
  if (direct !== undefined && direct !== '') return direct;
  const file = environment[`${name}_FILE`];
  if (file === undefined || file === '') return undefined;
  const content = readWorkspaceFile(file)?.toString('utf8');
  if (content === undefined) {
    throw new NewsletterError('environment-invalid', {
      message: `${name}_FILE points to ${file}, which is not there.`,
      expected: 'a file that holds the secret',
      help: `Correct ${name}_FILE, or take it out of the environment and of .env.`,
    });
  }
  return content.trim();
}
