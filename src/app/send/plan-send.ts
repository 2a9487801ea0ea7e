import { countAudience, countIneligible } from '../../subscribers/audience-query.js';
import { isSendComplete } from '../../model/send/delivery.js';
import type { MessageTemplate } from '../../model/issue/edition.js';
import { parseMime } from '../../mime/read-mime.js';
import { readBuiltMessage } from '../../send/message/built-message.js';
import type { FrozenSend } from '../../send/ledger/freeze.js';
import type { Queries } from '../../store/database.js';
import { checkIssueFacts } from './preflight/issue-facts.js';
import { runPreflight } from './preflight/preflight.js';
import type { PreflightResult } from './preflight/preflight-context.js';
import { probeTransport } from './preflight/transport.js';
import type { SendState } from './read-send.js';
import { networkOf, type SendBriefing, type SendContext, type SendPlan } from './send-context.js';

/**
 * Says what a run would do, and checks everything that would go wrong for every reader. Writes nothing.
 *
 * @param probe whether the transport is opened once to see that it can be reached; it is opened for the send anyway.
 */
export function planSend(state: SendState, context: SendContext, probe: boolean): Promise<SendPlan> {
  return state.kind === 'begun' ? planBegunSend(state, context, probe) : planNewSend(state, context, probe);
}

async function planBegunSend(
  state: Extract<SendState, { kind: 'begun' }>,
  context: SendContext,
  probe: boolean,
): Promise<SendPlan> {
  const { begun, report, outgoing, deferred, noneToRetry } = state;
  const nothingLeft = outgoing === 0;
  return {
    send: begun.kind,
    begun: true,
    complete: isSendComplete(report),
    nothingLeft,
    noneToRetry,
    outgoing,
    deferred,
    cancelledAt: begun.cancelledAt,
    report,
    preflight: nothingLeft
      ? []
      : [...(await otherBuild(context, begun)), ...(await inspectSend(context, probe, begun.template, outgoing))],
    about: { ...(await visibleHeaders(begun.template)), date: undefined, leftOut: [] },
  };
}

/** A secretariat that corrects an issue during its send must know that the rest gets it as it was. */
async function otherBuild(
  { configuration, issue }: SendContext,
  begun: FrozenSend,
): Promise<readonly PreflightResult[]> {
  const built = await readBuiltMessage(configuration.root, issue).catch(() => undefined);
  if (built === undefined || built.hash === begun.buildHash) return [];
  const rehearsal = begun.kind === 'rehearsal';
  return [
    {
      check: 'build',
      result: 'warning',
      message: `This ${rehearsal ? 'rehearsal' : 'send'} goes on with the issue as it was on ${begun.createdAt.slice(0, 10)}; it was built otherwise since.`,
      expected: 'one and the same text for everybody',
      help: rehearsal
        ? 'Add --again to rehearse the present build.'
        : 'If that is not meant: `newsletter send --cancel` leaves out the readers who have not got it yet.',
    },
  ];
}

async function planNewSend(
  state: Extract<SendState, { kind: 'new' }>,
  context: SendContext,
  probe: boolean,
): Promise<SendPlan> {
  const { database, report, outgoing } = state;
  const { transport } = context;
  const { template } = state.message;
  // A rehearsal may be of any issue, at any time.
  const facts = transport.kind === 'real' ? context.readFacts?.() : undefined;
  const preflight: readonly PreflightResult[] = [
    { check: 'build', result: 'ok', message: 'The build is up to date.' },
    { check: 'not-sent', result: 'ok', message: 'The issue was not sent yet.' },
    { check: 'audience', result: 'ok', message: `${String(outgoing)} on the list would get it.` },
    ...(facts === undefined ? [] : checkIssueFacts(facts, context.now())),
    ...(await inspectSend(context, probe, template, outgoing)),
  ];
  const about = {
    ...(await visibleHeaders(template)),
    date: facts?.date,
    leftOut: await countLeftOut(database.query, template, outgoing),
  };
  const start = { begun: false, complete: false, nothingLeft: false, noneToRetry: false, cancelledAt: undefined };
  return { send: transport.kind, ...start, outgoing, deferred: 0, report, preflight, about };
}

/** Subject and sender as readers see them. */
async function visibleHeaders({ headers }: MessageTemplate): Promise<Pick<SendBriefing, 'subject' | 'sender'>> {
  const { subject = '', from } = await parseMime(Buffer.from(`${headers.join('\r\n')}\r\n\r\n`));
  const address = from?.address === undefined ? '' : `<${from.address}>`;
  return { subject, sender: [from?.name ?? '', address].filter((part) => part !== '').join(' ') };
}

/** How many people on the list do not get an issue, by reason. */
async function countLeftOut(
  query: Queries,
  template: MessageTemplate,
  audience: number,
): Promise<SendBriefing['leftOut']> {
  const ineligible = await countIneligible(query, { tags: undefined });
  const otherTags = (await countAudience(query, { tags: undefined })) - audience;
  return [
    ...[...ineligible].map(([reason, count]) => ({ reason, count })),
    ...(template.audience === undefined || otherTags === 0
      ? []
      : [{ reason: 'other-tags' as const, count: otherTags }]),
  ];
}

async function inspectSend(
  context: SendContext,
  probe: boolean,
  template: MessageTemplate,
  readers: number,
): Promise<readonly PreflightResult[]> {
  const { configuration, transport, dkim, now, signal } = context;
  const network = networkOf(context);
  const results = await runPreflight({ configuration, template, readers, transport, dkim, now: now(), network });
  if (!probe || transport.kind !== 'real') return results;
  return [...results, ...(await probeTransport(transport, template.issue, signal))];
}
