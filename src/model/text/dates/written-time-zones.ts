import { isTimeZone } from './zoned-time.js';

/** The zone of a country that has only one, by ISO 3166-1 alpha-2; for Spain and Portugal, that of the mainland. */
const ZONE_OF_COUNTRY: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    AL: 'Europe/Tirane',
    AM: 'Asia/Yerevan',
    AT: 'Europe/Vienna',
    AZ: 'Asia/Baku',
    BA: 'Europe/Sarajevo',
    BE: 'Europe/Brussels',
    BG: 'Europe/Sofia',
    BY: 'Europe/Minsk',
    CH: 'Europe/Zurich',
    CY: 'Asia/Nicosia',
    CZ: 'Europe/Prague',
    DE: 'Europe/Berlin',
    DK: 'Europe/Copenhagen',
    EE: 'Europe/Tallinn',
    ES: 'Europe/Madrid',
    FI: 'Europe/Helsinki',
    FR: 'Europe/Paris',
    GB: 'Europe/London',
    GE: 'Asia/Tbilisi',
    GR: 'Europe/Athens',
    HR: 'Europe/Zagreb',
    HU: 'Europe/Budapest',
    IE: 'Europe/Dublin',
    IS: 'Atlantic/Reykjavik',
    IT: 'Europe/Rome',
    LT: 'Europe/Vilnius',
    LU: 'Europe/Luxembourg',
    LV: 'Europe/Riga',
    MD: 'Europe/Chisinau',
    ME: 'Europe/Podgorica',
    MK: 'Europe/Skopje',
    MT: 'Europe/Malta',
    NL: 'Europe/Amsterdam',
    NO: 'Europe/Oslo',
    PL: 'Europe/Warsaw',
    PT: 'Europe/Lisbon',
    RO: 'Europe/Bucharest',
    RS: 'Europe/Belgrade',
    SE: 'Europe/Stockholm',
    SI: 'Europe/Ljubljana',
    SK: 'Europe/Bratislava',
    TR: 'Europe/Istanbul',
    UA: 'Europe/Kyiv',
    XK: 'Europe/Belgrade',
  }),
);

/** Cities with other names than that of their zone, and cities that follow another city's zone. */
const OTHER_CITIES: Readonly<Record<string, string>> = {
  kiev: 'Europe/Kyiv',
  kyjiw: 'Europe/Kyiv',
  київ: 'Europe/Kyiv',
  киев: 'Europe/Kyiv',
  ukraine: 'Europe/Kyiv',
  wien: 'Europe/Vienna',
  prag: 'Europe/Prague',
  praha: 'Europe/Prague',
  warschau: 'Europe/Warsaw',
  warszawa: 'Europe/Warsaw',
  brüssel: 'Europe/Brussels',
  bruxelles: 'Europe/Brussels',
  brussel: 'Europe/Brussels',
  geneva: 'Europe/Zurich',
  genève: 'Europe/Zurich',
  genf: 'Europe/Zurich',
  zürich: 'Europe/Zurich',
  bern: 'Europe/Zurich',
  strasbourg: 'Europe/Paris',
  'the hague': 'Europe/Amsterdam',
  'den haag': 'Europe/Amsterdam',
  barcelona: 'Europe/Madrid',
  milan: 'Europe/Rome',
  roma: 'Europe/Rome',
  lisboa: 'Europe/Lisbon',
  beograd: 'Europe/Belgrade',
  chișinău: 'Europe/Chisinau',
  bucurești: 'Europe/Bucharest',
  mostar: 'Europe/Sarajevo',
  münchen: 'Europe/Berlin',
  hamburg: 'Europe/Berlin',
  edinburgh: 'Europe/London',
  ankara: 'Europe/Istanbul',
  'new york': 'America/New_York',
  washington: 'America/New_York',
  'los angeles': 'America/Los_Angeles',
  bangkok: 'Asia/Bangkok',
  delhi: 'Asia/Kolkata',
  nairobi: 'Africa/Nairobi',
  lagos: 'Africa/Lagos',
  tokyo: 'Asia/Tokyo',
};

const CITIES: ReadonlyMap<string, string> = new Map([
  ...[...ZONE_OF_COUNTRY.values()].map((zone) => [cityOfZone(zone).toLowerCase(), zone] as const),
  ...Object.entries(OTHER_CITIES),
]);

