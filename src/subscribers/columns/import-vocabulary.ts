import type { SubscriberState } from '../../model/send/subscriber.js';

/**
 * The words for yes and no in the names of columns and in cells, in the languages of the members and of other programs.
 * This file holds data only: `import-words.ts` removes capitals and accents before it looks words up. Each line is one
 * language; commas separate the phrases.
 */
export const STATE_PHRASES: Readonly<Record<SubscriberState, readonly string[]>> = {
  active: [
    'subscribed, subscribe, opt in, opted in, consent, consented, consent given, consents, permission, permission given, permitted, agree, agrees, agreed, agreement, accept, accepts, accepted, approved, allow, allowed, receive, receives, want, wants, wishes, interested, send, active, enabled, signed up, activated',
    'angemeldet, abonniert, einwilligung, eingewilligt, einwilligung erteilt, zugestimmt, zustimmung, erwünscht, gewünscht, aktiv, aktiviert, erlaubt, erlaubnis, einverstanden, einverständnis, bezieht, erhält, bestätigt',
    'ingeschreven, aangemeld, geabonneerd, toestemming, actief, akkoord, gewenst, bevestigd',
    'abonné, abonnée, inscrit, inscrite, consentement, accord, actif, active, accepte, accepté, autorisé, autorisation, confirmé',
    'suscrito, suscrita, consentimiento, activo, activa, acepta, acepto, aceptado, autorizado, autoriza, autorización, alta, confirmado',
    'subscrit, subscrita, consentiment, actiu, activa, accepta, autoritza',
    'iscritto, iscritta, consenso, attivo, attiva, accetta, accettato, autorizzato, autorizza, autorizzazione, confermato',
    'zapisany, zapisana, zgoda, aktywny, aktywna, subskrybuje, subskrybent, wyraził zgodę, potwierdzony',
    'přihlášen, přihlášena, přihlášený, odebírá, odběratel, souhlas, souhlasí, aktivní, potvrzen, potvrzený',
    'prihlásený, prihlásená, odoberá, súhlas, súhlasí, aktívny, potvrdený',
    'abonat, abonată, consimțământ, acord, activ, activă, înscris, confirmat',
    'підписаний, підписана, підписано, підписаний на розсилку, підписник, згода, згоден, згодна, активний, активна, підтверджений, підтверджено',
    'подписан, подписана, подписано, подписчик, согласие, согласен, согласна, активен, активна, активный, подтвержден, подтверждён',
    'падпісаны, падпісана, згода, актыўны, пацверджаны',
    'абониран, абонирана, съгласие, съгласен, активен, записан, потвърден',
    'pretplaćen, pretplaćena, prijavljen, prijavljena, saglasnost, suglasnost, pristanak, privola, aktivan, aktivna, potvrđen, претплаћен, пријављен, сагласност, пристанак, активан, потврђен',
    'пријавен, претплатен, согласност, активен, потврден',
    'tilmeldt, samtykke, aktiv, bekræftet, påmeldt',
    'prenumererar, prenumerant, samtycke, anmäld, aktiv, bekräftad',
    'tilannut, tilaaja, suostumus, aktiivinen, vahvistettu',
    'abone, onay, onaylı, onaylandı, rıza, izin, izinli, aktif',
    'i abonuar, abonuar, pëlqim, pëlqimi, aktiv, konfirmuar',
    'εγγεγραμμένος, εγγεγραμμένη, συγκατάθεση, συναίνεση, ενεργός, ενεργή, επιβεβαιωμένος',
    'feliratkozott, feliratkozva, hozzájárulás, hozzájárult, aktív, megerősített',
    'naročen, naročena, prijavljen, soglasje, privolitev, aktiven, aktivna, potrjen',
    'subscrito, inscrito, inscrita, consentimento, ativo, ativa, aceita, autorizado, confirmado',
    'tellinud, tellija, nõusolek, aktiivne, kinnitatud',
    'abonents, piekrišana, piekrīt, aktīvs, apstiprināts',
    'prenumeruoja, prenumeratorius, sutikimas, sutinka, aktyvus, patvirtintas',
  ],
  pending: [
    'pending, unconfirmed, not confirmed, nonconfirmed, unverified, not verified, awaiting, awaiting confirmation, waiting, waiting for confirmation, opt in pending, confirmation pending, pending confirmation, double opt in pending, never subscribed, invited, unactivated, not activated, validating',
    'unbestätigt, nicht bestätigt, ausstehend, wartend, wartet, offen',
    'onbevestigd, niet bevestigd, in afwachting, wacht op bevestiging',
    'non confirmé, non confirmée, en attente, en attente de confirmation',
    'pendiente, sin confirmar, no confirmado, pendent, sense confirmar, no confirmat',
    'in attesa, non confermato, da confermare',
    'oczekujący, oczekuje, niepotwierdzony, niepotwierdzona',
    'čekající, čeká, nepotvrzen, nepotvrzený, nepotvrzeno, čakajúci, nepotvrdený',
    'în așteptare, neconfirmat',
    'очікує, очікує підтвердження, непідтверджений, непідтверджено, не підтверджено',
    'ожидает, ожидает подтверждения, неподтвержден, не подтвержден, не подтверждено, непацверджаны',
    'чака, чака потвърждение, непотвърден',
    'na čekanju, nepotvrđen, на чекању, непотврђен, непотврден, на чекање',
    'afventer, ikke bekræftet, ubekræftet, väntar, obekräftad, ej bekräftad, venter',
    'odottaa, vahvistamaton',
    'bekliyor, beklemede, onay bekliyor, onaysız',
    'në pritje, i pakonfirmuar',
    'εκκρεμεί, σε εκκρεμότητα, μη επιβεβαιωμένος',
    'függőben, megerősítetlen, megerősítésre vár',
    'v čakanju, čaka, nepotrjen',
    'pendente, não confirmado',
    'ootel, kinnitamata, gaida, neapstiprināts, laukia, nepatvirtintas',
  ],
  unsubscribed: [
    'unsubscribed, unsubscribe, unsubscribes, unsub, unsubs, unsubscription, unsubscribing, opt out, opted out, opts out, opt outs, confirmed opt out, left, leave, leaves, leaving, cancel, cancelled, canceled, cancellation, withdrawn, withdrawal, withdrew, revoked, revocation, objected, objection, objects, refused, refuses, refusal, declined, declines, denied, deny, rejected, removed, remove, removal, deleted, deletion, trashed, trash, in trash, archived, disabled, deactivated, inactive, paused, suspended, suspension, stopped, stop, resigned, do not, do not send, do not want, do not allow, not allowed, do not contact, do not disturb, dnc, exclude, excluded, exclusion, erased, forgotten, nonsubscribed, not subscribed, not opted in, not consented, no consent, transactional, non marketing, expired',
    'abgemeldet, abmeldung, abmelden, abbestellt, abbestellung, ausgetragen, austragung, abgelehnt, ablehnung, gekündigt, gekuendigt, kündigung, gesperrt, sperre, widerrufen, widerruf, widersprochen, widerspruch, gelöscht, geloescht, löschung, inaktiv, deaktiviert, ausgetreten, austritt, abmeldedatum, abmeldezeit, newsletterabmeldung, keine werbung, nicht angemeldet, nicht abonniert, unerwünscht, verweigert',
    'afgemeld, afmelding, afmelden, uitgeschreven, uitschrijving, uitschrijven, uitschrijfdatum, afmelddatum, opgezegd, opzegging, geblokkeerd, verwijderd, inactief, ingetrokken, bezwaar, geweigerd',
    'désabonné, désabonnée, désabonnement, désinscrit, désinscrite, désinscription, résilié, résiliation, supprimé, supprimée, inactif, inactive, opposition, opposé, refusé, refuse, refus, retiré, non abonné, non inscrit',
    'baja, de baja, dado de baja, dada de baja, fecha de baja, darse de baja, cancelado, cancelada, desuscrito, desuscrita, desuscripción, eliminado, eliminada, inactivo, inactiva, rechazado, rechaza, revocado, oposición, no suscrito, no desea',
    'baixa, de baixa, donat de baixa, donada de baixa, desubscrit, eliminat, inactiu, rebutjat',
    'disiscritto, disiscritta, disiscrizione, disiscrizioni, cancellato, cancellata, cancellazione, disdetta, inattivo, revocato, revoca, rifiutato, rifiuta, rifiuto, opposizione, non iscritto',
    'wypisany, wypisana, wypisano, wypisanie, wypisania, wypisał się, wypisała się, rezygnacja, rezygnacji, zrezygnował, zrezygnowała, wyrejestrowany, usunięty, usunięta, nieaktywny, nieaktywna, odwołana, odwołany, odwołanie zgody, sprzeciw, odmowa',
    'odhlášen, odhlášena, odhlášeno, odhlášený, odhlášení, odhlásil se, odmítl, odmítnuto, smazán, smazáno, neaktivní, odvolán, odvoláno, odvolal souhlas, námitka',
    'odhlásený, odhlásená, odhlásené, odhlásenie, odmietol, vymazaný, neaktívny, odvolaný, námietka',
    'dezabonat, dezabonată, dezabonare, dezabonării, dezabonați, șters, ștearsă, inactiv, inactivă, retras, retrasă, renunțat, refuzat, refuz, anulat',
    'відписаний, відписана, відписано, відписався, відписалася, відписався(лась), відписка, відписки, відмова, відмови, відмовився, відмовилася, видалений, видалено, неактивний, неактивна, відкликано, відкликав згоду, скасовано',
    'отписан, отписана, отписано, отписался, отписалась, отписка, отписки, отказ, отказа, отказался, отказалась, удален, удалён, удалено, неактивен, неактивна, неактивный, отозвано, отозвал согласие, отменено',
    'адпісаны, адпісана, адпісаўся, адпісалася, адпіска, адмова, адмовіўся, выдалены, неактыўны',
    'отписан, отписана, отписване, отписал се, отказ, отказал, отказала, изтрит, неактивен',
    'odjavljen, odjavljena, odjavljeno, odjava, odjave, odjavio, odjavila, odbijen, odbio, obrisan, neaktivan, povučen, одјављен, одјављена, одјава, одјаве, обрисан, неактиван, одбијен',
    'одјавен, одјавена, одјава, одбиен, избришан, неактивен',
    'afmeldt, afmelding, frameldt, framelding, slettet, inaktiv, tilbagetrukket, nej tak, avmeldt, avmelding',
    'avregistrerad, avregistrering, avanmäld, avanmälan, avprenumererad, avslutad, borttagen, inaktiv, tackat nej, återkallad',
    'peruttu, peruuttanut, peruutettu, perunut, peruutus, poistunut, poistettu, eronnut, kieltänyt, ei aktiivinen, epäaktiivinen, tilaus peruttu',
    'abonelikten ayrıldı, abonelikten çıktı, abonelikten çıkma, abonelikten ayrılma, abonelik iptali, abonelik iptal, ayrıldı, ayrılan, çıktı, iptal, iptal edildi, iptal etti, reddetti, silindi, pasif, izinsiz',
    'çregjistruar, i çregjistruar, çabonuar, i çabonuar, anuluar, fshirë, joaktiv, refuzuar',
    'διαγραφή, διαγραφής, διαγράφηκε, διαγραμμένος, απεγγραφή, απεγγραφής, απεγγράφηκε, ανενεργός, ακυρώθηκε, άρνηση, αρνήθηκε, ανάκληση',
    'leiratkozott, leiratkozás, leiratkozva, leiratkozás dátuma, törölve, törölt, inaktív, lemondta, lemondás, visszavonva, elutasította, tiltakozás',
    'odjavljen, odjavljena, odjava, odjavljeno, izbrisan, neaktiven, preklican, zavrnjen, odklonil',
    'cancelado, cancelada, cancelamento, descadastrado, descadastro, desinscrito, desinscrição, cancelou, removido, inativo, inativa, recusado, recusou, oposição, revogado, anulado',
    'tühistatud, tühistas, lahkunud, loobunud, loobus, tellimuse tühistanud, kustutatud, mitteaktiivne, keeldunud',
    'atteicies, atteikums, atteikusies, atrakstījies, atrakstīšanās, anulēts, dzēsts, neaktīvs',
    'atsisakė, atsisakyta, atsisakymas, atsisako, atšaukta, ištrintas, neaktyvus, išsiregistravo',
  ],
  suppressed: [
    'suppressed, suppression, suppressions, cleaned, bounced, bounce, hard bounce, hard bounced, hard bounces, hardbounced, bouncing, permanent bounce, undeliverable, undeliverability, not deliverable, undelivered, unreachable, invalid, is bad, bad, complained, complaint, complaints, complaining, spam, spam complaint, spam complaints, spam complaining, spam report, spam reports, spam reported, reported spam, marked as spam, spammy, abuse, abuse report, abuse complaint, junk, blacklisted, blacklist, black listed, blocklisted, blocklist, block listed, denylisted, denylist, blocked, block, banned, ban, hold, on hold, held, on hold bounce, deceased, dead, died, gone away, npai, mailbox full, quarantined, quarantine, stoplist, stop list',
    'unzustellbar, nicht zustellbar, zurückgewiesen, ungültig, verstorben, beschwerde, sperrliste, blockiert, geblockt, auf sperrliste, gebounct',
    'onbestelbaar, overleden, klacht, ongeldig, geblokkeerd, opgeschoond',
    'rejeté, rejetée, invalide, décédé, décédée, plainte, liste noire, bloqué, bloquée, blocage',
    'rebotado, rebotada, rebote, fallecido, fallecida, queja, lista negra, inválido, bloqueado, bloqueada, bloquejat, rebutjat',
    'deceduto, deceduta, reclamo, respinto, non valido, lista nera, bloccato, bloccata, rimbalzato',
    'odbity, zmarły, zmarła, skarga, niedoręczalny, nieprawidłowy, zablokowany, zablokowana, zablokowano, czarna lista',
    'zemřel, zemřela, stížnost, nedoručitelný, neplatný, zablokován, zablokováno, zablokovaný, blokován, zomrel, sťažnosť, nedoručiteľný',
    'decedat, plângere, nelivrabil, invalid, blocat, blocată, respins, lista neagră',
    'помер, померла, скарга, скарга на спам, недоставлено, недійсний, заблокований, заблоковано, чорний список',
    'умер, умерла, жалоба, жалоба на спам, недоставлено, недоступен, недействителен, заблокирован, заблокировано, черный список',
    'памёр, скарга, заблакаваны',
    'починал, жалба, оплакване, недоставен, невалиден, блокиран, блокирана, черен списък',
    'preminuo, umro, pritužba, žalba, nedostavljivo, nevažeći, blokiran, blokirana, преминуо, блокиран, блокирана, неважећи',
    'починат, жалба, блокиран, неважечки',
    'blokeret, afvist, ugyldig, død, klage, blokkert',
    'blockerad, studsat, studsade, ogiltig, avliden, klagomål, spärrad',
    'estetty, kuollut, virheellinen, valitus',
    'engellendi, engelli, engellenmiş, geçersiz, vefat, şikayet, kara liste, geri döndü',
    'bllokuar, i bllokuar, ankesë, i pavlefshëm, vdekur',
    'αποκλεισμένος, αποκλεισμός, μπλοκαρισμένος, άκυρο, άκυρος, παράπονο, απεβίωσε',
    'letiltva, letiltott, tiltott, kézbesíthetetlen, érvénytelen, elhunyt, panasz, visszapattant',
    'blokiran, zavrnjen, neveljaven, umrl, pritožba, nedostavljivo',
    'bloqueado, bloqueada, devolvido, devolvida, inválido, falecido, queixa, reclamação, lista negra',
    'blokeeritud, kehtetu, kaebus, surnud',
    'bloķēts, nederīgs, sūdzība, miris',
    'užblokuotas, užblokuota, blokuotas, negaliojantis, skundas, miręs',
  ],
};

