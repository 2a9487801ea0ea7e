/** Writes dates in one language, never in that of the machine, and never by its clock or zone. */
export interface DateWords {
  /** `December 2020`, of an issue's id. */
  month(issue: string): string;
  /** `18 December 2020`. */
  day(date: string): string;
  /** Day, month and year by themselves, for a date block. */
  block(date: string): { readonly day: string; readonly month: string; readonly year: string };
  /** `CET`, on that day in that zone; empty where no zone is given. */
  zone(moment: string, timeZone: string | undefined): string;
}

function instantOf(written: string): Date {
  return new Date(`${written.length === 10 ? `${written}T00:00` : written}:00Z`);
}

function zoneName(locale: string, moment: string, timeZone: string | undefined): string {
  if (timeZone === undefined) return '';
  // Taken as UTC the moment is some hours off, which matters only in the night in which clocks are changed.
  const format = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'short', hour: '2-digit' });
  return format.formatToParts(instantOf(moment)).find((part) => part.type === 'timeZoneName')?.value ?? timeZone;
}

/** The words for dates in a locale such as `en-GB`. */
export function createDateWords(locale: string): DateWords {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC', calendar: 'gregory' });
  const month = format({ month: 'long', year: 'numeric' });
  const day = format({ day: 'numeric', month: 'long', year: 'numeric' });
  return {
    month: (issue) => month.format(instantOf(`${issue}-01`)),
    day: (date) => day.format(instantOf(date.slice(0, 10))),
    block: (date) => {
      // Taken from the whole date: beside a day some languages write the month in another case.
      const parts = day.formatToParts(instantOf(date.slice(0, 10)));
      const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((found) => found.type === type)?.value ?? '';
      return { day: part('day'), month: part('month'), year: part('year') };
    },
    zone: (moment, timeZone) => zoneName(locale, moment, timeZone),
  };
}
