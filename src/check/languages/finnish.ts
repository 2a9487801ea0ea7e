import type { CheckLanguage } from './check-language.js';

/** Finnish. */
export const FINNISH: CheckLanguage = {
  tags: ['fi'],
  words: {
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
    helpline: `auttava puhelin, tukipuhelin`,
    pressContact: `lehdistölle`,
  },
  single: {
    relative: `jossa joka jonka`,
    institution: `säätiö palkinto katu koulu yliopisto laki sairaala`,
    publicBody: `ministeriö neuvosto komissio oikeus poliisi`,
    time: `kesällä syksyllä talvella keväällä joulu jouluna pääsiäinen pääsiäisenä`,
    streetEnding: `katu tie kuja polku kaari vayla ranta puistikko esplanadi penger`,
    clearStreetEnding: `katu`,
    noStreet: `historiatie moottoritie rautatie millaan soldaan`,
    mailRole: `yhteys yhteydenotto kanslia toimisto lehdisto viestinta mediabiuro apua tuki rekry hanke ilmoittautuminen toimitus`,
  },
  patterns: {
    surnameEnding: `ainen onen inen`,
    behindAddress: `ja jossa lähellä`,
    ageAdjective: String.raw`vuotia\w{1,5}`,
    noAge: `monivuot`,
  },
  caseEndings: [
    // With the single vowels of Slavic languages: of endings that replace the same, the longest counts.
    { endings: `lle lta lla sta ssa a u i e o s ii`, nominatives: `- a ia i o` },
  ],
  givenNames: `
    Aino Aleksi Anneli Anni Annikki Antti Ari Arja Armi Arto Asta Eero Eeva Eija Eila Elina Elisa Ella Emilia Emmi Eveliina Hanna Hannele Hannu Heikki Heini Helena Helmi Henna Hilkka Iida Ilkka Ilona Ines Inkeri Irja Irma Jaakko Jaana Janne Jari Jarmo Jenni Johanna Jorma Jouni Juha Juhani Jukka
    Kaarina Kaisa Kalle Kari Karita Kati Katja Katri Kerttu Kirsi Krista Kristiina Kyllikki Laila Lauri Leena Liisa Maarit Maija Marja Marjatta Marjo Markku Markus Matti Merja Mervi Miia Mika Mikko Milla Minna Mirja Mirjami Niina Noora Oona Outi Olli Paavo Paula Pasi Päivi Pekka Pentti Petri Pirjo Pirkko Raija Raili
    Reijo Riikka Riitta Risto Saara Salla Sami Sanna Sanni Sari Satu Seija Sini Sirkka Sirpa Suvi Taina Tanja Tapio Tarja Teemu Teija Terhi Terttu Tiina Timo Tommi Tuija Tuomas Tuula Tytti Ulla Veera Veikko Venla Ville Virpi Vuokko Väinö`,
  emptyLinkWords: `tästä, täällä, täältä, klikkaa, klikkaa tästä, klikkaa tätä, lue lisää, lisää, lisätietoja, linkki, tästä linkistä`,
  pressNotes: `tiedote, julkaisuvapaa heti`,
};
