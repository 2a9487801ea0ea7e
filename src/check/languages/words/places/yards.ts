import type { LanguageWords } from '../../check-language.js';

/** Yards and grounds that a shelter stands in, and shelters that are called by who they are for. One language a line. */
export const YARDS: LanguageWords = {
  beside: `in the grounds of, in the courtyard of, in the yard of, in the garden of, on the grounds of,
    im hof des, im hof der, im garten des, im garten der, auf dem gelände des, auf dem gelände der, im innenhof des, im innenhof der,
    op het terrein van, op het erf van, in de tuin van, op de binnenplaats van,
    dans la cour du, dans la cour de, dans l'enceinte du, dans l'enceinte de, dans le jardin du, dans le jardin de, dans le parc du,
    en el patio del, en el patio de, en el recinto del, en el jardín del, en los terrenos del,
    nel cortile del, nel cortile della, nel cortile dell, nel giardino del, nel giardino della, nel parco del,
    în curtea, în incinta, în grădina,
    na terenie, na dziedzińcu, na podwórzu, w ogrodzie,
    v areálu, na dvoře, ve dvoře, v zahradě,
    u dvorištu, u porti, u bašti, u krugu, u vrtu,
    в двора на, в градината на, на територията на,
    у дворі, на подвір'ї, на території, у саду`,
  refuge: `comunità per donne, comunità per ragazze, comunità per minori, comunità per vittime, comunità per madri, comunità alloggio,
    centro antitratta ospita, do azila, iz azila, u azil, u naš azil, našeg azila, naš azil`,
  building: `seminary, priesterseminar, seminarie, grootseminarie, séminaire, seminario, seminarul, seminarium duchown*, kněžsk* seminář*,
    bogoslovij*, семинария, семинарията, семінарі*`,
  dwelling: `panelák*, činžák*, villetta, villette, casetta, blok, bloku, višespratnic*, soliter*, панелка, панелен блок, багатоповерхів*, хрущовк*`,
};
