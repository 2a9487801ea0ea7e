import type { LanguageWords } from '../../check-language.js';

/** How Polish tells where a shelter is. */
export const POLISH_PLACES: LanguageWords = {
  refuge: `schronisk*, schronieni*, przytułk*, przytułek, przytulisk*, noclegowni*, kryjówk*, kryjówce, dom* samotnej matki, dom* samotnych matek, dom*
    matki, dom* dla kobiet, dom* dla ofiar, dom* dla matek, dom* kobiet, dom* przejściow*, dom* tranzytow*, ośrod* interwencj*, ośrod*
    interwencyjn*, ośrod* kryzysow*, ośrod* wsparcia, ośrod* dla ofiar, ośrod* dla kobiet, ośrod* całodobow*, ośrod* z miejscami, centrum
    interwencji, centrum kryzysow*, placów* całodobow*, placów* dla ofiar, placów* dla kobiet, mieszkani* chronion*, chronion* mieszkani*,
    mieszkani* kryzysow*, mieszkani* interwencyjn*, mieszkani* treningow*, mieszkani* readaptacyjn*, mieszkani* przejściow*, mieszkani*
    wspieran*, bezpieczn* dom*, bezpieczn* mieszkani*, bezpieczn* lokal*, bezpieczn* miejsc*, tajn* mieszkani*, tajn* dom*, tajn* adres*, lokal*
    interwencyjn*, punkt* noclegow*, safe house, shelter, shelteru, dom* w pół drogi, specjalistyczn* ośrod*, azyl dla, azylu dla, azylem dla, w
    azylu, hostel dla, hostelu dla, hostelem dla`,
  dwelling: `dom, domu, domem, domy, domach, mieszkani*, lokal, lokalu, lokum, willa, willi, willę, budynek, budynku, kamienic*, pensjonat*, kwater*,
    pokój, pokoju, pokoje, blok, bloku, placówk*, placówce, internat*, hostel*, przytulisk*, adres, adresem, adresy`,
  hiding: `bezpieczn*, tajn*, chronion*, anonimow*, ukryt*, kryzysow*, interwencyjn*, przejściow*, tranzytow*, poufn*, sekretn*`,
  guests: `ofiar*, kobiet*, dziewczyn, dziewcząt, matek, ocalał*, pokrzywdzon*, podopieczn*, klientek, wykorzystywan*, mieszkanek, nieletnich,
    uratowan*, dziewczyn*`,
  forGuests: `dla, w którym, w której, gdzie, z`,
  beside: `obok, koło, naprzeciw*, naprzeciwko, vis-à-vis, nad, pod, przy, blisko, niedaleko, nieopodal, tuż przy, tuż obok, w pobliżu, w sąsiedztwie,
    na tyłach, na wprost, minut od, minuty od, metrów od, metry od, kroków od, kroki od, vis a vis, z widokiem na, sąsiaduje z, po drugiej
    stronie, w podwórzu, przecznice od, wzdłuż, pieszo od, piechotą od, wychodzi na, wychodzą na, graniczy z, ulice od, domy od, sąsiaduje, tym
    samym budynku co, okna na, oknami na`,
  behindOrFor: `za`,
  landmark: `kości*, kaplic*, katedr*, meczet*, synagog*, klasztor*, szkoł*, szkole, szkół, przedszkol*, żłob*, aptek*, aptece, szpital*, przychodni*,
    klinik*, piekarni*, cukierni*, sklep*, sklepem, supermarket*, targ, targiem, targowisk*, galerią, bank, bankiem, banku, poczt*, poczcie,
    basen*, stadion*, hala, halą, boisk*, park, parku, parkiem, plac* zabaw, cmentarz*, straż*, remiz*, stacj*, dworc*, dworzec, torów, torach,
    torami, torem, mostem, rzek*, rzece, jezior*, kanał*, lasem, lasu, młyn*, fabry*, browar*, muzeum, bibliotek*, kino, kinem, kina, ratusz*,
    bar, barem, restauracj*, fryzjer*, pralni*, parking*, wież*, pomnik*, zamk*, zamek, fontann*, rond*, autostrad*, port, portem, plebani*,
    folwark*, koszar*, hotel, hotelem, hotelu, biur*, biurem, biedronk*, żabk*, kiosk*, kwiaciarni*, przystan*, komend*, komisariat*, warsztat*,
    opactw*, tartak*, cegielni*, internat*, gospod*, dwór, dworze, dworu, sierocińc*, leśniczów*, mostu, moście, teatr*, stodoł*, dom* kultury,
    centrum handlow*, galeri* handlow*, dom* opieki, dom* handlow*, dentyst*, stomatolog*, optyk*, weterynarz*, jubiler*, lodziarni*, kawiarni*,
    pizzeri*, krawc*, krawcow*, kasyn*, dyskotek*, sądem, sądu, więzieni*, aresztem, urzęd*, urzędem, uniwersytet*, kemping*, prom, promem,
    zapor*, wzgórz*, sadem, elektrowni*, ciepłowni*, wysypisk*, krematori*, stajni*, garbarni*, kopalni*, willi, willą, lodowisk*, kręgielni*,
    mięsn*, rybn*, warzywniak*, spożywcz*, salonem, salonu, zakład*, magazyn*, hurtowni*, studni*, wiatrak*, ośrod* zdrowia, pałac*, spichlerz*,
    gorzelni*, cerkw*, cerkwi, cerkiew*, tamą, tamie, winiarni*, śluz*, obor*, aptec*, klinic*, targowisc*, boisc*, bibliotec*, pomnic*,
    folwarc*, biedronc*, kiosc*, tartac*, optyc*, dyskotec*, wysypisc*, lodowisc*, warzywniac*, wiatrac*`,
  stop: `metro, metra, tramwaj*, autobus*, przystan*, stacj*, dworzec, dworca, skm, wkd`,
  spot: `skraju lasu, skraj lasu, skrajem lasu, pod lasem, pętl* tramwaj*, pętl* autobus*, na pętli, ostatni przystanek, ostatnim przystanku,
    ostatniego przystanku, końcowy przystanek, końcowym przystanku, na końcu wsi, na skraju wsi, na skraju miasteczka, na rynku w, rynku, nad
    jeziorem, nad rzeką, koło torów, stacj* kolejki, stacj* metra, stacj* kolejow*, ostatni dom, pierwszy dom, drugie drzwi, ostatnia chata,
    ostatni budynek, na plebanii, w klasztorze`,
  district: `dzielnic*, osiedl*, osiedlu, os`,
  village: `wsi, wieś, wsią, wiosk*, wiosce, sołectw*, przysiół*`,
  corner: `rogu, na rogu, róg, skrzyżowani*, zbiegu`,
  former: `dawn*, były, byłej, byłym, byłego, była, stara, starej, starym, starego, nieczynn*, wyremontowan*, odremontowan*, przebudowan*`,
  door: `dzwonek, dzwonkiem, dzwonku, domofon*, wizytówk*, skrzynk* na listy, kod do bramy`,
  floor: `piętr*, parter, parterze, klatk*, oficyn*, podwórz*, podwórk*, suteren*, blok, bloku`,
  colour: `żółt*, czerwon*, niebiesk*, zielon*, biały, białym, biała, białej, różow*, szary, szarym, pomarańczow*, brązow*, ceglan*`,
  way: `pieszo, piechotą, minut, minuty, metrów, metry, skręcamy, skręcić, skręć, wysiadamy, wysiąść, wysiadać, furtk*, bram*, bramie, przecznic*,
    dojechać, dojedziesz`,
  gathering: `konferencj*, demonstracj*, manifest*, protest*, marsz, czuwani*, debat*, szkoleni*, seminari*, warsztat*, wykład*, koncert*, wystaw*, pokaz,
    projekcj*, odbędzie się, odbyła się, odbył się, odbywa się, odbyło się, kiermasz*, zbiórk*, stoisk*, petycj*, podpisy, kongres*, sympozj*,
    spotkani*, pikiet*, dyskusj*`,
  about: `o, na temat, pt, pod tytułem, poświęcon*`,
  contact: `kontakt dla mediów, biuro prasowe, biura prasowego, biurze prasowym, rzecznik*, rzeczniczk*, sekretariat*, ministerstw*, ambasad*, siedzib*,
    dla mediów`,
  office: `biuro, biura, biurze, punkt konsultacyjny, hotel, kawiarni*, komisariat*, komenda, sąd, sądzie, uniwersytet*, teatr*, ratusz*, urząd,
    urzędu, urzędzie`,
  general: `wiele, większość, często, zwykle, zazwyczaj, powinny, powinno, muszą, więcej, lepsz*, dość, każd*, żadn*, procent, niektór*, brakuje, mało`,
  between: `pomiędzy, między`,
  rightBeside: `tuż obok, tuż za, tuż przy, tuż nad, zaraz za, zaraz obok, dokładnie naprzeciw, dokładnie naprzeciwko, vis a vis, drzwi w drzwi z, przez
    ścianę z`,
  lives: `mieszkają, mieszka, śpią, nocują, przebywają, zakwaterowane, ukrywają`,
  until: `zanim, dopóki, aż, teraz w`,
  neighbours: `sąsied*, sąsiad*, mieszkańcy`,
  lacking: `nie ma, brakuje`,
  inFront: `przed`,
};
