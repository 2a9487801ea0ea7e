import type { RequestLanguage } from '../language.js';

export const hungarian: RequestLanguage = {
  tag: 'hu',
  unsubscribe: `leiratkozás, leiratkozom, leiratkozni, leiratkozik, leiratkoznék, leiratkoztatás, leiratkoz*, kiiratkozás, kiiratkozom, kijelentkezés, lemondás, lemondom, lemondani, lemondom a hírlevelet, leíratkoz*, kiiratkoz*, iratkoztassanak le, iratkoztassatok le, iratkoztass le, iratkoznék le, iratkoztasson le`,
  asks: `ne ~ küldjenek ~ semmit, nem kell ~ küldeni*, semmit ~ ne ~ küldj*, hogyan ~ iratkoz*|leiratkoz*,
    töröl*|törlés*|vegyen*|vegyék|vegyetek|távolíts*|távolítsák|húzzanak|húzzák ~ @list, @list ~ töröl*|törlés*|távolíts*|eltávolít*|levenni|lemond*|levétel*|kivenni, töröljenek|töröljön|töröljetek|törölj|vegyenek|vegyetek|vegyen ~ le|ki|engem|a, kérem a törlésem*, kérem ~ törlésemet|levételemet|eltávolításomat, törölj* ~ címem*|emailem*|nevem*, email címem* törl*|törölj*, nem ~ szeretn*|kíván*|akar*|kér* ~ kapni|több*|hírlevel*|emailt|emailek*, nem ~ szeretn*|kíván*|akar* ~ @list, nem ~ kérek|kérem|kérünk|kérjük ~ több*|@list, több* ~ @list ~ ne, többé ne, ne ~ küldjenek|küldjetek|küldj|küldjön|írjanak|zaklassanak, ne küldj* ~ @list, többet ne, több @list ne, nem érdekel ~ @list, nem érdekel*, hagyják|hagyjátok|fejezzék|fejezzétek abba|be, lemond* ~ @list, @list ~ lemond*, visszavonom ~ hozzájárulás*, elég ~ @list, hagyjanak békén, szüntes* ~ küldés*`,
  alone: `stop, állj, nem, nem köszönöm, köszönöm nem, elég, törlés, töröljék, törölni, vége, nem kérem, nem kérek, nem érdekel, megszüntetés, kilépés`,
  hints: `soha ~ nem ~ iratkoztam|kértem, nem ~ iratkoztam ~ fel, nem iratkoztam, már nem dolgozom, nem dolgozom, megszűnik, nyugdíjba, kéretlen, spamnek, spamként`,
  erase: `töröl*|törl*|megsemmis* ~ adat*, adat* ~ töröl*|törl*|megsemmis*, elfeledtetéshez való jog*, törléshez való jog*, elfeledtetés, gdpr 17, gdpr ~ törl*, 17 cikk*, töröl* ~ minden* ~ rólam`,
  list: `hírlevél*, hírlevel*, lista, listáról, listából, listár*, listáj*, levelezőlist*, címlist*, feliratkozás*, email*, emailt, emailek*, levele*, leveleket, üzenet*, mail*, értesít*, adatbázis*, előfizet*, kör*, spam*`,
  me: `én, engem, nekem, címem*, címemet, emailem*, nevem*, nevemet, minket, nekünk, szeretnék, szeretném, kérem, kérek, kívánok, törlésemet`,
  not: `nem, ne, soha, nélkül`,
  otherThings: `szeminárium*, konferenci*, képzés*, webinárium*, találkozó*, tanfolyam*, regisztráci*, jelentkezés*, résztvev*, előadó*, cikk, cikket, cikkb*, cikkek*, szöveg*, bekezdés*, mondat*, szó, szót, szavak*, fénykép*, fotó*, kép, képet, logó*, idézet*, interjú*, tagság*, számla*, rendelés*, foglalás*, szállod*, repül*, jegy*, projekt*, emberkeresked*, erőszak*, honlap*, oldal*, jelentés*, dokumentum*, esemény*, rendezvény*`,
  somebodyElse: `kolléga*, kollégá*, kolléganő*, munkatárs*, férj*, feleség*, anyám*, édesany*, apám*, nővér*, testvér*, barát*, igazgató*, főnök*, őt, neki, következő*, meghalt, elhunyt, nyugdíj*, valaki*, emberek, gyakornok*`,
  doubt: `tévedésből, véletlenül, tévesen, hányan, miért, leiratkoztattak, ha nem kíván*|szeretn*, ha ön, kattints*, kattintson, újra, ismét, vissza, leiratkozási link*|oldal*|gomb*, link*, gomb, új cím*, másik cím*, megváltozott`,
  subscribe: `feliratkozás, feliratkozom, feliratkozni, feliratkozik, feliratkoz*, regisztráció`,
  around: `kérem, kérjük, kérném, szépen, a, az, hírlevélről, hírlevél, hírlevelükről, hírlevelet, listáról, levelezőlistáról, köszönöm, köszönjük, előre, is, jó, napot, kívánok, üdvözlettel, tisztelt, kedves, szia, sziasztok, hölgyem, uram, címzett, szeretnék, szeretném, azonnal, most, és, email, címem, címemet, emailcímem, önök, önöktől, engem, le, meg, legyenek, szívesek, ezt, erről, hírleveleikről, hírleveléről, szerkesztőség, csapat`,
  closing: `üdvözlettel, tisztelettel, köszönöm, köszönettel, üdv, köszönjük, előre is, szép napot`,
};
