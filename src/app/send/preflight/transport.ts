import { NewsletterError, errorMessage } from '../../../model/error.js';
import type { Transport } from '../../../model/send/outgoing-message.js';
import type { PreflightResult } from './preflight-context.js';

/** Opens a transport once: whether it can be reached is better known before somebody confirms. */
export async function probeTransport(
  transport: Transport,
  issue: string,
  signal: AbortSignal,
): Promise<readonly PreflightResult[]> {
  try {
    await transport.open({ issue, kind: transport.kind, test: false, signal });
    await transport.close();
    const signedIn = transport.describeSignIn?.();
    return [
      { check: 'transport', result: 'ok', message: `The transport "${transport.name}" answers.` },
      ...(signedIn === undefined ? [] : [{ check: 'sign-in', result: 'ok', message: signedIn } as const]),
    ];
  } catch (error) {
    if (error instanceof NewsletterError) {
      const { message, expected, help } = error;
      return [{ check: 'transport', result: 'refused', message, expected, help }];
    }
    const refused = {
      check: 'transport',
      result: 'refused',
      message: `The transport "${transport.name}" does not work: ${errorMessage(error)}.`,
      expected: 'a transport that can be opened',
      help: 'Correct its settings, or use another transport.',
    } as const;
    return [refused];
  }
}
