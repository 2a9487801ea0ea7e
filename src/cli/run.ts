import type { Run } from './command-context.js';
import { watchForEarlyEnd } from './early-end.js';
import { createOutput, type CommonOptions, type Output } from './output.js';
import { asNewsletterError, printError } from './print-error.js';
import { watchSignals } from './signals.js';
import { isOutputUnderWay, lostOutput, noteLostOutput, outputTaken } from './write-output.js';

/** For so long after the last word of a command, connections and timers may come to their end; ours take two seconds. */
const GRACE_MS = 3_000;

const LEFT_OPEN = [
  'The command is over, but something was left open, such as a connection or a timer of a transport of your own: it was cut off.',
  '  what to do: If you send through a module of your own, have it let go of everything in close(). Where its open() fails, close() is not called: let go of it there.',
];

let grace: NodeJS.Timeout | undefined;

/** What was done is done; but whoever reads what was printed has not all of it. */
function noteTruncatedOutput(options: CommonOptions): void {
  const error = lostOutput();
  if (error === undefined) return;
  const known = asNewsletterError(error);
  printError(known, { ...options, json: false });
  if (process.exitCode === undefined || process.exitCode === 0) process.exitCode = known.exitCode;
}

/** Has the process end where a user's module left something open; it never waits for this where nothing is. */
function endAfterGrace(output: Output): void {
  grace = setTimeout(() => void cutOff(output), GRACE_MS).unref();
}

async function cutOff(output: Output): Promise<void> {
  if (isOutputUnderWay()) {
    // Maybe nothing else is open: whoever reads a pipe may take their time.
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
  // Of a command before, where several run in one process.
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
      onRemark: output.note,
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
