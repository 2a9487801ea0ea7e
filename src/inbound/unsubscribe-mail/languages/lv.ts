import type { RequestLanguage } from '../language.js';

export const latvian: RequestLanguage = {
  tag: 'lv',
  unsubscribe: `atrakstīties, atrakstīšanās, atrakstos, atrakstieties, atrakstiet, atrakst*, atteikties no jaunumiem, atteikties no abonēšanas, atsakos no jaunumiem, atteikšanās, anulēt abonementu, atcelt abonementu, atceliet abonementu, abonēšanas atcelšana`,
  asks: `nav vajadzības ~ sūtīt, nevajag ~ sūtīt, neko ~ nesūt*, man nevajag ~ @list,
    izņem*|izdzēs*|dzēs*|svītro*|noņem*|izsvītro* ~ @list, @list ~ izņem*|izdzēs*|dzēst|svītrot|izslēgt, izņemiet|izdzēsiet|dzēsiet|svītrojiet|noņemiet|izslēdziet mani|mūs, mani ~ izņemt|izdzēst|svītrot, dzēs*|izdzēs* ~ manu ~ adresi|epastu, nevēl*|negrib* ~ saņemt|vairs|@list, vairs ~ nevēl*|negrib*|nesūt*, nesūtiet|nesūti|nerakstiet ~ man|vairs|vairāk|@list, vairs nesūt*, lūdzu nesūt*, pārtrauciet|beidziet|pārstājiet ~ sūtīt|sūtīšanu|@list, pārtraukt ~ sūtīšanu|abonēšanu|@list, atcel*|pārtrauk* ~ abon*, mani neinteresē ~ @list, neinteresē vairs, vairs neinteresē, atsaucu ~ piekrišan*, atsakos|atteikties|atteikšanās ~ no ~ @list, pietiek ~ @list, lieciet mani mierā`,
  alone: `stop, stāt, nē, nē paldies, pietiek, dzēst, izdzēst, dzēsiet, nevēlos, negribu, atcelt, beidziet, atteikties, atsakos, izņemt, neinteresē`,
  hints: `neesmu ~ pierakst*|abon*|pieteic*, nekad ~ neesmu, vairs nestrādāju, nestrādāju, tiks ~ slēgt*|likvidēt*, pensijā, kā surogātpast*, nevēlam*`,
  erase: `dzēs*|izdzēs*|iznīcin* ~ dat*|inform*, dat* ~ dzēs*|izdzēs*|iznīcin*, tiesības tikt aizmirst*, tiesības uz dzēšanu, tiesībām tikt aizmirst*, 17 pant*, pants 17, gdpr ~ dzēs*|dzēš*, vdar ~ dzēs*, dzēs* visu ~ par mani`,
  list: `jaunum*, jaunumu, vēstkop*, vēstules, vēstuļ*, sarakst*, saraksta, epast*, e pasta, epasta, email*, ziņ*, ziņas, abon*, abonement*, abonēšan*, biļeten*, adresātu, izsūt*, newsletter*`,
  me: `es, mani, man, mans, mana, manu, mēs, mūs, mums, mūsu, vēlos, gribu, lūdzu`,
  not: `ne, nekad, bez, neatrakst*, neizņem*`,
  otherThings: `seminār*, konferenc*, apmācīb*, darbnīc*, vebinār*, sanāksm*, kurs*, reģistrāc*, dalībniek*, dalīb*, runātāj*, rakst, raksta, rakstu, tekst*, rindkop*, teikum*, vārd*, foto*, attēl*, bild*, logo*, citāt*, intervij*, rēķin*, pasūtījum*, rezervāc*, viesnīc*, lidojum*, biļet*, projekt*, tirdzniecīb*, vardarbīb*, lap*, vietn*, ziņojum*, dokument*, pasākum*`,
  somebodyElse: `koleģ*, kolēģ*, vīr*, siev*, māt*, tēv*, mās*, brāl*, draug*, draudzen*, direktor*, priekšniek*, viņu, viņa, viņš, viņas, sekojoš*, šād*, miris, mirus*, pensij*, kāds, cilvēk*`,
  doubt: `kļūdas pēc, nejauši, kļūd*, cik cilvēk*, kāpēc, ja nevēlaties, ja vēlaties, ja jūs, klikšķin*, spied*, atkal, no jauna, atpakaļ, saite*, saiti, pog*, jauna adrese, cita adrese, mainī* ~ adres*`,
  subscribe: `pierakstīties, abonēt, reģistrēties, pieteikties`,
  around: `lūdzu, lūdzam, mani, man, no, jaunumiem, jaunumu, saraksta, vēstkopas, jūsu, paldies, jau, iepriekš, labdien, sveiki, cienījamie, cienījamā, cieņu, ar, vēlos, gribu, tūlīt, tagad, un, manu, epastu, e, pastu, adresi, adrese, uz, adresātu, nekavējoties, es, gribētu, vēlētos, liels, šīs, biļetena, abonēšanas`,
  closing: `ar cieņu, cieņā, paldies, ar sveicienu, sveicieni, jau iepriekš, pateicībā`,
};
