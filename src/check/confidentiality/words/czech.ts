import type { LanguageWords } from './language-words.js';

/** Czech, with Slovak. */
export const CZECH: LanguageWords = {
  telephone: `telefon*, mobil, volejte, zavolejte, volat, zavolat, volej, číslo je, její číslo, jeho číslo, linka, lince, linku, na číslo, na čísle`,
  recordNumber: `ičo, dič, spis, zn, sp zn, čj, článek, zákon, sbírka, strana, dokument, č`,
  counted: `lidí, osob, žen, mužů, dětí, obětí, případů, hovorů, krát, hodin, let, korun, kč, eur, euro, výtisků`,
  identity: `pas č, číslo pasu, pasu, pas, občanský průkaz, občanského průkazu, op č, rodné číslo, rodného čísla, rč, povolení k pobytu č, řidičský průkaz, rodným číslem`,
  bankAccount: `číslo účtu, účet č, bankovní účet, účtu, číslo karty, platební karta, platební karty`,
  birth: `narozená, narozena, narozený, narozen, narodila, narodil, datum narození, narození, narozeniny, nar, narodená, narodený`,
  bornThing: `nápad, projekt, platforma, kampaň, hnutí, organizace, síť`,
  streetBefore: `ulice, ulici, ul, nábřeží, nábř, třída, třídě, tř, bulvár`,
  placeBefore: `náměstí, nám, sídliště`,
  streetAfter: `ulice, ulici, třída, třídě, náměstí, nábřeží`,
  houseNumber: `č, čp, č p, číslo`,
  addressFollows: `adresa, adrese, adresu, bydlí v, bydlí na, azylový dům v, azylový dům na, bydliště, sídlí v, sídlí na, nachází se v, nachází se na, byt v, byt na`,
  storyPerson: `oběť, přeživší, klientka, klientku, klientce, klient, byla prodána, byla obchodována, byl obchodován, byla zneužita, byla vykořisťována, byl vykořisťován, byla nucena, byl nucen, nucena k, přinucena k, byla donucena, donucena k, byla zachráněna, byla osvobozena, byla ubytována, utekla, utekl, uprchla, uprchl, podařilo uprchnout, podařilo utéct, její příběh, jeho příběh, můj příběh, příběh, svůj příběh, náš azylový, našem azylovém, našeho azylového, poškozená, její obchodníci, její pasák, stala se obětí, stal se obětí, obětí obchodu, svědectví, byla predaná, obeť`,
  storyGroup: `oběti, obětí, obětem, obětmi, klientky, klienti, klientek, azylový, azylovém`,
  nameFollows: `jménem, jmenuje se, se jmenuje, jmenuji se, jmenovala, jsem`,
  profession: `ministr*, soudce, soudkyně, advokát*, právni*, ředitel*, mluvčí, prezident*, předsed*, koordinátor*, zpravodaj*, komisař*, státní zástup*, poslan*, senátor*, starost*, primátor*, velvyslan*, profesor*, výzkum*, novinář*, expert*, psycholo*, sociální pracov*, pracovnice, vedoucí, tajemni*, zakladatel*, kolegyn*, kolega, aktivist*, doktor*, mgr, judr, phdr, ing, bc, poradky*, odborn*, ombudsman*, zmocněn*, tlumočni*`,
  work: `autor*, napsala, napsal, píše, knih*, román*, film*, dokumentární, spisovatel*, zpráva od, foto*, výstav*, režisér*, uměl*, článek od, hra`,
  pseudonym: `jméno změněno, jména změněna, jméno bylo změněno, jména byla změněna, změněné jméno, pseudonym, smyšlené jméno, není její pravé jméno, jméno je změněno, jméno je smyšlené, jméno pozměněno, jména jsou změněna`,
  speaking: `řekla, řekl, říká, uvedla, uvedl, podle, vysvětluje, vysvětlila, dodává, dodala, zdůrazňuje, zdůraznila, upozorňuje, popisuje`,
  years: `let, letá, letý, leté, roky, roků, rokov`,
  month: `ledna, února, března, dubna, května, června, července, srpna, září, října, listopadu, prosince, leden, únor, březen, duben, květen, červen, červenec, srpen, říjen, listopad, prosinec`,
  notAName: `nadace, sdružení, ministerstvo, ministerstva, rada, rady, soud, soudu, unie, výbor, komise, den, cena, zákon, institut, ústav, univerzita, škola, nemocnice, republika, národy, spojené, práva, práv, evropská, evropské, národní, mezinárodní, centrum, červený, kříž, dům, zpráva, směrnice, česká, česko, praha, praze, policie, obchod, diakonie, charita, armáda`,
  toldStory: `její příběh, jeho příběh, příběh ženy, příběh oběti`,
};
