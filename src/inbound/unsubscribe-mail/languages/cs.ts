import type { RequestLanguage } from '../language.js';

export const czech: RequestLanguage = {
  tag: 'cs',
  unsubscribe: `odhlásit, odhlášení, odhlašte, odhlaste, odhlas, odhlašuji, odhlášen, odhlásím, odhlasit, odhlaseni, odhlás*, odhláš*, zrušit odběr, zrušení odběru, zrušte odběr, odregistrovat, odregistr*, odebrat odběr`,
  asks: `není|netřeba třeba ~ posíl*, nic ~ neposíl*|nezasíl*|nechci|nepřej*, jak se ~ dostanu|odhlás* ~ @list, už mi nic, nepotřebuji ~ @list, nemusíte ~ posíl*,
    vymaž*|vymaz*|vyřad*|vyřaď*|odstraň*|odstran*|smaž*|smaz*|vyškrtn* ~ @list, vyřaďte|odstraňte|vymažte|smažte|vyškrtněte mě|mne|nás, mě|mne|nás ~ vyřadit|odstranit|vymazat|vyškrtnout, vymazat|vymažte|odstraňte|smažte ~ moji|mou|můj|tuto ~ adresu|email|mail, nepřej*|nechc*|nechtěl*|netouž* ~ dostávat|dostavat|odebírat|zasíl*|posíl*|přijímat|zasilat, nepřej* ~ si ~ @list, nechci ~ @list, už nechci, neposílejte|neposílat|neposilejte|nezasílejte|neposílej|nepište|nezasílat, přestaňte|přestat|přestaňte ~ posíl*|zasíl*|psát, ukonč*|zruš*|zrus* ~ odběr*|zasíl*|předplat*, ukončit odběr, nemám zájem ~ @list, nemám už zájem, nadále nechci, odvolávám ~ souhlas, žádné další @list, dejte mi pokoj, nadále ~ nezasíl*, dost ~ @list`,
  alone: `stop, ne, ne děkuji, dost, konec, zrušit, zrušte, nechci, vymazat, smazat, odstranit, nemám zájem, zrušení, přestaňte, ukončit`,
  hints: `nikdy ~ nepřihl*|neobjedn*|neregistr*, nepřihl*, neobjednal*, už nepracuj*, nepracuj*, bude ~ zrušen*|uzavřen*|deaktivován*, v důchodu, jako spam, nevyžádan*, obtěžuj*`,
  erase: `vymaz*|vymaž*|smaz*|smaž*|odstran*|zlikvid* ~ údaj*, výmaz* ~ údaj*, údaj* ~ vymaz*|smaz*|odstran*, právo být zapomenut, právo na výmaz, právo na vymazání, článku|čl|článek 17 ~ gdpr, gdpr ~ výmaz*|vymaz*, vymaž*|smaž* ~ vše ~ o mně`,
  list: `newsletter*, zpravodaj*, seznam*, odběr*, email*, emaily, emailů, mail*, maily, zpráv*, zasíl*, předplat*, mailing*, rozesíl*, adresář*, databáz*, novinek, informac*`,
  me: `já, mě, mne, mně, mi, můj, moji, moje, mou, mého, nás, náš, naše, naši, chci, chtěl, chtěla, prosím, žádám, přeji`,
  not: `ne, není, nikdy, bez, neodhlas*, neodhlaš*`,
  otherThings: `seminář*, konferenc*, školen*, workshop*, webinář*, schůz*, kurz*, registrac*, účast*, přednáš*, článek, článku, články, text*, odstav*, vět*, slov*, fotk*, fotografi*, obráz*, logo*, citát*, rozhovor*, členstv*, faktur*, objednáv*, rezervac*, hotel*, let, letenk*, projekt*, obchodov*, násil*, stránk*, web*, zpráva o, dokument*, akce, akci`,
  somebodyElse: `koleg*, manžel*, matk*, otec, otce, sestr*, bratr*, přítel*, kamarád*, ředitel*, šéf*, ji, ho, jeho, jej, následující, zemřel*, důchod*, někdo, někoho, lidí, stážist*`,
  doubt: `omylem, nedopatřením, nechtěně, kolik lidí, proč, byl|byla ~ odhlášen*, pokud nechcete|nechceš|si, pokud chcete, klikněte, kliknutím, znovu, opět, zpátky, odkaz na|pro, odhlašovací odkaz, tlačítk*, nová adresa, novou adresu, jinou adresu, změn* ~ adres*`,
  subscribe: `přihlásit, přihlášení, přihlašte, přihlas, registrovat, přihlás*`,
  around: `prosím, prosim, mě, mne, mně, z, ze, od, do, k, newsletteru, newsletter, newsletterů, odběru, odběr, seznamu, seznam, vašeho, vaší, vašich, vás, děkuji, děkuju, díky, dobrý, den, ahoj, vážení, vážený, vážená, milí, pane, paní, s, pozdravem, pěkný, hezký, chci, chtěl, chtěla, bych, se, ihned, okamžitě, hned, teď, o, a, na, mého, můj, email, mail, emailu, mailu, adresu, adresa, žádám, předem, zasílání, moc, mailing, listu, tohoto, přeji, si, mailového, rozesílacího`,
  closing: `s pozdravem, děkuji, díky, s úctou, hezký den, pěkný den, zdraví, srdečně, předem, s přáním`,
};
