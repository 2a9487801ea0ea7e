import { readOwnText } from '../../unsubscribe-mail/own-text.js';
import type { Mail } from '../../mail/read-mail.js';

/** How people and programs say that somebody has another address now, in the languages of our readers. */
const NEW_ADDRESS: readonly RegExp[] = [
  /\b(?:my|our|his|her|their|the) new (?:e-?mail )?(?:address|e-?mail)\b/,
  /\b(?:e-?mail )?address has (?:been )?changed\b|\bplease (?:use|update|note) (?:\S{1,20} ){0,3}new (?:e-?mail )?address/,
  /\bno longer (?:works?|working|employed|with|at|using|monitor\w{0,3}|valid|in use|checked)\b/,
  /\bneuen? (?:e-?mail-?)?(?:adresse|mailadresse)\b|\b(?:e-?mail-?)?adresse hat sich geändert\b|nicht mehr (?:bei|für|unter dieser|in diesem|gültig|aktuell)/,
  /\bnouvelle adresse\b|\ba changé d'adresse\b|\bne travaille plus\b|\badresse (?:n'est plus|a changé)/,
  /\bnueva (?:dirección|cuenta de correo)\b|\bya no (?:trabaj|utiliz|uso)/,
  /\bnuovo indirizzo\b|\bnon lavor\w{1,4} più\b|\bindirizzo (?:e-?mail )?è cambiato/,
  /\bnieuwe? (?:e-?mail)?(?:adres|mailadres)\b|\bniet meer (?:werkzaam|in gebruik|actief)/,
  /\bnovo endereço\b|\bjá não trabalh/,
  /\bnowy adres\b|\bnie pracuj\w{1,3} już\b|\bjuż nie pracuj/,
  /\bnov(?:á|ou|ý|a|u|i) (?:e-?mail(?:ov\w{1,3})? )?(?:adres\w{1,2}|e-?mail|naslov)\b|\bviac nepracuj|\bjiž nepracuj|\bviše ne radi/,
  /\bnoua adresă|\bnu mai lucr/,
  /(?:^|\s)új (?:e-?mail ?)?(?:cím\w{0,3}|email)\b|\bmár nem dolgoz/,
  /нов(?:ый|ая|ого|ата|а|у|і) (?:\S{1,20} )?(?:адрес\w{0,2}|адреса|адресу|e-?mail|пошт\w{1,2})|больше не работа|більше не працю|вече не работ|више не рад/,
  /νέα (?:ηλεκτρονική )?διεύθυνση|δεν εργάζ/,
  /\byeni (?:e-?posta|mail|adres)|\bartık çalışm/,
  /\bny(?:e|a)? (?:e-?post|mail|e-?mail)?-?adress?e?n?\b|\bjobber ikke lenger|\barbetar inte längre|\barbejder ikke længere/,
  /\buusi (?:sähköposti)?osoite|\buus (?:e-?posti )?aadress|\bnaujas (?:el\. ?pašto )?adresas|\bjaunā (?:e-?pasta )?adrese/,
];
const TEXT_LIMIT = 4000;

/** Says whether a mail's own text names another address of its writer, or says that they have left. */
export function namesNewAddress(mail: Mail): boolean {
  const text = `${mail.subject}\n${readOwnText(mail.text.slice(0, TEXT_LIMIT))}`
    .toLowerCase()
    .replace(/[’`´]/g, "'")
    .replace(/\s+/g, ' ');
  return NEW_ADDRESS.some((words) => words.test(text));
}
