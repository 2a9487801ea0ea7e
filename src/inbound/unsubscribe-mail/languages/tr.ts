import type { RequestLanguage } from '../language.js';

export const turkish: RequestLanguage = {
  tag: 'tr',
  unsubscribe: `abonelikten çık*, aboneliği iptal*, aboneliğimi iptal*, aboneliğimin iptal*, abonelik iptal*, üyeliğimi iptal*, üyelikten çık*, aboneliğimi sonlandır*, aboneliğimi bitir*, aboneliğimi kaldır*, bültenden çık*, bülten iptal*`,
  asks: `göndermenize ~ gerek yok, bir şey ~ göndermeyin, nasıl ~ çık*|ayrıl*|kurtul*, hiçbir şey ~ göndermeyin,
    listeden|listenizden|listesinden|listenden|bülteninizden|bültenden|listelerinizden ~ çık*|sil*|kaldır*|ayrıl*, @list ~ çıkar*|çıkmak|silin|siliniz|silinmek|kaldır*|iptal, beni ~ çıkar*|silin|siliniz|kaldır*, adresimi|epostamı|mailimi|emailimi|adımı ~ sil*|çıkar*|kaldır*, artık ~ istemiyor*, almak istemiyor*, @list ~ istemiyor*, daha fazla ~ @list ~ gönderme*, gönderme* ~ artık, bana ~ gönderme*|yazma*|atma*, @list ~ göndermeyin|göndermeyiniz|göndermeyi|atmayın|yollamayın, göndermeyi ~ bırak*|durdur*|kes*, durdurun ~ @list, @list ~ durdur*|son, ilgilenmiyorum, onayımı ~ geri, rızamı ~ geri, rahat bırakın`,
  alone: `dur, durdur, durdurun, hayır, hayır teşekkürler, yeter, sil, silin, siliniz, çıkar, çıkarın, istemiyorum, iptal, iptal edin, çıkış, çık, ayrıl, son, stop, iptal et`,
  hints: `abone ~ olmadım, kaydolmadım, üye olmadım, artık ~ çalışmıyorum, kapatılacak, kapanacak, emekli oldum, spam olarak, istenmeyen`,
  erase: `verilerimi|bilgilerimi|verilerimin|bilgilerimin|kişisel ~ sil*|yok|imha, veri* ~ silin*|silme*, unutulma hakk*, silinme hakk*, kvkk ~ sil*, gdpr ~ sil*, madde 17`,
  list: `bülten*, bülteni*, liste*, listeniz*, eposta*, e posta*, email*, mail*, mailler*, mesaj*, abonelik*, haber bülten*, haber, posta*, gönderi*, spam*`,
  me: `ben, beni, bana, benim, adresimi, epostamı, aboneliğimi, biz, bizi, bize, istiyorum, istemiyorum, mailimi, adımı`,
  not: `değil, asla, olmasın, çıkarmayın, silmeyin, iptal etmeyin`,
  otherThings: `seminer*, konferans*, eğitim*, webinar*, toplant*, kurs*, kayıt*, kaydım*, katılım*, konuşmac*, makale*, metin*, paragraf*, cümle*, kelime*, fotoğraf*, resim*, logo*, alıntı*, röportaj*, fatura*, sipariş*, rezervasyon*, otel*, uçuş*, bilet*, proje*, ticaret*, şiddet*, sayfa*, rapor*, belge*, etkinlik*, yazı*`,
  somebodyElse: `meslektaş*, arkadaş*, eşim*, annem*, babam*, kardeş*, müdür*, patron*, onu, onun, onlar*, aşağıdaki*, vefat*, emekli*, birisi, insanlar, stajyer*`,
  doubt: `yanlışlıkla, kazara, kaç kişi, neden, niye, niçin, çıkarıldım, eğer, isterseniz, istemiyorsanız, tıklayın, tıklayınız, tekrar, yeniden, bağlant*, link*, düğme*, yeni adres*, başka adres*, değiş*`,
  subscribe: `abone, abone ol, abonelik, kayıt`,
  around: `lütfen, beni, bana, benim, bülteninizden, bültenden, listenizden, listeden, posta, e, mail, eposta, email, teşekkürler, teşekkür, ederim, ederiz, merhaba, selam, sayın, iyi, günler, saygılar, saygılarımla, istiyorum, hemen, şimdi, ve, bu, adresimi, adresim, rica, ederim, haber, yetkili, ekip, sizin, haberiniz, gereğini, artık`,
  closing: `saygılarımla, saygılar, teşekkürler, teşekkür ederim, iyi günler, sevgiler, iyi çalışmalar, selamlar`,
};
