/** Endings that make a street of a name, in one word: Hauptstraße, Keizersgracht, Mannerheimintie. Without accents. */
export const SUFFIXES: readonly string[] = [
  ...[
    'strasse',
    'straße',
    'str',
    'gasse',
    'allee',
    'weg',
    'platz',
    'damm',
    'ufer',
    'steig',
    'chaussee',
    'promenade',
    'stieg',
    'zeile',
    'bleiche',
    'kamp',
    'graben',
  ],
  ...[
    'straat',
    'gracht',
    'plein',
    'laan',
    'kade',
    'singel',
    'steeg',
    'dijk',
    'dreef',
    'steenweg',
    'plantsoen',
    'strjitte',
    'stritte',
  ],
  ...['gade', 'vej', 'straede', 'vaenget', 'torv', 'plads', 'gatan', 'gata', 'vagen', 'veien'],
  ...['katu', 'tie', 'kuja', 'polku', 'kaari', 'vayla', 'ranta', 'puistikko', 'esplanadi', 'penger'],
  ...['utca', 'iela', 'gatve', 'ulica'],
];

/** Those that hardly any other word ends with, so that they count without a capital letter too. */
export const UNMISTAKABLE_SUFFIXES: readonly string[] = [
  'strasse',
  'straat',
  'gracht',
  'gatan',
  'katu',
  'steenweg',
  'utca',
];

/** Words that end like a street and are none. */
export const NO_STREETS: ReadonlySet<string> = new Set(
  `arbeitsplatz ausbildungsplatz studienplatz schlafplatz therapieplatz schutzplatz frauenhausplatz kitaplatz sitzplatz stellplatz spielplatz parkplatz listenplatz
  bahnsteig einstieg aufstieg abstieg ausstieg rechtsweg fluchtweg bildungsweg lebensweg ausweg umweg heimweg mittelweg notausgang fahrweg
  brigade renegade dekade decade blockade blokkade barrikade arkade kaskade arbejdsplads balkanroute
  katie christie scottie sweetie beattie hattie lottie mattie bettie kattie historiatie moottoritie rautatie
  magistr minstr registr autobahn garanta quaranta cinquanta sessanta settanta ottanta novanta trenta millaan soldaan sultanstr`.split(
    /\s+/,
  ),
);

/** The words for a street between the number and its name, as in French: 12 rue de la Paix. */
export const AFTER_NUMBER: ReadonlySet<string> = new Set(
  `rue avenue av boulevard bd bld place cours route passage square impasse chemin quai allee allees faubourg chaussee sentier ruelle villa residence sente montee venelle digue traverse rampe levee cite esplanade promenade cours mail rond-point`.split(
    ' ',
  ),
);

/** Words for a street that stand behind a name in small letters too. */
export const SMALL_AFTER: ReadonlySet<string> = new Set(
  `street st str road avenue lane utca tanav tanaval tanava tn mnt maantee pst puiestee caddesi cad cd sokak sokagi sok sk bulvari blv bulv mahallesi mah iela gatve vej gade ulica ulici ulice ulicu vulicia vulici vuliciu trida namesti nabrezi`.split(
    ' ',
  ),
);

/** Abbreviations that also begin another word: St Petersburg, Dr Smith. A sign or the end follows where they end a street. */
export const SHORT_AFTER: ReadonlySet<string> = new Set(['st', 'dr', 'av', 'ave', 'ct', 'pl', 'sq', 'sk', 'cd', 'mah']);

/** Small words within names of streets. */
export const PARTICLES: ReadonlySet<string> = new Set(
  `de du des la le les l d del della delle dei degli dell di da do dos das el los las und der den dem zum zur van von ter ten op cel cea si si al a i y e of the
  sv svetog svete svetega sw ks gen kralja kraljice kneza knez vojvode cara carice bana dr prof im marsz plk mjr kpt bl ap sf sfanta sfantul lui general maresal akad`.split(
    /\s+/,
  ),
);

/** Small words that have a capital at the beginning of a sentence only: Auf Platz 3. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  `auf am an im in der die das den dem ein eine vom zum zur bei und the this that our on at of and from to for op de het een aan la le les un une el los il lo una w na v do o i a u pe din bu bir`.split(
    ' ',
  ),
);

/** What follows "via" where it means "by way of". */
export const BY_WAY_OF: ReadonlySet<string> = new Set(
  `zoom skype teams whatsapp signal facebook twitter youtube telegram viber instagram google email webex jitsi meet messenger mail internet online link sms tiktok linkedin moodle campesina`.split(
    ' ',
  ),
);