/** Words that are a state only in a cell: as the name of a column they would mean something else. */
export const CELL_STATE_PHRASES: Readonly<Record<SubscriberState, readonly string[]>> = {
  active: [
    'confirmed, verified, valid, ok, subscriber, member, regular, premium, gifted, trialed, trialled, free, paid, comped, complimentary, single, double, single opt in, double opt in, confirmed opt in, implied, implicit, express, explicit, marketing contact, available, deliverable, past due, past_due, churning, churned, email, each email, digest, abridged, html, text, a, c, double opt-in, explicit permission, implied permission',
  ],
  pending: ['new, s, needs attention, awaits, unconfirmed opt in, invite'],
  unsubscribed: [
    'u, i, out, gone, non marketing contact, no email, no emails, web only, none email, global unsubscribe, unsubscribed from all, on hold opt out, nomail',
  ],
  suppressed: ['b, p, hard, temporary hold, spam trap, spamtrap, role, disposable, unavailable, mailbox not found'],
};

/** Columns that hold one of the words for a state. */
export const STATE_COLUMN_PHRASES: readonly string[] = [
  'state, status, subscription status, subscription state, member status, subscriber status, contact status, opt in status, opt out status, consent status, permission status, delivery status, deliverability status, availability, preference, consent state, sub status, subscribed status, bounce status, suppression status, unsubscribe status, unsubscribed status, marketing consent status, subscribe type',
  'anmeldestatus, abonnementstatus, abostatus, zustellstatus, newsletterstatus, empfängerstatus, abo status, einwilligungsstatus',
  'abonnementsstatus, inschrijfstatus, aanmeldstatus',
  'statut, état, statut abonnement, statut inscription, estado, estado suscripción, estado subscrição, estat, stato, stato iscrizione, stato abbonamento',
  'stan, status zgody, status subskrypcji, stav, stav odběru, stav odberu, stare, stare abonare, stare abonament',
  'стан, статус, статус підписки, статус подписки, состояние, статус падпіскі, състояние, статус на абонамента, статус пријаве, статус претплате',
  'status pretplate, stanje, status prijave, status naročnine, status tilmelding, tila, tilauksen tila, durum, abonelik durumu, statusi',
  'κατάσταση, κατάσταση εγγραφής, állapot, státusz, olek, staatus, statuss, būsena, prenumeratos būsena',
];

