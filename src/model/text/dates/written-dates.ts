/**
 * Reads days and times as people write them, to tell them how to write them here: `12 August 2024`, `12.08.2024`,
 * `23–24 November 2020`, `25. Januar 2021, 15 Uhr`. Nothing that is read here is published.
 */

/** A day of the calendar and a local time, as far as they were written. */
interface Moment {
  readonly day: string;
  readonly time: string | undefined;
}

/** When something begins, and when it ends if that was written: `2020-11-23`, `2021-01-25T15:00`. */
export interface WrittenSpan {
  readonly start: string;
  readonly end: string | undefined;
}

/** How the names of a month begin in the languages of the members and their neighbours; January first. */
const MONTH_BEGINNINGS: readonly RegExp[] = [
  /^(?:jan|jän|gen[en]|gener|ene|stycz|siječ|led[en]|ledn|січ|янв|јан|студз|яну|јану|tammi|jaan|oca|sausi|ιανου|yanv|janv)/,
  /^(?:feb|fév|fev|lut[ye]|veljač|únor|лют|фев|фебр|helmi|veeb|vasar|şubat|shkurt|φεβρ|fevr)/,
  /^(?:mar(?!tie$)|mär|maa(?:r|lis)|mrz|mars|marz|březn|ožuj|бер|март|сакав|kovo|márc|mac|μαρτ|març|maart|martie)/,
  /^(?:apr|avr|abr|kwiec|travanj|travnj|dub[en]|dubn|квіт|апр|красав|huhti|baland|ápr|nisan|prill|απρ)/,
  /^(?:may|mai|mei|maj|mag|máj|květ(?!.*enec)|svib|трав|ма[йяј]|touko|geguž|mayıs|μα[ΐι])/,
  /^(?:jun|juin|giu|juni|czerwiec|czerwca|červn|červen(?!e?c)|lipanj|lipnj|черв|июн|чэрв|јун|юни|kesä|birž|jún|iun|haziran|qershor|ιουν)/,
  /^(?:jul|juil|lug|lipiec|lipca|července|červenec|srpanj|srpnj|лип|июл|ліп|јул|юли|heinä|liep|júl|iul|temmuz|korrik|ιουλ)/,
  /^(?:aug|aoû|aou|ago|sierp|srp[en]|srpna|kolovoz|серп|авг|жнів|elo|rugpj|ağust|gusht|αυγ|avg|avq)/,
  /^(?:sep|set|wrze|září|ruj[an]|rujn|вер|сен|септ|syys|rugsė|szep|eylül|shtat|σεπ)/,
  /^(?:oct|okt|out|ott|paźdz|říj|жовт|окт|кастр|loka|spal|ekim|tetor|οκτ)/,
  /^(?:nov|листоп|ноя|ноем|лістап|marras|lapkr|kasım|nëntor|νοε|studen|noi|noy|now)/,
  /^(?:dec|dez|déc|dic|des|det|grud|prosin|груд|дек|снеж|joulu|gruod|aralık|dhjet|δεκ|dek)/,
];
/** Names of months that mean another one, or the same, in a neighbour's language, or that only look alike. */
const MONTH_BY_NAME: ReadonlyMap<string, number> = new Map(
  Object.entries<number>({
    listopad: 11,
    listopadu: 11,
    listopada: 11,
    марта: 3,
    март: 3,
    мар: 3,
    маја: 5,
    мая: 5,
    май: 5,
    mai: 5,
    maja: 5,
    mayo: 5,
    maggio: 5,
    srpna: 8,
    srpen: 8,
  }),
);

function monthOf(name: string): number | undefined {
  const word = name.normalize('NFC').toLowerCase();
  const known = MONTH_BY_NAME.get(word);
  if (known !== undefined) return known;
  const index = MONTH_BEGINNINGS.findIndex((beginning) => beginning.test(word));
  return index < 0 ? undefined : index + 1;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1000 ? `${String(year)}-${twoDigits(month)}-${twoDigits(day)}` : undefined;
}

/** One way of writing days; it returns none when the day does not exist. */
interface DayForm {
  readonly pattern: RegExp;
  readonly read: (parts: readonly string[]) => readonly (string | undefined)[];
}

