import { Command } from 'commander';
import type { Run } from '../../command-context.js';
import { addCommand } from './add.js';
import { exportCommand } from './export.js';
import { forgetCommand } from './forget.js';
import { importCommand } from './import.js';
import { listCommand } from './list.js';
import { purgeCommand } from './purge.js';
import { removeCommand } from './remove.js';
import { statsCommand } from './stats.js';

/** `newsletter subscribers`: the people on the list. */
export function subscribersCommand(run: Run): Command {
  const command = new Command('subscribers')
    .summary('import, list, add, remove, export, erase readers')
    .description('import, list, add, remove, export and erase subscribers');
  const commands = [
    importCommand,
    listCommand,
    addCommand,
    removeCommand,
    exportCommand,
    statsCommand,
    forgetCommand,
    purgeCommand,
  ];
  for (const create of commands) command.addCommand(create(run));
  return command;
}
