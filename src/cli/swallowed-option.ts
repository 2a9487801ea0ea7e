import type { Command, Option } from 'commander';
import { NewsletterError } from '../model/error.js';

/** An option without its value, and what stands in the value's place. */
export interface SwallowedOption {
  /** As it was entered, such as `--tag`. */
  readonly option: string;
  readonly next: string;
}

/**
 * Finds an option that would take the next option as its value. Commander takes whatever comes next, so `--tag
 * --dry-run` would be an import with the tag `--dry-run` instead of a trial.
 *
 * @param program all commands.
 * @param written the arguments after the program's name.
 * @returns `undefined` when there is none; `--tag=--dry-run` is meant as it stands.
 */
export function findSwallowedOption(program: Command, written: readonly string[]): SwallowedOption | undefined {
  let command = program;
  for (let place = 0; place < written.length; place += 1) {
    const argument = written[place] ?? '';
    if (argument === '--') return undefined;
    const option = optionNamed(command, argument);
    if (option === undefined) {
      command = command.commands.find((one) => isCalled(one, argument)) ?? command;
      continue;
    }
    // If the value is optional, commander itself takes no option for one.
    if (!option.required) continue;
    const next = written[place + 1];
    if (next !== undefined && (next.startsWith('--') || optionNamed(command, next) !== undefined)) {
      return { option: argument, next };
    }
    place += 1;
  }
  return undefined;
}

function optionNamed(command: Command, written: string): Option | undefined {
  return command.options.find(({ long, short }) => written === long || written === short);
}

function isCalled(command: Command, written: string): boolean {
  return command.name() === written || command.aliases().includes(written);
}

/** Makes the error for an option without its value. */
export function optionSwallowed({ option, next }: SwallowedOption): NewsletterError {
  return new NewsletterError('usage', {
    message: `${option} needs a value, but ${next} comes next, which looks like another option.`,
    expected: `a value after ${option}`,
    help: `Write the value behind ${option}. If ${next} is really meant as the value, write ${option}=${next}.`,
  });
}
