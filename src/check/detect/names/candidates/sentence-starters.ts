import type { Token } from '../../passage/tokens.js';

/** Ordinary words with which sentences begin, and which no list of names should claim. Folded. */
const WESTERN: ReadonlySet<string> = new Set(
  `the a an she he they it her his their this that these there then when while after before but and in on at for from to with we our i you who what how why now today yet since
  as by if no not of one some every each once only still just even until because though although where whether during without another both either more most many last next
  sie er es die der das ihr ihre sein seine wir und aber doch als da dann nach vor in im am auf bei mit von zu heute seit was wer wie warum damals dort
  ein eine einer einem einen dank ohne unter wenn weil ob dass auch noch schon nur nicht fur uber aus bis sobald obwohl gerade erst mein meine unsere unser dieser diese dieses jede jeder jedes
  ze zij hij het de haar zijn wij we en maar toen na voor in op met van nu vandaag sinds wie wat hoe waarom daar dat dit
  een onze ons als zodra omdat hoewel dankzij zonder amper pas nog ook er naar bij uit over tot door
  elle il ils elles le la les un une son sa ses leur nous on et mais quand apres avant dans en au aux pour avec depuis aujourd'hui qui que ce cette
  des du de par si sans sous chez comme lorsque pendant notre nos mon ma mes tout tous encore deja
  ella el ellos los las una su sus nosotros y pero cuando despues antes en con por para desde hoy quien que este esta al
  de del un uno si sin sobre segun tras como donde porque aunque gracias nuestra nuestro mi mis todo todos hasta ya aun solo
  lei lui loro il lo la gli i una suo sua noi e ma quando dopo prima nel nella con per da oggi chi che questo questa
  un uno le di del della dei al alla se senza tra fra come dove mentre perche grazie nostra nostro mio mia ogni ancora gia anche solo sei
  ea el ei ele o un sau sa noi si dar cand dupa inainte in la cu pentru de azi astazi cine ce acest aceasta
  pe din despre daca fara prin pana care cum unde cat deoarece desi datorita noastra nostru mea meu fiecare inca deja doar toti toate`.split(
    /\s+/,
  ),
);
/** The same of Slavic languages, in both scripts. */
const SLAVIC: ReadonlySet<string> = new Set(
  `ona on oni one jej jego my i ale gdy po przed w na z od dzis kto co to ta ten jak
  a do za ze we u o pod nad dla bez przez jesli kiedy gdzie poniewaz choc dzieki nasza nasz moja moj kazdy kazda jeszcze juz tylko nie czy
  jeji jeho my a ale kdyz po pred v na s od dnes kdo ten
  do za ze ve u o pod nad pro bez pres pokud kde protoze i kdyz diky nase nas moje muj kazdy jeste uz jen ne zda jak aby tak
  njen njena njegov mi ali kad posle pre u na sa od danas ko sta taj ta to
  a i do za iz kod o po pod nad bez kroz ako gde gdje jer iako zahvaljujuci nasa nas moja moj svaki svaka jos vec samo ne da li kada tada iza zbog
  ia toi tia tia te nie i no kogato sled predi v na s ot dnes koi kakvo tova
  a za iz pri o po pod nad bez prez ako kade zastoto ne da li ce zad edna edin vse oste vece samo nasata nasiat
  vona vin voni ii iogo mi ale koli pislia pered u na z vid sogodni hto ce cei
  a i v do za iz pri o po pid nad bez cherez cerez jakso iakso de bo ne ci pro nasa nas moja moia kozen kozna vze se lise tilki ak iak sob
  zeny zena zene jak tak tam kom`.split(/\s+/),
);

/** English names that are pronouns in Slavic languages. */
const ALSO_PRONOUNS = /^(?:sam|tom|tim|kim)$/;
/** "Grâce à", "otto mesi", "cinque anni": a name only where something else follows. */
const FOLLOWED: Readonly<Record<string, RegExp>> = {
  grace: /^(?:a|au|aux)$/,
  otto: /^(?:mesi|anni|giorni|settimane)$/,
};

/** Whether a word is an ordinary one where it begins a sentence. */
export function isSentenceStarter({ word, text }: Token, next: string, english: boolean): boolean {
  if (ALSO_PRONOUNS.test(word)) return !english;
  return FOLLOWED[word]?.test(next) ?? (SLAVIC.has(word) || (WESTERN.has(word) && !/^[\u0400-\u04ff]/.test(text)));
}
