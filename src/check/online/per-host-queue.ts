/** How many jobs run at once. */
export interface QueueLimits {
  readonly inAll: number;
  readonly perHost: number;
}

/** A job that asks one host. */
export interface HostJob {
  readonly host: string;
  readonly run: () => Promise<void>;
}

/** Runs jobs side by side, few enough that no host feels it. */
export function runPerHost(jobs: readonly HostJob[], { inAll, perHost }: QueueLimits): Promise<void> {
  const waiting = [...jobs];
  const active = new Map<string, number>();
  let running = 0;
  return new Promise((resolve, reject) => {
    const start = () => {
      if (waiting.length === 0 && running === 0) resolve();
      while (running < inAll) {
        const index = waiting.findIndex(({ host }) => (active.get(host) ?? 0) < perHost);
        const [job] = index === -1 ? [] : waiting.splice(index, 1);
        if (job === undefined) return;
        running += 1;
        active.set(job.host, (active.get(job.host) ?? 0) + 1);
        job
          .run()
          .finally(() => {
            running -= 1;
            active.set(job.host, (active.get(job.host) ?? 1) - 1);
          })
          .then(start, reject);
      }
    };
    start();
  });
}