/** Names of a time that many cities share, each with one of them; summer time has the same zone. */
const SHARED_TIMES: ReadonlyMap<string, string> = new Map(
  Object.entries<string>({
    cet: 'Europe/Brussels',
    cest: 'Europe/Brussels',
    met: 'Europe/Brussels',
    mez: 'Europe/Berlin',
    mesz: 'Europe/Berlin',
    hec: 'Europe/Paris',
    hnec: 'Europe/Paris',
    'central european time': 'Europe/Brussels',
    'central european summer time': 'Europe/Brussels',
    eet: 'Europe/Kyiv',
    eest: 'Europe/Kyiv',
    oez: 'Europe/Athens',
    'eastern european time': 'Europe/Kyiv',
    bst: 'Europe/London',
    wet: 'Europe/Lisbon',
    west: 'Europe/Lisbon',
    ist: 'Europe/Dublin',
    trt: 'Europe/Istanbul',
    msk: 'Europe/Minsk',
    est: 'America/New_York',
    edt: 'America/New_York',
    et: 'America/New_York',
    pst: 'America/Los_Angeles',
    pdt: 'America/Los_Angeles',
  }),
);

/** Returns the city that names a zone: `Los Angeles` for `America/Los_Angeles`. */
export function cityOfZone(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/**
 * Returns a time zone that is named after a city (`Europe/Kyiv`), or `UTC`. Names such as `EET` and `GMT-5` are
 * refused: they say neither whose time it is nor whether it is summer time, and `Etc/GMT-5` even counts the other way
 * round.
 */
export function readTimeZone(written: string): string | undefined {
  const name = written.trim();
  if (/^(?:etc\/)?(?:utc|uct|zulu|universal)$/i.test(name)) return 'UTC';
  if (!/^[A-Za-z_]+(?:\/[A-Za-z_-]+)+$/.test(name) || /^etc\//i.test(name) || !isTimeZone(name)) return undefined;
  if (name === 'Europe/Kiev') return 'Europe/Kyiv';
  return name.replace(/[A-Za-z]+/g, (part) =>
    /^(?:es|of|au|de|da)$/i.test(part)
      ? part.toLowerCase()
      : part.charAt(0).toUpperCase() + part.slice(1).toLowerCase(),
  );
}

/** Where somebody is, which decides the meaning of names that many places share. */
export interface EventLocation {
  /** ISO 3166-1 alpha-2. */
  readonly country?: string | undefined;
  readonly city?: string | undefined;
}

/** Returns the zone of a city or a country. */
export function zoneOf({ country, city }: EventLocation): string | undefined {
  return CITIES.get((city ?? '').toLowerCase()) ?? ZONE_OF_COUNTRY.get(country ?? '');
}

/** A name that says how far from UTC it is, but not where. */
const DISTANCE = /^(?:utc|gmt)?\s*[+-−]\s?\d{1,2}(?::?\d{2})?$/i;

/** Returns the zone that somebody at a place probably meant by `Kyiv time`, `CET` or `UTC+2`. */
export function suggestTimeZone(written: string, whereabouts: EventLocation): string | undefined {
  const word = written
    .trim()
    .toLowerCase()
    .replace(/[’']s(?= )/g, '')
    .replace(/^(?:local time in|time in|heure de|heure d[’']|ortszeit|tijd in|за часом)\s*/u, '')
    .replace(/\s*(?:local )?(?:time|zeit|tijd)$/u, '')
    .replace(/\s*\(.*\)$/, '');
  const inner = /^[a-z]+\/([a-z_ ]+)$/.exec(word)?.[1]?.replaceAll('_', ' ') ?? word;
  const city = CITIES.get(inner) ?? CITIES.get(inner.replace(/er$/, ''));
  if (city !== undefined) return city;
  const own = zoneOf(whereabouts);
  const shared = SHARED_TIMES.get(word) ?? SHARED_TIMES.get(`${word} time`);
  if (shared !== undefined) return own !== undefined && sameClocks(own, shared) ? own : shared;
  return DISTANCE.test(word) || /^(?:gmt|local|ortszeit|here)$/.test(word) ? own : undefined;
}

/** Says whether the clocks of two zones agree, in winter and in summer. */
function sameClocks(left: string, right: string): boolean {
  const shown = (zone: string, month: string) =>
    new Intl.DateTimeFormat('en-US', { timeZone: zone, hour: 'numeric', hourCycle: 'h23' }).format(
      new Date(`2021-${month}-15T12:00:00Z`),
    );
  return shown(left, '01') === shown(right, '01') && shown(left, '07') === shown(right, '07');
}
