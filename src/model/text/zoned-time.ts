const DAY_MS = 24 * 60 * 60 * 1000;

const clocks = new Map<string, Intl.DateTimeFormat | undefined>();

/** The clock of a time zone, or `undefined` for a zone that there is not. Making one takes milliseconds: each once. */
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

/** Whether there is a time zone of this name in the IANA data base. */
export function isTimeZone(name: string): boolean {
  return clockOf(name) !== undefined;
}

/** Milliseconds by which the clocks of a time zone are ahead of UTC at an instant. */
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

/** The instants at which the clocks of a time zone show a time: none in the hour left out in spring, two in autumn's. */
export function instantsOf(local: string, timeZone: string): readonly number[] {
  const utc = Date.parse(`${local}:00Z`);
  const offsets = new Set([utc - DAY_MS, utc + DAY_MS].map((near) => offsetAt(near, timeZone)));
  return [...offsets]
    .map((offset) => utc - offset)
    .filter((instant) => instant + offsetAt(instant, timeZone) === utc)
    .sort((left, right) => left - right);
}

/**
 * The instant at which the clocks of a time zone show a local time; a day without a time means its last minute.
 *
 * @param local `2020-12-16` or `2020-12-16T18:00`.
 * @returns milliseconds since 1970.
 */
export function instantOf(local: string, timeZone: string): number {
  const utc = Date.parse(`${local.length === 10 ? `${local}T23:59` : local}:00Z`);
  // The second look settles the hours around a change of the clocks.
  const first = utc - offsetAt(utc, timeZone);
  return utc - offsetAt(first, timeZone);
}
