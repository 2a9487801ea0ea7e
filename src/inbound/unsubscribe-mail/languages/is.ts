import type { RequestLanguage } from '../language.js';

export const icelandic: RequestLanguage = {
  tag: 'is',
  unsubscribe: `afskráning, afskrá, afskráið, afskráðu, afskrá*, segja upp áskrift, uppsögn áskriftar`,
  asks: `takið|taktu|fjarlægið|fjarlægðu|eyðið mig|okkur, fjarlægið|takið|eyðið ~ @list, vil|óska ~ ekki ~ fá|lengur, vil ekki ~ @list, hætta ~ áskrift, hættið ~ að senda, ekki ~ senda ~ mér|meira|fleiri`,
  alone: `hætta, hættið, nei, nei takk, eyða, stopp`,
  hints: `aldrei ~ skráð*, ruslpóst*, vinn ekki lengur`,
  erase: `eyðið|eyða|eyðing ~ gögn*|upplýsing*, rétturinn til að gleymast`,
  list: `fréttabréf*, póstlist*, lista, listanum, áskrift*, póst*, tölvupóst*`,
  me: `ég, mig, mér, mín, mitt, mínum, okkur, við`,
  not: `ekki, aldrei`,
  otherThings: `ráðstefn*, námskeið*, fund*, grein*, texta*, mynd*, viðburð*, vefsíð*, skýrsl*`,
  somebodyElse: `samstarfs*, hana, hann, hún, móðir, faðir, látin*`,
  doubt: `óvart, mistök*, hvers vegna, smelltu, aftur, hlekk*, nýtt netfang`,
  subscribe: `skráning, skrá, skráið, áskrift`,
  around: `vinsamlegast, takk, fyrir, mig, af, úr, á, póstlista, póstlistanum, góðan, dag, daginn, halló, kveðja, kær, bestu, kveðjur, ég, vil, nú, strax, og, fréttabréf, fréttabréfi`,
  closing: `kveðja, kær kveðja, bestu kveðjur, með kveðju, takk, takk fyrir`,
};
