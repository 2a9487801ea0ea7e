const DAY_MS = 24 * 60 * 60 * 1000;

/** How many days lie between two days, written as `2020-12-18`; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY_MS);
}
