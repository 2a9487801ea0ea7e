import type { Run } from './command-context.js';
import { watchForEarlyEnd } from './early-end.js';
import { createOutput, type CommonOptions, type Output } from './output.js';
import { asNewsletterError, printError } from './print/print-error.js';
import { watchSignals } from './signals.js';
import { isOutputUnderWay, lostOutput, noteLostOutput, outputTaken } from './print/write-output.js';

/** Connections and timers get this long after a command's last output; ours take two seconds. */
const GRACE_MS = 3_000;

const LEFT_OPEN = [
  'The command is over, but something was left open, such as a connection or a timer of a transport of your own: it was cut off.',
  '  what to do: If you send through a module of your own, have it let go of everything in close(). Where its open() fails, close() is not called: let go of it there.',
];

let grace: NodeJS.Timeout | undefined;

/** The work succeeded, but the output was truncated. */
function noteTruncatedOutput(options: CommonOptions): void {
  const error = lostOutput();
  if (error === undefined) return;
  const known = asNewsletterError(error);
  printError(known, { ...options, json: false });
  if (process.exitCode === undefined || process.exitCode === 0) process.exitCode = known.exitCode;
}

/** Ends the process when a user's module left something open; without one, nothing waits for this. */
function endAfterGrace(output: Output): void {
  grace = setTimeout(() => void cutOff(output), GRACE_MS).unref();
}

async function cutOff(output: Output): Promise<void> {
  if (isOutputUnderWay()) {
    // Maybe nothing else is open: the reader of a pipe may be slow.
    await outputTaken();
    endAfterGrace(output);
    return;
  }
  for (const line of LEFT_OPEN) output.note(line);
  await outputTaken();
  process.exit();
}

/** Runs a command's action and ends the process with its exit code. */
export const run: Run = async (options, ending, action) => {
  // The timer of an earlier command, when several run in one process.
  clearTimeout(grace);
  const output = createOutput(options);
  process.stderr.on('error', noteLostOutput);
  const signals = watchSignals(ending, output);
  const endWatch = watchForEarlyEnd(options, output);
  try {
    const request = {
      workspace: options.workspace,
      from: process.cwd(),
      environment: process.env,
      onNotice: output.note,
    };
    process.exitCode = signals.exitCode(await action({ output, options, request, signal: signals.signal }));
  } catch (error) {
    output.endProgress();
    const known = asNewsletterError(error);
    printError(known, options);
    process.exitCode = signals.exitCode(known.exitCode);
  } finally {
    output.endProgress();
    endWatch();
    noteTruncatedOutput(options);
    signals.end();
    endAfterGrace(output);
  }
};
