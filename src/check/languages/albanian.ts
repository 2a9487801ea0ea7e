import type { CheckLanguage } from './check-language.js';

/** Albanian. */
export const ALBANIAN: CheckLanguage = {
  tags: ['sq'],
  words: {
    telephone: `telefoni, celulari, telefonoj`,
    birth: `lindur, datëlindja`,
    streetBefore: `rruga, bulevardi`,
    placeBefore: `sheshi`,
    storyPerson: `viktimë, viktima`,
    storyGroup: `viktimat`,
    profession: `drejtore, drejtor`,
    pseudonym: `emri i ndryshuar`,
  },
  single: {
    smallWord: `bir`,
  },
  patterns: {
    ageAdjective: String.raw`vjecar\w{0,4}`,
    noAge: `gjithe`,
  },
  givenNames: `
    Adelina Afërdita Agim Alban Albana Albert Arben Arjeta Arta Artan Bardha Besa Besim Besnik Blerim Blerina Blerta Brunilda Dafina Denisa Diellza Dorina Drita Edona Edlira Elira Elona Enkeleda Entela Erblin Ermal Ermira Esmeralda Fatmir Fatmire Flora Florentina Flutura Genc Gentiana Hana Ilir Iliriana Jeta Jonida Juliana Kaltrina Klea Klodiana Kreshnik Ledia Lindita Liridona Liridon Luljeta Majlinda Manjola Merita
    Mimoza Mirela Mirjeta Nora Ornela Pranvera Rita Rovena Sadije Shpresa Shqipe Teuta Valbona Valdete Valmira Vjollca Vjosa Xhevahire Ylli Zana Zef
    Besnik Arta Elona Teuta Fatjona Besa Drita Valbona Mirela Blerta Shpresa Arjeta Ilir Agim Arben Albana Alketa Anila Arlinda Aurela Besiana Bora Brunilda Dafina Denisa Dorina Edlira Eglantina Elira Enkelejda Entela Eranda Fjolla Flutura Gentiana Jonida Kaltrina Klodiana Ledina Lindita Luljeta Majlinda Manjola Marsela Mimoza Mirjeta Ornela Pranvera Rezarta Rovena Shqipe Sidorela Suela Vjosa Vlora Xhuliana Zamira Bujar Dritan Fatos Gezim Kujtim Luan Skender Veton`,
  emptyLinkWords: `këtu, kliko këtu, lexo më shumë, më shumë`,
};
