import { Command } from 'commander';
import type { WhyConsent, WhyDelivery, WhyPerson, WhyReport } from '../../../app/subscribers/explain-address.js';
import { withCommonOptions, type Run } from '../../command-context.js';
import { CONSENT_WORDS } from '../../print/consent-words.js';
import { eventLine, liftLines, suppressionWords } from '../../print/suppression-words.js';
import type { CommonOptions, Output } from '../../output.js';

const SKIPS: Readonly<Record<string, string>> = {
  unsubscribed: 'not sent: they had left the list by then',
  suppressed: 'not sent: the address must not be mailed any more',
  pending: 'not sent: they had not confirmed the address',
  forgotten: 'not sent: they were erased',
  'import-undone': 'not sent: the import with which they had come was undone',
  cancelled: 'not sent: the rest of this send was cancelled',
  uncertain: 'perhaps sent: nobody could tell, and it was decided not to send it once more',
};

function dayOf(at: string): string {
  return at.slice(0, 16).replace('T', ' ');
}

/** Says what happened to one message, and whether a person decided about it because nobody could tell. */
function wordsOf(delivery: WhyDelivery): string {
  const words = stateWords(delivery);
  const { state, reason, uncertainReason } = delivery;
  if (uncertainReason === null) return words;
  if (state === 'skipped' && reason === 'uncertain') return `${words} (the reason then: ${uncertainReason})`;
  return `${words}; before that, nobody could tell whether it was taken: ${uncertainReason}`;
}

function stateWords({ issue, state, reason, attemptAfter }: WhyDelivery): string {
  const because = reason === null ? '' : `: ${reason}`;
  switch (state) {
    case 'pending':
      if (attemptAfter !== null) return `not taken yet${because}; tried again after ${dayOf(attemptAfter)}`;
      return reason === null ? 'not handed over yet' : `not taken yet${because}`;
    case 'submitting':
      return 'is being handed over';
    case 'submitted':
      return 'handed over; the transport took responsibility';
    case 'failed':
      return `refused for good${because}`;
    case 'uncertain':
      return `nobody can tell whether it was taken${because} (newsletter send ${issue} --uncertain list)`;
    case 'skipped':
      return SKIPS[reason ?? ''] ?? `not sent${because}`;
  }
}

function printDelivery(delivery: WhyDelivery, output: Output): void {
  const kind = delivery.kind === 'rehearsal' ? ' (rehearsal)' : '';
  output.print(`  ${delivery.issue}${kind}  ${dayOf(delivery.at)}  ${wordsOf(delivery)}`);
  for (const event of delivery.events) output.print(`    came back ${eventLine(event)}`);
}

function printConsent({ at, action, source, detail, stateAfter }: WhyConsent, output: Output): void {
  const words = detail === null ? '' : ` “${detail}”`;
  const after = stateAfter === null ? '' : `, then ${stateAfter}`;
  output.print(`  ${dayOf(at)}  ${CONSENT_WORDS[action]} (${source})${after}${output.colours.dim(words)}`);
}

function printPerson(person: WhyPerson, address: string, output: Output): void {
  const name = person.name === null ? '' : ` (${person.name})`;
  output.print(
    output.colours.bold(`${address}${name}: ${person.state}, on the list since ${person.since.slice(0, 10)}`),
  );
  for (const consent of person.consents) printConsent(consent, output);
  output.print(person.deliveries.length === 0 ? '  No issue was ever sent to them.' : 'Issues:');
  for (const delivery of person.deliveries) printDelivery(delivery, output);
}

function printWhy({ address, suppression, people, formerDeliveries }: WhyReport, output: Output): void {
  for (const person of people) printPerson(person, address, output);
  if (suppression !== null) {
    const why = suppressionWords(suppression.reason);
    output.print(
      `${address} must not be mailed${suppression.since === '' ? '' : ` since ${suppression.since.slice(0, 10)}`}: ${why}.`,
    );
    if (suppression.note !== null) output.print(`  “${suppression.note}”`);
    for (const line of liftLines(address, suppression)) output.print(`  ${line}`);
  }
  if (formerDeliveries.length > 0) {
    output.print('Issues to this address, of somebody who has another one now, or whose import was undone:');
    for (const delivery of formerDeliveries) printDelivery(delivery, output);
  }
  if (people.length === 0 && suppression === null && formerDeliveries.length === 0) {
    output.print(`Nobody on the list has the address ${address}, and nobody ever had as far as the database knows.`);
  }
}

/** The facts of a suppression are in `newsletter suppressions show --json`. */
function asJson({ suppression, ...report }: WhyReport) {
  const { reason, since } = suppression ?? {};
  return { ...report, suppression: suppression === null ? null : { reason, since } };
}

/** `newsletter why`: everything that is known about an address. */
export function whyCommand(run: Run): Command {
  return withCommonOptions(new Command('why'))
    .argument('<address>', 'the e-mail address')
    .summary('say why somebody got an issue, or did not')
    .description('say why somebody got an issue, or did not: consent, suppressions, every delivery and what came back')
    .action((address: string, options: CommonOptions) =>
      run(options, 'at-once', async ({ output, request }) => {
        const { openWorkspace } = await import('../../../app/workspace/open-workspace.js');
        const { whyAddress } = await import('../../../app/subscribers/explain-address.js');
        const report = await whyAddress(openWorkspace(request).configuration, address);
        output.document(asJson(report));
        printWhy(report, output);
        return 0;
      }),
    );
}
