import type { LanguageWords } from './language-words.js';

/** Italian. */
export const ITALIAN: LanguageWords = {
  telephone: `telefono*, telefonare, telefonate, cell, cellulare, chiama, chiamare, chiamate, chiamarla, chiamaci, numero verde, suo numero, numero è, contattare al, fisso`,
  recordNumber: `partita iva, p iva, protocollo, prot, articolo, pagina, sentenza, legge, fascicolo, ricorso, documento, decreto`,
  counted: `persone, donne, uomini, bambini, vittime, casi, chiamate ricevute, volte, ore, anni, euro, copie, firme`,
  identity: `passaporto*, carta d'identità, codice fiscale, documento di identità, documento d'identità, permesso di soggiorno no, permesso di soggiorno n, permesso di soggiorno numero, patente*, tessera sanitaria`,
  bankAccount: `numero di conto, conto corrente, conto bancario, c c, carta di credito, numero di carta`,
  birth: `nata, nato, nata il, data di nascita, nascita, compleanno`,
  bornThing: `idea, progetto, piattaforma, rete, campagna, movimento, associazione`,
  streetBefore: `viale, vicolo, piazzale, lungotevere, lungomare, lungarno, piazzetta, salita, calata, traversa, viuzza`,
  placeBefore: `via, piazza, corso, largo, borgo, contrada, rione, galleria, p zza, p za, v le, c so, calle, fondamenta`,
  houseNumber: `n, numero, civico, nr`,
  addressFollows: `indirizzo, abita in, abita a, vive in, risiede in, residente in, casa rifugio in, casa in, situata in, sede in, ospitata in, alloggio in, si trova in`,
  storyPerson: `vittima, sopravvissuta, sopravvissuto, è stata venduta, stata venduta, stata sfruttata, stato sfruttato, stata costretta, stato costretto, costretta a, stata ingannata, stata trafficata, stata salvata, stata liberata, stata accolta, è fuggita, fuggita, scappata, riuscita a fuggire, la sua storia, sua storia, mia storia, storia di, utente, beneficiaria, nostra casa, nostro rifugio, suo sfruttatore, suoi sfruttatori, suoi trafficanti, venduta, sfruttata, costretta, trafficata, prostituirsi, testimonianza di, vittima di tratta, ha denunciato, ridotta in schiavitù`,
  storyGroup: `vittime, sopravvissute, utenti, beneficiarie, accolta, rifugio, salvata`,
  nameFollows: `di nome, si chiama, chiamata, mi chiamo, nome è, sono`,
  profession: `ministra, ministro, giudice, magistrat*, avvocata, avvocato, avvocatessa, direttrice, direttore, portavoce, presidente, presidentessa, coordinatrice, coordinatore, relatrice, relatore, commissaria, commissario, procuratrice, procuratore, deputata, deputato, senatrice, senatore, sindaca, sindaco, ambasciatrice, ambasciatore, professoressa, professore, ricercatrice, ricercatore, giornalista, esperta, esperto, psicologa, psicologo, assistente sociale, operatrice, operatore, responsabile, segretaria, segretario, fondatrice, fondatore, collega, attivista, dottoressa, dottor, dott, avv, suor, mediatrice, docente`,
  work: `autrice, autore, ha scritto, scrive, scritto da, libro, romanzo, film, documentario, scrittrice, scrittore, rapporto di, studio di, foto*, mostra, regista, artista, articolo di, opera, pubblicato, a cura di`,
  pseudonym: `nome di fantasia, nomi di fantasia, nome cambiato, nome inventato, nome fittizio, nome modificato, nomi modificati, il nome è stato cambiato, nome è stato cambiato, non è il suo vero nome, pseudonimo`,
  speaking: `ha detto, dice, secondo, spiega, spiegato, afferma, affermato, sottolinea, sottolineato, aggiunge, ricorda, dichiara, dichiarato`,
  years: `anni`,
  month: `gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre, dicembre`,
  notAName: `fondazione, associazione, ministero, consiglio, corte, tribunale, unione, comitato, commissione, giornata, premio, legge, istituto, università, scuola, ospedale, repubblica, nazioni, unite, diritti, europea, europeo, nazionale, internazionale, croce, rossa, casa, rapporto, direttiva, italia, tratta, centro, progetto, numero, verde, il, lo, gli, una`,
  toldStory: `la sua storia, sua storia, storia di una, testimonianza di`,
};
