import { spawn } from 'node:child_process';
import { NewsletterError, errorMessage } from '../../model/error.js';
import type { PublishTarget } from '../../model/settings/publish.js';
import { TRANSPORTS } from '../../transports/registry.js';
import { withFileVariables } from '../../workspace/settings/transport-definition.js';

export type PublishCommand = Extract<PublishTarget, { kind: 'command' }>['command'];

/** How the command is run. */
export interface CommandRun {
  readonly workspace: string;
  readonly issue: string;
  /** The folder with the web edition and nothing else. */
  readonly webFolder: string;
  /** A file with the names to remove where readers find the edition; `undefined` when there are none. */
  readonly takenDownFile: string | undefined;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  readonly onOutput: (text: string) => void;
}

/** How much of its output an error repeats. */
const MAX_REPEATED = 2000;

const VARIABLES_OF_TRANSPORTS = new Set(TRANSPORTS.flatMap(({ variables }) => withFileVariables(variables)));

/** A program that copies files must not get the newsletter's secrets, nor those of its transports. */
function isOwnVariable(name: string): boolean {
  return name.startsWith('NEWSLETTER_') || VARIABLES_OF_TRANSPORTS.has(name);
}

function environmentOf({
  environment,
  webFolder,
  takenDownFile,
  issue,
}: CommandRun): Record<string, string | undefined> {
  const others = Object.entries(environment).filter(([name]) => !isOwnVariable(name));
  return {
    ...Object.fromEntries(others),
    NEWSLETTER_WEB_FOLDER: webFolder,
    NEWSLETTER_ISSUE: issue,
    ...(takenDownFile === undefined ? {} : { NEWSLETTER_TAKEN_DOWN: takenDownFile }),
  };
}

/** Returns the command as a person would type it. */
export function writtenCommand(command: PublishCommand): string {
  return typeof command === 'string' ? command : command.join(' ');
}

function commandFailed(command: PublishCommand, how: string, said: string): NewsletterError {
  const told =
    said.trim() === ''
      ? 'It said nothing.'
      : `It said: ${said
          .trim()
          .split(/\s*[\r\n]\s*/)
          .join(' / ')}`;
  return new NewsletterError('publish-failed', {
    message: `The command that publishes ("${writtenCommand(command)}") ${how}. ${told}`,
    expected: 'a command that ends with exit code 0 when the web edition is where readers find it',
    help: 'Fix what it reports, or the command under "publish" in newsletter.yaml; then publish again.',
  });
}

/**
 * Runs the command that uploads the web edition, in the workspace's folder.
 *
 * @throws NewsletterError `publish-failed` when it cannot be started or fails.
 */
export async function runPublishCommand(command: PublishCommand, run: CommandRun): Promise<void> {
  const [program, ...args] = typeof command === 'string' ? ([command] as const) : command;
  const child = spawn(program, args, {
    shell: typeof command === 'string',
    cwd: run.workspace,
    env: environmentOf(run),
    // At a terminal it may ask for the passphrase of a key.
    stdio: ['inherit', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (chunk: Buffer) => {
    const text = chunk.toString('utf8');
    said = (said + text).slice(-MAX_REPEATED);
    run.onOutput(text);
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const stop = () => child.kill('SIGTERM');
  run.signal.addEventListener('abort', stop);
  try {
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (...ended) => {
        resolve(ended);
      });
    });
    if (code === 0) return;
    throw commandFailed(
      command,
      code === null ? `was ended by ${String(signal)}` : `ended with exit code ${String(code)}`,
      said,
    );
  } catch (error) {
    if (error instanceof NewsletterError) throw error;
    throw commandFailed(command, `cannot be started (${errorMessage(error)})`, said);
  } finally {
    run.signal.removeEventListener('abort', stop);
  }
}
