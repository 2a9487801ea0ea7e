import { errorCode } from './error-code.js';

/** Says whether a process of this computer is still running. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // For another user's process the system answers that the signal is not permitted.
    return errorCode(error) === 'EPERM';
  }
}
