import type { RequestLanguage } from '../language.js';

export const lithuanian: RequestLanguage = {
  tag: 'lt',
  unsubscribe: `atsisakyti, atsisakau, atsisakymas, atsisakykite, atsisak*, atšaukti prenumeratą, atšaukite prenumeratą, nutraukti prenumeratą, nutraukite prenumeratą, prenumeratos atsisakymas, išsiregistruoti, išregistruoti, išregistruokite, išsiregistr*, išregistr*, atsiprenumeruoti`,
  asks: `nereikia ~ siųsti, nieko ~ nesiųsk*|nebesiųsk*, man nereikia ~ @list,
    išbrauk*|pašalin*|ištrin*|išim* ~ @list, @list ~ išbrauk*|pašalin*|ištrin*|išim*|atsisak*, išbraukite|pašalinkite|ištrinkite|išimkite mane|mus, mane ~ išbraukti|pašalinti|ištrinti, ištrin*|pašalin* ~ mano ~ adres*|paštą|el, nebenor*|nenor*|nebenorėč*|nepageid* ~ gauti|@list|jūsų|daugiau, daugiau ~ nenor*|nebenor*|nesiųs*, nebesiųskite|nesiųskite|nerašykite|neberašykite|nebesiųsti, nustokite|liaukitės|baikite ~ siųsti|siuntinėti, nutrauk*|atšauk* ~ prenumerat*|siuntim*, sustabdyk* ~ @list, manęs nedomina ~ @list, nebedomina, nesidomiu ~ @list, atšaukiu ~ sutikim*, gana ~ @list, palikite mane ramybėje`,
  alone: `stop, stabdyti, ne, ne ačiū, ačiū ne, gana, ištrinti, ištrinkite, pašalinti, nebenoriu, nenoriu, nutraukti, atšaukti, baikite, užteks, pašalinkite`,
  hints: `niekada ~ neprenumerav*|neužsisak*, neprenumerav*, nebedirbu, nedirbu, bus ~ uždaryt*|panaikint*, pensijoje, kaip šlamšt*, nepageidaujam*`,
  erase: `ištrin*|pašalin*|sunaikin* ~ duomen*|informacij*, duomen* ~ ištrin*|sunaikin*|pašalin*, teisė būti pamirštam, teisę būti pamirštam, teise būti pamirštam, teisė į duomenų ištrynimą, 17 straipsn*, straipsnis 17, bdar ~ ištrin*, gdpr ~ ištrin*, ištrin* viską ~ apie mane`,
  list: `naujienlaišk*, naujienlaiškio, sąraš*, sąrašo, laišk*, laiškų, laiškus, prenumerat*, el pašt*, elpašt*, pašto, žinut*, pranešim*, naujien*, biuleten*, email*, newsletter*`,
  me: `aš, mane, man, mano, manęs, mes, mus, mums, mūsų, noriu, norėčiau, prašau`,
  not: `ne, niekada, be, neišbrauk*, neištrin*`,
  otherThings: `seminar*, konferencij*, mokym*, dirbtuv*, vebinar*, susitikim*, kurs*, registracij*, dalyv*, pranešėj*, straipsnį, straipsnio, straipsnyje, tekst*, pastraip*, sakin*, žod*, nuotrauk*, foto*, logotip*, citat*, interviu, sąskait*, užsakym*, rezervacij*, viešbuč*, skryd*, biliet*, projekt*, prekyb*, smurt*, puslap*, svetain*, ataskait*, dokument*, rengin*`,
  somebodyElse: `kolegė*, kolega, kolegą, kolegos, vyr*, žmon*, motin*, mama, mamą, tėv*, sesuo, seser*, brol*, draug*, direktor*, viršinink*, ją, jį, jos, jo, jie, šiuos, mirė, miręs, pensij*, kažkas, žmon*`,
  doubt: `per klaidą, netyčia, atsitiktinai, klaid*, kiek žmonių, kodėl, jei nenorite, jei norite, jeigu, spauskite, paspauskite, vėl, iš naujo, dar kartą, atgal, nuorod*, mygtuk*, naujas adresas, kitas adresas, keis* ~ adres*, pakeis* ~ adres*`,
  subscribe: `prenumeruoti, registruotis, užsisakyti, prenumeruoju`,
  around: `prašau, prašome, prašyčiau, mane, man, iš, nuo, naujienlaiškio, naujienlaiškių, sąrašo, jūsų, ačiū, dėkoju, iš, anksto, laba, diena, labas, gerbiami, gerbiamieji, sveiki, pagarbiai, su, pagarba, noriu, norėčiau, nedelsiant, dabar, ir, mano, el, paštą, pašto, adresą, adresas, prenumeratos, prenumeratą, šio, pašto, labai`,
  closing: `pagarbiai, su pagarba, ačiū, dėkoju, dėkui, linkėjimai, geros dienos, iš anksto`,
};
