import type { CheckLanguage } from './check-language.js';

/** Swedish, a language of Finland too. */
export const SWEDISH: CheckLanguage = {
  tags: ['sv'],
  words: {
    telephone: `telefon*, mobil, ring, ringa, telefonnummer, hennes nummer, hans nummer`,
    counted: `människor, personer, kvinnor, män, barn, offer, gånger, kronor, sek`,
    identity: `passnummer, pass nr, personnummer, id kort, körkort, uppehållstillstånd nr`,
    bankAccount: `kontonummer, bankkonto, bankgiro, kortnummer`,
    birth: `född, fött, födelsedatum, födelsedag`,
    streetAfter: `gatan, gata, vägen, väg, torget, gränd`,
    addressFollows: `adress, adressen, bor på, skyddat boende på, ligger på`,
    storyPerson: `överlevare, brottsoffer, såldes, blev såld, tvingades, utnyttjades, flydde, rymde, hennes historia, hans historia, historien om, klient, människohandelsoffer, utsattes för`,
    storyGroup: `offer, överlevande, klienter, utsatta`,
    nameFollows: `vid namn, heter, hette`,
    profession: `minister*, domare, advokat*, direktör, talesperson, ordförande, samordnare, professor, forskare, åklagare, chef, journalist, expert*, riksdagsledamot, verksamhetsledare, sakkunnig*`,
    work: `författare*, skrev, skriver, bok, boken, roman, film, filmen, dokumentär, skriven av, rapport av, foto, utställning`,
    pseudonym: `namnet är fingerat, fingerat namn, namn ändrat, heter egentligen något annat, påhittat namn, namnet är ändrat`,
    speaking: `säger, sade, berättar, berättade, enligt, förklarar`,
    years: `år gammal, årig, åriga, år`,
    month: `januari, februari, mars, maj, juni, juli, augusti, oktober`,
    notAName: `stiftelsen, föreningen, ministeriet, europeiska, finland, sverige, människohandel, brottsofferjouren, jouren`,
    helpline: `stödlinje`,
    pressContact: `för press, presskontakt`,
  },
  single: {
    nameParticle: `av`,
    time: `sommaren hösten vintern våren jul julen påsk påsken advent`,
    streetEnding: `gatan gata vägen`,
    clearStreetEnding: `gatan`,
    by: `av`,
    needsStop: `av`,
    mailRole: `kontor`,
  },
  patterns: {
    behindAddress: `och`,
    ageAdjective: `arig[ae]?`,
  },
  givenNames: `
    Åke Björn Elsa Gunilla Göran Gösta Håkan Kerstin Lennart Maj Solveig Stina Ulf`,
  emptyLinkWords: `här, klicka här, läs mer, läs vidare, mer, mer information, länk, denna länk`,
  pressNotes: `pressmeddelande`,
};
