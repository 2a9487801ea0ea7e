/**
 * Names of months in the languages of the members and their neighbours, in lower case, January first: on their own and
 * in the form of a date, as the Unicode CLDR lists them. "listopad" counts as November, as in Poland and Czechia.
 */
const MONTH_NAMES = monthsByWord([
  `
  january januar jänner januari janvier enero gener gennaio janeiro styczeń stycznia leden ledna január
  januára ianuarie січень січня январь января студзень студзеня януари јануари јануар јануара januara siječanj
  siječnja januarja tammikuu tammikuuta jaanuar jaanuaril janvāris janvārī sausio ocak janar ιανουαρίου yanvar
  janúar januárban
  `,
  `
  february februar feber februari février fevrier febrero febrer febbraio fevereiro luty lutego únor února
  február februára februarie лютий лютого февраль февраля люты лютага февруари фебруар фебруара veljača
  veljače februarja helmikuu helmikuuta veebruar veebruaril februāris februārī vasario şubat shkurt
  φεβρουαρίου fevral febrúar februara
  `,
  `
  march märz maart mars marzo març março marzec marca březen března marec martie березень березня март марта сакавік
  сакавіка mart marta ožujak ožujka marts maaliskuu maaliskuuta märts märtsil martā kovo március μαρτίου
  `,
  `
  april avril abril aprile kwiecień kwietnia duben dubna apríl apríla aprilie квітень квітня апрель апреля
  красавік красавіка април априла aprila travanj travnja huhtikuu huhtikuuta aprill aprillil aprīlis aprīlī
  balandžio április nisan prill απριλίου aprel
  `,
  `
  may mai mei mayo maig maggio maio maj maja květen května máj mája травень травня май мая мај маја svibanj
  svibnja toukokuu toukokuuta mail maijs maijā gegužės május mayıs μαΐου maí
  `,
  `
  june juni juin junio juny giugno junho czerwiec czerwca červen června jún júna iunie червень червня июнь
  июня чэрвень чэрвеня юни јуни јун јуна jun juna lipanj lipnja junij junija kesäkuu kesäkuuta juuni juunil
  jūnijs jūnijā birželio június haziran qershor ιουνίου iyun júní
  `,
  `
  july juli juillet julio juliol luglio julho lipiec lipca červenec července júl júla iulie липень липня июль
  июля ліпень ліпеня юли јули јул јула jul jula srpanj srpnja julij julija heinäkuu heinäkuuta juuli juulil
  jūlijs jūlijā liepos július temmuz korrik ιουλίου iyul júlí
  `,
  `
  august augustus août aout agosto agost sierpień sierpnia srpen srpna augusta серпень серпня август августа
  жнівень жніўня avgust avgusta kolovoz kolovoza augusti elokuu elokuuta augustil augusts augustā rugpjūčio
  augusztus ağustos gusht αυγούστου avqust ágúst
  `,
  `
  september septembre septiembre setiembre setembre settembre setembro wrzesień września září septembra
  septembrie вересень вересня сентябрь сентября верасень верасня септември септембар септембра septembar rujan
  rujna syyskuu syyskuuta septembril septembris septembrī rugsėjo szeptember eylül shtator σεπτεμβρίου
  sentyabr
  `,
  `
  october oktober octobre octubre ottobre outubro październik października říjen října október októbra
  octombrie жовтень жовтня октябрь октября кастрычнік кастрычніка октомври октобар октобра oktobar oktobra
  lokakuu lokakuuta oktoober oktoobril oktobris oktobrī spalio ekim tetor οκτωβρίου oktyabr
  `,
  `
  november novembre noviembre novembro listopad listopada listopadu novembra noiembrie листопад листопада
  ноябрь ноября лістапад лістапада ноември новембар новембра novembar studeni studenoga studenog marraskuu
  marraskuuta novembril novembris novembrī lapkričio kasım nëntor νοεμβρίου noyabr nóvember
  `,
  `
  december dezember décembre decembre diciembre desembre dicembre dezembro grudzień grudnia prosinec prosince
  decembra decembrie грудень грудня декабрь декабря снежань снежня декември децембар децембра decembar
  prosinca desember joulukuu joulukuuta detsember detsembril decembris decembrī gruodžio aralık dhjetor
  δεκεμβρίου dekabr
  `,
]);

/** Short forms, which are written with a full stop. */
const SHORT_MONTH_NAMES = monthsByWord([
  'jan jän янв січ',
  'feb фев лют',
  'mar märz mrz мар бер',
  'apr апр квіт',
  'mai maj трав',
  'jun черв',
  'jul лип',
  'aug avg авг серп',
  'sep sept сент вер',
  'okt oct окт жовт',
  'nov нояб лист',
  'dec dez des дек груд',
]);

function monthsByWord(words: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    words.flatMap((names, index) =>
      names
        .trim()
        .split(/\s+/u)
        .map((name) => [name, index + 1] as const),
    ),
  );
}

/** Months that are also common words: "1. May we ask …", "2. March for justice". */
const COMMON_WORDS: ReadonlySet<string> = new Set(['may', 'march', 'mars', 'listopad', 'лютий', 'luty', 'mail']);

const FIRST_WORD = /^(\p{L}[\p{L}\p{M}]*)(\.?)/u;
/** What follows a month in a date: a year, a sign, or nothing. */
const BEHIND_DATE = /^\.?\s*(?:\d|[:,;)–—-]|$)/u;

/** Says whether a text begins with the name of a month, as it would after a day. */
export function beginsWithMonth(text: string): boolean {
  const match = FIRST_WORD.exec(text);
  if (match === null) return false;
  const [whole, written = '', point] = match;
  const word = written.normalize('NFC').toLowerCase();
  if (point === '.' && SHORT_MONTH_NAMES.has(word)) return true;
  const isCommon = COMMON_WORDS.has(word) || (SHORT_MONTH_NAMES.has(word) && !MONTH_NAMES.has(word));
  return isCommon ? BEHIND_DATE.test(text.slice(whole.length)) : MONTH_NAMES.has(word);
}

/** Returns the month that a word names in any of the languages, 1 to 12; `undefined` when it names none. */
export function monthNamed(word: string): number | undefined {
  const name = word.normalize('NFC').toLowerCase();
  return MONTH_NAMES.get(name) ?? SHORT_MONTH_NAMES.get(name);
}