/** A yes means that somebody confirmed an address; a no leaves them pending. */
export const CONFIRMATION_PHRASES: readonly string[] = [
  'confirmed, confirmation, verified, verification, opt in confirmed, consent confirmed',
  'bestätigt, bestätigung, bevestigd, bevestiging, confirmé, confirmée, confirmado, confirmada, confirmat, confermato, confermata, potwierdzony, potwierdzono, potvrzen, potvrzeno, potvrdený, potvrdené, підтверджений, підтверджено, подтвержден, подтверждено, пацверджана, потвърден, потвърдено, potvrđen, potvrđeno, потврђен, потврден, bekræftet, bekräftad, bekreftet, vahvistettu, onaylandı, konfirmuar, επιβεβαιωμένος, megerősítve, megerősített, potrjen, potrjeno, kinnitatud, apstiprināts, patvirtintas',
];

/** Whether somebody confirmed. An empty cell means that nobody asked them to. */
export const DOUBLE_OPT_IN_PHRASES: readonly string[] = ['double opt in, doubleoptin, doi, double opt in confirmed'];

/** Names of the newsletter itself: a column with only this name asks who wants it. */
export const NEWSLETTER_WORDS =
  'newsletter newsletters enewsletter ezine rundbrief rundbriefe nieuwsbrief nieuwsbrieven infolettre boletin boletines butlleti bollettino biuletyn biuletyn newsletteru zpravodaj zpravodaje spravodaj buletin buletinul розсилка розсилки розсилку рассылка рассылки рассылку рассылка рассылки бюлетин бюлетина билтен билтена bilten biltena nyhedsbrev nyhedsbrevet nyhetsbrev nyhetsbrevet uutiskirje uutiskirjeen bulten bultenden enovice glasilo hirlevel hirlevelrol boletim uudiskiri uudiskirja jaunumi vestkopa vestkopas naujienlaiskis naujienlaiskio newsletterpostet ενημερωτικο ενημερωτικου';

