import { expect, test } from 'vitest';
import { checkContributions } from '../../../checked-issue.js';
import { CONTRIBUTIONS } from '../../../workspace-fixture.js';

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
