import type { LanguageWords } from './check-language.js';

/** Finnish. */
export const FINNISH: LanguageWords = {
  telephone: `puh, puhelin*, puhelimitse, matkapuhelin, gsm, soita, soittakaa, soittaa, numerosta, numeroon, numero on, numeronsa, auttava puhelin, tekstiviesti`,
  recordNumber: `y-tunnus, dnro, diaarinumero, artikla, sivu, asianumero`,
  counted: `ihmistä, henkilöä, naista, miestä, lasta, uhria, kertaa, tuntia, euroa, tapausta, puhelua, vuotta`,
  identity: `passin numero, passinumero, passi nro, passi, henkilötunnus, hetu, henkilökortti, henkilökortin numero, henkilötunnuksensa, ajokortti, oleskeluluvan numero, oleskelulupakortti`,
  bankAccount: `tilinumero, pankkitili, tilinumeronsa, kortin numero, luottokortti`,
  birth: `syntynyt, syntyi, syntymäaika, syntymäpäivä, syntymäaikansa, synt`,
  streetAfter: `katu, tie, kuja, polku, tori, puistotie`,
  addressFollows: `osoite, osoitteessa, osoitteeseen, osoitteen, asuu osoitteessa, turvakoti sijaitsee`,
  storyPerson: `uhri, selviytyjä, selviytyjän, joutui ihmiskaupan, myytiin, pakotettiin, hyväksikäytettiin, pakeni, pääsi pakenemaan, karkasi, hänen tarinansa, tarinansa, tarina, asiakas, asiakkaamme, pelastettiin, turvakodissamme, turvakotiimme, ihmiskaupan uhri, ihmiskaupan uhriksi, joutui uhriksi`,
  storyGroup: `uhrit, uhrien, uhreja, uhria, uhrin, uhriksi, uhreille, asiakkaat, turvakoti, turvakodissa, turvakotiin, selviytyjät`,
  nameFollows: `nimeltä, nimeltään, nimi on, nimeni on`,
  profession: `ministeri*, tuomari*, asianajaja*, johtaja*, toiminnanjohtaja*, puheenjohtaja*, tiedottaja*, koordinaattori*, professori*, tutkija*, raportoija*, syyttäjä*, kansanedustaja*, pormestari, suurlähettiläs, toimittaja*, asiantuntija*, sosiaalityöntekijä*, psykologi*, valtuutettu*, komissaari*, presidentti*, päällikkö*, työntekijä*, ohjaaja*, ylitarkastaja*, lakimies, juristi*, projektipäällikkö*, kollega*, tohtori`,
  work: `kirjailija*, kirjoitti, kirjoittaa, kirja, kirjan, kirjassa, kirjassaan, romaani*, elokuva*, dokumentti*, kirjoittanut, valokuva, näyttely, taiteilija*, raportti`,
  pseudonym: `nimi muutettu, nimi on muutettu, nimet muutettu, nimet on muutettu, ei ole hänen oikea nimensä, peitenimi, salanimi, nimi keksitty, keksitty nimi`,
  speaking: `sanoo, sanoi, kertoo, kertoi, mukaan, toteaa, totesi, korostaa, korosti`,
  years: `vuotias, vuotiaana, vuotiaan, vuotta`,
  month: `tammikuu*, helmikuu*, maaliskuu*, huhtikuu*, toukokuu*, kesäkuu*, heinäkuu*, elokuu*, syyskuu*, lokakuu*, marraskuu*, joulukuu*`,
  notAName: `säätiö, yhdistys, ministeriö, liitto, neuvosto, euroopan, suomi, suomen, helsinki, rikosuhripäivystys, ihmiskauppa, komissio, oikeus, keskus, punainen, risti, laki, raportti`,
  toldStory: `hänen tarinansa, uhrin tarina, selviytyjän tarina`,
};

/** Estonian. */
export const ESTONIAN: LanguageWords = {
  telephone: `telefon*, mobiil*, helista, helistage, helistada, number on, abitelefon, tema number`,
  counted: `inimest, naist, meest, last, ohvrit, korda, eurot, juhtumit, kõnet`,
  identity: `passi number, passinumber, pass nr, isikukood, isikukoodiga, id kaart, id-kaart, elamisloa number`,
  bankAccount: `arvelduskonto, pangakonto, kontonumber, konto nr, arve nr`,
  birth: `sündinud, sündis, sünniaeg, sünnikuupäev, sünnipäev, sünd`,
  streetAfter: `tänav, tn, tänaval, tänava, maantee, mnt, puiestee, pst, tee, põik, väljak`,
  houseNumber: `maja`,
  addressFollows: `aadress, aadressil, aadressiga, elab aadressil, varjupaik asub, asub`,
  storyPerson: `ohver, ellujäänu, müüdi, sunniti, ekspluateeriti, põgenes, pääses põgenema, tema lugu, minu lugu, lugu, klient, päästeti, meie varjupaigas, inimkaubanduse ohver, langes inimkaubanduse`,
  storyGroup: `ohvrid, ohvrite, ohvrile, ohvrit, kliendid, varjupaik, varjupaigas`,
  nameFollows: `nimega, nimi on, nimeks`,
  profession: `minister*, kohtunik*, advokaat*, direktor*, juhataja*, pressiesindaja*, koordinaator*, professor*, teadur*, prokurör*, ajakirjanik*, ekspert*, president*, volinik*, psühholoog*, sotsiaaltöötaja*, juht, juhatuse`,
  work: `autor*, kirjutas, kirjutab, raamat*, romaan*, film*, dokumentaal*, kirjanik*, foto, näitus`,
  pseudonym: `nimi muudetud, nimi on muudetud, nimed muudetud, nimed on muudetud, mitte tema pärisnimi, väljamõeldud nimi, varjunimi`,
  speaking: `ütles, ütleb, rääkis, räägib, sõnul, selgitas`,
  years: `aastane, aastat vana, aastat`,
  month: `jaanuar*, veebruar*, märts*, aprill*, mai, juuni*, juuli*, septembri*, oktoober, oktoobri*, detsember, detsembri*`,
  notAName: `sihtasutus, selts, ministeerium, nõukogu, euroopa, eesti, tallinn, komisjon, kohus, keskus, ohvriabi`,
};
