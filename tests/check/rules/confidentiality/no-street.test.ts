import { beforeAll, expect, test } from 'vitest';
import { checkContributions } from '../../../support/checked-issue.js';
import { CONTRIBUTIONS } from '../../../support/workspace-fixture.js';

/** A noun, a number and what it counts, beside a word for a shelter: no street is meant. */
const NO_STREETS: readonly (readonly [language: string, text: string])[] = [
  ['de', 'Das Frauenhaus-Netz hat im Sommer 142 Häuser befragt.'],
  ['de', 'Das Frauenhaus-Netz hat im Herbst 142 Vereine besucht.'],
  ['de', 'Unser Frauenhaus hat im Frühling 12 Plätze mehr bekommen.'],
  ['de', 'Im Frauenhaus waren zu Weihnachten 9 Kinder.'],
  ['de', 'Im Jahr 2024 fanden im Frauenhaus 31 Frauen Schutz.'],
  ['de', 'Über das Frauenhaus steht mehr in Kapitel 12.'],
  ['de', 'Die Frauenhäuser treffen sich in Saal 3, die Gruppe 7 kommt später dazu.'],
  ['de', 'Das Frauenhaus verweist auf Artikel 4 der Konvention.'],
  ['de', 'Im Winter 142 Nächte, im Sommer 80 Nächte: so lange war das Frauenhaus voll.'],
  ['de', 'Die Frauenhäuser haben bis Montag 40 Anmeldungen erhalten.'],
  ['de', 'In Wien 12 Frauenhäuser zu finden, wäre schön.'],
  ['de', 'Unser Frauenhaus nahm in der Pandemie 60 Familien auf.'],
  ['de', 'Das Frauenhaus hat im Quartal 3 Stellen besetzt.'],
  ['de', 'Das Frauenhaus bekam zu Ostern 5 Fahrräder geschenkt.'],
  ['de', 'Das Frauenhaus hat im Advent 24 Türen geöffnet.'],
  ['de', 'Die Schutzwohnung hat laut Bericht 8 Zimmer.'],
  ['de', 'Die Schutzwohnungen haben seit Mai 14 Betten mehr.'],
  ['nl', 'Het opvanghuis heeft in de Zomer 142 huizen bezocht.'],
  ['nl', 'In de opvang zaten met Kerst 12 kinderen.'],
  ['nl', 'Over de opvang gaat Hoofdstuk 12, en Artikel 4 van de wet.'],
  ['nl', 'De vrouwenopvang telde met Pasen 9 gezinnen.'],
  ['nl', 'De opvang is te vinden in Groep 7 van de tabel.'],
  ['nl', 'De opvang had vorige Winter 30 bedden.'],
  ['pl', 'Schronisko przyjęło Latem 142 osoby.'],
  ['pl', 'O schronisku mówi Rozdział 12 raportu.'],
  ['pl', 'Schronisko miało na Wielkanoc 9 gości.'],
  ['pl', 'Schronisko spotyka się w Sali 3, Grupa 7 przyjdzie później.'],
  ['pl', 'W Schronisku na Boże Narodzenie 12 dzieci dostało prezenty.'],
  ['pl', 'Zimą 40 miejsc w schronisku było zajętych.'],
  ['cs', 'Azylový dům měl v Létě 142 obyvatelek.'],
  ['cs', 'O azylovém domu píše Kapitola 12.'],
  ['cs', 'Azylový dům měl o Vánocích 12 dětí.'],
  ['cs', 'Azylový dům odkazuje na Článek 4 úmluvy.'],
  ['cs', 'V azylovém domě bylo o Velikonocích 9 rodin.'],
  ['cs', 'Azylové domy se sejdou v Sále 3, Skupina 7 přijde později.'],
  ['hu', 'A menedékház Nyáron 142 nőt fogadott.'],
  ['hu', 'A menedékházról a Fejezet 12 szól.'],
  ['hu', 'A menedékház Karácsonykor 12 gyereknek adott ajándékot.'],
  ['en', 'The shelter network asked in Summer 142 houses.'],
  ['en', 'In the shelter there were at Christmas 12 children.'],
  ['en', 'The shelters meet in Room 3, Group 7 comes later.'],
  ['en', 'Last Winter 40 beds in the shelter were taken.'],
  ['en', 'The shelter was at Easter 9 families short of space.'],
  ['en', 'The women’s shelter is described in Chapter 12.'],
  ['fr', 'Le foyer a accueilli à Noël 12 enfants.'],
  ['fr', 'Le refuge a reçu à Pâques 9 familles.'],
  ['fr', 'Le refuge est décrit au Chapitre 12.'],
  ['es', 'El refugio recibió en Navidad 12 niños.'],
  ['es', 'La casa de acogida tuvo en Verano 40 plazas ocupadas.'],
  ['it', 'La casa rifugio ha accolto a Natale 12 bambini.'],
  ['it', 'Il rifugio aveva a Pasqua 9 famiglie.'],
  ['sv', 'Skyddade boendet hade under Julen 12 barn.'],
  ['da', 'Krisecentret havde i Julen 12 børn.'],
  ['hr', 'Sigurna kuća je za Božić 12 djece primila.'],
  ['hr', 'Sigurna kuća imala je Ljeti 40 korisnica.'],
  ['ro', 'Adăpostul a primit de Crăciun 12 copii.'],
  ['ro', 'Adăpostul a avut de Paște 9 familii.'],
  ['bg', 'В убежището имаше на Коледа 12 деца.'],
  ['uk', 'У притулку на Різдво 12 дітей отримали подарунки.'],
  ['ru', 'В приюте на Рождество 12 детей получили подарки.'],
];

/** The same with a street, which must still be found. */
const STREETS: readonly (readonly [language: string, text: string])[] = [
  ['de', 'Das Frauenhaus liegt am Anger 14, gleich beim Bahnhof.'],
  ['de', 'Unser Frauenhaus ist in der Sommerstraße 12.'],
  ['de', 'Das Frauenhaus zog in den Winterweg 5 um.'],
  ['de', 'Das Frauenhaus ist in der Lindengasse 12 Zimmer 4.'],
  ['es', 'La casa de acogida está en Santo Domingo 12.'],
  ['nl', 'De opvang zit aan de Zomerkade 12.'],
  ['pl', 'Schronisko jest przy ulicy Wiosennej 12.'],
];

const addressOf = new Map<string, number>();

beforeAll(async () => {
  const all = [...NO_STREETS, ...STREETS];
  const { findings } = await checkContributions(
    Object.fromEntries(
      all.map(([language, text], index): [string, string] => [
        `lefoe/sentence-${String(index)}.md`,
        `---\ntitle: One sentence\nlanguage: ${language}\n---\n\n${text}\n`,
      ]),
    ),
  );
  all.forEach(([, text], index) => {
    const file = `${CONTRIBUTIONS}/lefoe/sentence-${String(index)}.md`;
    const own = findings.filter((one) => one.file === file && one.ruleId === 'confidentiality/street-address');
    addressOf.set(text, own.length);
  });
});

test.each(NO_STREETS)('[%s] %s: no street', (_language, text) => {
  expect(addressOf.get(text)).toBe(0);
});

test.each(STREETS)('[%s] %s: a street', (_language, text) => {
  // A landmark beside the street is found as well.
  expect(addressOf.get(text)).toBeGreaterThanOrEqual(1);
});
