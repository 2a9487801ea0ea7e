import type { RequestLanguage } from '../language.js';

/** Norwegian, in both written forms. */
export const norwegian: RequestLanguage = {
  tag: 'nb',
  unsubscribe: `avmelde, avmelding, avmeldes, avmeld, avmeldt, avmelder, avmeld*, avslutte abonnement*, avregistrere, avregistrering, avregistrer*, melde meg av, meld meg av, melde oss av, melder meg av, melde meg ut, si opp, oppsigelse`,
  asks: `trenger ~ ikke ~ sende|få, ingenting mer ~ sende, hvordan ~ kommer ~ av|bort ~ @list, komme av|bort ~ @list,
    fjern|fjerne|fjernes|slett|slette|slettes|slettet|fjernet|ta|stryk ~ @list, fjern|slett|ta|stryk meg|oss, meg ~ slettet|fjernet, fjern|slett min|denne adresse|mailadresse|epostadresse|epost|mail, fjern|slett adressen|eposten|epostadressen min, vil|ønsker ~ ikke ~ ha|motta|få|lenger|lengre, ønsker|vil ~ ikke ~ @list, ikke lenger|lengre ~ motta|ha|få|interessert|ønsker, ikke ~ motta ~ mer|flere, send|skriv ~ ikke ~ mer|flere|meg|@list, ingen ~ flere ~ @list, stopp ~ @list, slutt ~ å ~ sende|sending, slutte ~ sende, ikke interessert ~ @list, si|avslutt|stopp|avslutte ~ abonnement*, trekker ~ samtykke, la meg være i fred, nok ~ @list, slippe ~ @list, eg vil ikkje ~ ha|få|motta, ønskjer ikkje ~ @list|lenger|motta, ut av ~ @list`,
  alone: `stopp, stop, nei, nei takk, slett, fjern, slutt, nok, ikke interessert, slette, fjerne, avslutt`,
  hints: `aldri ~ meldt|abonnert|registrert, ikke ~ meldt|bedt, jobber|arbeider ~ ikke ~ lenger, blir ~ lagt|stengt|slettet, pensjonist, som spam, uønsk*`,
  erase: `slett*|fjern* ~ data|opplysninger|personopplysninger|informasjon, sletting ~ data|opplysninger|personopplysninger, retten til å bli glemt, rett til å bli glemt, rett til sletting, retten til sletting, data|opplysninger|personopplysninger ~ slett*, artikkel|art 17 ~ gdpr, gdpr ~ slett*, slett* alt ~ om meg`,
  list: `nyhetsbrev*, liste, listen, lista, lister, epostliste*, mailliste*, mailingliste*, mails, mail, eposter, epost, email, abonnement*, meldinger, utsending*, post, adresseliste, e poster, spam, nyheter`,
  me: `jeg, eg, meg, min, mitt, mine, vi, oss, vår, vårt`,
  not: `ikke, ikkje, aldri, uten`,
  otherThings: `seminar*, konferanse*, kurs*, workshop*, webinar*, møte*, påmelding*, deltaker*, deltakelse, foredragshold*, artikkel*, tekst*, avsnitt*, setning*, ord, ordet, foto*, bilde*, logo*, sitat*, intervju*, medlemskap*, faktura*, bestilling*, booking*, hotell*, fly*, billett*, prosjekt*, menneskehandel*, vold, nettside*, hjemmeside*, rapport*, dokument*, arrangement*`,
  somebodyElse: `kollega*, kolleger, mann, kone, mor, far, søster, bror, venn, venninne, sjef*, direktør*, henne, ham, hun, han, dem, følgende, død, døde, pensjon*, noen, folk, praktikant*`,
  doubt: `ved en feil, feiltakelse, hvor mange, hvorfor, er blitt avmeldt, ble avmeldt, hvis du ~ ikke, hvis dere, klikk, trykk på, igjen, på nytt, avmeldingslenke*, lenke*, knapp*, ny adresse, ny epostadresse, annen adresse, endre ~ adresse`,
  subscribe: `påmelding, melde meg på, abonnere, registrere, anmelde`,
  around: `vennligst, vær, så, snill, jeg, meg, min, fra, av, til, deres, nyhetsbrev, nyhetsbrevet, listen, liste, lista, epostlisten, takk, tusen, på, forhånd, hei, kjære, goddag, god, dag, med, hilsen, vennlig, vil, gjerne, ønsker, å, bli, nå, straks, umiddelbart, og, i, email, mail, epost, adresse, kan, dere, du, det, denne, dette, herved, den, mvh, beste, hilsener, redaksjonen, snarest, abonnement, abonnementet`,
  closing: `med vennlig, vennlig, hilsen, mvh, takk, tusen takk, på forhånd, beste, hilsener, vh, mange takk`,
};
