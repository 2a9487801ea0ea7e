import { errorCode } from './error-code.js';

/** Whether a process of this computer still runs. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user answers that it may not be asked.
    return errorCode(error) === 'EPERM';
  }
}
