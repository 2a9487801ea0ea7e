import { Command, CommanderError } from 'commander';
import { packageVersion } from '../app/workspace/package-files.js';
import { NewsletterError } from '../model/error.js';
import { buildCommand } from './commands/issue/build.js';
import { checkCommand } from './commands/issue/check.js';
import { explainCommand } from './commands/issue/explain.js';
import { initCommand } from './commands/init.js';
import { jobsCommand } from './commands/jobs.js';
import { mailboxCommand } from './commands/mailbox.js';
import { publishCommand } from './commands/issue/publish.js';
import { previewCommand } from './commands/issue/preview.js';
import { reportCommand } from './commands/send/report.js';
import { sendCommand } from './commands/send/send.js';
import { serveCommand } from './commands/serve.js';
import { statusCommand } from './commands/issue/status.js';
import { subscribersCommand } from './commands/subscribers/index.js';
import { suppressionsCommand } from './commands/suppressions/index.js';
import { templatesCommand } from './commands/templates.js';
import { whyCommand } from './commands/send/why.js';
import { printError } from './print/print-error.js';
import { run } from './run.js';
import { findSwallowedOption, optionSwallowed } from './swallowed-option.js';

/** Makes all commands with their options. */
export function createProgram(): Command {
  const program = new Command('newsletter')
    .description('Builds and sends a monthly newsletter from the contributions of its members.')
    .version(packageVersion(), '--version', 'print the version')
    .helpOption('--help', 'say how a command is used')
    .helpCommand('help [command]', 'say how a command is used')
    .showSuggestionAfterError(true)
    .exitOverride()
    // Errors of usage are printed like all others, below.
    .configureOutput({ outputError: () => undefined, writeErr: () => undefined });
  const commands = [
    checkCommand,
    explainCommand,
    statusCommand,
    buildCommand,
    previewCommand,
    publishCommand,
    sendCommand,
    reportCommand,
    whyCommand,
    serveCommand,
    jobsCommand,
    subscribersCommand,
    mailboxCommand,
    suppressionsCommand,
    templatesCommand,
    initCommand,
  ];
  for (const create of commands) addCommand(program, create(run));
  return program;
}

/** Commander passes its settings only to commands that it makes itself. */
function addCommand(program: Command, command: Command): void {
  for (const one of [command, ...command.commands]) one.copyInheritedSettings(program);
  program.addCommand(command);
}

/** Makes the error for an incomplete command (`subscribers`), or for help about an unknown one (`help chekc`). */
async function commandMissing(program: Command): Promise<NewsletterError> {
  // Loaded here, because it is rarely needed and would slow every start.
  const { suggest } = await import('../model/text/suggestion.js');
  const [first = '', second = ''] = process.argv.slice(2);
  const group = first === 'help' ? program : (program.commands.find((one) => one.name() === first) ?? program);
  const names = group.commands.map((one) => one.name());
  const meant = first === 'help' ? suggest(second, names) : undefined;
  return new NewsletterError('usage', {
    message: first === 'help' ? `Unknown command '${second}'.` : `"newsletter ${first}" needs one more word.`,
    expected: `one of: ${names.join(', ')}`,
    help:
      meant === undefined
        ? `Look at "newsletter help${group === program ? '' : ` ${first}`}".`
        : `Did you mean ${meant}?`,
  });
}

function usageError(error: CommanderError): NewsletterError {
  // Its last line may be a suggestion; what was typed may have line ends too.
  const [, first = '', suggestion = ''] = /^(?:error: )?(.*?)(?:\n\((Did you mean .*)\))?$/s.exec(error.message) ?? [];
  return new NewsletterError('usage', {
    message: `${first.charAt(0).toUpperCase()}${first.slice(1).replace(/\.$/, '')}.`,
    expected: 'a command and options as "newsletter --help" lists them',
    help: suggestion === '' ? 'Look at "newsletter help", or "newsletter help" and the name of a command.' : suggestion,
  });
}

/** Runs the command that the arguments name, and leaves its exit code in `process.exitCode`. */
export async function runProgram(): Promise<void> {
  const program = createProgram();
  if (process.argv.length <= 2) {
    program.outputHelp();
    return;
  }
  const swallowed = findSwallowedOption(program, process.argv.slice(2));
  if (swallowed !== undefined) {
    fail(optionSwallowed(swallowed));
    return;
  }
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return;
    fail(error.code === 'commander.help' ? await commandMissing(program) : usageError(error));
  }
}

function fail(usage: NewsletterError): void {
  printError(usage, { json: process.argv.includes('--json') });
  process.exitCode = usage.exitCode;
}
