import type { SendPlan } from '../../app/send/send-context.js';
import type { Output } from '../output.js';

const LABELS = { ok: 'ok', warning: 'warning', refused: 'refused' } as const;

/** Prints what was looked at before a send, a line each; what is wrong with what to do about it. */
export function printPreflight({ preflight }: SendPlan, output: Output): void {
  const { colours } = output;
  const colour = { ok: colours.green, warning: colours.yellow, refused: colours.red };
  for (const one of preflight) {
    output.print(`  ${colour[one.result](LABELS[one.result].padEnd(8))} ${one.message}`);
    if (one.result === 'ok') continue;
    output.print(`             expected:   ${one.expected}`);
    output.print(`             what to do: ${one.help}`);
  }
}
