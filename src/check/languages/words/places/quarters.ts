import type { LanguageWords } from '../../check-language.js';

/** Parts of large towns that are known without the word "district". */
export const QUARTERS: LanguageWords = {
  quarter: `Neukölln, Kreuzberg, Friedrichshain, Prenzlauer Berg, Wedding, Moabit, Marzahn, Lichtenberg, Charlottenburg, Schöneberg, Tempelhof, Spandau,
    Altona, Wilhelmsburg, Ottensen, Schwabing, Giesing, Ehrenfeld, Bockenheim, Gallus, Favoriten, Ottakring, Meidling, Hernals, Simmering,
    Floridsdorf, Donaustadt, Leopoldstadt, Brigittenau, Lend, Gries, Oerlikon, Altstetten, Wiedikon, Kleinbasel, Brixton, Hackney, Peckham,
    Camden, Islington, Lewisham, Tottenham, Whitechapel, Shoreditch, Moss Side, Toxteth, Govan, Leith, Handsworth, Belleville, Montmartre,
    Barbès, Ménilmontant, La Villette, Belle de Mai, Croix-Rousse, Guillotière, Molenbeek, Schaerbeek, Anderlecht, Saint-Gilles, Ixelles, Les
    Pâquis, Matonge, Vallecas, Lavapiés, Carabanchel, Usera, Chamberí, El Raval, Raval, Gràcia, Poble-sec, Ruzafa, Triana, Malasaña, Tetuán,
    Trastevere, Testaccio, Tor Bella Monaca, San Lorenzo, Pigneto, Quarto Oggiaro, Lambrate, Barona, Scampia, Ballarò, San Salvario, Barriera di
    Milano, Bolognina, Oltrarno, Bijlmer, De Pijp, Transvaal, Schilderswijk, Lombok, Kanaleneiland, Feijenoord, Borgerhout, Merksem, Mokotów,
    Mokotowie, Żoliborz, Żoliborzu, Ursynów, Ursynowie, Targówek, Targówku, Bielany, Bielanach, Nowa Huta, Nowej Hucie, Podgórze, Podgórzu,
    Kazimierzu, Krowodrza, Krowodrzy, Nadodrze, Nadodrzu, Wrzeszcz, Wrzeszczu, Bałuty, Bałutach, Jeżyce, Jeżycach, Vinohrady, Vinohradech,
    Žižkov, Žižkově, Smíchov, Smíchově, Karlín, Karlíně, Holešovice, Holešovicích, Vršovice, Vršovicích, Nusle, Nuslích, Židenice, Židenicích,
    Královo Pole, Králově Poli, Poruba, Porubě, Skvrňany, Skvrňanech, Ferentari, Rahova, Berceni, Militari, Titan, Drumul Taberei, Pantelimon,
    Colentina, Giulești, Tătărași, Păcurari, Mănăștur, Mărăști, Gheorgheni, Botanica, Rîșcani, Ciocana, Buiucani, Бояна, Лозенец, Люлин,
    Младост, Надежда 2, Надежда 3, Дружба, Красно село, Овча купел, Банишора, Хаджи Димитър, Столипиново, Чайка, Аспарухово, Меден рудник,
    Драгалевци, Симеоново, Княжево, Борово, Обеля, Zemun, Zemunu, Vračar, Vračaru, Dorćol, Dorćolu, Zvezdara, Zvezdari, Voždovac, Voždovcu, Novi
    Beograd, Novom Beogradu, Novog Beograda, Banjica, Banjici, Karaburma, Karaburmi, Čukarica, Čukarici, Palilula, Paliluli, Telep, Telepu,
    Detelinara, Detelinari, Liman, Limanu, Podbara, Podbari, Grbavica, Grbavici, Ilidža, Ilidži, Trešnjevka, Trešnjevci, Dubrava, Dubravi,
    Поділ, Подолі, Троєщина, Троєщині, Оболонь, Оболоні, Позняки, Позняках, Дарниця, Дарниці, Борщагівка, Борщагівці, Солом'янка, Солом'янці,
    Салтівка, Салтівці, Сихів, Сихові, Молдаванка, Молдаванці, Левандівка, Левандівці, Брюховичі, Брюховичах, Пересип, Пересипі`,
};
