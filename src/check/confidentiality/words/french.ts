import type { LanguageWords } from './language-words.js';

/** French, in France, Belgium and Switzerland. */
export const FRENCH: LanguageWords = {
  telephone: `tél*, téléphone*, portable, mobile, fixe, gsm, appelez, appeler, appelle, appel au, joindre au, joignable au, joignable, contacter au, contactez le, son numéro, numéro est, numéro vert, composer, composez, ligne d'écoute, standard`,
  recordNumber: `siret, siren, rcs, tva, bce, numéro d'entreprise, affaire, affaires, requête, dossier, article, articles, page, pages, référence, réf, document, loi, décret, no, n, pourvoi, rna`,
  counted: `personnes, femmes, hommes, enfants, victimes, cas, appels, fois, heures, ans, années, euros, francs, pour cent, exemplaires, signatures`,
  identity: `passeport*, carte d'identité, pièce d'identité, carte de séjour, titre de séjour no, titre de séjour n, titre de séjour, numéro étranger, sécurité sociale, numéro de sécurité, numéro national, registre national, niss, nir, permis de conduire, avs`,
  bankAccount: `numéro de compte, compte bancaire, compte no, compte n, rib, carte bancaire, carte bleue, numéro de carte`,
  birth: `né, née, nés, nées, date de naissance, naissance, anniversaire, naquit`,
  bornThing: `idée, projet, plateforme, réseau, campagne, mouvement, association, collectif, initiative`,
  streetBefore: `rue, avenue, boulevard, bd, bld, impasse, chemin, quai, allée, allées, faubourg, chaussée, venelle, sentier, esplanade, ruelle`,
  placeBefore: `place, cours, route, passage, square, résidence, cité, villa, av, rond point, clos, drève`,
  houseNumber: `n, no, numéro, bte, boîte`,
  addressFollows: `adresse, habite au, habite à, vit au, loge au, logée au, hébergée au, foyer au, foyer du, située au, situé au, réside au, domiciliée au, domicilié au, siège au, abri au, refuge au`,
  storyPerson: `victime, survivante, survivant, rescapée, rescapé, a été vendue, été vendue, a été exploitée, été exploitée, été exploité, été forcée, été contrainte, été recrutée, été séquestrée, a fui, s'est enfuie, est enfuie, s'est échappée, est échappée, échappée, son histoire, mon histoire, histoire de, cliente, bénéficiaire, a été secourue, été secourue, été hébergée, été accueillie, notre foyer, notre refuge, son proxénète, ses trafiquants, ses exploiteurs, réduite en esclavage, esclave domestique, fut vendue, été trafiquée, victime de traite, raconte son, témoigne, témoignage de, forcée, contrainte, vendue, exploitée, séquestrée, prostituée de force, porté plainte`,
  storyGroup: `victimes, survivantes, survivants, rescapées, hébergée, clientes, bénéficiaires, refuge, foyer, témoignages`,
  storyTopic: `de la route, du terrorisme`,
  nameFollows: `nommée, nommé, s'appelle, appelle, prénommée, du nom de, je suis, nom est`,
  profession: `ministre*, juge*, magistrat*, avocat*, maître, directeur, directrice, porte parole, porte-parole, président*, coordinateur, coordinatrice, rapporteur*, rapporteuse, commissaire*, procureur*, député*, sénateur, sénatrice, maire, ambassadeur, ambassadrice, professeur*, chercheur, chercheuse, journaliste*, expert*, éducatrice, éducateur, psychologue*, assistante sociale, travailleuse sociale, travailleur social, cheffe, chef, responsable, secrétaire, fondateur, fondatrice, collègue*, conseiller, conseillère, militant*, chargée de, chargé de, interprète*, déléguée, délégué, historien*, sociologue*, juriste*`,
  work: `auteur*, autrice*, a écrit, écrit par, livre, roman, film, documentaire, écrivain*, ouvrage, rapport de, étude de, article de, photo*, exposition, réalisatrice, réalisateur, pièce, artiste*, publié`,
  pseudonym: `prénom modifié, prénom a été modifié, prénoms modifiés, prénoms ont été modifiés, prénom changé, prénom a été changé, prénoms ont été changés, nom modifié, nom changé, nom a été modifié, nom a été changé, noms ont été changés, noms ont été modifiés, nom d'emprunt, prénom d'emprunt, prénom fictif, nom fictif, pseudonyme, pas son vrai nom, pas son vrai prénom, noms modifiés`,
  speaking: `dit, a dit, selon, explique, a expliqué, expliqué, déclare, déclaré, souligne, souligné, affirme, rappelle, ajoute, estime, précise`,
  years: `ans`,
  month: `janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre`,
  notAName: `fondation, association, ministère, conseil, cour, tribunal, union, comité, commission, journée, prix, loi, institut, université, école, hôpital, république, nations, unies, droits, femmes, hommes, européenne, européen, nationale, national, internationale, secours, croix, rouge, maison, rapport, directive, france, belgique, suisse, allemagne, genève, bruxelles, strasbourg, esclavage, centre, service, le, la, les, des, du, de, un, une`,
  toldStory: `son histoire, histoire d une, histoire d'une, témoignage de, témoignage d, témoignage d'une`,
};
