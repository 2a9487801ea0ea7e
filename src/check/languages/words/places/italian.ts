import type { LanguageWords } from '../../check-language.js';

/** How Italian tells where a shelter is. */
export const ITALIAN_PLACES: LanguageWords = {
  refuge: `rifugio, rifugi, casa rifugio, case rifugio, casa-rifugio, casa di fuga, case di fuga, casa protetta, case protette, casa di accoglienza,
    casa d accoglienza, case di accoglienza, casa di emergenza, casa d emergenza, casa di transito, casa di transizione, casa di semiautonomia,
    casa segreta, casa sicura, case sicure, casa alloggio, casa famiglia, case famiglia, casa delle donne, casa ponte, appartamento protetto,
    appartamenti protetti, appartamento segreto, appartamento di emergenza, appartamento di transizione, appartamento sicuro, alloggio protetto,
    alloggi protetti, alloggio segreto, alloggi segreti, alloggio sicuro, alloggi sicuri, alloggio di emergenza, struttura protetta, strutture
    protette, struttura segreta, struttura di accoglienza, centro di accoglienza, centro d accoglienza, centro di prima accoglienza, centro di
    fuga, centro di crisi, centro antiviolenza con, centro antitratta con, centro residenziale, comunità di accoglienza, comunità di fuga,
    comunità protetta, comunità mamma-bambino, comunità madre-bambino, comunità segreta, pronta accoglienza, prima accoglienza, dormitorio,
    nascondiglio, asilo notturno, residenza protetta, gruppo appartamento, safe house, shelter, ospitalità protetta, nido protetto, posti letto
    protetti, seconda accoglienza`,
  dwelling: `casa, case, appartament*, alloggi*, struttur*, residenz*, comunità, villa, villetta, edifici*, palazzina, palazzo, stabile, pensione,
    foresteria, monolocale, bilocale, cascina, camera, camere, ostello, indirizzo, indirizzi`,
  hiding: `protett*, segret*, anonim*, nascost*, riservat*, emergenza, transizione, fuga, semiautonomia, accoglienza, rifugio, ponte, sicuro, sicura,
    sicuri, sicure`,
  guests: `sopravvissute, sopravvissuti, vittime, donne, ragazze, madri, mamme, sfruttate, beneficiarie, ospiti, residenti, minori, accolte, bambine`,
  forGuests: `per, di, delle, dove, che ospita, che accoglie, con`,
  beside: `dietro, accanto, di fronte, sopra, vicino, a fianco, sotto, nei pressi, a ridosso, adiacente, dirimpetto, a due passi, a pochi passi, di
    fianco, alle spalle, lungo, minuti dal, minuti dalla, minuti dall, metri dal, metri dalla, metri dall, passi dal, passi dalla, affacciat*,
    prospiciente, attaccat*, vista su, vista sulla, vista sul, attiguo, attigua, sul retro, oltre il, oltre la, all ombra, a piedi da, a piedi
    dal, a piedi dalla, a piedi dall, guarda sul, guarda sulla, guarda su, si affaccia, dà su, dà sulla, dà sul, isolati da, strade dalla,
    confina con, stesso palazzo di, stesso edificio di, stesso palazzo della, stesso palazzo del, finestre sul, finestre sulla, vista al`,
  landmark: `chiesa, cappella, cattedrale, duomo, moschea, sinagoga, monastero, convento, scuola, asilo, asilo nido, farmacia, ospedale, clinica,
    panificio, panetteria, fornaio, forno, macelleria, macellaio, supermercato, mercato, centro commerciale, banca, posta, ufficio postale,
    piscina, stadio, palazzetto, palestra, parco, parco giochi, cimitero, vigili del fuoco, pompieri, benzinaio, distributore, stazione,
    autostazione, ferrovia, binari, ponte, fiume, lago, canale, naviglio, bosco, pineta, mulino, fabbrica, birrificio, museo, biblioteca,
    cinema, municipio, bar, ristorante, pizzeria, trattoria, parrucchier*, lavanderia, parcheggio, torre, campanile, monumento, statua,
    castello, fontana, rotonda, autostrada, porto, canonica, parrocchia, fattoria, cascina, caserma, albergo, hotel, ufficio, uffici,
    ambulatorio, fioraio, fermata, tabaccheria, tabaccaio, edicola, officina, segheria, abbazia, oratorio, gelateria, libreria, filanda,
    acquedotto, campo sportivo, seminario vescovile, collegio, orfanotrofio, colonia, teatro, granaio, fienile, centro culturale, centro
    sociale, casa di riposo, dentista, ottico, veterinario, gioielleria, pasticceria, tintoria, sartoria, casinò, discoteca, tribunale, carcere,
    ufficio di collocamento, agenzia delle entrate, università, campeggio, traghetto, diga, collina, frutteto, centrale elettrica, discarica,
    crematorio, stalle, conceria, miniera, villa, enoteca, pescheria, rosticceria, bottega, negozio, ferramenta, masseria, cascinale, casolare,
    trullo, maso, mattatoio, frantoio, centro anziani, tempio, bocciofila, palaghiaccio, consultorio, ricevitoria, macelli, cantina, cantine,
    chiusa, stalla`,
  stop: `metro, metropolitana, tram, autobus, bus, stazione, fermata, filobus`,
  spot: `capolinea, ultima fermata, limitare del bosco, margine del bosco, margini del bosco, ai margini del bosco, fine della strada, fondo alla
    via, fondo alla strada, piazza del paese, piazza della chiesa, piazza del mercato, piazza della stazione, riva al lago, riva al fiume, lungo
    il fiume, sulla collina, ultima casa, prima casa, seconda porta, in fondo a, ultimo edificio, nel convento, in canonica, nel monastero`,
  district: `quartiere, rione, borgata, circoscrizione, zona, sestiere`,
  village: `paese, paesino, villaggio, frazione, borgo, contrada, località, pieve`,
  corner: `angolo con, all angolo, angolo tra, angolo fra, incrocio tra, incrocio fra, incrocio con`,
  former: `ex, vecchi*, antic*, dismess*, un tempo, ristrutturat*, riconvertit*`,
  door: `campanello, citofono, citofonare, suonare, buca delle lettere`,
  floor: `piano, interno, scala, cortile, pianterreno, seminterrato, palazzina`,
  colour: `gialla, giallo, gialli, ross*, blu, azzurr*, verde, verdi, bianca, bianco, rosa, grigi*, arancione, marrone, mattoni`,
  way: `a piedi, minuti, metri, girate, gira a, girare a, scendete, scendere, prendete, cancello, portone, cancelletto`,
  gathering: `conferenz*, convegno, convegni, manifestazion*, manifest*, presidio, corteo, marcia, veglia, protest*, dibattito, formazione, seminari*,
    laboratorio, concert*, mostra, proiezione, conferenza stampa, si tiene, si terrà, si è tenut*, ha luogo, avrà luogo, si svolge, si svolgerà,
    mercatino, banchetto, gazebo, petizione, firme, congresso, simposio, giornata di studi, tavola rotonda, incontro, raccolta, fiaccolata`,
  about: `sui, sulle, sugli, sulla, sul, intitolat*, dal titolo, dedicat*`,
  contact: `contatto stampa, ufficio stampa, contatti stampa, segreteria, ministero, ambasciata, portavoce, sede legale, addetto stampa, addetta stampa`,
  office: `ufficio, uffici, la sede, nostra sede, nella sede, sede centrale, sportello, hotel, caffè, negozio, commissariato, questura, tribunale, università, teatro, municipio`,
  general: `molti, molte, la maggior parte, spesso, di solito, dovrebbero, dovrebbe, devono, più, miglior*, abbastanza, ogni, nessun, nessuna, cento,
    alcuni, alcune, pochi, poche, mancano`,
  between: `tra la, tra il, fra la, fra il`,
  rightBeside: `proprio dietro, proprio accanto, proprio di fronte, proprio sopra, a due passi, subito dietro, subito dopo, giusto sopra, proprio davanti,
    porta a porta con, dirimpetto`,
  lives: `abitano, abita, vivono, vive, dormono, ospitate, alloggiano, alloggiate, accolte, accolti`,
  until: `prima di, finché, prima che, e oggi, ora in, oggi in`,
  neighbours: `vicini di casa, i vicini, vicina di casa, abitanti`,
  lacking: `manca una, manca un, mancano, non c è`,
  inFront: `davanti`,
};
