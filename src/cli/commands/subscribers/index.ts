import { Command } from 'commander';
import type { Run } from '../../command-context.js';
import { addCommand } from './add.js';
import { eraseCommand } from './erase.js';
import { exportCommand } from './export.js';
import { importCommand } from './import.js';
import { importsCommand } from './imports.js';
import { listCommand } from './list.js';
import { purgeCommand } from './purge.js';
import { statsCommand } from './stats.js';
import { undoCommand } from './undo.js';
import { unsubscribeCommand } from './unsubscribe.js';

/** `newsletter subscribers`: the people on the list. */
export function subscribersCommand(run: Run): Command {
  const command = new Command('subscribers')
    .summary('import, list, add, unsubscribe, export, erase readers')
    .description('import, list, add, unsubscribe, export and erase subscribers');
  const commands = [
    importCommand,
    importsCommand,
    undoCommand,
    listCommand,
    addCommand,
    unsubscribeCommand,
    exportCommand,
    statsCommand,
    eraseCommand,
    purgeCommand,
  ];
  for (const create of commands) command.addCommand(create(run));
  return command;
}
