import type { LanguageWords } from '../../check-language.js';

/** How French tells where a shelter is. */
export const FRENCH_PLACES: LanguageWords = {
  refuge: `refuge, refuges, foyer, foyers, maison refuge, maison-refuge, maisons-refuges, maison d accueil, maison maternelle, chrs, centre d
    hébergement, centres d hébergement, centre d accueil, centre de crise, centre maternel, centre de mise à l abri, hébergement d urgence,
    hébergement sécurisé, hébergement, mise à l abri, appartement-relais, appartement relais, appartement protégé, appartement sécurisé,
    appartement secret, logement protégé, logements protégés, logement sécurisé, logements sécurisés, logement secret, logement passerelle,
    maison sûre, maison sécurisée, maison protégée, maison de transition, maison d hébergement, lieu d hébergement, lieu sûr, abri, cachette,
    planque, safe house, safehouse, shelter, appartement de transition, foyer de transition, résidence protégée, structure protégée,
    pouponnière, chambre d urgence`,
  dwelling: `maison, maisons, appartement*, logement*, studio*, résidence*, foyer*, villa, villas, bâtiment*, immeuble*, pavillon*, gîte, local, locaux,
    pension, internat, bâtisse, chambre*, adresse, adresses`,
  hiding: `sécurisé*, secret, secrets, secrète*, protégé*, anonyme*, sûre, sûres, confidentiel*, caché*, relais, transition, urgence, tremplin,
    passerelle, refuge`,
  guests: `survivantes, survivants, victimes, femmes, filles, jeunes femmes, mères, rescapées, exploitées, bénéficiaires, résidentes, mineures,
    mineurs, hébergées`,
  forGuests: `pour, des, de, où, qui accueille, accueillant, avec`,
  beside: `derrière, à côté, en face, face à, face au, face aux, vis-à-vis, au-dessus, au-dessous, à proximité, à deux pas, attenant, jouxtant,
    accolé*, le long, en bas, au pied, juste avant, juste après, en contrebas, à l arrière, aux abords, au dos, adossé*, donnant sur, minutes
    du, minutes de, mètres du, mètres de, voisin de, mitoyen*, vue sur, bord de, bord du, à pied de, à pied du, à pied des, à pied depuis, donne
    sur, donnent sur, collé à, collée à, rues de, rues du, jouxte, borde, longe, touche, même immeuble que, même bâtiment que, fenêtres sur,
    balcon sur, près de, près du, près des, près d`,
  landmark: `église, chapelle, temple, cathédrale, mosquée, synagogue, monastère, couvent, école, collège, lycée, maternelle, crèche, pharmacie, hôpital,
    clinique, boulangerie, boulanger, boucherie, boucher, supermarché, hypermarché, marché, centre commercial, banque, poste, bureau de poste,
    piscine, stade, gymnase, parc, square, aire de jeux, cimetière, caserne, pompiers, station-service, gare, gare routière, voie ferrée, voies
    ferrées, rails, pont, rivière, fleuve, lac, étang, canal, bois, forêt, moulin, usine, brasserie, musée, bibliothèque, médiathèque, cinéma,
    mairie, bar, restaurant, café, coiffeur, laverie, parking, tour, château d eau, monument, statue, château, fontaine, rond-point, autoroute,
    port, presbytère, cure, ferme, hôtel, bureau, bureaux, cabinet médical, kebab, fleuriste, arrêt de bus, arrêt de tram, scierie, carrière,
    prieuré, abbaye, tabac, épicerie, garage, commissariat, gendarmerie, librairie, orphelinat, vignoble, hospice, internat, théâtre, grange,
    centre culturel, centre social, maison de retraite, maison médicale, dentiste, opticien, vétérinaire, bijouterie, pâtisserie, confiserie,
    glacier, pressing, couturière, onglerie, casino, boîte de nuit, tribunal, prison, pôle emploi, impôts, université, camping, embarcadère,
    barrage, colline, verger, centrale, déchetterie, crématorium, écurie, écuries, tannerie, mine, villa, ehpad, patinoire, bowling, pizzeria,
    fromagerie, poissonnerie, caviste, friterie, maison des associations, école primaire, salle des fêtes, salle polyvalente, usine à gaz, corps
    de ferme, longère, mas, bergerie, magnanerie, domaine viticole, écluse, cabinet du, étable`,
  stop: `métro, tram, tramway, bus, gare, arrêt, station, rer, terminus`,
  spot: `terminus, dernier arrêt, lisière de la forêt, lisière du bois, lisière, orée du bois, orée de la forêt, orée, sortie du village, entrée du
    village, bout du chemin, bout de la rue, place du village, place de l église, place du marché, place de la gare, place de la mairie, bord du
    lac, bord du canal, bord de la rivière, bord de l eau, dernière maison, première maison, deuxième porte, bout de l allée, dernier bâtiment,
    dernier immeuble, au presbytère, au couvent`,
  district: `quartier, quartiers, arrondissement, cité, faubourg, lotissement, banlieue de, résidence`,
  village: `village, hameau, bourg, lieu-dit`,
  corner: `coin de, à l angle, angle de, angle des, croisement, intersection, carrefour`,
  former: `ancien, ancienne, anciens, anciennes, ex, vieux, vieille, désaffecté*, vieil, rénové*, réaménagé*, réhabilité*`,
  door: `sonnette, interphone, digicode, sonner, sonnez, boîte aux lettres`,
  floor: `étage, rez-de-chaussée, escalier, bâtiment, cage d escalier, cour, arrière-cour, sous-sol`,
  colour: `jaune*, rouge*, bleu*, vert, verte, verts, vertes, blanc, blanche, rose, gris, grise, orange, brun, brune, sans enseigne, briques rouges`,
  way: `à pied, minutes, mètres, tournez à, tourner à, descendez, sortez, prenez le, portail, rue suivante, porte`,
  gathering: `conférence*, colloque*, manifestation*, manifest*, rassemblement*, veillée, débat*, formation*, séminaire*, atelier*, concert*, exposition*,
    projection*, conférence de presse, a lieu, aura lieu, se tient, se tiendra, s est tenu*, braderie, brocante, vide-grenier, kermesse,
    pétition, signatures, congrès, symposium, journée d étude, table ronde, réunion, collecte, marche pour, marche contre, marche blanche`,
  about: `sur, sur les, au sujet, à propos, intitulé*, concernant`,
  contact: `contact presse, service de presse, attaché de presse, attachée de presse, bureau de presse, secrétariat, ministère, ambassade, porte-parole,
    siège social, siège`,
  office: `bureau, bureaux, permanence, siège, hôtel, café, boutique, commissariat, tribunal, université, théâtre, mairie`,
  general: `beaucoup, la plupart, souvent, généralement, devraient, devrait, doivent, davantage, plus de, meilleur*, assez, chaque, aucun, aucune, pour
    cent, certains, peu de, nombre de, trop peu`,
  between: `entre`,
  rightBeside: `juste derrière, juste à côté, juste en face, juste au-dessus, à deux pas, pile en face, tout près, juste après, juste avant, au coin de,
    au-dessus d`,
  lives: `vivent, vit, logent, loge, dorment, hébergées, hébergés, installées, habitent, se cachent`,
  until: `avant de, avant d, jusqu à ce, avant que, maintenant dans, aujourd hui dans`,
  neighbours: `voisin, voisins, voisine, voisines, riverains`,
  lacking: `manque un, manque de, pas de, aucun`,
  inFront: `devant`,
};
