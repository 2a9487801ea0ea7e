import { isSingleWord } from '../passage/single-words.js';
/** The part before the @ of addresses that belong to a post and not to a person, in the members' languages. */
const ROLES: ReadonlySet<string> = new Set(
  `info information infos informacja informacija informatie informatii informazioni informacion informacje informace informacni
  inform contact contacts contactus contacto contatti contatto contacte kontakt kontakte kontakti iletisim yhteys yhteydenotto kontor
  office offices bureau buro buero biuro kancelar kancelarija kancelarie kanslia kancelaria kantoor ofis ofisi ufficio oficina birou toimisto kancelyariya ofic
  press presse pers prensa stampa prasa tisk presa basin lehdisto press-office pressoffice pressteam media medien medios communication communications comms comm
  komunikacja komunikacija comunicacion comunicazione comunicare komunikace viestinta kommunikation iletisim pr publicrelations odnosi
  mediji medije medija mediite medii mediu mediabiuro novinari novinare novinar dziennikarze journalisten journalists redakciia redakcija pressa presscenter prescentar pressluzhba pressluzba tiskove tiskovy presedienst persdienst prensagabinete stampaufficio zmi smi rzecznik mluvci portparol
  secretariat sekretariat sekretariaat secretaria segreteria secretariaat sekretarijat sekreteriet sekretariatet secretary secretariado secretariat-general
  formation formations antitratta antitrata antitraffico sportello unita unidad programa programme program rekrutacja ufficiostampa ufficio stampa urzad nabor szkolenia obuka konkurs zapisy adopcja hotline helpline lifeline hilfe help helpdesk sos support supporto soutien pomoc pomoć ajutor apua tuki destek yardim hjaelp abi hulp steun ayuda aiuto aide beratung beratungsstelle
  advice advies consulting counselling counseling podrska podrška poradna poradnia savetovaliste nvo ngo ong fachstelle koordination koordinatie koordynacja
  mail email e-mail post posta pošta poczta correo postmaster mailbox admin administration administrator administracja verwaltung webmaster web website site online noreply no-reply
  donotreply newsletter news nieuwsbrief nyhedsbrev bulletin abonnement abo subscribe unsubscribe subscriptions list lists listserv owner
  team staff group all board vorstand bestuur verein association asociatie asociacion associazione udruga udruzenje organisation organization ngo network netzwerk netwerk reseau red rete
  jobs job vacancy vacancies career careers recruitment bewerbung bewerbungen sollicitatie sollicitaties hr personal candidature candidatures empleo lavoro praca kariera kariyer rekry application applications
  event events veranstaltung veranstaltungen conference conferences konferenz konferencja konferencija conferencia seminar seminars training trainings workshop workshops academy registration registrations register anmeldung inscription inscriptions inscripciones aanmelden ilmoittautuminen webinar
  project projects projekt projekte project-office projet proyecto progetto proiect projekat proje hanke research recherche legal recht juridique legalaid policy advocacy politik lobby campaign campaigns kampagne campagne kampania
  donate donation donations spenden spende donateurs doneer dons darowizny fundraising finance finances financial accounting accounts buchhaltung billing invoice invoices rechnung rechnungen facturen admin-finance
  library bibliothek documentation dokumentation archive archives publications publication publikationen edition editor editors editorial redaktion redactie redaction redaccion redazione redakcja redakcia redakce redakcija redactia redaktor toimitus
  data privacy dpo datenschutz dataprotection gdpr abuse security complaints feedback question questions enquiries enquiry inquiry inquiries request requests
  international europe european eu national general service services servicedesk central centrale zentrale reception receptie empfang accueil welcome hello hallo hello-there hi bonjour hola ciao dobryden
  volunteer volunteers volunteering vrijwilligers freiwillige benevoles wolontariat member members membership mitglieder leden membres
  shelter safehouse centre center zentrum centrum centar centro centru merkezi opvang melding meldpunt meldungen report reporting reports intake referral case antitrafficking anti-trafficking trafficking menschenhandel mensenhandel traite trata tratta
  director directie direction direccion direzione geschaeftsfuehrung geschaeftsstelle leitung management president presidency chair ceo coordinator coordination coordinacion coordinamento koordinator
  rapporteur ombudsman ombud embassy consulate ministry police polizei politie policija court greta osce unodc example
  sales shop store order orders tickets booking reservations travel it ict tech technical system root daemon mailer bounce bounces list-manager inbox general-enquiries ask connect join partner partners outreach youth women frauen migration rights social solidarity`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const isMailRole = isSingleWord('mailRole');

/** Whether the part before the @, or a word of it, is that of a post. */
export function isPostWord(word: string): boolean {
  return ROLES.has(word) || isMailRole(word);
}

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
