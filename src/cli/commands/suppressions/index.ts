import { Command } from 'commander';
import type { Run } from '../../command-context.js';
import { addCommand } from './add.js';
import { liftCommand } from './lift.js';
import { listCommand } from './list.js';
import { showCommand } from './show.js';

/** `newsletter suppressions`: the addresses that must not be mailed. */
export function suppressionsCommand(run: Run): Command {
  const command = new Command('suppressions')
    .summary('list, explain, add, lift addresses that must not be mailed')
    .description('list the addresses that must not be mailed, say why, add one, or lift one');
  for (const create of [listCommand, showCommand, addCommand, liftCommand]) command.addCommand(create(run));
  return command;
}
