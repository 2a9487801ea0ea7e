import { isSingleWord } from '../passage/single-words.js';
/** Whether the part before the @, or a word of it, is that of a post and not of a person. */
export const isPostWord = isSingleWord('mailRole');

/** Providers that have addresses in many countries. */
const EVERYWHERE =
  /^(?:gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|icloud|aol|gmx|mail|email|yandex|protonmail|proton|tutanota|tuta|fastmail|zoho|hushmail|riseup|mailinator|yopmail)\.(?:[a-z]{2,3}|email|co\.uk|com\.(?:tr|br|ua|ar|mx))$/;

const ELSEWHERE: ReadonlySet<string> = new Set(
  `me.com mac.com pm.me tutamail.com posteo.de posteo.net mailbox.org disroot.org systemli.org autistici.org web.de t-online.de freenet.de arcor.de online.de kabelmail.de
  bluewin.ch hispeed.ch sunrise.ch gmx.at aon.at chello.at a1.net inode.at kabsi.at ziggo.nl xs4all.nl kpnmail.nl planet.nl hetnet.nl chello.nl home.nl casema.nl quicknet.nl upcmail.nl
  telenet.be skynet.be proximus.be scarlet.be voo.be laposte.net orange.fr wanadoo.fr free.fr sfr.fr neuf.fr numericable.fr bbox.fr aliceadsl.fr
  libero.it virgilio.it tiscali.it alice.it tin.it inwind.it fastwebnet.it pec.it terra.es telefonica.net ono.com wp.pl o2.pl onet.pl onet.eu op.pl interia.pl interia.eu tlen.pl poczta.fm poczta.onet.pl vp.pl gazeta.pl autograf.pl
  seznam.cz centrum.cz atlas.cz volny.cz post.cz email.cz centrum.sk azet.sk zoznam.sk abv.bg dir.bg mynet.com superonline.com ttmail.com
  ukr.net i.ua meta.ua bigmir.net ua.fm online.ua rambler.ru bk.ru list.ru inbox.ru internet.ru ya.ru tut.by eunet.rs sbb.rs ptt.rs verat.net open.telekom.rs beotel.rs bih.net.ba
  luukku.com suomi24.fi kolumbus.fi elisanet.fi saunalahti.fi pp.inet.fi jubii.dk stofanet.dk tdcadsl.dk mail.dk mail.tele.dk hot.ee mail.ee online.ee btinternet.com btopenworld.com virginmedia.com sky.com talktalk.net ntlworld.com blueyonder.co.uk
  eircom.net citromail.hu freemail.hu sapo.pt qq.com 163.com 126.com inbox.lv t.me telia.com`.split(/\s+/),
);

/** Whether anybody can get an address at a domain: then every address there belongs to one person. */
export function isFreeMail(domain: string): boolean {
  return EVERYWHERE.test(domain) || ELSEWHERE.has(domain);
}
