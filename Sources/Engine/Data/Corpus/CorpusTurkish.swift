// swift-format-ignore-file
// The Turkish part of the corpus: a village on a hill, its people, animals and seasons.
// Written for this project and part of it. Data only: a blank line ends a paragraph; `CorpusText` joins the lines.

enum CorpusTurkish {
  static let text: StaticString = """
  Köyümüz bir tepenin üstündedir. Tepeden bakınca ırmak, tarlalar ve uzakta mavi dağlar görünür.
  Köyde elli ev, bir okul, bir fırın ve iki çeşme vardır. Sabah olunca önce horoz öter, sonra
  fırının kapısı açılır. Sıcak ekmeğin kokusu bütün sokağa yayılır. Çocuklar okula gider, kadınlar
  ve erkekler tarlaya iner. Yaşlılar çınarın altında oturur ve havaya bakar. "Bugün yağmur
  yağacak," der biri. "Hayır, yağmayacak," der öteki. Akşam olunca ikisi de haklı olduğunu söyler.

  Elif on yaşındadır. Kardeşi Can yedi yaşındadır. Elif kitap okumayı sever, Can top oynamayı
  sever. Elif okurken Can bahçede koşar. Can yorulunca gelir, ablasının yanına oturur. O zaman
  Elif ona bir masal okur. Masal bitince Can hep aynı şeyi sorar: "Sonra ne oldu?" Elif güler.
  "Sonrasını sen anlat," der. Can düşünür ve anlatır. Onun masallarında herkes sonunda top oynar.

  Evin kedisi Pamuk beyazdır. Gündüz pencerede uyur, gece damda gezer. Evin köpeği Karabaş
  siyahtır. Gündüz kapının önünde yatar, gece koyunların yanında bekler. Kedi köpeği görür, köpek
  kediyi görür, ama ikisi de ses çıkarmaz. Çünkü süt aynı kaptan gelir ve ikisi de bunu bilir. Kış
  gecelerinde sobanın yanında yan yana uyurlar.

  Fırıncı Hasan Usta gece üçte kalkar. Un, su, tuz ve maya ile hamur yapar. Hamur bir saat
  dinlenir. Hasan Usta o sırada çay içer ve radyo dinler. Sonra hamuru keser, ekmekleri bir bir
  fırına sürer. Sabah altıda ilk ekmek çıkar. İlk ekmeği hiç satmaz. Onu ikiye böler, yarısını
  kendisi yer, yarısını kapıda bekleyen kuşlara verir. "Kuşlar erken kalkar," der, "erken kalkanın
  hakkı vardır."

  Okulumuzun kapısı kırmızıdır. İçinde bir büyük oda, bir küçük oda vardır. Büyük odada on altı
  sıra, bir harita ve bir soba durur. Küçük odada kitaplar vardır. Öğretmenimiz Ayşe Hanım
  şehirden gelmiştir. Bir yıl kalacaktı, dokuz yıl kaldı. Neden gitmediğini sorunca şöyle der:
  "Siz soru sordukça ben gidemem." Biz de her gün yeni bir soru buluruz.

  İlk derste sayarız. Küçükler taşla sayar, büyükler akıldan sayar. "Üç sepette kırkar elma varsa
  kaç elma vardır?" diye sorar öğretmen. "Yüz yirmi," der Elif. "Sepete bağlı," der Can. "Benim
  sepetimde az kalır, çünkü yolda yerim." Bütün sınıf güler. İkinci derste yazarız. Büyük harfle
  başlar, nokta ile bitiririz. Ağaç yeşil. Kuş ağaçta. Kedi kuşa bakar. Kuş uçar gider.

  Cumartesi günü pazar kurulur. Köylüler domates, biber, patlıcan, üzüm ve incir getirir. Bir
  kadın yalnız yumurta satar, bir adam yalnız bal satar. "Bu bal kaça?" diye sorar Elif. "Küçük
  kavanoz üç lira, büyük kavanoz beş lira," der balcı. Elif'in dört lirası vardır. Balcı büyük
  kavanozu açar, bir kaşık bal alır ve Can'a verir. "Şimdi bu kavanoz dört lira," der. Can da bu
  hesabı çok beğenir.

  İlkbaharda karlar erir, ırmak taşar, kuzular doğar. Ağaçlar önce beyaz, sonra yeşil olur. Yazın
  günler uzundur. Çocuklar ırmakta yüzer, akşama kadar eve gelmez. Sonbaharda üzüm toplanır, ceviz
  dökülür, rüzgâr yaprakları kapının önüne yığar. Kışın kar yağar ve yol kapanır. O zaman herkes
  evdedir. Soba yanar, çay kaynar, dışarıda ışıklar birer birer söner.

  Değirmenci İbrahim Dede ırmağın kıyısında oturur. Su çarkı çevirir, çark taşı çevirir, taş
  buğdayı un yapar. Su az olunca değirmen durur. O zaman İbrahim Dede tahtadan küçük hayvanlar
  yapar. Pencerenin önünde bir at, bir inek, iki koyun ve bir tilki dizilidir. "Değirmen durunca
  üzülmüyor musun?" diye sordu Can. "Hayır," dedi dede. "Değirmen dönünce un olur, durunca at
  olur." Sonra ona küçük bir köpek verdi. Köpeğin bir kulağı beyazdı.

  Bir gün Karabaş eve dönmedi. Elif ile Can onu her yerde aradı. Fırıncıya sordular, görmemişti.
  Çobana sordular, görmemişti. Değirmenciye sordular. "Görmedim, ama duydum," dedi İbrahim Dede.
  "Eski kuyunun yanından bir ses geliyordu." Koştular. Kuyu kuruydu ve Karabaş içindeydi. Yanında
  küçücük bir kuzu vardı. Köpek kuzuyu bırakmamıştı. İbrahim Dede bir ip getirdi, önce kuzuyu,
  sonra köpeği çıkardılar. O akşam Karabaş iki tabak yemek yedi, kuzu da bütün gece onun yanında
  uyudu.

  Ninem eskiden İstanbul'da yaşamış. Denizi, vapurları, martıları anlatır. "Sabah vapurla karşıya
  geçerdim," der. "Bir elimde simit, bir elimde kitap olurdu. Simidin yarısını martılar yerdi."
  Biz denizi hiç görmedik. Can sorar: "Deniz ırmaktan büyük mü?" Ninem biraz düşünür. "Irmak bir
  cümledir," der, "deniz bir kitap." O gece hepimiz rüyamızda deniz gördük. Sabah herkes kendi
  denizini anlattı ve hiçbiri ötekine benzemiyordu.

  Ormanda yaşlı bir meşe vardır. Köklerinin altında bir tilki oturur. Gündüz uyur, gece gezer. Bir
  gece tilki köye indi ve fırının önünde Pamuk'la karşılaştı. Tilki kediye baktı, kedi tilkiye
  baktı. Tilki daha büyüktü, ama kedi kendi evindeydi. Ay bir damdan öteki dama geçene kadar
  beklediler. Sonra tilki döndü, geldiği yoldan gitti. Kedi de sol patisini yaladı, sanki hiçbir
  şey olmamıştı.

  Gece olunca gökyüzü yıldızla dolar. Elif ile Can damda yatar ve yıldızları sayar. Elif onar onar
  sayar. Can başka türlü sayar: az, çok, daha çok, pek çok. "Kuzeyde bir yıldız var," der dedem,
  "o hiç yerinden kıpırdamaz. Ötekiler onun çevresinde döner. Onu bulursan yolunu da bulursun."
  Bir yıldız kayar. "Dilek tuttun mu?" diye sorar Elif. "Tuttum," der Can, "ama söylersem olmaz."
  Sonra ikisi de susar. Köyün ışıkları söner, ırmağın sesi kalır, gece uzar.

  Sonbaharda okula yeni bir çocuk geldi. Adı Sami'ydi ve başka bir dil konuşuyordu. İlk gün hiç
  konuşmadı. İkinci gün de konuşmadı. Üçüncü gün Can tahta köpeğini onun sırasına koydu. "Köpek,"
  dedi Can. Sami kendi dilinde bir söz söyledi. Can bu sözü bir kâğıda yazdı. Sonra pencereyi
  gösterdi. "Pencere," dedi. Öğle olunca ikisinin de yirmi sözü vardı. Kış gelince Sami bize kendi
  ülkesini bizim dilimizde anlattı. Bilmediği tek söz kardı, çünkü hiç görmemişti.

  Bir yaz hiç yağmur yağmadı. Irmak inceldi, değirmen durdu, çeşmenin biri kurudu. Kadınlar suyu
  öteki çeşmeden taşıdı. Yaşlılar çınarın altında göğe baktı. Bu kez hepsi aynı şeyi söyledi:
  yağacak. Ama yağmadı. Ağustosun son günü balcı ormandan indi. "Arılar evden çıkmıyor," dedi.
  Akşamüstü dağın üstünde küçük bir bulut göründü. Bulut büyüdü, dağ kadar oldu, sonra bütün gök
  bulut oldu. İlk damla toza düştü. İkincisi, üçüncüsü düştü. Sonra kimse saymadı. Herkes sokağa
  çıktı, elini açtı ve güldü.

  Ayşe Hanım tahtaya bir cümle yazdı ve son sözü eliyle kapattı. Adam akşam gökte. "Sonra ne
  gelir?" diye sordu. "Ay gelir," dedi üç çocuk. "Yıldız gelir," dedi iki çocuk. "Uçak gelir,"
  dedi Can. Öğretmen bir çizelge yaptı ve her söz için bir çizgi çekti. "Önceki sözleri ne kadar
  çok bilirsen, sonraki sözü o kadar iyi bulursun," dedi. "Ya hepsini bilirsem?" diye sordu Elif.
  Öğretmen pencereden çınarın altındaki yaşlılara baktı. "O zaman bile," dedi, "yağmur yağacak mı
  bilemezsin."

  Bilmeceyi en çok dedem sever. "Dört ayağı var, yürüyemez," der. "Masa," der Elif. "Gündüz kapıda
  bekler, gece koyun sayar," der. "Karabaş," der Can. "Ne kadar alırsan o kadar büyür," der dedem.
  Kimse bilemez. Ertesi gün Can çamur içinde gelir. "Çukur," der. "Dün bir tane kazdım, emin olmak
  için." Dedem güler ve cebinden bir ceviz çıkarır. Cevizi kırar, yarısını Can'a verir, yarısını
  kendi yer. "Doğru yanıt paylaşılır," der.
  """
}
