/**
 * The result of work of somebody else's, or an error once its time is over. What it does afterwards is not waited for,
 * and an error that it comes with later troubles nobody.
 */
export function within<Result>(seconds: number, work: () => Result | Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`it did not end within ${String(seconds)} seconds`));
    }, seconds * 1000);
    Promise.resolve()
      .then(work)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
      });
  });
}
