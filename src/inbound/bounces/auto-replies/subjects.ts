/**
 * What programs put before the subject that they answer, by language. To add a language: a line here, and two subjects
 * in tests/support/inbound/bounces/auto-replies.ts.
 */
const OPENINGS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'auto(?:matic|mated)?[ -]?(?:reply|response|answer)',
    'out of (?:the )?office(?: (?:autoreply|reply|auto-reply|response))?',
    'ooo',
    '(?:away from|not in) (?:the |my )?office',
    'vacation (?:reply|notice|response)',
    'on (?:annual |maternity |parental )?leave',
    'on (?:vacation|holiday)',
  ],
  de: [
    'automatische (?:antwort|e-?mail-?antwort|rückantwort)',
    'abwesenheits(?:notiz|meldung|nachricht|assistent)',
    'abwesend',
    'nicht im (?:büro|haus)',
    'im urlaub',
    'abwesenheit',
  ],
  nl: ['automatisch(?:e)? (?:antwoord|beantwoording|reactie)', 'afwezig(?:heid)?(?:smelding)?', 'niet op kantoor'],
  fr: [
    "réponse (?:automatique|d'absence)",
    "(?:message )?d?'?absence(?: du bureau)?",
    'absent(?:e)? du bureau',
    'en congés?',
  ],
  es: ['respuesta automática', 'fuera de (?:la )?oficina', 'ausente'],
  ca: ['resposta automàtica', "fora de l'oficina"],
  it: ['risposta automatica', 'fuori (?:sede|ufficio)', 'assenza'],
  pt: ['resposta automática', 'ausência', 'fora d[oe] escritório', 'ausente'],
  ro: ['răspuns automat', 'absență', 'nu sunt la birou'],
  pl: ['odpowiedź automatyczna', 'automatyczna odpowiedź', 'autoodpowiedź', 'poza biurem', 'nieobecność'],
  cs: ['automatická odpověď', 'mimo kancelář', 'nepřítomnost'],
  sk: ['automatická odpoveď', 'mimo kancelárie', 'neprítomnosť'],
  sl: ['samodejni odgovor', 'odsotnost', 'odsoten'],
  hr: ['automatski odgovor', 'izvan ureda', 'odsutnost', 'van kancelarije', 'odsustvo'],
  sr: ['аутоматски одговор', 'ван канцеларије', 'одсуство'],
  mk: ['автоматски одговор', 'отсуство'],
  bg: ['автоматичен отговор', 'извън офиса', 'отсъствие'],
  uk: ['автоматична відповідь', 'автовідповідь', 'відсутність на роботі', 'не в офісі'],
  ru: ['автоматический ответ', 'автоответ', 'отсутствие на рабочем месте', 'вне офиса', 'нет на работе'],
  be: ['аўтаматычны адказ', 'аўтаадказ'],
  el: ['αυτόματη απάντηση', 'εκτός γραφείου'],
  tr: ['otomatik (?:yanıt|cevap)', 'ofis dışında', 'ofis dışı'],
  hu: ['automatikus válasz', 'házon kívül', 'irodán kívül'],
  da: ['automatisk svar', 'autosvar', 'fravær', 'ikke på kontoret'],
  nb: ['automatisk svar', 'fraværsmelding', 'fravær', 'ikke på kontoret'],
  sv: ['automatiskt svar', 'autosvar', 'frånvaro(?:meddelande)?', 'ej på kontoret', 'semester'],
  fi: ['automaattinen vastaus', 'poissaolo(?:ilmoitus)?', 'lomalla'],
  is: ['sjálfvirkt svar', 'fjarverandi'],
  et: ['automaatvastus', 'kontorist väljas', 'puhkusel'],
  lv: ['automātisk(?:ā|a)? ?atbilde', 'ārpus biroja', 'prombūtnē'],
  lt: ['automatinis atsakymas', 'ne biure', 'atostogose'],
  sq: ['përgjigje automatike', 'jashtë zyrës'],
  ka: ['ავტომატური პასუხი'],
  hy: ['ավտոմատ պատասխան'],
  ar: ['رد تلقائي', 'خارج المكتب'],
  he: ['תשובה אוטומטית', 'מענה אוטומטי'],
  ja: ['自動応答', '自動返信', '不在通知'],
  zh: ['自动回复', '自[动動]回覆'],
};

const ANY_OPENING = new RegExp(
  String.raw`^\s{0,20}(?:${Object.values(OPENINGS).flat().join('|')})\s{0,20}(?:[:：–—!(\[]|-(?=\s)|$)`,
  'iu',
);

/** Says whether a subject begins as those of programs that answer for an absent person. */
export function isReplySubject(subject: string): boolean {
  return ANY_OPENING.test(subject.slice(0, 1000).replace(/[’`´]/g, "'"));
}

/** The languages whose openings are known. */
export const REPLY_LANGUAGES: readonly string[] = Object.keys(OPENINGS);
