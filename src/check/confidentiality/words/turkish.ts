import type { LanguageWords } from './language-words.js';

/** Turkish. */
export const TURKISH: LanguageWords = {
  telephone: `telefon*, tel no, cep, cep no, gsm, arayın, arayabilirsiniz, ara, numarası, numaralı hat, numaradan, numarasından, destek hattı, acil hat, hattı, imdat hattı`,
  recordNumber: `dosya no, esas no, karar no, vergi no, madde, sayfa, kanun, yasa, sicil no, sayılı`,
  counted: `kişi, kişiye, kadın, erkek, çocuk, mağdur, vaka, arama, çağrı, kez, saat, yıl, lira, euro, avro, tl`,
  identity: `pasaport*, kimlik no, kimlik numarası, t c kimlik, tc kimlik, tc no, kimlik, nüfus cüzdanı, ikamet izni no, ehliyet no, yabancı kimlik`,
  bankAccount: `hesap no, hesap numarası, banka hesabı, kart numarası, kredi kartı`,
  birth: `doğum, doğumlu, doğdu, doğum tarihi, doğum günü, doğan`,
  streetAfter: `caddesi, cad, cd, caddesinde, sokak, sokağı, sokağında, sokakta, sok, sk, bulvarı, bulvarında, blv, bulv, mahallesi, mah, meydanı, yolu, çıkmazı, apartmanı, apt, sitesi, yokuşu`,
  houseNumber: `no, numara, kat, daire, kapı`,
  addressFollows: `adres, adresi, adresinde, adresindeki, oturuyor, sığınma evi, sığınağı`,
  storyPerson: `mağduru, mağdur, hayatta kalan, hayatta kaldı, kurban, kurbanı, satıldı, zorlandı, sömürüldü, kaçırıldı, kaçtı, kaçmayı başardı, kurtuldu, kurtarıldı, onun hikayesi, hikayesi, hikâyesi, öyküsü, danışanımız, danışan, müvekkili, sığınma evimizde, sığınağımızda, sığınma evine, ticareti mağduru, fuhuşa zorlanan, zorla çalıştırıldı, ifadesi`,
  storyGroup: `mağdurları, mağdurların, mağdurlar, mağdurlara, mağdurlarına, danışanlar, kurbanları, sığınma, sığınmaevi, sığınağa`,
  nameFollows: `adlı, isimli, adındaki, adında, adı, ismi, benim adım, adım`,
  profession: `bakan, bakanı, hakim, hâkim, yargıç, avukat, avukatı, müdür*, direktör*, sözcü*, başkan*, koordinatör*, raportör*, komiser*, savcı*, milletvekili, vekil*, belediye, büyükelçi*, profesör*, doç, araştırmacı*, gazeteci*, uzman*, psikolog*, sosyal hizmet*, kurucu*, temsilci*, sekreter*, aktivist*, danışmanı, doktor, av`,
  work: `yazar*, yazdı, yazdığı, kitap*, kitab*, roman*, film*, belgesel*, fotoğraf*, sergi*, yönetmen*, sanatçı*, rapor*, makale*, çevirmen*`,
  pseudonym: `ismi değiştirilmiştir, adı değiştirilmiştir, isim değiştirilmiştir, isimler değiştirilmiştir, ismi değiştirildi, adı değiştirildi, isimleri değiştirildi, isim değiştirildi, gerçek adı değil, gerçek ismi değil, takma ad, takma adı, takma isim, rumuz, isimler değiştirildi`,
  speaking: `dedi, diyor, belirtti, söyledi, göre, açıkladı, anlattı, vurguladı, ekledi, ifade etti`,
  years: `yaşında, yaşındaki, yaş`,
  month: `ocak, şubat, mart, nisan, mayıs, haziran, temmuz, ağustos, eylül, ekim, kasım, aralık`,
  notAName: `vakfı, derneği, bakanlığı, konseyi, mahkemesi, birliği, komitesi, komisyonu, günü, ödülü, kanunu, enstitüsü, üniversitesi, okulu, hastanesi, cumhuriyeti, milletler, birleşmiş, avrupa, ulusal, uluslararası, merkezi, müdürlüğü, raporu, türkiye, istanbul, ankara, insan, hakları, ticareti, dünya, kadın, kadınlar, başkanlığı, belediyesi`,
  toldStory: `onun hikayesi, bir mağdurun hikayesi`,
};
