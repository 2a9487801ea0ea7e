import { type Timeout } from '../../time/with-timeout.js';
import { NewsletterError, errorMessage } from '../../model/error.js';

const INTERFACE = 'docs/transports.md has the interface, and an example that works.';

/** The module cannot be made into a transport: it is not there, does not load, or gives something else. */
export function moduleUnusable(name: string, what: string, cause?: unknown): NewsletterError {
  return new NewsletterError(
    'transport-unusable',
    {
      message: `The transport ${name} cannot be used: ${what}.`,
      expected: 'a JavaScript module that exports createTransport, a function that gives a transport',
      help: `Correct the module, or the name after "transport:" in newsletter.yaml. ${INTERFACE}`,
    },
    cause,
  );
}

/** The module did not keep to its interface during a send; the outcomes of its messages are in the ledger. */
export function moduleBroken(name: string, what: string, cause?: unknown): NewsletterError {
  return new NewsletterError(
    'send-stopped',
    {
      message: `The send was stopped: the transport ${name} ${what}.`,
      expected: 'one outcome for each message, within the time that the module has set',
      help: `Correct the module, then run the same command again for the deliveries that are still pending. ${INTERFACE}`,
    },
    cause,
  );
}

/** A person stopped the wait until the module was ready; nothing was submitted. */
export function moduleNotReady(name: string): NewsletterError {
  return new NewsletterError('send-stopped', {
    message: `The send was interrupted before the transport ${name} was ready.`,
    expected: 'a transport that gets the time to make itself ready',
    help: 'Nothing was handed over in this run. Run the same command again.',
  });
}

/** The module itself says that it can submit nothing more. */
export function moduleStopped(name: string, reason: string): NewsletterError {
  return new NewsletterError('send-stopped', {
    message: `The send was stopped by the transport ${name}: ${reason}.`,
    expected: 'a transport that takes messages',
    help: 'The rest is still pending. Fix what the transport names, then run the same command again.',
  });
}

/** An error's words, in one line. */
export function errorText(error: unknown): string {
  const text = errorMessage(error);
  const line = text.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]+/g, ' ').trim();
  return line === '' ? 'an error without words' : line.slice(0, 300);
}

/** How long to wait for something that a user's module does. */
export function timeoutOf(seconds: number): Timeout {
  return { timeoutMs: seconds * 1000, tooLate: `it did not end within ${String(seconds)} seconds` };
}
