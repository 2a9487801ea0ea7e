import type { RequestLanguage } from '../language.js';

export const albanian: RequestLanguage = {
  tag: 'sq',
  unsubscribe: `çregjistrim, çregjistrohem, çregjistrohu, çregjistroni, çregjistrim*, çregjistro*, çabonim, çabonohem, çabonoj, çabono*, çabonim*, heqje nga lista, anulim abonimi, anulo abonimin, anuloni abonimin, anulimi i abonimit, çabonohuni, c abonohem`,
  asks: `nuk ka nevojë ~ dërg*, asgjë ~ mos ~ dërg*, nuk kam nevojë për ~ @list, si ~ dal|heq ~ @list,
    hiqni|hiq|hiqeni|largoni|largo|fshini|fshi|heqni ~ @list, më hiqni|hiq|largoni|largo|fshini|fshi, më ~ hiqni|largoni|fshini, të hiqem|largohem|fshihem, fshini|hiqni|fshi ~ adresën|emailin|emaillin|postën ~ time|tim, nuk ~ dua|dëshiroj|duam|dëshirojmë ~ marr*|pranoj|të marr, nuk ~ dua|dëshiroj ~ @list, nuk dua më, s dua më, mos ~ dërgoni|dërgo|shkruani, ndaloni|ndalo|pushoni|mjaft ~ dërg*|@list, anulo*|ndërpri*|ndërprerje ~ abonim*, nuk jam ~ interesuar, nuk më intereson*, tërheq ~ pëlqim*, më lini rehat`,
  alone: `stop, jo, jo faleminderit, mjaft, fshi, fshini, hiq, hiqni, ndalo, ndaloni, nuk dua, anulo, anuloni, boll`,
  hints: `nuk jam ~ regjistruar|abonuar, kurrë ~ regjistruar|abonuar, nuk punoj më, do të mbyllet|fshihet, në pension, si spam, padëshiruar*`,
  erase: `fshi*|fshij*|hiqni|shkatërro* ~ dhëna*|të dhënat, fshirje* ~ dhëna*|dhënave, dhëna* ~ fshi*|fshihen, e drejta për t u harruar, e drejta për t u fshirë, drejtën ~ harruar|fshir*, neni* 17 ~ gdpr|rregullor*, gdpr ~ fshi*`,
  list: `buletin*, newsletter*, lista, listën, listës, liste, listë, email, emaile, emailet, emailin, mesazhe*, mesazhet, abonim*, lajme*, postë, njoftime*, poste`,
  me: `unë, më, mua, im, ime, time, tim, tona, ne, na, dua, dëshiroj`,
  not: `mos, nuk, kurrë, pa, s`,
  otherThings: `seminar*, konferenc*, trajnim*, webinar*, takim*, kurs*, regjistrim*, pjesëmarr*, artikull*, artikuj*, tekst*, paragraf*, fjali*, fjalë*, foto*, imazh*, logo*, intervist*, anëtarësi*, faturë*, porosi*, rezervim*, hotel*, fluturim*, bilet*, projekt*, trafikim*, dhun*, faqe*, raport*, dokument*, ngjarje*, aktivitet*`,
  somebodyElse: `koleg*, burri*, gruaja, nëna, babai, motra, vëllai, mik*, shoqe*, drejtor*, shef*, ajo, ai, ata, vijues*, vdiq, vdekur, pension*, dikush, njerëz*`,
  doubt: `gabimisht, pa dashje, aksidentalisht, sa veta, sa persona, pse, nëse nuk dëshironi, nëse dëshironi, nëse ju, klikoni, përsëri, sërish, rishtas, lidhj*, butoni*, adresë e re, adresa e re, adresë tjetër, ndrysho* ~ adres*`,
  subscribe: `regjistrim, regjistrohem, regjistrohu, regjistroni, abonim, abonohem`,
  around: `ju, lutem, lutemi, më, nga, lista, listës, buletini, juaj, tuaj, juaja, faleminderit, shumë, përshëndetje, tungjatjeta, mirëdita, të, nderuar, nderuara, i, e, me, respekt, dua, dëshiroj, do, doja, menjëherë, tani, dhe, në, email, emaili, emailin, tim, time, adresën, adresa, mirë, dita, abonimi, abonimit, newsletter, newsletteri, paraprakisht, postare`,
  closing: `me respekt, faleminderit, përshëndetje, me nderime, gjithë të mirat, ju faleminderit, ditë e mbarë`,
};
