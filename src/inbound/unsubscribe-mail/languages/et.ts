import type { RequestLanguage } from '../language.js';

export const estonian: RequestLanguage = {
  tag: 'et',
  unsubscribe: `loobun, loobuda, loobumine, loobuks, loobuksin, tühistan tellimuse, tühistada tellimus, tühista tellimus, tühistage tellimus, tühistage minu tellimus, tühistama, lõpetada tellimus, lõpetage tellimus, lõpetan tellimuse, tellimuse tühistamine, tellimuse lõpetamine, listist lahkumine`,
  asks: `pole vaja ~ saata, midagi ~ saatke, kuidas ~ nimekirjast|listist ~ saan,
    eemaldage|eemalda|eemaldada|kustutage|kustuta|kustutada|võtke|võtta ~ @list, @list ~ eemalda*|kustuta*|maha|välja|loobu*|loobuda, eemaldage|eemalda|kustutage|kustuta|võtke mind|meid|mu|minu, mind ~ eemalda*|kustuta*|maha|välja, ei ~ soovi|taha|sooviks|tahaks ~ saada|enam|@list|rohkem, enam ~ ei soovi|taha, ei soovi ~ @list, ärge|ära ~ saatke|saada|kirjutage, palun ~ mitte saata, lõpetage|lõpeta ~ saatmi*|@list, ei huvita ~ @list, ei ole ~ huvitatud, ei huvita enam, tühista*|lõpeta* ~ tellimus*, võtan ~ nõusolek* ~ tagasi, jätke mind rahule, aitab ~ @list`,
  alone: `stopp, stop, ei, ei aitäh, aitab, kustuta, kustutage, lõpeta, eemalda, eemaldage, ei soovi, ei taha, ei huvita, lõpetage, tühista, lahkun`,
  hints: `pole ~ tellinud|liitunud, ei ole ~ tellinud|liitunud, ei tööta ~ enam, suletakse, pensionil, rämpspost*, soovimatu*`,
  erase: `kustuta*|eemalda*|hävita* ~ andme*|isikuandme*, andme*|isikuandme* ~ kustuta*|kustutami*|hävita*, õigus olla unustatud, õigust olla unustatud, õigus andmete kustutamisele, artikkel 17, artikli 17, gdpr ~ kustuta*, kustuta* kõik ~ minu kohta`,
  list: `uudiskir*, uudiskirja*, uudiskirjast, list, listist, nimekir*, nimekirjast, postitusnimekir*, meililist*, ekir*, e kir*, kirju, kirjad, meil*, meile, emaile, tellimus*, teated, teateid, meililoend*, postiloend*, spämm*`,
  me: `mina, ma, mind, minu, mu, mulle, me, meid, meie, soovin, sooviksin, tahan, palun`,
  not: `ei, ärge, ära, mitte, ilma`,
  otherThings: `seminar*, konverents*, koolitus*, töötu*, veebinar*, koosolek*, kursus*, registreerimi*, osaleja*, osalemi*, esineja*, artikl*, artikkel*, tekst*, lõi*, laus*, sõna*, foto*, pilt*, pildi*, logo*, tsitaat*, intervjuu*, liikmelisus*, arve*, broneering*, hotell*, lend*, pilet*, projekt*, inimkaubandus*, vägivald*, lehekül*, veebileh*, raport*, aruan*, dokument*, ürituse*, üritus*`,
  somebodyElse: `kolleeg*, abikaas*, mees, naine, ema, isa, õde, vend, sõber, sõbr*, direktor*, ülemus*, tema, teda, neid, järgmi*, surnud, suri, pension*, keegi, inimes*`,
  doubt: `kogemata, eksikombel, ekslikult, mitu inimest, miks, kui te ei, kui sa, kui soovite, klõpsake, klikkige, vajutage, uuesti, jälle, tagasi, link*, lingi*, nupp*, uus aadress, teine aadress, muut* ~ aadress*`,
  subscribe: `tellida, tellin, registreeri, liituda, liitun`,
  around: `palun, mind, minu, mu, ma, uudiskirjast, uudiskirja, nimekirjast, listist, teie, tänan, aitäh, ette, tere, päevast, lugupidamisega, soovin, sooviksin, tahan, kohe, nüüd, ja, eposti, e, posti, aadress, aadressi, hea, austatud, kõigist, oma, meililistist, kirjade, kirjadest, tellimus, koheselt`,
  closing: `lugupidamisega, tänan, aitäh, parimate, tervitades, tervitustega, heade, ette tänades`,
};
