import type { RequestLanguage } from '../language.js';

export const swedish: RequestLanguage = {
  tag: 'sv',
  unsubscribe: `avregistrera, avregistrering, avregistreras, avregistrer*, avprenumerera, avprenumeration, avprenumer*, avsluta prenumeration*, avbeställa, avbeställning, avanmälan, avanmäla, avanmäl*, säga upp, säger upp, uppsägning, avsluta min prenumeration`,
  asks: `inget mer|fler ~ skicka|få, behöver ~ inte ~ skicka|få, hur ~ kommer ~ av|bort|från ~ @list, komma bort från ~ @list, skicka ~ inget ~ mer,
    ta|tag|plocka|radera|raderas|stryk|stryka|avlägsna ~ bort, ta|tag|radera|stryk|avlägsna mig|oss, ta|tag|stryk|radera|raderas|bort|borttagen|avlägsna ~ från|ur ~ @list, bli|blir borttagen, radera min|vår adress|mailadress|epost|epostadress|email|mejladress, ta bort ~ adress|mailadress|epostadress|mejladress, vill|önskar|vill ~ inte ~ ha|få|längre|motta, inte längre ~ ha|få|ta|motta|intresserad, vill|önskar ~ inte ~ @list, inte ~ ta emot ~ @list, skicka|skriv ~ inte ~ mer|fler|flera|mig|@list, inga ~ fler ~ @list, sluta ~ skicka|mejla|maila|skriva|med, stoppa ~ @list, stopp ~ @list, inte intresserad ~ @list, avsluta|avsluta|säg|säga|stoppa|avbryt ~ prenumeration*, drar|återkallar ~ samtycke, låt mig vara, lämna mig ifred, nog ~ @list, slippa ~ @list, sluta skicka, av från ~ @list, undanber ~ @list`,
  alone: `stopp, stop, nej, nej tack, sluta, radera, ta bort, nog, avsluta, slut, inte intresserad, avbryt, borttagning`,
  hints: `aldrig ~ anmält|prenumererat|registrerat, inte ~ anmält|prenumererat|registrerat, arbetar|jobbar ~ inte ~ längre|kvar, stängs ~ ner, kommer att stängas|stänga|avslutas, gått i pension, som spam, skräppost, oönskad*`,
  erase: `radera*|ta|förstör* ~ uppgifter|data|personuppgifter|information, radering ~ uppgifter|data|personuppgifter, rätten att bli bortglömd, rätt att bli bortglömd, rätten till radering, rätt till radering, personuppgifter|uppgifter ~ radera*|tas, artikel|art 17 ~ gdpr, gdpr ~ raders*|radera*, radera allt ~ om mig`,
  list: `nyhetsbrev*, lista, listan, listor, epostlista*, mejllista*, maillista*, sändlista*, utskick*, mejl, mail, mejlen, email, epost, prenumeration*, meddelanden, nyhetsmejl, mailinglist*, mailen, spam, utskickslista*, nyheter`,
  me: `jag, mig, mej, min, mitt, mina, vi, oss, vår, vårt, våra`,
  not: `inte, ej, aldrig, utan`,
  otherThings: `seminari*, konferens*, kurs*, workshop*, webbinari*, webinar*, möte*, anmälan*, deltagare*, deltagande, talare*, artikel*, text*, stycke*, mening*, ord, ordet, foto*, bild*, logga, logotyp*, citat*, intervju*, medlemskap*, faktura*, beställning*, bokning*, hotell*, flyg*, biljett*, projekt*, människohandel*, våld, hemsida*, webbsida*, rapport*, dokument*, evenemang*`,
  somebodyElse: `kollega*, man, fru, mamma, pappa, mor, far, syster, bror, vän, väninna, chef*, direktör*, henne, honom, hon, han, följande, avliden, dog, pension*, någon, folk, praktikant*`,
  doubt: `av misstag, misstag, hur många, varför, har blivit avregistrerad, blev avregistrerad, om du ~ inte, om ni, klicka, tryck på, igen, på nytt, avregistreringslänk*, länk*, knapp*, ny adress, ny mailadress, ny epostadress, annan adress, ändra ~ adress`,
  subscribe: `registrera, prenumerera, prenumeration, anmälan, anmäla, registrering`,
  around: `snälla, vänligen, var, vänlig, och, mig, mej, min, jag, från, för, ert, er, era, nyhetsbrev, nyhetsbrevet, listan, lista, tack, tackar, på, förhand, hej, hejsan, god, dag, bästa, kära, med, hälsningar, vänliga, vill, skulle, vilja, att, bli, nu, genast, omedelbart, i, email, mail, mejl, epost, adress, kan, ni, du, det, denna, detta, önskar, härmed, den, mvh, mailinglista, sändlista, redaktionen, team, snarast, prenumeration, prenumerationen`,
  closing: `med vänlig, med vänliga, vänliga, vänligen, hälsningar, mvh, tack, tack på, på förhand, bästa hälsningar, varma, hälsar`,
};
