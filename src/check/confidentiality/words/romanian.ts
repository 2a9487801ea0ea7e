import type { LanguageWords } from './language-words.js';

/** Romanian, in Romania and Moldova. */
export const ROMANIAN: LanguageWords = {
  telephone: `telefon*, mobil, sună, sunați, suna, apelați, apelează, linia fierbinte, linie fierbinte, linia verde, numărul ei, numărul lui, numărul este, contactați la, contact la`,
  recordNumber: `cui, cif, idno, dosar, articol, pagina, legea, hotărârea, ordin, ordinul, documentul`,
  counted: `persoane, de persoane, femei, bărbați, copii, victime, cazuri, apeluri, ori, ore, ani, lei, euro, exemplare`,
  identity: `pașaport*, cnp, idnp, buletin*, carte de identitate, cartea de identitate, act de identitate, permis de ședere nr, permis de ședere, permis de conducere, cod numeric personal, ci seria, seria`,
  bankAccount: `cont bancar, contul bancar, număr de cont, cont nr, numărul de cont, cardul bancar, card bancar, numărul cardului`,
  birth: `născut, născută, nascut, nascuta, data nașterii, dată de naștere, zi de naștere, ziua de naștere, născutăla, născută la, s-a născut`,
  bornThing: `ideea, proiectul, platforma, campania, mișcarea, asociația, inițiativa`,
  streetBefore: `str, strada, strazii, străzii, stradă, bulevardul, bulevard, bd, b-dul, bdul, blvd, calea, șoseaua, șos, sos, aleea, stradela, splaiul, intrarea, fundătura`,
  placeBefore: `piața, drumul, prelungirea, cartierul`,
  houseNumber: `nr, numărul, bloc, bl`,
  addressFollows: `adresa, adresă, locuiește pe, locuiește în, domiciliată în, domiciliat în, adăpostul de pe, adăpostul este pe, adăpostul se află pe, centrul de pe, sediul, situat pe, situată pe, se află pe`,
  storyPerson: `victimă, victima, supraviețuitoare, supraviețuitoarea, supraviețuitor, supraviețuitorul, a fost vândută, fost vândută, fost exploatată, fost exploatat, fost traficată, fost traficat, fost forțată, fost obligată, obligată să, forțată să, fost recrutată, fost salvată, fost eliberată, fost găzduită, fost cazată, fost adăpostită, a fugit, a evadat, a scăpat, reușit să fugă, povestea ei, povestea lui, povestea mea, povestea, beneficiară, beneficiara, clientă, clienta, adăpostul nostru, centrul nostru de plasament, traficanții ei, traficantul ei, proxenetul ei, mărturia, victimă a traficului`,
  storyGroup: `victime, victimele, victimelor, victimei, supraviețuitoarele, beneficiare, beneficiarele, traficată, exploatată, salvată, adăpost, adăpostul`,
  nameFollows: `numită, numit, pe nume, se numește, mă numesc, numele ei este, mă cheamă, o cheamă, cu numele`,
  profession: `ministru*, ministra, judecător*, judecătoar*, magistrat*, avocat*, director*, directoare*, purtător*, purtătoare*, președint*, coordonator*, coordonatoare*, raportor*, raportoare*, comisar*, procuror*, deputat*, senator*, primar*, ambasador*, profesor*, profesoară, cercetător*, jurnalist*, expert*, psiholog*, asistent social, asistentă socială, asistenta socială, consilier*, șef*, șefa, secretar*, fondator*, fondatoare*, colega, colegă, coleg, activist*, reprezentant*, doctor*, specialist*, polițist*, jurist*`,
  work: `autoare*, autor*, a scris, scrie, scris de, cartea, carte, romanul, filmul, documentarul, scriitoare*, scriitor*, raportul lui, studiul, fotograf*, expoziți*, regizor*, artist*, articol de, piesa`,
  pseudonym: `nume schimbat, numele a fost schimbat, numele au fost schimbate, nume schimbate, nume fictiv, numele este fictiv, nume modificat, numele este schimbat, numele e schimbat, pseudonim, nu este numele ei real, nume de împrumut, numele a fost modificat, prenume schimbat`,
  speaking: `a spus, spune, potrivit, explică, explicat, declară, declarat, subliniază, afirmă, precizează, menționat, a povestit`,
  years: `ani, de ani`,
  month: `ianuarie, februarie, martie, aprilie, mai, iunie, iulie, august, septembrie, octombrie, noiembrie, decembrie`,
  notAName: `mare, mureș, neamț, jiu, severin, vâlcea, fundația, asociația, ministerul, consiliul, curtea, tribunalul, uniunea, comitetul, comisia, ziua, premiul, legea, institutul, universitatea, școala, spitalul, republica, națiunile, unite, drepturile, europeană, european, național, națională, internațional, centrul, internațional, crucea, roșie, casa, raportul, directiva, românia, moldova, chișinău, bucurești, traficul, serviciul, agenția`,
  toldStory: `povestea ei, povestea lui, povestea unei, mărturia unei`,
};
