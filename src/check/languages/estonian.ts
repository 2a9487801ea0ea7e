import type { CheckLanguage } from './check-language.js';

/** Estonian. */
export const ESTONIAN: CheckLanguage = {
  tags: ['et'],
  words: {
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
    pressContact: `pressikontakt`,
  },
  single: {
    institution: `sihtasutus auhind tänav kool ulikool seadus haigla`,
    time: `suvel sügisel talvel kevadel jõuludel`,
    smallStreetWord: `tänav tänaval tänava tn mnt maantee pst puiestee`,
    mailRole: `abi`,
  },
  patterns: {
    behindAddress: `ja juures`,
    ageAdjective: String.raw`aasta(?:ne|s\w{1,4})`,
  },
  givenNames: `
    Aivar Andres Ants Anu Ene Epp Helle Heli Hille Imbi Indrek Jaan Jaanus Kaie Kadri Kaja Katrin Kersti Kristi Kristjan Kristel Külli Laine Leelo Liis Liina Liisi Maarja Maie Maire Malle Mari Marika Mart Meelis Merike Moonika Piret Priit Raivo Rein Siiri Signe Siim Sirje Taavi Tiit Tiiu Tõnu Toomas Triin Tuuli Ülle Urmas Viive`,
  emptyLinkWords: `siin, siit, kliki siia, vajuta siia, loe edasi, loe lähemalt, lisainfo`,
  phoneCountries: ['EE'],
};
