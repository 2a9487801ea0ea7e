import type { CheckLanguage } from './check-language.js';

/** Portuguese. */
export const PORTUGUESE: CheckLanguage = {
  tags: ['pt'],
  words: {
    telephone: `telefone, telemóvel, ligue`,
    identity: `passaporte, cpf`,
    birth: `nascida, nascido, nasceu, data de nascimento`,
    streetBefore: `rua, travessa`,
    placeBefore: `praça, largo`,
    addressFollows: `morada, endereço`,
    storyPerson: `vítima, sobrevivente, foi traficada, foi explorada, a sua história, fugiu`,
    storyGroup: `vítimas`,
    profession: `ministro, juíza, juiz, advogada, advogado, diretora, diretor, coordenadora`,
    pseudonym: `nome fictício, nome alterado`,
  },
  single: {
    placeTitle: `sao`,
    somebodys: `meu`,
  },
  givenNames: `
    Adriano Afonso Aline Amanda Ana Beatriz Bruna Caio Camila Carolina Cláudia Conceição Débora Duarte Eduarda Fabiana Fátima Fernanda Filipa Flávia Gabriela Gonçalo Helena Inês Isabela Janaína Jéssica Joana João Jorge José Juliana Júlia Karina Larissa Leonor Letícia Luana Lúcia Luís Luiza Madalena Mafalda Manuela Marcelo Márcia Mariana Marília Marta Mateus Miguel Mônica Natália Nuno Patrícia Paulo Pedro Priscila
    Rafaela Raimunda Regina Renata Rita Rosângela Rui Sandra Silvana Simone Sônia Susana Tânia Tatiana Teresa Thaís Tiago Vanessa Vera Vitória`,
  emptyLinkWords: `aqui, clique aqui, saiba mais, ler mais, mais, mais informações, esta ligação`,
  phoneCountries: ['PT'],
};
