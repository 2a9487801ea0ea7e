/** What is called after people: a name beside one of these is nobody's story. Without accents. */
export const INSTITUTIONS: ReadonlySet<string> = new Set(
  `act award airport academy association bill bridge bureau campus case center centre charity church clinic college convention collection day directive fellowship foundation fund gallery
  group home hospital hotel house initiative institute law lecture library medal memorial museum network office palace park peace prize programme project protocol report road school scholarship
  society square stadium station street theatre trust university
  stichting huis prijs straat plein school universiteit instituut fonds wet ziekenhuis
  stiftung haus preis schule universitat hochschule institut gesetz strasse platz gesellschaft verein zentrum krankenhaus verlag
  fondation prix rue ecole universite institut maison loi hopital lycee centre place avenue boulevard
  fundacion proyecto premio calle escuela universidad instituto ley casa centro hospital plaza avenida
  fondazione premio via scuola universita istituto legge piazza associazione cooperativa
  fundatia premiul strada scoala universitatea institutul legea spitalul casa asociatia liceul
  fundacja fundacji nagroda nagrody ulica ulicy szkola instytut instytutu uniwersytet uniwersytetu stowarzyszenie dom
  nadace cena ceny cenu cenou ulice skola ustav univerzita nemocnice spolek namesti
  fondacija nagrada nagradu ulica ulici skola institut univerzitet fakultet zakon bolnica udruzenje bulevar dom
  fondaciia nagrada ulica uciliste universitet zakon bolnica dom
  fond premiia vulicia skola institut universitet zakon likarnia budinok prospekt ulica bolnica muzei
  vakfi odulu caddesi okulu universitesi enstitusu kanunu hastanesi dernegi evi sokak
  saatio palkinto katu koulu yliopisto laki sairaala
  sihtasutus auhind tanav kool ulikool seadus haigla
  fonden prisen gade skole universitet lov hospital`.split(/\s+/),
);

/** Saints and ships: what stands before a name that is a place's. */
export const BEFORE_PLACES: ReadonlySet<string> = new Set(
  `saint st sankt san santa santo sant sao sveti sveta svete sv sfanta sfantul sw swieta swiety hurricane cyclone typhoon lake mount cape port villa casa hotel ms mv lex`.split(
    /\s+/,
  ),
);

/** Bodies whose staff speak in public: Anna Example of the Ministry of Justice. Without accents. */
export const PUBLIC_BODIES: ReadonlySet<string> = new Set(
  `ministry commission council parliament police court agency committee government embassy secretariat department bundestag ngo un osce iom ilo unodc unhcr unicef greta odihr europol eurojust icmpd
  ministerie commissie raad parlement politie rechtbank ministerium kommission rat parlament polizei gericht behorde bundeskriminalamt landeskriminalamt
  ministere conseil parlement cour tribunal comite ministerio consejo comision parlamento tribunal policia ministero consiglio commissione tribunale questura
  ministerul consiliul comisia parlamentul curtea politia agentia ministerstwo ministerstwa rada komisja sejm sad policja straz ministerstvo rada soud policie parlament
  ministarstvo ministarstva savet vijece komisija sud policija tuzilastvo ministerstvoto savet sad komisiia ministerstva sud rada komitet policiia politsiia sluzba
  bakanligi konseyi komisyonu mahkemesi ministerio neuvosto komissio oikeus poliisi ministeriet radet politiet`.split(
    /\s+/,
  ),
);
