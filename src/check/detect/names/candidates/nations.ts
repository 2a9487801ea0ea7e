/**
 * The beginnings of countries, peoples and their languages in all members' languages: Ukraina, ukrajinka, Ukrainer.
 * With a capital they stand where names stand. Folded.
 */
const NATIONS = `
  afgan afghan armeni armiens francai francia francie francij francja francji francouz francuz francez franceza francese francesi iordania iordanie iordanii jordani polinn polone polonai polonez poloni afric afrik aithiop albanac albanes albanez albani albank aleman algeri allemag alleman alzir
  americ amerik anglic anglii anglij anglik angol aserb asiat athiop austri avstri azer aziat bangla
  belarus belg beloru bengal bialorus bilorus bolivi bosn brasil brazil brit bugar bulgar bulhar camero canad cech
  ceha cehi cek ceska cesko cesku cesky china chine chorv chorw cile cines cinsk colombi croat cuban cypr czech
  czes danek dansk deutsch egipt egypt elvet engl eritre erytre eston ethiop etiop europ evrop filip frank
  franz fren gambi gana gane georgier german ghan grck grec greek griech gruz guine gvine haiti hindu hispan hiszp
  holand holland hongar hongr horvat hrvat hungar ievrop india indie indones indonez inglat ingle ingli 
  irak iran irish irland ispan israel ital izrael jamai japan kamero kamerun kanad kasach kazach kazah keni
  keny kines kipar kirgi kitai kolumb kosov kroat kuban kuben kurd kyrgyz latvi leban leton lette lettl letton
  liban libia libie libij liby litau litew lithuan litov lotys macedon madar madjar magyar makedon malay malez
  maroc marok meksik meksy mexi moldau moldav moldov mongol moroc mozamb namib nemac nemc nemec nepal niemc
  niemiec niger nimec nizozem njem norv norw osterr pakist palest paragu paragv peruan peruv polac polak polen
  polish poljak poljs polka polki polku polni polsc polsh polsk portug rakou romanc romanes romani
  romkin romsk rosia rosii roumain rouman ruandi ruman rumun rumyn rusk ruso russ rwand schwed schweiz scott
  senegal serbi serbk serbsk siria sirie sirij skot slovac slovak sloven slovin slowak slowen somal spane spani
  spanjo srbi srbj srbk srbs srbu srpsk sudan suec suiss svajc sved sveic svizz svycar swed syri syrsk szwajc
  szwed tadzik tailand taiven taiw tajik tajk tajland tchec thai togo tschech tunez tunis turc turec turek turke
  turki turkm turks turky turqu turs tyrk ucrain uganda ugors uhor ukrain ukrajin ungar unghi usbek uzbek venesu
  venez vetnam vietnam vijetnam wegier wegr welsh wenez wietnam zambi zimbab`;

/** The beginnings of towns that newsletters write about. */
const TOWNS = `
  amberes amsterdam amsterod antverp antwerp anvers athen atina bacau barcelon barselon basel bazil belgrad benin
  beograd berlin bialystok bilbao biograd birmingham bologn bonn bordeaux brasov bratislav bremen breslau brisel
  brjus brno bruks brusel brussel brussl brux bucar bucure budapes buhares bukar bukur burgas cairo canterbur
  cernivc charkiv charkow cherson chisin cirih ciurih cluj copenh cracov curih czernow dacca danzig delhi
  diuseldorf dnipr dortmund drazd dresd drezn dublin dusseldorf edinb firenz florenz frankfurt gdanis gdansk 
  genew genf gent ghent ginebr ginevr glasgow haag haga hamburg hannov hanoi hanover harkiv harkov helsink herson
  iasi innsbruck istambul istanb izmail kair kassel katowic keln kharkiv kherson kiev kiew kiiv kijev kijow kisin
  koblenz kolin koln kopenh kosic koszyc krakau krakov krakow kyiv kyjev kyshyn lagos leeds leicester leipzig
  leman lemberg leuven linz lipsk lisab lisbo liverpool lizbon ljublj lodz londi london londr londy
  lublin luksemb luxemb lviv lvov lwow lyon madrid mailand malag mancest manchest manil marseill marsyl
  miland milano minhen minsk mnichov monach mosca mosco moscu moskau moskv moskw mostar munch munich munster
  nantes napol neap niamey nizz novog novom odes osijek oslo ostrav padov palerm parigi pariz paryz pleven plovdiv
  plzen podgor poltav poznan praga prah praze prazs pristin prizren riga rijeka rivn roterd rotterd rouen rzym
  salcburg salonic salzburg saraev saragos saraj sevill sibiu sjev skopi skopj skople sliven sofia solun stambul
  stockh stokg stokhol strasb strassb strazb stuttgart subotic szczecin sztokh tallin tanger tangier tbilis temisv
  timis tiran torino toronto torun toulous triest turin turku turyn utrecht uzgor uzhhor uzhor valenci varna
  varsav varsov venec venedig venezi videm viden viede viedn vienn vilni vinnic vinnyts warsaw warsch warszaw
  wieden wien wiln winnic wrocl zagreb zagrz zahreb zapor zaragoz zenev zlin zurich zurigo`;

/** Towns and countries that only match as a whole word, because names begin with the same letters. */
const WHOLE: ReadonlySet<string> = new Set(
  `cuba kuba pays-bas etats-unis royaume-uni reino unido unito stati uniti staaten vereinigte vereinigten aten atene genf geneva geneve zeneva lille marseille france polin ateni atenu ateny balti bari bec becka becku bern berna berne brna brne brnu 
  essen grac graca gracu graz graza graze grazu linc linca lincu lion liona lionu nica nice nis nisa
  nisu novi paris porto prag prage prago pragu rigi rigu rim rimu rom roma rome ruse rusi 
  trst trsta trste trsto trstu varne varni viena `.split(/\s+/),
);

/** Names that begin as a nation or a town does: Romana, Georgi, Alban. Folded. */
const NAMES_ALL_THE_SAME =
  /^(?:roman[aeiuo]?|romanova?|georgi\w*|alban[ae]?|iren[aeu]?|irin\w*|rom[ae]o|adana|varvar\w*|francesc\w*|francis\w*|frank[aeo]?|franz|frantis\w*|franco|francois\w*|ital[ao]|brit[at]?|britney|german[ao]?|rusl\w*|ruslana|rusudan|lionel\w*|gan[ai]|ganna|indira|kenya|ken[iy]|chinara|chinedu|chinelo|chinenye|chinwe\w*|milan\w*|sofi\w*|irakl\w*|athena|brit(?:ta|tany|any|te)\w*|frances|francesa?c\w*|polona|indiana|genevie\w*)$/;

function beginningsOf(list: string): RegExp {
  return new RegExp(`^(?:${list.trim().split(/\s+/).join('|')})`);
}

const NATION = beginningsOf(NATIONS);
const TOWN = beginningsOf(TOWNS);

/** Whether a word is a nationality or a language, which can stand before a name: "the Moroccan NAME". */
export function isNation(folded: string): boolean {
  return NATION.test(folded) && !NAMES_ALL_THE_SAME.test(folded);
}

/** Whether a word is a country, a nationality, a language or a town that newsletters speak of. */
export function isPlaceOrPeople(folded: string): boolean {
  return isNation(folded) || WHOLE.has(folded) || (TOWN.test(folded) && !NAMES_ALL_THE_SAME.test(folded));
}
