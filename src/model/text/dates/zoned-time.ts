const DAY_MS = 24 * 60 * 60 * 1000;

const clocks = new Map<string, Intl.DateTimeFormat | undefined>();

/**
 * Returns the clock of a time zone, or `undefined` for a zone that does not exist. Making one takes milliseconds, so
 * each is made once.
 */
function clockOf(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!clocks.has(timeZone)) clocks.set(timeZone, makeClock(timeZone));
  return clocks.get(timeZone);
}

function makeClock(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}

/** Says whether the IANA database has a time zone of this name. */
export function isTimeZone(name: string): boolean {
  return clockOf(name) !== undefined;
}

/** Returns how many milliseconds the clocks of a time zone are ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const clock = clockOf(timeZone);
  if (clock === undefined) throw new RangeError(`There is no time zone ${timeZone}.`);
  const parts = clock.formatToParts(instant);
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const shown = Date.UTC(
    number('year'),
    number('month') - 1,
    number('day'),
    number('hour'),
    number('minute'),
    number('second'),
  );
  return shown - Math.floor(instant / 1000) * 1000;
}

/**
 * Returns the instants at which the clocks of a time zone show a time: none in the hour that is skipped in spring, two
 * in the repeated one in autumn.
 */
export function instantsOf(local: string, timeZone: string): readonly number[] {
  const utc = Date.parse(`${local}:00Z`);
  const offsets = new Set([utc - DAY_MS, utc + DAY_MS].map((near) => offsetAt(near, timeZone)));
  return [...offsets]
    .map((offset) => utc - offset)
    .filter((instant) => instant + offsetAt(instant, timeZone) === utc)
    .sort((left, right) => left - right);
}

/**
 * Returns the instant at which the clocks of a time zone show a local time; a day without a time means its last minute.
 *
 * @param local `2020-12-16` or `2020-12-16T18:00`.
 * @returns milliseconds since 1970.
 */
export function instantOf(local: string, timeZone: string): number {
  const utc = Date.parse(`${local.length === 10 ? `${local}T23:59` : local}:00Z`);
  // The second calculation is right in the hours around a change of the clocks.
  const first = utc - offsetAt(utc, timeZone);
  return utc - offsetAt(first, timeZone);
}