/** Words that add no meaning: articles, "date", "e-mail", "contact". */
export const NEUTRAL_WORDS =
  'the a an is are was has have been be had i me my you your we our us they their to for of from with by via at on since when date dates time timestamp datetime day utc gmt e email emails mail mails mailing mailings mailinglist list lists bulk all any user users global globally contact contacts subscriber subscribers member members person people individual customer customers recipient recipients reader readers profile group groups address addresses adress campaign campaigns message messages communication communications marketing update updates future further our value flag field given gdpr dsgvo rgpd rodo portal materials marketingowa marketingowe marketingowy marketingova marketingovy information promotional promotions offers primary account please this that did does manually ' +
  'am um vom von zum zur der die das den dem des im datum zeit zeitpunkt uhrzeit mail adresse mailadresse emailadresse kontakt empfanger person ist wurde hat werbung ' +
  'op van voor het een de tijd le la les du des l d aux au par pour est date heure el los las del fecha hora para se su il lo gli di della dello dal dalla alla per data ora ' +
  'od do z ze na dnia jest ma dne cas datum je byl byla ze si ' +
  'adresa adresy posta postu mejl mejla emailu emailem emailove mailove ' +
  'дата час время від з зі від на до от из с со по для для електронної пошти почты почта пошта рассылки розсилки адреса адрес імейл емейл е имейл мейл ' +
  'fra til af for paa den det av fran till om datum dato tid tidspunkt pvm paiva paivays aika tarih tarihi tarihinde icin ile eposta nga per nje dhe me i e ' +
  'ημερομηνια απο το του τη της στο στη εμαιλ e datuma ido ideje idopont a az kuupaev datums laiks laikas nuo pasto';

/** Words that reverse a name: "no newsletter", "keine E-Mails". */
export const NEGATIONS =
  'no not non never without dont doesnt cannot cant didnt kein keine keinen nicht ohne geen niet zonder pas sans sin senza sense nie bez brak ne fara не нет без ні немає няма нема не ikke ingen uden inte ej ingen ei yok hayir μη μην οχι χωρις δεν nem nincs brez nao sem mitte nera';

/**
 * Words after a refusal that make any text a refusal: the reason why somebody unsubscribed, or the campaign by which
 * they did.
 */
export const MENTION_WORDS =
  'reason reasons grund begrundung reden raison motif motivo motiu powod duvod dovod motiv motivul причина причини прычына razlog razlozi разлог arsag orsak syy neden arsye λογος ok oka poh razlog razao pohjus iemesls priezastis comment comments kommentar commentaire comentario note notes source method title id ip other code mode type details detail text message feedback';
