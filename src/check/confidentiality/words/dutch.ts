import type { LanguageWords } from './language-words.js';

/** Dutch and Flemish. */
export const DUTCH: LanguageWords = {
  telephone: `telefoon*, mobiel, gsm, bel, bellen, belt, sms, noodnummer, hulplijn, bereikbaar op, haar nummer, zijn nummer, nummer is`,
  recordNumber: `kvk*, btw*, rsin, ondernemingsnummer, dossiernummer, zaaknummer, kenmerk, rekestnummer, artikel, pagina, blz, stuk, nr`,
  counted: `mensen, personen, vrouwen, mannen, kinderen, slachtoffers, keer, meldingen, uur, euro, jaar, gesprekken, exemplaren`,
  identity: `paspoort*, identiteitskaart*, identiteitsbewijs*, bsn*, burgerservicenummer*, rijksregisternummer*, insz, v-nummer, vreemdelingennummer, rijbewijs*, verblijfsdocument*, verblijfsvergunning nr, sofinummer`,
  bankAccount: `rekeningnummer*, bankrekening*, rekening, pasnummer, creditcard*, banknummer`,
  birth: `geboren, geboortedatum, geboortedag, verjaardag, geb`,
  bornThing: `idee, plan, netwerk, campagne, organisatie, vereniging, stichting, initiatief`,
  streetAfter: `straat, laan, gracht, weg, plein, kade, singel, steeg, dijk`,
  houseNumber: `huisnummer, bus`,
  addressFollows: `adres, woont op, woont aan, woont in de, verblijft op, verblijft aan, opvang aan, opvanghuis aan, schuilplaats aan, gevestigd aan, gelegen aan, huis aan`,
  storyPerson: `slachtoffer, overlevende, cliënte, cliënt, werd verhandeld, is verhandeld, verhandelde, werd uitgebuit, is uitgebuit, werd gedwongen, werd verkocht, ontsnapte, wist te ontsnappen, ontsnapt, vluchtte, werd opgevangen,
    haar verhaal, zijn verhaal, mijn verhaal, verhaal van, onze opvang, werd gered, werd bevrijd, haar uitbuiter, gedwongen tot, in de prostitutie gedwongen, in onze opvang, deed aangifte, verhandeld, uitgebuit, gedwongen, verkocht`,
  storyGroup: `slachtoffers, overlevenden, cliënten, cliëntes, opvang, opgevangen, gered`,
  storyTopic: `hulp, steun, rechten, bescherming, status, organisatie, opvang, zorg`,
  nameFollows: `genaamd, heet, heette, met de naam, noemen we, ik ben`,
  profession: `minister*, staatssecretaris, rechter*, advocaat, advocate, directeur, directrice, woordvoerder, woordvoerster, voorzitter, voorzitster, coördinator*, hoogleraar, onderzoeker*, onderzoekster, rapporteur, burgemeester, officier, ambassadeur*, hoofd van, kamerlid, europarlementariër, journalist*, deskundige*, maatschappelijk werker, maatschappelijk werkster, hulpverlener*, hulpverleenster, medewerker*, medewerkster, drs, collega*, beleidsmedewerker*, oprichter*, oprichtster, commissaris, docent*, projectleider`,
  work: `auteur*, schreef, schrijft, boek, roman, film, documentaire, geschreven door, schrijver, schrijfster, rapport van, foto, tentoonstelling, fotograaf, toneelstuk, artikel van, gedicht`,
  pseudonym: `naam gefingeerd, namen gefingeerd, gefingeerde naam, gefingeerde, naam is gefingeerd, naam veranderd, naam is veranderd, naam gewijzigd, niet haar echte naam, niet zijn echte naam, pseudoniem, schuilnaam, naam aangepast`,
  speaking: `zei, zegt, aldus, vertelde, vertelt, volgens, benadrukt, benadrukte, legt, legde, stelt, stelde`,
  years: `jaar oud, jarige, jaar`,
  month: `januari, februari, maart, mei, juni, juli, augustus, oktober, mrt, okt`,
  notAName: `stichting, vereniging, ministerie, raad, rechtbank, europese, nationaal, nationale, fonds, dag, huis, hulp, slachtofferhulp, prijs, wet, verenigde, hoge, partij, kamer, universiteit, instituut, gemeente, mensenhandel, nederland, belgië, vlaanderen, den haag, brussel, antwerpen, commissie, comité`,
  toldStory: `haar verhaal, zijn verhaal, verhaal van een, getuigenis van`,
};
