import type { RequestLanguage } from '../language.js';

export const romanian: RequestLanguage = {
  tag: 'ro',
  unsubscribe: `dezabonare, dezabonați, dezabonează, dezabona, dezabonez, dezabonați-mă, dezabon*, renunțare abonament, renunț la abonament, retragere de pe listă`,
  asks: `nu mai e|este nevoie ~ trimit*, nimic de la voi, să ies de pe ~ @list, nu mai vreau nimic, nu mai ~ trimit* nimic,
    șterge*|scoate*|elimin*|retrage*|radia* ~ @list, scoateți|ștergeți|eliminați|scoate|șterge mă|ne, mă|ne ~ scoateți|ștergeți|eliminați|scoată|elimine|șteargă, să fiu scos|scoasă|șters|ștearsă|eliminat*, nu ~ doresc|dorim|vreau|vrem|aș dori ~ prim*, nu ~ mai ~ prim*, nu ~ mai ~ doresc|vreau|trimite*|scrie*|interes*, nu ~ doresc|vreau ~ @list, nu ~ trimite* ~ @list, nu mai trimite*, încetați|opriți|încetează să ~ trimite*, opriți ~ @list, încetați cu ~ @list, anul*|renunț*|oprir* ~ abonament*, renunț la ~ @list, retrag ~ consimțământ*, șterge* ~ adresa ~ mea|meu, șterge*|elimin* ~ adresa|emailul mea|meu|de, lăsați mă în pace, nu sunt interesat* ~ @list`,
  alone: `nu, nu mulțumesc, stop, ajunge, destul, șterge, ștergere, ștergeți, renunț, opriți, anulare, anulați, nu mă interesează, nu sunt interesat, nu sunt interesată, elimină, gata`,
  hints: `nu m am abonat|înscris, niciodată ~ abonat|înscris, nu mai lucrez, va fi închis*|dezactivat*|desființat*, la pensie, ca spam, nesolicitat*, prea multe mailuri|emailuri`,
  erase: `șterge*|elimin*|distruge* ~ date|datele|informațiile, ștergerea ~ datelor, dreptul de a fi uitat, dreptul la ștergere|ștergerea, datele ~ șterse|sterse, articolul|art 17 ~ gdpr, gdpr ~ șterge*, tot ce ~ despre mine`,
  list: `newsletter*, buletin*, lista, liste, listă, mailuri*, emailuri*, mail, email, mesaje*, mesajele, abonament*, corespondență, știri, buletinul, listei, difuzare, abonați, abonaților`,
  me: `eu, mă, ma, mi, mea, meu, mele, mei, noi, ne, noastră, nostru, doresc, vreau, îmi`,
  not: `nu, niciodată, fără`,
  otherThings: `seminar*, conferin*, curs, cursul*, atelier*, webinar*, întâlnire*, ședin*, înscriere*, participan*, vorbitor*, articol*, text*, paragraf*, fraz*, cuvânt*, cuvint*, foto*, imagin*, logo*, interviu*, factur*, comand*, rezervare*, hotel*, zbor*, bilet*, proiect*, trafic*, violen*, site*, pagin*, raport*, document*, eveniment*`,
  somebodyElse: `coleg*, soțul, soția, mama, tata, sora, fratele, prieten*, director*, șeful, ea, el, ei, următoare*, decedat*, pensie, pensionat*, cineva, persoane`,
  doubt: `din greșeală, din eroare, greșeală, accidental, câți, câte persoane, de ce am|ați|sunt, am fost dezabonat*|șters*, dacă nu doriți|dorești, dacă doriți|dorești, faceți clic, click, din nou, linkul de, link de, butonul, adresă nouă, adresa nouă, altă adresă, schimb* ~ adres*`,
  subscribe: `abonare, abonați, abonează, abona, abonament, înscriere, înscrie`,
  around: `vă, va, rog, rugăm, rugam, mă, ma, ne, de, la, pe, din, newsletter, newsletterul, newsletterului, lista, listă, dumneavoastră, dvs, mulțumesc, mulțumim, bună, ziua, seara, dimineața, salut, stimate, stimați, stimată, domn, doamnă, domnilor, dragă, cu, stimă, respect, doresc, vreau, aș, dori, vrea, să, a, mail, email, emailul, adresa, mea, meu, și, imediat, acum, anticipat, frumos, solicit, numai, bine, toate, cât, mai, repede, urgent, cer, fie, posibil, echipă, echipa`,
  closing: `cu stimă, cu respect, mulțumesc, mulțumim, toate cele, cele bune, salutări, o zi, cu drag, cu considerație, numai bine`,
};
