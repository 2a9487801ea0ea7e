import type { RequestLanguage } from '../language.js';

export const slovene: RequestLanguage = {
  tag: 'sl',
  unsubscribe: `odjava, odjaviti, odjavi, odjavite, odjavljam, odjavim, odjavo, odjav*, odjavil*, odpoved naročnine, odpovedujem, odpovedati naročnino, preklic naročnine, preklicati naročnino, izpis iz seznama, izpisati, izpišite`,
  asks: `ni treba ~ pošilj*, ničesar ~ ne pošilj*, nič več ~ pošilj*, ne potrebujem ~ @list, kako se ~ odjavim,
    odstran*|izbriš*|izbris*|umakn*|črta*|zbriš* ~ @list, odstranite|izbrišite|umaknite|črtajte|zbrišite me|nas, me ~ odstranite|izbrišete|izbrišite|umaknite|odstraniti|izbrisati|umakniti|izločite, izbriš*|odstran* ~ moj|mojo|ta ~ naslov*|email, ne ~ želim|želimo|želel*|bi ~ prejemat*|dobivat*, ne želim ~ @list, ne želim več, nočem več, nočem ~ @list, ne ~ pošiljajte|pošiljati|pišite, prenehajte ~ pošilj*|z, nehajte ~ pošilj*, ustavite ~ pošilj*|@list, prekliči*|odpove*|preklic* ~ naročnin*, ne zanima ~ @list, ne zanima me več, ni več zanimiv*, preklicujem ~ soglasje|privolitev, umikam ~ soglasje, dovolj ~ @list, pustite me pri miru`,
  alone: `stop, ne, ne hvala, dovolj, izbriši, izbrišite, odstranite, nočem, ne želim, prekliči, preklic, nehajte, konec, ne zanima me`,
  hints: `nikoli ~ prijavi*|naroči*, nisem ~ prijavi*|naroči*, ne delam več, ne delam, bo ~ ukinjen*|zaprt*, upokojen*, kot spam, neželen*, vsiljen*`,
  erase: `izbri*|odstran*|uniči* ~ podatk*, izbris* ~ podatk*, podatk* ~ izbri*|odstran*|uniči*, pravica do pozabe, pravico do pozabe, pravica do izbrisa, pravico do izbrisa, člen*|čl 17 ~ gdpr|uredb*, gdpr ~ izbris*, izbriš* ~ vse ~ o meni`,
  list: `novic, novice, novičnik*, glasil*, newsletter*, seznam*, sporočil*, email*, epošt*, pošt*, elektronsk*, naročnin*, obvestil*, mailing*, mail*, e novic, bilten*`,
  me: `jaz, me, mene, meni, mi, moj, moja, mojo, moje, mojih, mojega, nas, nam, naš*, želim, prosim, rad, rada`,
  not: `ne, nikoli, brez, nikar`,
  otherThings: `seminar*, konferenc*, delavnic*, webinar*, sestan*, tečaj*, izobraž*, prijav*, udelež*, članek*, članka, članki, besedil*, odstav*, stav*, besed*, fotograf*, slik*, logo*, citat*, intervju*, članstv*, račun*, naročil*, rezervac*, hotel*, let, kart*, projekt*, trgovin*, nasilj*, stran, strani, spletn*, poročil*, dokument*, dogod*`,
  somebodyElse: `kolegic*, koleg*, sodelav*, mož*, žen*, mati, mater, mam*, oče*, sestr*, brat*, prijatelj*, direktor*, šef*, njo, njega, nje, naslednj*, umrl*, pokoj*, nekdo, ljudi`,
  doubt: `pomotoma, po pomoti, nehote, koliko, zakaj, če ne želite, če želite, kliknite, znova, ponovno, spet, nazaj, povezav*, gumb*, nov naslov, drug naslov, spreme* ~ naslov*`,
  subscribe: `prijava, prijaviti, prijavi, prijavite, prijavo, naročiti, vpis`,
  around: `prosim, prosimo, me, mene, z, s, od, iz, do, novic, enovic, e, novice, seznama, seznam, vaših, vašega, vaše, hvala, lepa, najlepša, lep, lepo, pozdrav, pozdravljeni, spoštovani, spoštovana, spoštovanjem, dober, dan, živjo, želim, bi, rad, rada, da, se, takoj, zdaj, in, na, mojega, moj, naslov, naslova, email, mail, vnaprej, za, lp, elektronskih, elektronsko, pošto, glasila, naročnine, ekipa, uredništvo`,
  closing: `lep pozdrav, pozdrav, s spoštovanjem, hvala, lp, lepo pozdravljeni, vnaprej, najlepša`,
};
