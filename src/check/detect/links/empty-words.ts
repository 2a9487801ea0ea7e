/** Words that say nothing about where a link leads, in the languages of the members. */
const EMPTY_WORDS = [
  // English
  'here|click|click here|click this|click this link|press here|tap here|see here|more|read more|read on|learn more|find out more|see more|more here|more info|more information|read here|read it here|this|this link|this page|the link|link|links|via this link|follow this link|follow the link|website|web site|webpage|page|source|download|download here|continue|continue reading|go|details|info',
  // Dutch, German
  'hier|klik|klik hier|lees meer|lees verder|meer|meer informatie|meer info|deze link|via deze link|klick|klicken|klicken sie hier|hier klicken|klick hier|mehr|mehr lesen|mehr dazu|mehr erfahren|mehr infos|mehr informationen|weitere informationen|weiterlesen|weiter|dieser link|zum link|diesem link|webseite|quelle',
  // French, Spanish, Portuguese, Italian, Catalan
  'ici|cliquez ici|cliquer ici|clique ici|en savoir plus|lire la suite|lire plus|plus|plus d’informations|plus dinformations|ce lien|lien|aquí|aqui|haga clic aquí|haz clic aquí|clic aquí|pulse aquí|pincha aquí|leer más|más|más información|ver más|saber más|este enlace|enlace|clique aqui|saiba mais|ler mais|mais|mais informações|esta ligação|qui|clicca qui|cliccare qui|leggi|leggi di più|leggi tutto|scopri di più|altro|per saperne di più|maggiori informazioni|questo link|aquest enllaç',
  // Romanian, Albanian, Hungarian, Turkish, Greek
  'aici|click aici|citește mai mult|citeşte mai mult|mai mult|mai multe|mai multe informații|detalii|acest link|këtu|kliko këtu|lexo më shumë|më shumë|itt|ide|kattintson ide|kattints ide|tovább|bővebben|több információ|burada|buraya|buraya tıklayın|tıklayın|tıklayınız|devamı|devamını oku|daha fazla|daha fazla bilgi|εδώ|κάντε κλικ εδώ|πατήστε εδώ|περισσότερα|διαβάστε περισσότερα|σύνδεσμος',
  // Polish, Czech, Slovak, Slovenian, Croatian, Bosnian, Serbian
  'tutaj|tu|kliknij|kliknij tutaj|kliknij tu|czytaj więcej|czytaj dalej|więcej|więcej informacji|dowiedz się więcej|ten link|link do strony|zde|klikněte zde|klikni zde|více|číst více|více informací|více zde|tento odkaz|odkaz|kliknite sem|sem|viac|čítať viac|viac informácií|tukaj|kliknite tukaj|preberite več|več|ovdje|kliknite ovdje|pročitaj više|pročitajte više|više|saznaj više|saznajte više|ovaj link|poveznica|ovde|kliknite ovde|овде|кликните овде|више|прочитајте више|сазнајте више|овај линк|линк',
  // Bulgarian, Macedonian, Russian, Ukrainian, Belarusian
  'тук|натиснете тук|кликнете тук|вижте тук|прочетете повече|повече|виж повече|научете повече|връзка|тука|кликнете тука|повеќе|прочитајте повеќе|дознајте повеќе|здесь|тут|нажмите здесь|нажмите сюда|кликните здесь|подробнее|читать далее|читать дальше|узнать больше|ссылка|по ссылке|по этой ссылке|натисніть тут|натисніть сюди|клікніть тут|детальніше|докладніше|читати далі|читати більше|більше|дізнатися більше|посилання|за посиланням|за цим посиланням|націсніце тут|падрабязней|чытаць далей|спасылка|па спасылцы',
  // Finnish, Swedish, Norwegian, Danish, Estonian, Latvian, Lithuanian
  'tästä|täällä|täältä|klikkaa|klikkaa tästä|klikkaa tätä|lue lisää|lisää|lisätietoja|linkki|tästä linkistä|här|klicka här|läs mer|läs vidare|mer|mer information|länk|denna länk|her|klikk her|klik her|les mer|læs mere|mere|se her|lenke|siin|siit|kliki siia|vajuta siia|loe edasi|loe lähemalt|lisainfo|šeit|spiediet šeit|klikšķiniet šeit|lasīt vairāk|vairāk|saite|čia|spauskite čia|skaityti daugiau|daugiau|nuoroda',
]
  .join('|')
  .split('|');

const KNOWN = new Set(EMPTY_WORDS);

/** Words without case, and without the signs that people put around them. */
export function plainWords(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['`´]/g, '’')
    .replace(/[^\p{L}\p{M}\p{N}’]+/gu, ' ')
    .trim();
}

/** Whether the words of a link say nothing about where it leads. */
export function saysNothing(text: string): boolean {
  const plain = plainWords(text);
  return plain === '' ? /[→»>…]/.test(text) : KNOWN.has(plain);
}
