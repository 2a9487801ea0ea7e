import { foldWord } from '../passage/folded-word.js';

/** Seasons, feasts, days of the week and parts of a year: "im Sommer 142 Häuser" is no street. One language a line. */
const WRITTEN = `
  summer autumn winter christmas easter advent ramadan monday tuesday wednesday thursday friday saturday sunday quarter
  sommer herbst winter frühling frühjahr frühsommer spätsommer spätherbst hochsommer jahr jahre jahren jahres vorjahr halbjahr quartal semester monat woche
  tag abend nacht wochenende weihnachten ostern pfingsten advent silvester fasching ramadan pandemie lockdown krise
  montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag schnitt durchschnitt mittel ganzen
  zomer herfst winter lente voorjaar najaar jaar maand week kwartaal kerst kerstmis pasen pinksteren advent ramadan weekend
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag gemiddeld
  lato latem wiosną wiosna jesień jesienią zima zimą rok roku miesiąc wielkanoc wigilia wigilię narodzenie adwent kwartał
  poniedziałek wtorek środa środę czwartek piątek sobota sobotę niedziela niedzielę
  léto jaro podzim zima rok roce měsíc vánoce vánocích velikonoce velikonocích advent čtvrtletí
  pondělí úterý středa středu čtvrtek pátek sobota sobotu neděle neděli
  nyáron nyár ősszel télen tavasszal karácsony karácsonykor húsvét húsvétkor évben hétfőn kedden szerdán csütörtökön pénteken szombaton vasárnap
  été automne hiver printemps noël pâques avent ramadan trimestre lundi mardi mercredi jeudi vendredi samedi dimanche
  verano otoño invierno primavera navidad pascua cuaresma ramadán trimestre lunes martes miércoles jueves viernes sábado domingo
  estate autunno inverno primavera natale pasqua quaresima ramadan trimestre lunedì martedì mercoledì giovedì venerdì sabato domenica
  vară toamnă iarnă primăvară crăciun crăciunul paște paști trimestrul luni marți miercuri joi vineri sâmbătă duminică
  sommaren hösten vintern våren jul julen påsk påsken advent sommeren vinteren foråret efteråret påske påsken pinsen
  kesällä syksyllä talvella keväällä joulu jouluna pääsiäinen pääsiäisenä suvel sügisel talvel kevadel jõuludel
  ljeto ljeti leto leti jesen jeseni zima zimi proljeće proleće proljeti božić božića uskrs uskrsa tromjesečje kvartal
  лято лятото есен есента зима зимата пролет пролетта коледа великден тримесечие понеделник вторник сряда четвъртък петък събота неделя
  літо літом влітку осінь восени зима взимку весна навесні різдво великдень квартал понеділок вівторок середа четвер п'ятниця субота неділя
  лето летом осень осенью зима зимой весна весной рождество пасха пасху квартал понедельник вторник среда четверг пятница суббота воскресенье
  yaz yazın kış kışın sonbahar ilkbahar bayram ramazan pazartesi salı çarşamba perşembe cuma cumartesi pazar`;

const TIMES: ReadonlySet<string> = new Set(WRITTEN.trim().split(/\s+/).map(foldWord));

/** Whether a word names a time, so that the number behind it is none of a house. */
export function isTime(word: string): boolean {
  return TIMES.has(word);
}
