import type { LanguageWords } from './check-language.js';

/** Danish, with Norwegian. */
export const DANISH: LanguageWords = {
  telephone: `tlf*, telefon*, mobil, mobilnummer, ring, ringe, ring til, ring på, kontaktnummer, hendes nummer, hans nummer, sms`,
  recordNumber: `cvr*, sag nr, sagsnr, sagsnummer, journalnr, artikel, side`,
  counted: `mennesker, personer, kvinder, mænd, børn, ofre, gange, timer, kroner, kr, dkk, sager, opkald`,
  identity: `pas nr, pasnummer, pas nummer, cpr*, personnummer, fødselsnummer, køreid kort, opholdskort, opholdstilladelse nr, sundhedskort`,
  bankAccount: `kontonummer, konto nr, kontonr, reg nr, kortnummer, bankkonto`,
  birth: `født, fødselsdato, fødselsdag, fødselsdagen`,
  streetAfter: `gade, vej, allé, alle, plads, torv, stræde, gata, gate, gaten, veien, vei, plass`,
  houseNumber: `husnummer`,
  addressFollows: `adresse, adressen, bor på, bor i, bor ved, krisecenter på, krisecentret på, krisecentret ligger, ligger på`,
  storyPerson: `overlever, overleveren, offer, offeret, blev handlet, blev solgt, blev udnyttet, blev tvunget, er blevet handlet, flygtede, undslap, slap væk, hendes historie, hans historie, min historie, historien om, vores krisecenter, klient, klienten, blev reddet, blev befriet, tvunget til prostitution, hendes bagmænd, tvunget til, handlet til`,
  storyGroup: `ofre, ofrene, overlevere, klienter, handlet, krisecenter, krisecentret, udnyttet`,
  nameFollows: `ved navn, hedder, hed, kaldet, jeg hedder`,
  profession: `minister*, dommer*, advokat*, direktør*, talsmand, talskvinde, talsperson, formand, forkvinde, koordinator*, leder, lederen, professor, forsker*, ordfører*, borgmester, ambassadør*, journalist*, ekspert*, rådgiver*, socialrådgiver*, psykolog*, medarbejder*, kommissær*, statsminister, anklager*, politiker*, folketingsmedlem, kollega, chef, chefen, projektleder`,
  work: `forfatter*, skrev, skriver, bog, bogen, roman, romanen, film, filmen, dokumentar*, skrevet af, rapport af, foto, fotograf, udstilling, kunstner`,
  pseudonym: `navn ændret, navnet er ændret, navnene er ændret, navn er ændret, ikke hendes rigtige navn, opdigtet navn, pseudonym, anonymiseret`,
  speaking: `siger, sagde, fortæller, fortalte, ifølge, forklarer, forklarede, udtaler, mener`,
  years: `år gammel, årig, årige, år`,
  month: `januar, februar, marts, maj, juni, juli, august, oktober, december`,
  notAName: `fonden, foreningen, ministeriet, rådet, europæiske, danmark, københavn, center, centret, menneskehandel, kommissionen, retten, højesteret, røde, kors, institut, dag, rapport, kvinder`,
  toldStory: `hendes historie, hans historie, historien om en`,
};

/** Swedish, a language of Finland too. */
export const SWEDISH: LanguageWords = {
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
};
