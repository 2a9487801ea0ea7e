import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Another process that holds the write lock of a database. */
export interface Occupation {
  /** Gives the lock back. */
  readonly end: () => Promise<void>;
}

/** Has another process write to a database until it is told to end. */
export async function occupy(databasePath: string): Promise<Occupation> {
  const program = `
    const database = new (require('better-sqlite3'))(process.argv[1]);
    database.exec('begin immediate');
    console.log('busy');
    process.stdin.on('end', () => { database.exec('commit'); database.close(); }).resume();`;
  const child = spawn(process.execPath, ['-e', program, databasePath], { stdio: 'pipe' });
  const ended = once(child, 'close');
  await once(child.stdout, 'data');
  return {
    end: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
