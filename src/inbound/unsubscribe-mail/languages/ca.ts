import type { RequestLanguage } from '../language.js';

export const catalan: RequestLanguage = {
  tag: 'ca',
  unsubscribe: `donar-me de baixa, donar de baixa, doneu-me de baixa, donar-nos de baixa, doneu nos de baixa, dona m de baixa, baixa, desubscriure, desubscriure m, desubscripció, desubscri*, esborrar-me, esborreu-me, em doneu de baixa, vull donar-me, donin-me de baixa`,
  asks: `no cal que ~ envi*, no ~ continueu enviant, sortir de ~ @list, com ~ surto|sortir ~ @list,
    esborr*|elimin*|trei*|retir*|suprim*|llev* ~ @list, elimineu me|nos, traieu me|nos, treure m ~ @list, no ~ vull|desitjo|volem|voldria ~ rebre, no ~ vull|desitjo|volem ~ @list, no m ~ envieu|enviïn, deixeu|deixin|deixi de|d ~ enviar*|escriure*, cancel*|anul* ~ subscripció, deixar de rebre, no m interessa ~ @list, ja no ~ interessa, elimineu|esborreu ~ meva adreça|correu, prou @list, no envieu més`,
  alone: `prou, no, no gràcies, eliminar, esborrar, no m interessa, cancel·lar, atureu, no més`,
  hints: `no m he subscrit, mai ~ subscrit|apuntat, ja no treballo, es tancarà, com a correu brossa, no desitjat*, jubilat, jubilada`,
  erase: `elimin*|esborr*|suprim* ~ dades|informació, supressió ~ dades, dret a l oblit, dret de supressió, dades ~ elimin*|esborr*|suprim*, article 17 ~ rgpd`,
  list: `butlletí, butlletins, newsletter*, llista, llistes, correu, correus, correus, emails, missatges, subscripció, distribució`,
  me: `jo, em, m, me, meu, meva, meves, meus, ens, nosaltres, nos, vull, voldria`,
  not: `no, mai, sense`,
  otherThings: `seminari*, conferència*, congrés, curs, taller*, reunió, inscripció, participant*, article, text, paràgraf, frase, paraula, foto*, imatge*, logo*, factura, projecte*, esdeveniment*, jornada*, mèdica, laboral, web, informe`,
  somebodyElse: `company*, col·lega, marit, dona, mare, pare, germana, germà, amiga, ell, ella, següent, jubilat, jubilada, algú`,
  doubt: `per error, equivocació, sense voler, quants, per què, si vostè, si no voleu, si voleu, feu clic, cliqueu, de nou, un altre cop, enllaç de, nova adreça, altra adreça`,
  subscribe: `subscriure, subscripció, alta, inscriure`,
  around: `si us plau, si, us, plau, em, me, m, de, del, d, la, el, l, les, els, llista, correu, butlletí, vostre, vostra, gràcies, moltes, hola, bon, bona, dia, tarda, benvolguts, benvolgudes, benvolgut, salutacions, cordialment, vull, voldria, que, a, ja, i, per, adreça, meva, meu, newsletter, distribució, demano, volia, sisplau, equip, sol·licito`,
  closing: `salutacions, cordialment, gràcies, moltes gràcies, atentament, una abraçada, merci`,
};
