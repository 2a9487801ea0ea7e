import { expect, test } from 'vitest';
import { checkContributions } from '../../../support/checked-issue.js';
import { CONTRIBUTIONS } from '../../../support/workspace-fixture.js';

/** One invented sentence of a kind in several languages: what was found missing in one language is often missing in others. */
const KINDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'somebody on a photograph is not its author': {
    en: 'In the photo on the left you see Blessing O., whom our team met at the airport.',
    de: 'Auf dem Foto links steht Mirela P., die unser Team am Flughafen abholte.',
    fr: "Sur la photo, on voit Mirela P., que notre équipe a rencontrée à l'aéroport.",
    cs: 'Na fotce vlevo je Mirela P., kterou náš tým vyzvedl na letišti.',
    sr: 'Na slici levo je Mirela P., koju je naš tim sreo na aerodromu.',
    bg: 'На снимката вляво е Мирела П., която екипът ни посрещна на летището.',
    uk: 'На фото ліворуч Мирела П., яку наша команда зустріла в аеропорту.',
    pl: 'Na zdjęciu po lewej jest Mirela P., którą nasz zespół odebrał z lotniska.',
  },
  'an age in words': {
    de: 'Mit fünfzehn wurde Dragana von ihrem Onkel verkauft.',
    nl: 'Op haar vijftiende werd Dragana door haar oom verkocht.',
    es: 'Con quince años, Dragana fue vendida por su tío.',
    it: 'A quindici anni Dragana fu venduta dallo zio.',
    ro: 'La cincisprezece ani, Dragana a fost vândută de unchiul ei.',
    bg: 'Трийсет и осем годишната Минка се грижеше за възрастна двойка.',
    uk: "У п'ятнадцять років Драгану продав рідний дядько.",
    pl: 'W wieku piętnastu lat Dragana została sprzedana przez wuja.',
  },
  'a name that no list has, with an initial': {
    en: 'A letter from Xhesika B. reached our office in May.',
    fr: 'Une lettre de Xhesika B. est arrivée à notre bureau en mai.',
    es: 'Una carta de Xhesika B. llegó a nuestra oficina en mayo.',
    it: 'Una lettera di Xhesika B. è arrivata nel nostro ufficio a maggio.',
    pl: 'List od Xhesiki B. dotarł do naszego biura w maju.',
    sr: 'Pismo od Džesike B. stiglo je u našu kancelariju u maju.',
  },
  'somebody by work and fate': {
    en: 'The escaped farmhand Deepak Gurung identified the owner in court.',
    de: 'Der geflohene Landarbeiter Deepak Gurung erkannte den Besitzer vor Gericht.',
    fr: "L'ouvrier agricole évadé Deepak Gurung a reconnu le propriétaire au tribunal.",
    es: 'El jornalero fugado Deepak Gurung reconoció al dueño en el juicio.',
    cs: 'Uprchlý dělník Deepak Gurung poznal majitele u soudu.',
    bg: 'Избягалият работник Дипак Гурунг разпозна собственика в съда.',
    uk: 'Робітник-утікач Діпак Гурунг упізнав господаря в суді.',
    pl: 'Zbiegły robotnik Deepak Gurung rozpoznał właściciela w sądzie.',
  },
  'an initial with a family name, in a list of cases': {
    en: 'Case 3: S. Hadzhieva, seasonal worker, passport withheld, no wages since March.',
    de: 'Fall 5: S. Todorova, Erntehelferin, Pass einbehalten, kein Lohn seit Mai.',
    fr: 'Cas n° 4 : R. Adeyemi, recrutée à Lagos, dette de 30 000 euros.',
    es: 'Caso 2: R. Quiroga, jornalera, pasaporte retenido, rescatada en mayo.',
    pl: 'Przypadek 4: K. Hristowa, pracownica sezonowa, odebrany paszport, brak zapłaty.',
    cs: 'Případ 2: T. Ivanova, sezonní dělnice, zadržený pas, žádná mzda.',
    ro: 'Cazul 5: G. Munteanu, îngrijitoare, pașaport confiscat, eliberată în iulie.',
    sr: 'Slučaj 3: D. Hasanović, radnica, oduzet pasoš, bez plate od marta.',
    bg: 'Случай 6: Г. Тодорова, сезонна работничка, отнет паспорт, без заплата.',
  },
  'an initial with a family name, of whom it is told': {
    nl: 'In mei werd M. Stoyanova opgesloten in een bordeel bij de grens.',
    fr: 'À son arrivée, T. Adebayo a été enfermée dans une cave pendant trois semaines.',
    it: 'In aprile N. Dimitrova fu venduta a un locale notturno.',
  },
  'a second name and particles of which a letter is left': {
    de: 'Alexandru-M. R. wurde auf einer Baustelle um seinen Lohn betrogen.',
    fr: 'Ana-M. T. a été enfermée dans un appartement.',
    nl: 'Iedereen zag dat Sanne v. d. B. na school werd opgehaald door haar loverboy.',
  },
  'an age of somebody whose name no list has': {
    en: 'A judge heard how Nokubonga, then 16 years old, was sold to a farmer.',
    fr: "À l'âge de 16 ans, Ndioba a été placée dans une famille qui l'exploitait.",
    es: 'A la edad de 14 años, Yurleidis fue vendida por su padrastro.',
    pl: 'W wieku 16 lat Xhesika została sprzedana.',
  },
  'an age behind a form of to be': {
    bg: 'Когато я отвели, Емине беше на деветнайсет.',
    sr: 'Kada su je odveli, Nermina je bila dvadeset i dve.',
    de: 'Feier in der Schutzwohnung: Am Freitag ist Xhemile siebzehn geworden.',
  },
  'a name of three parts, one of which is an ordinary word too': {
    fr: 'La survivante, Marie Ngo Bassa, témoignera mardi.',
    en: 'The survivor, Grace Oduya Mensah, will testify on Monday.',
    de: 'Die Überlebende Le Thi Mai floh aus einem Nagelstudio.',
    uk: 'Колишня мешканка притулку Оксана Вербицька відкрила пекарню.',
  },
  'a shelter, in words and addresses that the lists lacked': {
    cs: 'Dům na půl cesty, kde bydlí dívky: tř. Svobody 1210/7, Olomouc.',
    en: 'Our transition flat (Unit 4, 12 Heron Drive) houses six women.',
    de: 'Das Mädchenasyl im Amselweg 12 hat neue Betten.',
    it: 'Via dei Gelsi 14, Prato: lì si trova la casa rifugio.',
  },
  'a shelter in one sentence and its address in the next': {
    en: 'We need bedding for the shelter. Please leave it at 14 Larkspur Close.',
    fr: 'Il nous faut des draps pour le foyer. Merci de les déposer au 14, impasse des Alouettes.',
    nl: 'We hebben beddengoed nodig voor de opvang. Breng het naar Leeuwerikstraat 14.',
    cs: 'Potřebujeme lůžkoviny pro azylový dům. Přineste je do Skřivánčí 14.',
    sr: 'Potrebna nam je posteljina za sigurnu kuću. Donesite je u Ševinu 14.',
    pl: 'Potrzebujemy pościeli do schroniska. Prosimy przynieść na Skowronkową 14.',
    uk: 'Потрібна постіль для притулку. Привозьте на вулицю Жайворонкову, 14.',
  },
};

