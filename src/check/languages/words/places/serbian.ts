import type { LanguageWords } from '../../check-language.js';

/** How Serbian, Croatian and Bosnian tell where a shelter is, in both scripts. */
export const SERBIAN_PLACES: LanguageWords = {
  refuge: `sigurn* kuć*, sigurn* stan*, sigurn* smeštaj*, sigurn* smještaj*, sigurn* dom*, skloništ*, utočišt*, prihvatilišt*, prihvatn* stanic*,
    prihvatn* centar, prihvatn* centr*, svratišt*, materinsk* dom*, materinsk* kuć*, krizn* centar, krizn* centr*, krizn* stan*, krizn*
    smeštaj*, krizn* smještaj*, krizn* kuć*, zaštićen* stan*, zaštićen* kuć*, zaštićen* smeštaj*, bezbedn* kuć*, bezbedn* stan*, bezbedn*
    smeštaj*, privremen* smeštaj*, privremen* smještaj*, privremen* dom*, privremen* stan*, hitn* smeštaj*, hitn* smještaj*, prenoćišt*,
    konačišt*, kuć* na pola puta, stan na pola puta, tajn* kuć*, tajn* stan*, tajn* adres*, skrovišt*, zaklon*, žensk* kuć*, tranzitn* kuć*,
    tranzitn* stan*, tranzitn* dom*, kuć* za žene, kuć* za devojke, kuć* za djevojke, kuć* za žrtve, dom* za žrtve, dom* za žene, stan* za
    žrtve, stan* za žene, safe house, šelter*, anonimn* stan*, anonimn* kuć*, majka i dete, majke i deteta, interventn* smeštaj*, urgentn*
    smeštaj*, tajn* azil*, azil za, azilu za, azila za, u azilu`,
  dwelling: `kuć*, kuća, kući, kuću, kuće, stan, stanu, stana, stanovi, stanova, dom, domu, doma, smeštaj*, smještaj*, zgrad*, vila, vili, vilu, soba,
    sobe, apartman*, pansion*, hostel*, objekat, objekt*, stanovanj*, adresa, adrese, adresu, adresi`,
  hiding: `sigurn*, bezbedn*, tajn*, zaštićen*, anonimn*, skriven*, krizn*, privremen*, prelazn*, prijelazn*, tranzitn*, poverljiv*, hitn*`,
  guests: `žrtve, žrtava, žene, žena, devojke, devojaka, djevojke, majke, majki, preživel*, preživjel*, korisnic*, štićenic*, eksploatisan*, spasen*,
    maloletn*`,
  forGuests: `za, u kojem, u kojoj, u kome, gde, gdje, sa, s`,
  beside: `pored, iza, ispod, iznad, preko puta, naspram, nasuprot, blizu, kraj, kod, do same, do samog, do stare, do starog, uz, u blizini, nedaleko
    od, minuta od, minut od, metara od, koraka od, ulice od, tik do, tik uz, odmah do, pokraj, s druge strane, sa pogledom na, s pogledom na, u
    komšiluku, u susedstvu, nad, pod, peške od, pešice od, pješice od, hoda od, gleda na, graniči se sa, kuće od, ulica od, istoj zgradi kao,
    istoj kući kao, prozori na, prozorima na`,
  behindOrFor: `za`,
  landmark: `crkv*, kapel*, katedral*, džamij*, sinagog*, manastir*, samostan*, škol*, vrtić*, obdaništ*, jaslic*, apotek*, ljekarn*, bolnic*, dom*
    zdravlja, ambulant*, klinik*, pekar*, poslastičar*, mesar*, prodavnic*, samoposlug*, supermarket*, pijac*, tržn* centar, tržn* centr*,
    bank*, banc*, pošt*, pošte, pošti, bazen*, stadion*, sportsk* hal*, park, parka, parku, igrališt*, groblj*, vatrogas*, pumpe, pumpa, pumpi,
    benzinsk*, stanic*, kolodvor*, autobusk* stanic*, železničk*, željezničk*, prug*, pruz*, šinama, šinom, mosta, mostu, reci, rijek*, jezer*, kanal*,
    šum*, mlin*, vodenic*, fabri*, tvornic*, pivar*, muzej*, bibliotek*, knjižnic*, bioskop*, kino, opštin*, kafan*, kafić*, restoran*, frizer*,
    peraonic*, parking*, toranj, tornja, spomenik*, zamk*, dvorac, dvorca, fontan*, česm*, kružn* tok*, autoput*, parohijsk* dom*, župn* dvor*,
    parohij*, salaš*, kasarn*, hotel*, kancelarij*, ordinacij*, cvećar*, trafik*, kiosk*, stajališt*, policij*, maxi, idea, lidl, knjižar*,
    ciglan*, internat*, silos*, zadrug*, hali, halu, kule, kuli, kulu, luke, luci, luku, reke, reku, sportske hale, pozorišt*, kazališt*,
    teatr*, ambar*, dom* kulture, tržni centar, trgovačk* centar, trgovačk* centr*, šoping*, dom* penzionera, starač* dom*, zubar*, stomatolog*,
    optičar*, veterinar*, zlatar*, sladoledž*, hemijsk* čistion*, krojač*, kazin*, kladionic*, diskotek*, suda, sudom, zatvor*, zavod* za
    zapošljavanje, univerzitet*, kamp, kampa, skel*, trajekt*, brdom, brda, voćnjak*, elektran*, toplan*, deponij*, krematorij*, kožar*,
    rudnik*, vila, vile, klizališt*, kuglan*, picerij*, piljar*, ribarnic*, radnj*, servis*, pumpom, konak*, ergel*, vetrenjač*, vodovod*,
    tornjem, hram*, hramom, gimnazij*, fakultet*, menz*, mesn* zajednic*, brane, branom, vinarij*, ustav*, studentsk* dom*, štale, apotec*,
    klinic*, benzinsc*, železničc*, željezničc*, rijec*, bibliotec*, spomenic*, trafic*, kiosc*, diskotec*, voćnjac*, rudnic*, konac*`,
  stop: `metro, tramvaj*, autobus*, trolejbus*, stanic*, stajališt*, bus, voz, kolodvor*`,
  spot: `okretnic*, poslednj* stanic*, zadnj* stanic*, zadnj* postaj*, poslednj* stajališt*, ivici šume, ivica šume, rubu šume, kraju sela, na kraju
    ulice, kraju ulice, na trgu, pored reke, pored puta, na obali, kod crkve, seosk* trg*, glavnom trgu, poslednja kuća, prva kuća, zadnja kuća,
    poslednja zgrada, zadnja zgrada, u manastiru, u samostanu, u parohijskom domu`,
  district: `naselj*, kvart*, kvartu, četvrt*, mesn* zajednic*, blok, bloku, gradsk* četvrt*`,
  village: `selo, selu, sela, zaselak, zaseok*, zaseoku`,
  corner: `uglu, ugao, ćošk*, ćošku, raskrsnic*, raskršć*, na uglu`,
  former: `bivš*, nekadašnj*, stara, staroj, starom, starog, stare, staru, napušten*, renoviran*, preuređen*, adaptiran*`,
  door: `zvono, zvonu, zvonce, interfon*, poštansk* sanduč*, pozvoniti`,
  floor: `sprat*, spratu, kat, katu, ulaz, ulaza, ulazu, zgrada, prizemlj*, dvorišt*, podrum*, blok, bloku, stubišt*, suteren*`,
  colour: `žut*, crven*, plav*, zelen*, bela, beloj, bijel*, roze, siv*, narandžast*, braon, cigl*`,
  way: `peške, pješke, pješice, minuta, minut, metara, skrenite, siđete, siđite, izađite, kapij*, vrata, kolovoz`,
  gathering: `konferencij*, demonstracij*, protest*, marš, bdenj*, debat*, obuk*, seminar*, radionic*, predavanj*, koncert*, izložb*, projekcij*, održava
    se, održan*, održać*, održat*, održće se, biće održan*, bazar*, peticij*, potpis*, kongres*, simpozijum*, sastanak, okrugl* sto*, tribin*,
    skup, skupa, panel, panela, panelu, paneli, panel-diskusij*, štandu, štanda`,
  about: `o, na temu, pod nazivom, povodom`,
  contact: `za medije, pres služb*, kontakt za medije, portparol*, glasnogovornik*, glasnogovornic*, sekretarijat*, ministarstv*, ambasad*,
    veleposlanstv*, sedišt*`,
  office: `kancelarij*, ured*, uredu, savetovališt*, savjetovališt*, hotel*, kafić*, policij*, sud, sudu, suda, univerzitet*, fakultet*, pozorišt*,
    kazališt*, opštin*`,
  general: `mnog*, većina, često, obično, trebalo bi, treba da, moraju, više, bolj*, dovoljno, svak*, nijedn*, odsto, posto, neke, malo, nedostaj*`,
  between: `između`,
  rightBeside: `odmah pored, odmah iza, odmah iznad, tačno preko puta, preko puta, tik uz, tik do, tik iza, odmah do, vrata do vrata sa, na dva koraka od,
    točno preko puta`,
  lives: `žive, živi, stanuju, spavaju, smeštene, smještene, borave, skrivaju`,
  until: `pre nego, prije nego, dok nije, sada u`,
  neighbours: `komšij*, susjed*, sused*`,
  lacking: `nema, nedostaje`,
  inFront: `ispred`,
};
