import { NewsletterError } from '../model/error.js';
import { isSendComplete } from '../model/send/delivery.js';
import type { SendReport } from '../model/send/delivery.js';
import type { CommandContext } from './command-context.js';
import { confirmByName } from './confirm.js';
import { count } from '../model/text/count.js';
import { printReport } from './print-report.js';

/** What of a send is settled, and by whom. */
interface ResolvingOptions {
  readonly issue: string;
  readonly yes: boolean;
}

async function resolveRequest(issue: string, { request }: CommandContext) {
  const { openWorkspace } = await import('../app/workspace/open-workspace.js');
  return { configuration: openWorkspace(request).configuration, issue, now: () => new Date() };
}

/** `newsletter send --uncertain list`: reads only. */
export async function printUncertain(issue: string, context: CommandContext): Promise<number> {
  const { output } = context;
  const { uncertainDeliveries } = await import('../app/send/resolve-uncertain.js');
  const found = await uncertainDeliveries(await resolveRequest(issue, context));
  output.document(found.map(({ address, at, reason }) => ({ address, at, reason })));
  for (const { address, at, reason } of found) {
    const shown = address === '' ? '(erased since)' : address;
    output.print(`${at.slice(0, 16).replace('T', ' ')}  ${shown}  ${output.colours.dim(reason)}`);
  }
  output.print(
    found.length === 0
      ? `Issue ${issue}: nobody is uncertain.`
      : `${count(found.length, 'subscriber')} may or may not have got issue ${issue}. "--uncertain resend" sends it to them once more, "--uncertain skip" leaves them out.`,
  );
  return 0;
}

/** `--uncertain skip` and `--cancel`: nobody of them is mailed any more. */
export async function resolveUncertainInTerminal(
  what: 'uncertain' | 'pending',
  { issue, yes }: ResolvingOptions,
  context: CommandContext,
): Promise<number> {
  const { output, signal } = context;
  const { resolveUncertain: settle } = await import('../app/send/resolve-uncertain.js');
  const report = await settle(await resolveRequest(issue, context), what, async (before) => {
    if (before[what] === 0) throw nothingUncertain(what, issue);
    return yes || confirmByName({ issue, ...wordsFor(what, before) }, output, signal);
  });
  if (report === undefined) return 0;
  output.document(report);
  printReport(report, output);
  return isSendComplete(report) ? 0 : 3;
}

function wordsFor(what: 'uncertain' | 'pending', report: SendReport) {
  const number = count(report[what], 'subscriber');
  return what === 'uncertain'
    ? { what: `This leaves out ${number} of whom nobody can tell whether they got issue ${report.issue}.` }
    : {
        what: `This cancels the rest of issue ${report.issue}: ${number} will not get it.`,
        risk: 'It cannot be taken back.',
      };
}

function nothingUncertain(what: 'uncertain' | 'pending', issue: string): NewsletterError {
  return new NewsletterError('usage', {
    message:
      what === 'uncertain' ? `Nobody is uncertain in issue ${issue}.` : `Issue ${issue} has nothing left to cancel.`,
    expected: what === 'uncertain' ? 'a send with uncertain deliveries' : 'a send that has not come to its end',
    help: `Look at \`newsletter report ${issue}\`.`,
  });
}
