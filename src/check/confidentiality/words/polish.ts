import type { LanguageWords } from './language-words.js';

/** Polish. */
export const POLISH: LanguageWords = {
  telephone: `telefon*, kom, komórk*, zadzwoń, dzwoń, dzwonić, zadzwonić, dzwoniąc, dzwonią, numer telefonu, numerem, pod numer, jej numer, jego numer, infolinia, infolinii, linia zaufania, zaufania, sms`,
  recordNumber: `nip, regon, krs, sygnatura, sygn, art, artykuł, ustawa, dz, dziennik, poz, strona, str nr, dokument, druk, dokumentu`,
  counted: `osób, osoby, kobiet, mężczyzn, dzieci, ofiar, przypadków, telefonów, rozmów, razy, godzin, lat, złotych, zł, euro, egzemplarzy, tysięcy`,
  identity: `paszport*, dowód osobisty, dowodu osobistego, dowód, pesel, numer pesel, karta pobytu, karty pobytu, prawo jazdy, prawa jazdy`,
  bankAccount: `numer konta, nr konta, konto bankowe, rachunek bankowy, numer rachunku, nr rachunku, konta, karta kredytowa, numer karty, karty płatniczej`,
  birth: `urodzona, urodzony, urodziła, urodził, data urodzenia, daty urodzenia, datą urodzenia, urodzenia, urodziny, ur`,
  bornThing: `pomysł, projekt, platforma, sieć, kampania, ruch, inicjatywa, organizacja`,
  streetBefore: `ul, ulica, ulicy, ulicę, ulicą, aleja, alei, aleje, alejach, alej, al, bulwar, osiedle, osiedlu, szosa, trakt, zaułek`,
  placeBefore: `plac, placu, pl, os, skwer, rondo, rynek, nabrzeże, rynku`,
  houseNumber: `nr, numer, m, lok, dom`,
  addressFollows: `adres, adresem, adresu, mieszka przy, mieszka na, mieszkanie przy, schronisko przy, ośrodek przy, znajduje się przy, mieści się przy, przy`,
  storyPerson: `ofiara, ofiarą, ofiarę, ocalała, ocalały, ocalałej, pokrzywdzona, pokrzywdzonej, pokrzywdzony, została sprzedana, została wykorzystana, została zmuszona, była zmuszana, zmuszona do, zmuszana do, została zwerbowana, został zwerbowany, został zmuszony, zmuszony do, została uratowana, została uwolniona, uciekła, uciekł, zdołała uciec, jej historia, jego historia, moja historia, historia, historię, klientka, klientki, klientkę, podopieczna, podopiecznej, nasze schronisko, naszym schronisku, naszego schroniska, jej oprawca, jej oprawcy, jej handlarze, padła ofiarą, padł ofiarą, sprzedana do, trafiła do schroniska, przetrwała, świadectwo, przyjęta do`,
  storyGroup: `ofiary, ofiar, ofiarom, ofiarami, ocalałe, ocalałych, pokrzywdzonych, klientki, podopieczne, schronisko, schronisku, schroniska`,
  nameFollows: `o imieniu, imieniem, nazywa się, nazywam się, o nazwisku, imię i nazwisko, jestem`,
  profession: `minister*, ministra, ministry, sędzia, sędzi*, adwokat*, mecenas*, dyrektor*, rzecznik*, rzecznicz*, prezes*, prezydent*, przewodnicząc*, koordynator*, sprawozdaw*, komisarz*, prokurator*, posłanka, poseł, posłank*, senator*, burmistrz*, ambasador*, profesor*, badacz*, dziennikar*, ekspert*, psycholog*, pracownic*, pracownik*, szef*, kierowni*, sekretarz*, założyciel*, koleżank*, aktywist*, radca, radczyni, mec, dr, hab, pełnomocni*, autorytet, konsultant*, doktor*, prawni*, tłumacz*`,
  work: `autor*, napisała, napisał, pisze, książk*, powieś*, film*, dokument filmowy, pisark*, pisarz*, raport autorstwa, zdjęci*, fotograf*, wystaw*, reżyser*, artyst*, artykuł autorstwa, reporta*, sztuka`,
  pseudonym: `imię zmienione, imiona zmienione, imię zostało zmienione, imiona zostały zmienione, imię i nazwisko zmienione, imię i nazwisko zostały zmienione, dane zmienione, dane zostały zmienione, nazwisko zmienione, pseudonim, imię fikcyjne, fikcyjne imię, zmienione imię, nie jest jej prawdziwe, personalia zmienione, zmieniono imię, imię zmieniono`,
  speaking: `powiedziała, powiedział, mówi, mówiła, według, wyjaśnia, wyjaśniła, podkreśla, podkreśliła, podkreślił, dodaje, dodała, twierdzi, zaznacza, zdaniem`,
  years: `lat, lata, letnia, letni, letniej, letniego, latka, latek`,
  month: `stycznia, lutego, marca, kwietnia, maja, czerwca, lipca, sierpnia, września, października, listopada, grudnia, styczeń, luty, marzec, kwiecień, maj, czerwiec, lipiec, sierpień, wrzesień, październik, listopad, grudzień`,
  notAName: `fundacja, fundacji, stowarzyszenie, stowarzyszenia, ministerstwo, ministerstwa, rada, rady, sąd, sądu, trybunał, trybunału, unia, unii, komitet, komisja, komisji, dzień, nagroda, ustawa, instytut, uniwersytet, szkoła, szpital, rzeczpospolita, narody, narodów, zjednoczone, praw, prawa, człowieka, europejska, europejskiej, krajowe, krajowy, krajowego, międzynarodowy, międzynarodowa, centrum, czerwony, krzyż, dom, raport, dyrektywa, polska, polski, polsce, warszawa, warszawie, sejm, policja, straż, graniczna, kobiet, ludźmi, główna, komenda`,
  toldStory: `jej historia, jego historia, historia ocalałej, historia kobiety`,
};
