import { count } from './count.js';

/** In seconds, the largest first. */
const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** With fewer than this many of the larger unit, the smaller one is named too. */
const FEW = 3;

/** Writes a length of time as people say it: `40 seconds`, `1 hour and 30 minutes`, `2 days and 3 hours`, `5 days`. */
export function durationWords(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  const index = UNITS.findIndex(([, length]) => seconds >= length);
  const [[name, length] = ['second', 1], smaller] = UNITS.slice(index);
  const whole = Math.floor(seconds / length);
  const rest = smaller === undefined || whole >= FEW ? 0 : Math.floor((seconds % length) / smaller[1]);
  return [count(whole, name), ...(rest > 0 && smaller !== undefined ? [count(rest, smaller[0])] : [])].join(' and ');
}
