import type { RequestLanguage } from '../language.js';

export const finnish: RequestLanguage = {
  tag: 'fi',
  unsubscribe: `peruuta tilaus, peruuttaa tilaus, peruuttaa tilauksen, peruuttaa tilaukseni, perua tilaus, perua tilaukseni, peru tilaus, peru tilaukseni, peruutan tilauksen*, tilauksen peruutus, tilauksen peruuttaminen, perukaa tilaukseni, peruuttakaa tilaukseni, uutiskirjeen peruutus, irtisanoa, irtisanon, eroan listalta, peruutus`,
  asks: `ei tarvitse ~ lähett*, mitään ~ lähett*, miten ~ pääsen ~ @list ~ pois, miten ~ eroan|poistun ~ @list,
    poista|poistakaa|poistaa|poistattaisitteko|poistaisitteko|poistetaan|poistaminen|poistamista|ottakaa|ota ~ @list, @list ~ poistaa|poistakaa|poista|pois|peruuttaa|peruuta|perua|lopettaa, poistakaa|poista|poistaisitteko minut|meidät|osoitteeni|sähköpostini|nimeni, minut ~ poistaa|poistettaisiin|pois, en|emme ~ halua|haluaisi|toivo|tahdo|kaipaa ~ saada|vastaanottaa|enää|@list, en ~ enää ~ halua*, en halua ~ @list, älkää|älä ~ lähettäkö|lähetä|lähettäkää|lähetelkö, lopettakaa|lopeta|lopettaisitteko ~ lähett*|@list, lopettakaa ~ postit*, ei enää ~ @list, ei kiinnosta ~ @list, en ole ~ kiinnostunut, peru*|lopet* ~ tilau*, perun ~ suostumu*, peruutan ~ suostumu*, jättäkää minut rauhaan, riittää ~ @list`,
  alone: `stop, seis, ei, ei kiitos, poista, poistakaa, riittää, lopeta, lopettakaa, peruuta, peru, en halua, ei kiinnosta, loppu, pois, poistu, eroa`,
  hints: `en ole ~ tilannut|liittynyt|pyytänyt, en työskentele ~ enää, en ole enää, suljetaan, poistuu käytöstä, eläkkeellä, roskapost*`,
  erase: `poist*|hävit*|tuho* ~ tieto*|henkilötieto*, tieto*|henkilötieto* ~ poist*|hävit*, oikeus tulla unohdetuksi, oikeuttani tulla unohdetuksi, oikeus tietojen poistamiseen, tietojen* poistami*, 17 artikla*, artikla 17, gdpr ~ poist*, poist* kaikki ~ minusta`,
  list: `uutiskirje*, uutiskirjee*, lista, listalta, listaltanne, listat, postituslist*, postituslista*, sähköpostilist*, jakelu*, jakelulist*, sähköposti*, viest*, viestejä, kirjeit*, tilau*, tiedott*, tiedote*, posteja, postia, maileja, roskapost*`,
  me: `minä, minua, minut, minun, minulle, en, haluan, haluaisin, me, meitä, meidät, meille, osoitteeni, sähköpostini, tilaukseni, tietoni, henkilötietoni, pyydän`,
  not: `ei, älkää, älä, ilman, koskaan`,
  otherThings: `seminaar*, konferens*, koulutu*, työpaj*, webinaar*, kokou*, kurssi*, ilmoittautumi*, osallistu*, puhuj*, artikkel*, teksti*, kappale*, lause*, sana*, sanan, valokuv*, kuva*, kuvan, logo*, sitaat*, haastattel*, jäsenyy*, lasku*, varau*, hotelli*, lento*, lippu*, projekti*, hank*, ihmiskaup*, väkivalt*, sivu*, verkkosivu*, raport*, asiakirj*, tapahtum*`,
  somebodyElse: `kolleg*, työtover*, mies, mieheni, vaimo*, äiti*, isä*, sisar*, sisko*, veli*, ystäv*, johtaj*, pomo*, hän, hänet, hänen, heidät, seuraav*, kuollut, kuoli, eläk*, joku, ihmis*, harjoittelij*`,
  doubt: `vahingossa, erehdyksessä, virhe*, kuinka moni, montako, miksi, jos et halua, jos haluat, jos ette, napsauta, klikkaa, uudelleen, taas, takaisin, linkki*, painike*, uusi osoite, toinen osoite, vaih* ~ osoit*`,
  subscribe: `tilata, tilaan, tilaa, rekisteröi, liity`,
  around: `ole, olkaa, hyvä, hyvät, kiitos, kiitoksia, paljon, pyydän, haluan, haluaisin, minut, minun, postituslistalta, listalta, uutiskirje, uutiskirjeen, teidän, hei, moi, terve, päivää, hyvää, terveisin, ystävällisin, heti, nyt, ja, sähköpostini, osoitteeni, etukäteen, saisinko, voisitteko, voitteko, uutiskirjeenne, jakelusta, tästä, tämän, mahdollisimman, pian, välittömästi, arvoisa, tervehdys, sähköposti`,
  closing: `terveisin, ystävällisin, ystävällisesti, kiitos, kiitoksia, t, yt, parhain, kunnioittavasti, etukäteen`,
};