/** The same shapes, of people who are known to the public. */
const PASSING: readonly string[] = [
  'The report was written by S. Hadzhieva and edited by L. Marinova. It tells of women who were sold.',
  'Dr. M. Keller spoke about victims who were locked in.',
  'Dr. M. Keller sprach über Opfer, die eingesperrt wurden.',
  'Le juge P. Martin a condamné les trafiquants.',
  'Photo: J. Novak. Women who were sold tell their stories.',
  'J. Novak, lawyer, explains how victims were locked in.',
  'Session 3: S. Hadzhieva, trafficking in seasonal work',
  "L'articolo 18 del Testo unico prevede un permesso per le vittime.",
];

test.each(PASSING)('no alarm: %s', async (text) => {
  const { findings } = await checkContributions({
    'lefoe/one.md': `---\ntitle: One text\nlanguage: en\n---\n\n${text}\n`,
  });
  expect(findings.filter(({ ruleId }) => ruleId.startsWith('confidentiality/'))).toEqual([]);
});

test.each(Object.entries(KINDS))('%s, in every language', async (kind, sentences) => {
  const files = Object.entries(sentences).map(([language, text]): [string, string] => [
    `lefoe/${language}.md`,
    `---\ntitle: One text\nlanguage: ${language}\n---\n\n${text}\n`,
  ]);
  const { findings } = await checkContributions(Object.fromEntries(files));
  const rule = kind.startsWith('a shelter') ? 'confidentiality/street-address' : 'confidentiality/full-name';
  const missed = Object.entries(sentences).filter(
    ([language]) =>
      !findings.some(({ file, ruleId }) => ruleId === rule && file === `${CONTRIBUTIONS}/lefoe/${language}.md`),
  );
  expect(missed).toEqual([]);
});
