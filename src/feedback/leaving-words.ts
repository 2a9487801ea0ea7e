/**
 * Words with which people ask to leave, in the languages of the members and of many readers, after politeness and what
 * they leave was taken away.
 */
const LEAVING = new Set([
  ...['unsubscribe', 'unsubscribed', 'remove', 'opt out', 'opt-out', 'optout', 'cancel subscription', 'sign off'],
  ...['abmelden', 'abmeldung', 'austragen', 'abbestellen', 'melden ab', 'tragen aus'],
  ...['afmelden', 'uitschrijven', 'afmelding', 'meld af', 'schrijf uit'],
  ...['désinscription', 'désinscrire', 'désinscrivez', 'désabonner', 'désabonnement', 'désabonnez', 'desinscription'],
  ...['baja', 'darse de baja', 'darme de baja', 'disiscrizione', 'disiscrivimi', 'cancellami', 'cancelar subscrição'],
  ...['dezabonare', 'dezabonează', 'dezabonați', 'dezaboneaza', 'wypisz', 'rezygnacja', 'odhlásit', 'odhlášení'],
  ...['odjava', 'odjavi', 'odjavite', 'одјава', 'одјави', 'отпишување', 'отпиши', 'отпишете', 'отписване'],
  ...['відписатися', 'відписатись', 'відпишіть', 'відписка', 'отписаться', 'отпишите', 'отписка'],
  ...['إلغاء الاشتراك', 'الغاء الاشتراك'],
]);

/** Words that change nothing about it. */
const AROUND = new Set([
  ...[
    'please',
    'pls',
    'kindly',
    'me',
    'my',
    'address',
    'email',
    'e-mail',
    'us',
    'from',
    'the',
    'this',
    'your',
    'mailing',
  ],
  ...[
    'list',
    'newsletter',
    'newsletters',
    'thanks',
    'thank',
    'you',
    'want',
    'to',
    'i',
    'would',
    'like',
    'mails',
    'emails',
  ],
  ...['bitte', 'mich', 'vom', 'von', 'dem', 'den', 'aus', 'ihrem', 'newslettern', 'verteiler', 'danke', 'sie', 'uns'],
  ...['graag', 'mij', 'ons', 'van', 'de', 'het', 'deze', 'nieuwsbrief', 'alstublieft', 'bedankt', 'dank', 'u'],
  ...['merci', 'me', 'moi', 'svp', 'veuillez', 'la', 'lettre', 'liste', 'por', 'favor', 'per', 'favore', 'mi'],
  ...['vă', 'rog', 'mă', 'ma', 'proszę', 'mnie', 'prosím', 'molim', 'me', 'ме', 'молам', 'моля'],
  ...['будь', 'ласка', 'мене', 'пожалуйста', 'меня', 'від', 'розсилки', 'от', 'рассылки', 'من', 'فضلك'],
]);

/** What mail programs put before the subject of a reply; of a forward it is not the sender's own wish. */
const REPLY_PREFIXES = /^(?:\s*(?:re|aw|sv|antw|odp|ynt|vs|ha)\s*:\s*)+/iu;
const LENGTH_LIMIT = 200;

/** Whether a text is a wish to leave, and nothing else. */
export function isWishToLeave(text: string): boolean {
  if (text.length > LENGTH_LIMIT) return false;
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}-]+/u)
    .filter((word) => word !== '' && word !== '-');
  return LEAVING.has(words.join(' ')) || LEAVING.has(words.filter((word) => !AROUND.has(word)).join(' '));
}

/** The same for a subject, which may be that of a reply. */
export function isSubjectToLeave(subject: string): boolean {
  return subject.length <= LENGTH_LIMIT && isWishToLeave(subject.replace(REPLY_PREFIXES, ''));
}

/** Where the sender's own words end: a quotation, a signature, or the header of what they answer. */
const QUOTED = /^(?:>|-{2,}|_{5,}|(?:from|von|van|de|da|od|від|от|من)\s*:)/iu;
const TEXT_LIMIT = 4000;

/** Whether the sender's own words in a text, without what they quote, are a wish to leave, perhaps with a name below. */
export function isTextToLeave(text: string): boolean {
  const lines = text
    .slice(0, TEXT_LIMIT)
    .split(/\r?\n/)
    .map((line) => line.trim());
  const end = lines.findIndex((line) => QUOTED.test(line));
  const own = (end < 0 ? lines : lines.slice(0, end)).join('\n').trim();
  // "On Friday, La Strada wrote:" stands above a quotation.
  const words = own.replace(/\n?[^\n]*:$/, '').trim();
  return words.length <= LENGTH_LIMIT && isWishToLeave(words.split(/\n{2,}/)[0] ?? '');
}
