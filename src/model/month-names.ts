/**
 * Names of months in the languages of the members and their neighbours, in lower case: standing alone and in the form
 * that a date has, as the Unicode CLDR lists them. Short forms are those that are written with a point.
 */
const MONTH_NAMES: ReadonlySet<string> = new Set(
  `
  january february april june july august september october november december
  januar jänner februar feber märz april mai juni juli august september oktober november dezember
  januari februari maart mei augustus oktober
  janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre
  enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre
  gener febrer març maig juny juliol agost setembre desembre
  gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
  janeiro fevereiro março maio junho julho setembro outubro novembro dezembro
  styczeń stycznia luty lutego marzec marca kwiecień kwietnia maj maja czerwiec czerwca lipiec lipca sierpień sierpnia
  wrzesień września październik października listopad listopada grudzień grudnia
  leden ledna únor února březen března duben dubna květen května červen června červenec července srpen srpna
  září říjen října listopadu prosinec prosince
  január januára február februára marec apríl apríla máj mája jún júna júl júla augusta septembra október októbra
  novembra decembra
  ianuarie februarie martie aprilie iunie iulie septembrie octombrie noiembrie decembrie
  січень січня лютий лютого березень березня квітень квітня травень травня червень червня липень липня серпень серпня
  вересень вересня жовтень жовтня листопад листопада грудень грудня
  январь января февраль февраля март марта апрель апреля май мая июнь июня июль июля август августа сентябрь сентября
  октябрь октября ноябрь ноября декабрь декабря
  студзень студзеня люты лютага сакавік сакавіка красавік красавіка чэрвень чэрвеня ліпень ліпеня жнівень жніўня
  верасень верасня кастрычнік кастрычніка лістапад лістапада снежань снежня
  януари февруари април юни юли септември октомври ноември декември јануари јуни јули
  јануар јануара фебруар фебруара априла мај маја јун јуна јул јула августа септембар септембра октобар октобра
  новембар новембра децембар децембра
  januara februara mart marta aprila jun juna jul jula avgust avgusta septembar septembra oktobar oktobra novembar
  novembra decembar decembra
  siječanj siječnja veljača veljače ožujak ožujka travanj travnja svibanj svibnja lipanj lipnja srpanj srpnja kolovoz
  kolovoza rujan rujna studeni studenoga studenog prosinca
  januarja februarja junij junija julij julija oktobra
  marts juni juli desember augusti
  tammikuu tammikuuta helmikuu helmikuuta maaliskuu maaliskuuta huhtikuu huhtikuuta toukokuu toukokuuta kesäkuu
  kesäkuuta heinäkuu heinäkuuta elokuu elokuuta syyskuu syyskuuta lokakuu lokakuuta marraskuu marraskuuta joulukuu
  joulukuuta
  jaanuar jaanuaril veebruar veebruaril märts märtsil aprill aprillil mail juuni juunil juuli juulil augustil
  septembril oktoober oktoobril novembril detsember detsembril
  janvāris janvārī februāris februārī martā aprīlis aprīlī maijs maijā jūnijs jūnijā jūlijs jūlijā augusts augustā
  septembris septembrī oktobris oktobrī novembris novembrī decembris decembrī
  sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio
  januárban március április május június július augusztus szeptember
  ocak şubat nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
  janar shkurt prill qershor korrik gusht shtator tetor nëntor dhjetor
  ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου
  yanvar fevral aprel iyun iyul avqust sentyabr oktyabr noyabr dekabr
  janúar febrúar apríl maí júní júlí ágúst nóvember
  `
    .trim()
    .split(/\s+/u),
);

const SHORT_MONTH_NAMES: ReadonlySet<string> = new Set(
  'jan jän feb mar märz mrz apr mai maj jun jul aug avg sep sept okt oct nov dec dez des янв февр мар апр авг сент окт нояб дек січ лют бер квіт трав черв лип серп вер жовт лист груд'.split(
    ' ',
  ),
);

/** Months that are common words as well: "1. May we ask …", "2. March for justice". */
const COMMON_WORDS: ReadonlySet<string> = new Set(['may', 'march', 'mars', 'listopad', 'лютий', 'luty', 'mail']);

const FIRST_WORD = /^(\p{L}[\p{L}\p{M}]*)(\.?)/u;
/** What follows a month in a date: a year, a mark, or nothing. */
const BEHIND_DATE = /^\.?\s*(?:\d|[:,;)–—-]|$)/u;

/** Whether a text begins with the name of a month, as the day before it leads one to expect. */
export function beginsWithMonth(text: string): boolean {
  const match = FIRST_WORD.exec(text);
  if (match === null) return false;
  const [whole, written = '', point] = match;
  const word = written.normalize('NFC').toLowerCase();
  if (point === '.' && SHORT_MONTH_NAMES.has(word)) return true;
  const behind = text.slice(whole.length);
  if (COMMON_WORDS.has(word) || !MONTH_NAMES.has(word)) {
    return (COMMON_WORDS.has(word) || SHORT_MONTH_NAMES.has(word)) && BEHIND_DATE.test(behind);
  }
  return true;
}
