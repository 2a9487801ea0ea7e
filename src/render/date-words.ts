/** Writes dates in one language, never in that of the machine, and never by its clock or zone. */
export interface DateWords {
  /** `December 2020`, of an issue's id. */
  month(issue: string): string;
  /** `18 December 2020`. */
  day(date: string): string;
  /** Day, month and year by themselves, for a date block. */
  block(date: string): { readonly day: string; readonly month: string; readonly year: string };
}

function instantOf(written: string): Date {
  return new Date(`${written.length === 10 ? `${written}T00:00` : written}:00Z`);
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
  };
}
