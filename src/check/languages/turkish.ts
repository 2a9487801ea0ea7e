import type { CheckLanguage } from './check-language.js';

/** Turkish. */
export const TURKISH: CheckLanguage = {
  tags: ['tr'],
  words: {
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
    topic: `sömürü*, kölelik, fuhuş, insan tacir*`,
    ordeal: `satıldı, zorlandı, zorla çalıştırıl*, kaçırıldı, kaçtı, alıkonul*, hapsedil*, kandırıl*, dövüldü, kurtarıldı, pasaportuna el konul*, parası ödenmedi`,
    affected: `kız, genç kız, genç kadın, çocuk gelin, ev işçisi, bakıcı, temizlikçi, mülteci, mağdur, hayatta kalan, danışanımız, tanık`,
    person: `kadın, adam, işçi, anne, baba, şoför`,
    health: `hiv, aids, hamile, gebe, hepatit, verem, tüberküloz, kanser, diyabet*, epilepsi, şizofreni, depresyon*, intihar*, uyuşturucu bağımlı*, alkol bağımlı*, engelli`,
    shelter: `sığınma evi*, sığınmaevi*, sığınak, kadın konukevi*, konukevi*, güvenli ev*, barınma evi*, ilk kabul*, barınak`,
    venue: `tiyatro*, sinema*, müze*, kütüphane*, bakanlığı, büyükelçili*, üniversite*, otel*, konferans*, sergi*, konser*`,
    numbered: `oda, salon, madde, sayfa, kat, numara`,
    ageNumber: `on beş, on altı, on yedi, on sekiz, on dokuz, yirmi`,
    helpline: `yardım hattı, acil hat, ücretsiz hat`,
    pressContact: `basın iletişim, basın için`,
  },
  single: {
    nameParticle: `bin`,
    institution: `vakfı ödülü caddesi okulu üniversitesi enstitüsü kanunu hastanesi derneği evi sokak`,
    publicBody: `bakanlığı konseyi komisyonu mahkemesi`,
    time: `yaz yazın kış kışın sonbahar ilkbahar bayram ramazan pazartesi salı çarşamba perşembe cuma cumartesi pazar`,
    smallStreetWord: `caddesi cad cd sokak sokağı sok sk bulvarı blv bulv mahallesi mah`,
    beforeAge: `bin`,
    houseWord: `kapı`,
    smallWord: `bu bir`,
    mailRole: `iletisim basin ofis ofisi destek yardim kariyer proje merkezi`,
  },
  patterns: {
    surnameEnding: `oglu`,
    behindAddress: `ve adresinde`,
    ageAdjective: `yasinda(?:ki)? yasli`,
  },
  caseEndings: [{ endings: `nin nun in un n`, nominatives: `- i a` }],
  givenNames: `
    Abdullah Adem Adnan Ahmet Akın Ali Alper Arzu Aslı Asuman Aydın Ayhan Aylin Ayla Aynur Ayse Ayşe Ayşegül Aysel Aysun Ayten Bahar Banu Baran Barış Başak Belgin Belma Berfin Berivan Berk Berna Betül Beyza Bilge Birgül Birsen Burak Burcu Buse Büşra Canan Cansu Cem Cemal Cemile Cemre Ceren Ceyda Ceylan Çiğdem Damla Deniz Derya Dicle Didem Dilan Dilara Dilek Duygu Ebru Ece
    Eda Ekin Elif Emel Emine Emrah Emre Engin Erdem Erdoğan Eren Erhan Erkan Erol Ersin Esma Esra Evrim Ezgi Fadime Fatma Fatih Ferhat Ferit Feride Feyza Figen Filiz Funda Gamze Gizem Gökhan Gönül Gülay Gül Gülden Güler Gülizar Gülnur Gülsen Gülsüm Gülşah Gülten Güneş Hacer Hakan Halil Halime Hande Hanife Hasan Hatice Havva Hayriye Hazal Hicran Hülya Hüseyin Huriye Ibrahim
    İbrahim İlhan İlkay İpek İrem İsmail Kadir Kadriye Kemal Kerem Kübra Lale Leman Levent Leyla Mehmet Mehtap Melahat Melek Melike Melis Meltem Meral Mert Merve Meryem Mesut Murat Mustafa Müge Münevver Müzeyyen Nalan Nazan Nazlı Necla Nermin Neslihan Neşe Nevin Nihal Nilgün Nilüfer Nur Nuran Nuray Nurcan Nurgül Nuriye Oğuz Okan Onur Orhan Osman Oya Ömer Özgür Özge Özlem Pelin
    Perihan Pınar Rabia Ramazan Recep Rojda Ruken Rukiye Saadet Safiye Salih Seda Sedef Selda Selçuk Selin Selma Semra Sena Serap Serdar Serkan Sevda Sevgi Sevil Sevim Seyhan Sibel Sinem Songül Suna Süleyman Sultan Şebnem Şenay Şeyma Şerife Şirin Şükran Şule Tarık Tuba Tuğba Tuğçe Tülay Tülin Türkan Ufuk Umut Ümit Vildan Yasemin Yasin Yavuz Yeliz Yeşim Yıldız Yılmaz Yusuf Zehra Zelal Zeliha Zeynep Zeki Zübeyde`,
  commonWords: `ve bir bu için ile olarak olan da de daha çok gibi sonra kadar olduğu insan kişi her en`,
  emptyLinkWords: `burada, buraya, buraya tıklayın, tıklayın, tıklayınız, devamı, devamını oku, daha fazla, daha fazla bilgi`,
  pressNotes: `basın bülteni, basın açıklaması`,
};
