import type { RequestLanguage } from '../language.js';

export const slovak: RequestLanguage = {
  tag: 'sk',
  unsubscribe: `odhlásiť, odhlásenie, odhláste, odhlás, odhlasujem, odhlásený, odhlasit, odhlasenie, odhlás*, odhlas*, zrušiť odber, zrušenie odberu, zrušte odber, odregistrovať`,
  asks: `netreba ~ posiel*, nič ~ neposiel*|nezasiel*|nechcem, nemusíte ~ posiel*, nepotrebujem ~ @list,
    vymaž*|vymaz*|vyraď*|vyrad*|odstráň*|odstrán*|zmaž* ~ @list, vyraďte|odstráňte|vymažte|vyškrtnite ma|nás|mňa, ma|nás ~ vyradiť|odstrániť|vymazať|vyškrtnúť, vymaž*|odstráň* ~ moju|môj|túto ~ adresu|email|mail, neprajem*|nechcem*|nechcel* ~ dostávať|dostavat|odoberať|zasielať|prijímať, neželám ~ si ~ dostávať|zasiel*|@list, neželám, neprajem ~ si ~ @list, nechcem ~ @list, už nechcem, neposielajte|neposielať|nezasielajte|nepíšte, prestaňte|prestať ~ posiel*|zasiel*|písať, ukonč*|zruš* ~ odber*|zasiel*|predplat*, nemám záujem ~ @list, nemám už záujem, odvolávam ~ súhlas, žiadne ďalšie @list, dajte mi pokoj, dosť ~ @list`,
  alone: `stop, nie, nie ďakujem, dosť, koniec, zrušiť, zrušte, nechcem, vymazať, odstrániť, nemám záujem, zrušenie, prestaňte`,
  hints: `nikdy ~ neprihl*|neobjedn*, neprihlás*, už nepracujem, nepracujem, bude ~ zrušen*|uzavret*|deaktivovan*, na dôchodku, ako spam, nevyžiadan*`,
  erase: `vymaz*|vymaž*|odstrán*|odstráň* ~ údaj*, výmaz* ~ údaj*, údaj* ~ vymaz*|odstrán*, právo na zabudnutie, právo byť zabudnutý, právo na výmaz, právo na vymazanie, článku|čl|článok 17 ~ gdpr, gdpr ~ výmaz*|vymaz*`,
  list: `newsletter*, spravodaj*, zoznam*, odber*, email*, mail*, správ*, zasiel*, predplat*, mailing*, rozosiel*, databáz*, noviniek, informác*`,
  me: `ja, ma, mňa, mne, mi, môj, moju, moja, môjho, nás, náš, naše, našu, chcem, chcel, chcela, prosím, žiadam, prajem, želám`,
  not: `nie, nikdy, bez, neodhlas*`,
  otherThings: `seminár*, konferenc*, školen*, workshop*, webinár*, stretnut*, kurz*, registrác*, účast*, prednáš*, článok, článku, články, text*, odsek*, vet*, slov*, fotk*, fotografi*, obráz*, logo*, rozhovor*, členstv*, faktúr*, objednáv*, rezervác*, hotel*, let, projekt*, obchodov*, násil*, stránk*, web*, dokument*, podujat*`,
  somebodyElse: `koleg*, manžel*, matk*, otec, otca, sestr*, brat*, priateľ*, kamarát*, riaditeľ*, šéf*, ju, ho, jeho, nasledujúc*, zomrel*, dôchod*, niekto, niekoho, ľudí`,
  doubt: `omylom, nedopatrením, nechtiac, koľko ľudí, prečo, bol|bola ~ odhlásen*, ak nechcete, ak si, ak chcete, kliknite, kliknutím, znova, opäť, naspäť, odkaz na, tlačidl*, nová adresa, novú adresu, inú adresu, zmen* ~ adres*`,
  subscribe: `prihlásiť, prihlásenie, prihláste, prihlás, registrovať, prihlás*`,
  around: `prosím, prosim, ma, mňa, mne, z, zo, od, do, k, newslettera, newsletter, newsletteru, odberu, odber, zoznamu, zoznam, vášho, vašej, vás, ďakujem, dakujem, ďakujeme, dobrý, deň, ahoj, vážení, vážený, vážená, milí, pán, pani, s, pozdravom, pekný, chcem, chcel, chcela, by, som, sa, ihneď, okamžite, hneď, teraz, o, a, na, môjho, môj, email, mail, emailu, mailu, adresu, adresa, žiadam, vopred, zasielania, mailing, listu, tohto, prajem, si, mailového`,
  closing: `s pozdravom, ďakujem, ďakujeme, s úctou, pekný deň, zdraví, srdečne, vopred`,
};