const DASH = String.raw`\s*(?:[-–—−/&+]|\bto\b|\bbis\b|\btot\b|\band\b|\bund\b|\ben\b|\bet\b|\bau\b|\bal?\b|\bi\b|\bдо\b|\bта\b|\bі\b|\bи\b|по|до|та)\s*`;
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª|-го|-е)?`;
const MONTH = String.raw`(?:of\s+|de\s+|d['’])?(\p{L}{3,})\.?`;
const YEAR = String.raw`(?:,|\s+de\b|\s+del\b)?\s+(\d{4})`;

const number = (text: string | undefined) => Number(text);
const named = (year: string | undefined, month: string | undefined, day: string | undefined) => {
  const index = monthOf(month ?? '');
  return index === undefined ? undefined : isoDay(number(year), index, number(day));
};

const DAY_FORMS: readonly DayForm[] = [
  // 2020-11-23, 2020/11/23, 2020.11.23
  {
    pattern: /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u,
    // Of two numbers, the one that cannot be a month is the day.
    read: ([year, month, day]) => [
      isoDay(number(year), number(month), number(day)) ?? isoDay(number(year), number(day), number(month)),
    ],
  },
  // 23 November – 2 December 2020
  {
    pattern: new RegExp(`(?<!\\d)${DAY}\\s+${MONTH}(?:${DASH})${DAY}\\s+${MONTH}${YEAR}`, 'iu'),
    read: ([day, month, lastDay, lastMonth, year]) => [named(year, month, day), named(year, lastMonth, lastDay)],
  },
  // 23–24 November 2020
  {
    pattern: new RegExp(`(?<!\\d)${DAY}${DASH}${DAY}\\s+${MONTH}${YEAR}`, 'iu'),
    read: ([day, lastDay, month, year]) => [named(year, month, day), named(year, month, lastDay)],
  },
  // November 23–24, 2020
  {
    pattern: new RegExp(`(\\p{L}{3,})\\.?\\s+${DAY}${DASH}${DAY}${YEAR}`, 'iu'),
    read: ([month, day, lastDay, year]) => [named(year, month, day), named(year, month, lastDay)],
  },
  // 23 November 2020
  {
    pattern: new RegExp(`(?<!\\d)${DAY}\\s*${MONTH}${YEAR}`, 'iu'),
    read: ([day, month, year]) => [named(year, month, day)],
  },
  // November 23, 2020
  {
    pattern: new RegExp(`(\\p{L}{3,})\\.?\\s+${DAY}${YEAR}`, 'iu'),
    read: ([month, day, year]) => [named(year, month, day)],
  },
  // 23.–24.11.2020
  {
    pattern: new RegExp(String.raw`(?<!\d)(\d{1,2})\.?${DASH}(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)`, 'iu'),
    read: ([day, lastDay, month, year]) => [
      isoDay(number(year), number(month), number(day)),
      isoDay(number(year), number(month), number(lastDay)),
    ],
  },
  // 23.11.2020, 23. 11. 2020; with slashes and hyphens the day comes first, as in Europe
  {
    pattern: /(?<!\d)(\d{1,2})(?:\.\s?|[/-])(\d{1,2})(?:\.\s?|[/-])(\d{4})(?!\d)/u,
    read: ([day, month, year]) => [
      isoDay(number(year), number(month), number(day)) ?? isoDay(number(year), number(day), number(month)),
    ],
  },
  // 2020. november 23.
  {
    pattern: /(?<!\d)(\d{4})\.?\s+(\p{L}{3,})\s+(\d{1,2})(?!\d)/u,
    read: ([year, month, day]) => [named(year, month, day)],
  },
];

/** Every form has a year, and the others take long to compile: most texts are done after the first form. */
const MAY_HAVE_DAY = /\d{4}/;

const EITHER_ORDER = /(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?!\d)/;
const MONTH_NAMES = 'January February March April May June July August September October November December'.split(' ');

/** Says in a sentence what a day such as `12/11/2026` means where the month comes first; here the day does. */
export function otherReading(written: string): string | undefined {
  const [, first, sign = '', second, year] = EITHER_ORDER.exec(written) ?? [];
  const other = first === second ? undefined : isoDay(number(year), number(first), number(second));
  const taken = isoDay(number(year), number(second), number(first));
  if (other === undefined || taken === undefined) return undefined;
  const said = (day: string | undefined, month: string | undefined) =>
    `${String(number(day))} ${MONTH_NAMES[number(month) - 1] ?? ''}`;
  return `Here ${String(first)}${sign}${String(second)} was taken for ${said(first, second)}, the day first. If ${said(second, first)} is meant, write ${other}.`;
}

/** Takes the days out of a text in their order, and returns the text without them. */
function takeDays(text: string): { readonly days: readonly string[]; readonly rest: string } {
  const days: string[] = [];
  let rest = text;
  for (let round = 0; round < 4 && MAY_HAVE_DAY.test(rest); round += 1) {
    const found = firstDaysIn(rest);
    if (found === undefined) break;
    days.push(...found.days);
    rest = `${rest.slice(0, found.start)} ${rest.slice(found.end)}`;
  }
  return { days: days.sort(), rest };
}

/** The days of the first form that stands in a text, and from where to where they stand. */
function firstDaysIn(text: string) {
  for (const { pattern, read } of DAY_FORMS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const all = read(match.slice(1));
    const days = all.filter((day) => day !== undefined);
    if (days.length === all.length) return { days, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

const CLOCK =
  /(?<![\d.:])(\d{1,2})(?:(?:[:.](\d{2})(?::\d{2}(?:\.\d+)?)?|\s?[hгu](?![\p{L}])\s?(\d{2})?)\s?(am|pm|a\.m\.|p\.m\.|uhr|h|год\.?|час\.?)?|\s?(am|pm|a\.m\.|p\.m\.|uhr|год\.?|час\.?))(?![\d\p{L}])/giu;

function takeTimes(text: string): readonly string[] {
  const times: string[] = [];
  // "3–5 pm": pm applies to both.
  const spread = text.replace(/(?<![\d:])(\d{1,2})(\s*[-–—]\s*\d{1,2}(?:[:.]\d{2})?\s?)(am|pm)\b/giu, '$1 $3$2$3');
  const hours = spread.replace(/(?<![\d:.])(\d{1,2})(\s*[-–—]\s*\d{1,2}\s?)(uhr|h)\b/giu, '$1:00$2$3');
  for (const match of hours.matchAll(CLOCK)) {
    const half = (match[4] ?? match[5] ?? '').toLowerCase().replaceAll('.', '');
    let hour = Number(match[1]);
    if (half === 'pm' && hour < 12) hour += 12;
    if (half === 'am' && hour === 12) hour = 0;
    const minute = Number(match[2] ?? match[3] ?? 0);
    if (hour < 24 && minute < 60) times.push(`${twoDigits(hour)}:${twoDigits(minute)}`);
  }
  return times;
}

function join({ day, time }: Moment): string {
  return time === undefined ? day : `${day}T${time}`;
}

/**
 * Returns the day that somebody wrote in words or in another order of its numbers, as `2020-11-23`; of several, the
 * first.
 */
export function readWrittenDay(written: string): string | undefined {
  return takeDays(stripTime(written)).days[0];
}

/** `2024-08-12T08:00:00+02:00`: the time follows the day. */
function stripTime(written: string): string {
  return written.replace(/^(\d{4}-\d{1,2}-\d{1,2})[T ]\d{1,2}:\d{2}.*$/, '$1');
}

/**
 * Returns when something begins and ends, from a text such as `23–24 November 2020` or `25 January 2021, 15:00–17:30`.
 *
 * @param otherDay the day for a text that has only times.
 */
export function readWrittenSpan(written: string, otherDay?: string): WrittenSpan | undefined {
  const plain = written.replace(/(\d{4}-\d{2}-\d{2})T(?=\d)/g, '$1 ').replace(/(?:Z|[+-]\d{2}:?\d{2})$/, '');
  const { days, rest } = takeDays(plain);
  const times = takeTimes(rest);
  const [day = otherDay, lastDay] = days;
  if (day === undefined || days.length > 2 || times.length > 2) return undefined;
  if (days.length === 0 && times.length === 0) return undefined;
  const [time, lastTime] = times;
  const start = join({ day, time });
  if (lastDay !== undefined) return { start, end: join({ day: lastDay, time: lastTime }) };
  return { start, end: lastTime === undefined ? undefined : join({ day, time: lastTime }) };
}
