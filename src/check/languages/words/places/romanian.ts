import type { LanguageWords } from '../../check-language.js';

/** How Romanian tells where a shelter is. */
export const ROMANIAN_PLACES: LanguageWords = {
  refuge: `adăpost*, refugiu*, refugii, centr* de primire, centr* de criză, centr* rezidențial*, centr* maternal*, centr* de tranzit, centr* de
    urgență, centr* de cazare, centr* de găzduire, centr* pentru victime, centr* de asistență pentru victime, centr* de protecție, centr* de
    plasament, cas* protejat*, cas* de tranzit, cas* sigur*, case* sigur*, cas* secret*, cas* conspirativ*, cas* de refugiu, cas* pentru femei,
    cas* pentru fete, cas* mamelor, cas* de tip familial, locuinț* protejat*, locuinț* de tranzit, locuinț* sigur*, locuinț* secret*, locuinț*
    de criză, locuinț* de urgență, locuinț* temporar*, locuinț* anonim*, apartament* protejat*, apartament* de criză, apartament* secret*,
    apartament* sigur*, apartament* de tranzit, apartament* de tranziție, apartament* de urgență, apartament* anonim*, apartament* social*,
    ascunzăt*, safe house, shelter, loc sigur, locul sigur, cazare de urgență, cazarea de urgență, găzduire în regim de urgență, regim de
    urgență, cas* de tranziție, cas* de oaspeți, complexul de servicii, așezământ*`,
  dwelling: `casa, casă, casei, case, casele, apartament*, locuinț*, cămin*, vila, vilă, vile, clădire*, imobil*, garsonier*, pensiune*, reședinț*,
    spațiu*, bloc, blocul, camer*, sediu secret, adresa, adrese`,
  hiding: `protejat*, secret*, sigur*, anonim*, ascuns*, conspirativ*, criză, urgență, tranzit, tranziție, confidențial*, temporar*`,
  guests: `supraviețuitoare*, victime*, femei, femeile, fete, fetele, mame, mamele, beneficiare*, traficate, exploatate, salvate, minore, rezidente*`,
  forGuests: `pentru, în care, unde, de, cu`,
  beside: `lângă, langa, vizavi, în spatele, in spatele, din spatele, deasupra, peste drum, în dreptul, sub, dincolo de, în apropierea, in apropierea,
    în vecinătatea, minute de, metri de, pași de, vecină cu, vecin cu, lipită de, lipit de, cu vedere la, în curtea, din curtea, de lângă, pe
    malul, la doi pași, aproape de, pe jos de, pe jos de la, minute de la, metri de la, dă spre, dau spre, se învecinează cu, străzi de, case
    de, vedere la, aceeași clădire cu, balconul spre, ferestrele spre, cu fața spre`,
  landmark: `biseric*, catedral*, capel*, moschee*, sinagog*, mănăstir*, școal*, școl*, grădiniț*, creș*, farmaci*, spital*, clinic*, policlinic*,
    dispensar*, brutări*, brutar*, patiseri*, măcelări*, magazin*, supermarket*, piaț*, piet*, mall*, banc*, poșt*, poștă, oficiul poștal,
    piscin*, bazin*, ștrand*, stadion*, sala de sport, parc, parcul*, parculu*, loc de joacă, locul de joacă, cimitir*, pompieri*, benzinări*,
    peco, gară, gara, gării, garii, autogar*, cale* ferat*, calea ferată, căii ferate, șinele, șinelor, podul*, pod, râul*, râu, lac, lacul*, canal*,
    pădur*, moar*, mori*, fabric*, muze*, bibliotec*, cinema*, primări*, bar, restaurant*, cofetări*, cafene*, coafor*, frizeri*, spălători*,
    parcare*, turn*, monument*, statui*, castel*, fântân*, sens giratoriu, sensul giratoriu, autostrad*, port, portul*, casa parohială, casei
    parohiale, parohi*, fermă, ferma, fermei, cazarm*, cazărm*, hotel*, birou*, birouri*, cabinet*, florări*, stați*, secți* de poliție,
    internat*, kaufland, lidl, orfelinat*, depozit*, abator*, conac*, barier*, teatr*, hambar*, casa de cultură, casei de cultură, cămin*
    cultural*, căminului cultural, centru comercial, centrul comercial, centrului comercial, azil de bătrâni, stomatolog*, veterinar*,
    bijuteri*, gelateri*, curățători*, croitori*, cazino*, discotec*, tribunal*, judecători*, închiso*, penitenciar*, universitat*, camping*,
    bac, baraj*, deal*, livad*, livez*, termocentral*, groap* de gunoi, crematori*, grajd*, tăbăcări*, patinoar*, popicări*, pizzeri*, aprozar*,
    alimentar*, chioșc*, atelier*, service*, uzin*, combinat*, ferm*, crâșm*, cârcium*, han, hanul*, moși*, releu*, mina, minei, hala, halei,
    halele, vila, vilei, optica, opticii, cram*, cramă, ecluz*`,
  stop: `metrou*, tramvai*, autobuz*, troleibuz*, stați*, gara, gară, maxi-taxi, microbuz*`,
  spot: `capăt de linie, capătul liniei, capătul tramvaiului, la capătul, ultima stație, stația terminus, terminus, marginea pădurii, liziera
    pădurii, liziera, capătul satului, marginea satului, marginea orașului, ieșirea din, intrarea în sat, piața centrală, stația de tramvai,
    stația de autobuz, stația de metrou, malul lacului, malul râului, până la capăt, ultima casă, prima casă, a doua poartă, ultima clădire, la
    mănăstire, în mănăstirea, la casa parohială`,
  district: `cartier*, zona, sectorul, sector*, microraion*, colonia`,
  village: `sat, satul, satului, comuna, comunei, comună, cătun*`,
  corner: `colț cu, la colț, colțul, intersecți*, încrucișare*`,
  former: `fost, fosta, fostul, fostei, fostului, foste, vechi, vechea, vechiul, vechiului, vechii, dezafectat*, renovat*, recondiționat*, transformat*`,
  door: `sonerie, soneria, soneri*, interfon*, cutia poștală, sunați la`,
  floor: `etaj*, parter*, scara, scări, bl, bloc, blocul*, curte*, curtea, subsol*, mansard*`,
  colour: `galben*, roși*, albastr*, verde, verzi, alb, albă, roz, gri, portocali*, maro, maroni*, cărămid*`,
  way: `pe jos, minute, metri, faceți stânga, faceți dreapta, la stânga, la dreapta, coborâți, coboară, urmați, luați, poart*, porți, poarta`,
  gathering: `conferinț*, demonstrați*, manifestați*, protest*, dezbater*, instruire*, formare*, seminar*, atelier*, prelegere*, concert*, expoziți*,
    proiecți*, are loc, a avut loc, va avea loc, se desfășoară, s-a desfășurat, târg*, bazar*, petiți*, semnături, congres*, simpozion*,
    întâlnire*, mas* rotund*, strângere de fonduri, colectă, marș, marșul, marșului, veghe, veghea`,
  about: `despre, privind, intitulat*, pe tema, referitor`,
  contact: `contact presă, birou* de presă, purtător* de cuvânt, secretariat*, minister*, ambasad*, sediul social, contact pentru presă`,
  office: `birou, biroul, biroului, sediul, hotel*, cafenea*, magazin*, secția, poliți*, tribunal*, judecători*, universitat*, teatru*, primări*`,
  general: `multe, mulți, majoritatea, adesea, deseori, de obicei, ar trebui, trebuie, mai multe, mai bun*, suficient*, fiecare, niciun, nicio, la sută,
    unele, puține, lipsesc`,
  between: `între`,
  rightBeside: `chiar lângă, chiar în spatele, chiar vizavi, chiar deasupra, imediat după, imediat lângă, peste drum de, la doi pași de, lipit de, lipită
    de, vizavi de`,
  lives: `locuiesc, locuiește, stau, dorm, sunt cazate, cazate, găzduite, trăiesc, se ascund`,
  until: `înainte să, înainte de, până când, acum în, acum într`,
  neighbours: `vecinii, vecini, vecina, vecinul, locatarii`,
  lacking: `nu există, lipsește un, lipsește o, lipsesc`,
  inFront: `în fața, in fața, din fața`,
};
