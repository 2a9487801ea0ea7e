import type { Command } from 'commander';
import type { CommonOptions, Output } from './output.js';
import type { Ending } from './signals.js';

/** What a command's action works with. */
export interface CommandContext {
  readonly output: Output;
  readonly options: CommonOptions;
  /** Where to look for the workspace. */
  readonly request: {
    readonly workspace: string | undefined;
    readonly from: string;
    readonly environment: NodeJS.ProcessEnv;
    readonly onNotice: (notice: string) => void;
  };
  /** Aborted by Ctrl-C, by SIGTERM and when the terminal is closed, for commands that finish their current step. */
  readonly signal: AbortSignal;
}

/** Runs an action with the common options of its command; its result is the exit code. */
export type Run = (
  options: CommonOptions,
  ending: Ending,
  action: (context: CommandContext) => Promise<number>,
) => Promise<void>;

/** Adds the options that every command takes. */
export function withCommonOptions(command: Command): Command {
  return command
    .option('--workspace <folder>', 'the folder with newsletter.yaml (default: the nearest one upward)')
    .option('--json', 'print exactly one JSON document')
    .option('--quiet', 'print nothing but errors');
}
