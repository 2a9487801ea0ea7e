import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClaimedJob, JobOutcome } from '../../src/jobs/job.js';
import { IMPLEMENTATIONS } from '../support/jobs/implementations.js';
import { DONE, JobBench, outside } from '../support/jobs/job-fixture.js';

/** What happens to a job when it is begun; a crash ends the whole process, before or after the effect. */
const EVENTS = ['done', 'deferred', 'failed', 'crash-before', 'crash-after'] as const;
type WorkEvent = (typeof EVENTS)[number];

const plans = fc.record({
  jobs: fc.integer({ min: 1, max: 8 }),
  atOnce: fc.integer({ min: 1, max: 4 }),
  events: fc.array(fc.constantFrom(...EVENTS), { maxLength: 25 }),
  repeatable: fc.boolean(),
});

describe.each(IMPLEMENTATIONS)('wherever processes are killed, with $name', ({ open }) => {
  test('no job is lost, and none has its effect twice', async () => {
    await fc.assert(
      fc.asyncProperty(plans, async ({ jobs, atOnce, events, repeatable }) => {
        const bench = new JobBench(await open());
        const left: WorkEvent[] = [...events];
        /** How often each job had its effect; one that is repeatable is recognised. */
        const effects = new Map<number, number>();
        const act = ({ id }: ClaimedJob): void => {
          effects.set(id, repeatable ? 1 : (effects.get(id) ?? 0) + 1);
        };
        await bench.enqueue(...Array.from({ length: jobs }, (_, row) => ({ kind: 'mail', ids: { row } })));
        for (let process = 0; process < 300 && (await bench.states()).some(isUnfinished); process += 1) {
          let crash: () => void = () => undefined;
          const crashed = new Promise<void>((resolve) => (crash = resolve));
          const handler = outside(
            (job): JobOutcome | Promise<JobOutcome> => {
              const event = left.shift() ?? 'done';
              if (event === 'done' || event === 'crash-after') act(job);
              if (event === 'done') return DONE;
              if (event === 'deferred' || event === 'failed') return { outcome: event, reason: 'as planned' };
              crash();
              return new Promise<JobOutcome>(() => undefined);
            },
            { atOnce, repeatable },
          );
          await Promise.race([bench.carryOut({ mail: handler }), crashed]);
          await bench.open.killWorkers();
          bench.wait(1000);
        }
        const counts = await bench.open.jobs.counts();
        expect(counts.done + counts.failed + counts.uncertain).toBe(jobs);
        if (repeatable) expect(counts.uncertain).toBe(0);
        expect(Math.max(0, ...effects.values())).toBeLessThanOrEqual(1);
        const notDone = new Set((await bench.open.jobs.list('given-up')).map(({ id }) => id));
        for (let id = 1; id <= jobs; id += 1) if (!notDone.has(id)) expect(effects.get(id)).toBe(1);
        await bench.open.close();
      }),
      { numRuns: 25 },
    );
  });
});

function isUnfinished(state: string): boolean {
  return state === 'waiting' || state === 'running';
}
