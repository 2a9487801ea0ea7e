import type { RequestLanguage } from '../language.js';

export const danish: RequestLanguage = {
  tag: 'da',
  unsubscribe: `afmeld, afmelde, afmelding, afmeldes, afmeldt, afmelder, framelde, frameld, framelding, frameldes, frameldt, afmeld*, opsige, opsigelse, melde mig fra, meld mig fra, melde os fra, melder mig fra`,
  asks: `behøver ~ ikke ~ sende|få, ikke ~ sende ~ mere, intet|ingenting mere ~ sende, hvordan ~ kommer ~ af|væk ~ @list, komme af ~ @list,
    fjern|fjerne|slet|slette|slettes|fjernes|fjernet|slettet|tag|tage|taget|stryg ~ @list, fjern|slet|tag mig|os, mig ~ slettet|fjernet, fjern|slet min|vores|denne adresse|mailadresse|email|mail|emailadresse, vil|ønsker ~ ikke ~ have|modtage|længere, ønsker|vil ~ ikke ~ @list, ikke længere ~ modtage|have|få|interesseret|ønsker, ikke ~ modtage ~ mere|flere, send|skriv ~ ikke ~ mere|flere|mig|@list, ingen ~ flere ~ @list, ikke flere @list, stop ~ @list, stop med ~ sende|@list, hold op med ~ sende, holde op med ~ sende, ikke interesseret ~ @list, opsige|opsig|stop|afslut|annuller ~ abonnement*, trækker ~ samtykke, lad mig være, nok ~ @list, slippe for ~ @list, være fri for ~ @list, slettet|slettes fra, ud af ~ @list`,
  alone: `stop, nej, nej tak, nok, slet, fjern, slut, ikke interesseret, slette, fjerne, ophør, slet mig, annuller`,
  hints: `aldrig ~ tilmeldt|abonneret, ikke ~ tilmeldt|bedt, arbejder ~ ikke ~ længere|mere, bliver ~ lukket|nedlagt|slettet, gået på pension, som spam, uønsk*`,
  erase: `slet*|fjern*|destruer* ~ oplysninger|data|personoplysninger, sletning ~ data|oplysninger|personoplysninger, retten til at blive glemt, ret til at blive glemt, ret til sletning, retten til sletning, data|oplysninger|personoplysninger ~ slet*, artikel|art 17 ~ gdpr, gdpr ~ slet*, slet* alt ~ om mig`,
  list: `nyhedsbrev*, nyhedsbreve*, liste, listen, lister, maillist*, mailingliste*, mails, mail, email, emails, abonnement*, beskeder, udsendels*, nyhedsmail*, post, mailliste*, adresseliste, jeres liste, spam, nyheder`,
  me: `jeg, mig, min, mit, mine, vi, os, vores`,
  not: `ikke, aldrig, uden`,
  otherThings: `seminar*, konference*, kursus*, kurser, workshop*, webinar*, møde*, tilmelding*, deltager*, deltagelse, taler*, artikel*, tekst*, afsnit*, sætning*, ord, ordet, foto*, billede*, logo*, citat*, interview*, medlemskab*, faktura*, ordre*, bestilling*, booking*, hotel*, fly*, billet*, projekt*, menneskehandel*, vold, hjemmeside*, rapport*, dokument*, arrangement*, begivenhed*`,
  somebodyElse: `kollega*, kolleger, mand, kone, mor, far, søster, bror, ven, veninde, chef*, direktør*, hende, ham, hun, han, dem, følgende, død, pension*, nogen, folk, praktikant*`,
  doubt: `ved en fejl, fejltagelse, en fejl, hvor mange, hvorfor, er blevet afmeldt, blev afmeldt, hvis du ~ ikke, hvis i ~ ønsker, klik, tryk på, igen, på ny, afmeldingslink*, afmeldingsknap*, ny adresse, ny mailadresse, anden adresse, ændre ~ adresse`,
  subscribe: `tilmeld, tilmelde, tilmelding, abonnere, tilmeldes, anmelde, anmeld`,
  around: `venligst, vær, så, venlig, jeg, mig, min, fra, af, til, jeres, nyhedsbrev, nyhedsbrevet, listen, liste, mailliste, maillisten, tak, mange, på, forhånd, hej, kære, goddag, god, dag, med, hilsen, venlig, vil, gerne, ønsker, at, ønske, blive, nu, straks, og, i, email, mail, adresse, kan, det, denne, dette, bedes, hermed, bare, den, mvh, bedste, hilsner, de, redaktion, team, snarest, abonnement`,
  closing: `med venlig, venlig, hilsen, mvh, tak, mange tak, på forhånd, kh, bedste, dbh, hilsner, vh, de bedste`,
};
