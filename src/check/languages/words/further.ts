import type { LanguageWords } from '../check-language.js';

/** What addresses and telephone numbers need in languages beside those of the members. */
export const FURTHER: LanguageWords = {
  telephone: `telefone, telemóvel, ligue, telefonszám, hívja, telefonas, tālrunis, zvaniet, skambinkite, τηλέφωνο, τηλ, καλέστε, هاتف, اتصل, تلفن, رقم, واتساب, telefoni, celulari, telefonoj`,
  identity: `passaporte, útlevél, pasas, pase, asmens kodas, personas kods, személyi szám, διαβατήριο, cpf, جواز, جواز سفر`,
  birth: `nascida, nascido, nasceu, data de nascimento, született, gimė, gimusi, dzimusi, dzimis, γεννήθηκε, lindur, datëlindja, مواليد, ولدت`,
  streetBefore: `rua, travessa, rruga, οδός, οδού, bulevardi, strasse`,
  placeBefore: `praça, largo, πλατεία, sheshi`,
  streetAfter: `utca, utcában, út, körút, tér, gatvė, g, iela, prospektas`,
  addressFollows: `morada, endereço, lakcím, cím, adresas, διεύθυνση`,
  storyPerson: `vítima, sobrevivente, áldozat, túlélő, auka, upuris, θύμα, viktimë, viktima, foi traficada, foi explorada, a sua história, fugiu`,
  storyGroup: `vítimas, áldozatok, aukos, upuri, θύματα, viktimat`,
  profession: `ministro, juíza, juiz, advogada, advogado, diretora, diretor, coordenadora, miniszter, igazgató, drejtore, drejtor`,
  pseudonym: `nome fictício, nome alterado, név megváltoztatva, nevét megváltoztattuk, vardas pakeistas, vārds mainīts, emri i ndryshuar`,
};
