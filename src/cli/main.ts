import { Command, CommanderError } from 'commander';
import { toolVersion } from '../app/tool.js';
import { NewsletterError } from '../model/error.js';
import { buildCommand } from './commands/build.js';
import { checkCommand } from './commands/check.js';
import { initCommand } from './commands/init.js';
import { reportCommand } from './commands/report.js';
import { sendCommand } from './commands/send.js';
import { statusCommand } from './commands/status.js';
import { subscribersCommand } from './commands/subscribers.js';
import { printError } from './print-error.js';
import { run } from './run.js';

function createProgram(): Command {
  const program = new Command('newsletter')
    .description('Builds and sends a monthly newsletter from the contributions of its members.')
    .version(toolVersion(), '--version', 'print the version')
    .helpOption('--help', 'say how a command is used')
    .helpCommand('help [command]', 'say how a command is used')
    .showSuggestionAfterError(true)
    .exitOverride()
    // Errors of usage are printed as all others are, below.
    .configureOutput({ outputError: () => undefined });
  const commands = [
    checkCommand,
    statusCommand,
    buildCommand,
    sendCommand,
    reportCommand,
    subscribersCommand,
    initCommand,
  ];
  for (const create of commands) program.addCommand(create(run).copyInheritedSettings(program));
  return program;
}

function usageError(error: CommanderError): NewsletterError {
  const [first = '', ...more] = error.message.replace(/^error: /, '').split('\n');
  const suggestion = more
    .join(' ')
    .trim()
    .replace(/^\(|\)$/g, '');
  return new NewsletterError('usage', {
    message: `${first.charAt(0).toUpperCase()}${first.slice(1)}.`,
    expected: 'a command and options as "newsletter --help" lists them',
    help: suggestion === '' ? 'Look at "newsletter help", or "newsletter help" and the name of a command.' : suggestion,
  });
}

async function main(): Promise<void> {
  // A reader such as `head` that closes early is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  const program = createProgram();
  if (process.argv.length <= 2) {
    program.outputHelp();
    return;
  }
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0 || error.code === 'commander.help') {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    printError(usageError(error), { json: process.argv.includes('--json') });
    process.exitCode = 2;
  }
}

await main();
