import { NewsletterError } from '../../model/error.js';
import type { OutgoingMessage, SubmitOutcome, Transport, TransportContext } from '../../model/send/outgoing-message.js';
import type { Quota, QuotaDecision } from './quota.js';

/** A transport that keeps within the limits of a quota; what it keeps back is deferred and counts as no attempt. */
export function limitTransport(transport: Transport, quota: Quota): Transport {
  let signal: AbortSignal | undefined;
  return {
    name: transport.name,
    kind: transport.kind,
    idempotent: transport.idempotent,
    loopback: transport.loopback,
    signing: transport.signing,
    connections: transport.connections,
    batchSize: Math.min(transport.batchSize, quota.batchSize),
    async open(context: TransportContext) {
      signal = context.signal;
      await quota.open();
      await transport.open({ ...context, takeTurn: (aborting) => quota.takeTurn(aborting) });
    },
    async submit(batch) {
      const decisions: QuotaDecision[] = [];
      for (const { envelope } of batch) decisions.push(await quota.take(envelope.to));
      const going = batch.filter((_, index) => decisions[index]?.kind === 'go');
      const outcomes = going.length === 0 ? [] : await submitInTurn(transport, going, quota, signal);
      for (const outcome of outcomes) await quota.observe(outcome);
      // A transport that answers for fewer or more messages than it got is found out by its caller.
      if (outcomes.length !== going.length) return outcomes;
      let next = 0;
      return decisions.flatMap((decision) => {
        if (decision.kind !== 'go') return [keptBack(decision)];
        next += 1;
        return outcomes.slice(next - 1, next);
      });
    },
    ...(transport.takeBack === undefined ? {} : { takeBack: transport.takeBack.bind(transport) }),
    ...(transport.describeSignIn === undefined ? {} : { describeSignIn: transport.describeSignIn.bind(transport) }),
    close: () => transport.close(),
  };
}

async function submitInTurn(
  transport: Transport,
  going: readonly OutgoingMessage[],
  quota: Quota,
  signal: AbortSignal | undefined,
): Promise<readonly SubmitOutcome[]> {
  if (transport.takesTurns !== true) for (let turn = 0; turn < going.length; turn += 1) await quota.takeTurn(signal);
  if (signal?.aborted !== true || transport.takesTurns === true) return transport.submit(going);
  return going.map(() => ({ outcome: 'deferred', reason: 'the send was interrupted before its turn came' }));
}

function keptBack(decision: Exclude<QuotaDecision, { kind: 'go' }>): SubmitOutcome {
  const reason = `a limit of ours: ${decision.limit}`;
  if (decision.kind === 'domain-limit') return { outcome: 'deferred', reason, notBefore: decision.until };
  return { outcome: 'deferred', reason, stop: quotaFull(decision) };
}

function quotaFull({ limit, until }: Pick<Exclude<QuotaDecision, { kind: 'go' }>, 'limit' | 'until'>): NewsletterError {
  return new NewsletterError('send-stopped', {
    message: `The limit of ${limit} is reached.`,
    expected: `a limit that has room (limits in newsletter.yaml); it has some from ${until.toISOString().slice(0, 16).replace('T', ' ')} UTC on`,
    help: 'Run the same command again then: the rest is still pending, and nobody gets the issue twice.',
  });
}
