/** First words of salutations in the languages of the members, in lower case. */
const OPENINGS: ReadonlySet<string> = new Set(
  `dear hello hi hey greetings welcome
  liebe lieber liebes sehr hallo geehrte
  beste lieve geachte dag
  cher chère chers chères bonjour madame mesdames
  querida querido queridas queridos estimada estimado estimadas estimados hola
  benvolguda benvolgut benvolguts benvolgudes
  cara caro cari gentile gentili salve
  caras caros prezada prezado prezadas prezados olá
  drodzy droga drogi drogie szanowni szanowna szanowny witajcie
  milí milé milá milý vážení vážená vážený
  dragi drage draga dragă stimați stimate stimată poštovani poštovane poštovana spoštovani spoštovane
  hyvä hyvät arvoisa arvoisat hei rakkaat kära käre bästa hej kære kjære
  değerli sevgili sayın merhaba
  kedves tisztelt
  αγαπητοί αγαπητές αγαπητέ αγαπητή
  дорогі дорога дорогий шановні шановна шановний вітаємо вітаю любі
  дорогие дорогая дорогой уважаемые уважаемая уважаемый здравствуйте
  шаноўныя дарагія вітаем
  скъпи скъпа уважаеми уважаема здравейте
  драги драге драга поштовани почитувани почитувана
  أعزائي أعزاءنا عزيزي عزيزتي القراء قراءنا السادة الأعزاء تحية مرحبا`
    .trim()
    .split(/\s+/u),
);

/** A salutation has at most this many words: "Dear friends and colleagues of the platform,". */
const MAX_WORDS = 9;

/**
 * Says whether a text begins by greeting its readers: with a word of greeting, and soon a comma or an exclamation mark.
 */
export function beginsWithSalutation(text: string): boolean {
  const found = /^([^\n,!:،]{1,100})[,!:،]/u.exec(text.normalize('NFC').trim());
  const words = (found?.[1] ?? '').split(/\s+/u);
  const [first = ''] = words;
  return words.length <= MAX_WORDS && OPENINGS.has(first.toLowerCase().replace(/[^\p{L}\p{M}].*$/u, ''));
}
