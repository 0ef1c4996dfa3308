// Turkish: summaries of layers, losses, optimizers and data.

extension Turkish {
  static let layers = #"""
    The mean of as many windows as asked for; of size 1, over each whole channel.
    İstenen sayıda pencerenin ortalaması; boy 1 ise her kanalın bütünü.

    The largest element of as many windows as asked for; of size 1, over each whole channel.
    İstenen sayıda pencerenin en büyük öğesi; boy 1 ise her kanalın bütünü.

    Attention: every token looks at every (earlier) token, or at another sequence.
    Dikkat: her belirteç (önceki) her belirtece ya da başka bir diziye bakar.

    The mean of every window; windows lie side by side unless stride says otherwise.
    Her pencerenin ortalaması; stride başka söylemezse pencereler yan yanadır.

    Mean 0 and variance 1 for each channel over the batch, then scaled and shifted; evaluation uses
      the running statistics.
    Yığında her kanal için ortalama 0 ve varyans 1, sonra ölçekleme ve kaydırma; değerlendirme
      yürüyen istatistikleri kullanır.

    Layers one after the other, as a | b | c makes them.
    Katmanlar art arda, a | b | c gibi.

    A small kernel slides along sequences and makes one channel for each of its rows.
    Küçük bir çekirdek diziler boyunca kayar ve her satırıyla bir kanal yapar.

    A small kernel slides over images and makes one feature map for each channel.
    Küçük bir çekirdek görüntüler üzerinde kayar ve her kanal için bir öznitelik haritası yapar.

    A convolution read backwards: with a stride it makes sequences longer.
    Tersinden okunan evrişim: stride ile dizileri uzatır.

    A convolution read backwards: with a stride it makes images larger.
    Tersinden okunan evrişim: stride ile görüntüleri büyütür.

    A weight for every input and output, and a bias.
    Her girdi ve çıktı için bir ağırlık ve bir yanlılık.

    Leaves out each unit with probability p in training, or with threshold=t those with |x| < t
      instead; eval(net) leaves out none.
    Eğitimde her birimi p olasılıkla atar, ya da threshold=t ile |x| < t olanları; eval(net)
      hiçbirini atmaz.

    Leaves out whole channels with probability p in training.
    Eğitimde bütün kanalları p olasılıkla atar.

    A learnt vector for each index; that of padding_idx stays zeros.
    Her indis için öğrenilmiş bir vektör; padding_idx olanınki sıfır kalır.

    Mean 0 and variance 1 for each group of channels of each example, then scaled and shifted.
    Her örneğin her kanal öbeği için ortalama 0 ve varyans 1, sonra ölçekleme ve kaydırma.

    Gated recurrent units: one gate resets the state, one keeps it.
    Kapılı yinelemeli birimler: bir kapı durumu sıfırlar, biri korur.

    One step of a gru: h = cell(x, h).
    Bir gru adımı: h = cell(x, h).

    Mean 0 and variance 1 for each channel of each example.
    Her örneğin her kanalı için ortalama 0 ve varyans 1.

    Mean 0 and variance 1 along the last axis, or the last axes that normalized_shape tells, then
      scaled and shifted.
    Son eksen ya da normalized_shape'in söylediği son eksenler boyunca ortalama 0 ve varyans 1,
      sonra ölçekleme ve kaydırma.

    Long short-term memory: gates write, keep and read a cell.
    Uzun kısa süreli bellek: kapılar bir hücreye yazar, korur ve okur.

    One step of an lstm: h, c = cell(x, (h, c)).
    Bir lstm adımı: h, c = cell(x, (h, c)).

    The largest element of every window; windows lie side by side unless stride says otherwise.
    Her pencerenin en büyük öğesi; stride başka söylemezse pencereler yan yanadır.

    Adds a learnt vector for each position.
    Her konum için öğrenilmiş bir vektör ekler.

    Adds sines and cosines of the position to every vector of a sequence.
    Bir dizinin her vektörüne konumun sinüslerini ve kosinüslerini ekler.

    The rectifier with a learnt slope, one for all or one a channel (axis 1).
    Eğimi öğrenilen doğrultucu, hepsine bir ya da her kanala bir eğim (1. eksen).

    A learnt bias for each distance and head, for att(x, attn_bias=bias(t)).
    Her uzaklık ve baş için öğrenilmiş bir yanlılık, att(x, attn_bias=bias(t)) için.

    Adds the input to what a layer makes of it.
    Girdiyi, bir katmanın ondan yaptığına ekler.

    Root mean square 1 along the last axis, then scaled; eps none is 2⁻²³.
    Son eksen boyunca karesel ortalama 1, sonra ölçekleme; eps none ise 2⁻²³.

    A recurrent network: each step sees its input and the state before.
    Yinelemeli ağ: her adım girdisini ve önceki durumu görür.

    One step of an rnn: h = cell(x, h).
    Bir rnn adımı: h = cell(x, h).

    An encoder and a decoder, each a stack of layers that ends in a norm.
    Bir kodlayıcı ve bir kod çözücü, ikisi de bir norm ile biten katman yığını.

    Decoder layers one after the other.
    Kod çözücü katmanları art arda.

    Self-attention, attention to a memory, and a network at every position.
    Öz dikkat, bir belleğe dikkat ve her konumda bir ağ.

    Encoder layers one after the other.
    Kodlayıcı katmanları art arda.

    Self-attention and a network at every position, with residuals and norms.
    Öz dikkat ve her konumda bir ağ, artık bağlantılar ve normlarla.

    The share of rows whose largest score is at the label.
    En büyük puanı etikette olan satırların payı.

    Of probabilities with targets 0 or 1.
    Olasılıkların, 0 ya da 1 hedeflerle.

    Of logits with targets 0 or 1.
    Logitlerin, 0 ya da 1 hedeflerle.

    How often class i (row) was taken for class j (column).
    i sınıfının (satır) ne sıklıkla j sınıfı (sütun) sanıldığı.

    Rows point the same way where the target is 1, apart where it is −1.
    Hedefin 1 olduğu yerde satırlar aynı yönü gösterir, −1 olduğu yerde ayrılır.

    Of logits [n, classes] with class indices [n] or probabilities [n, classes]; the classes are the
      last axis, or axis 1 as in PyTorch if only that fits.
    [n, sınıf] logitlerinin, [n] sınıf indisleriyle ya da [n, sınıf] olasılıklarıyla; sınıflar son
      eksendir, yalnızca o uyarsa PyTorch'taki gibi 1. eksen.

    Of label sequences without alignment, summed over all alignments.
    Hizalanmamış etiket dizilerinin, bütün hizalamalar üzerinden toplanmış.

    The divergence of a student's softened logits from the teacher's.
    Öğrencinin yumuşatılmış logitlerinin öğretmeninkilerden ıraksaklığı.

    The harmonic mean of precision and recall, of the classes that occur.
    Geçen sınıfların kesinlik ve duyarlığının harmonik ortalaması.

    Of distances: small where the target is 1, beyond the margin where it is −1.
    Uzaklıkların: hedef 1 ise küçük, −1 ise payın ötesinde.

    Of scores with targets 1 or −1.
    Puanların, 1 ya da −1 hedeflerle.

    Squared near the target, straight from delta on.
    Hedefin yakınında kare, delta'dan sonra doğru.

    Kullback and Leibler's divergence of log-probabilities from probabilities; reduction="batchmean"
      is the divergence itself.
    Log olasılıkların olasılıklardan Kullback ve Leibler ıraksaklığı; reduction="batchmean"
      ıraksaklığın kendisidir.

    The mean absolute error.
    Ortalama mutlak hata.

    Least when all experts are used alike.
    Bütün uzmanlar eşit kullanıldığında en az.

    The first is to be the larger where the target is 1, the second where it is −1.
    Hedef 1 ise birinci, −1 ise ikinci büyük olmalıdır.

    The mean squared error.
    Ortalama karesel hata.

    Every wrong class is to stay a margin below the right one.
    Her yanlış sınıf doğru olanın bir pay altında kalmalıdır.

    Of log-probabilities [n, classes] with class indices [n].
    [n, sınıf] log olasılıklarının, [n] sınıf indisleriyle.

    exp of the mean cross entropy: as unsure as among that many equal choices.
    Ortalama çapraz entropinin exp'i: o kadar eşit seçenek arasındaki kadar kararsız.

    Keeps the logits of a router of experts small.
    Uzman yönlendiricisinin logitlerini küçük tutar.

    Huber's loss over beta.
    Huber kaybı bölü beta.

    The positive is to be nearer than the negative by a margin.
    Olumlu, olumsuzdan bir pay kadar daha yakın olmalıdır.

    Steps in the ratio of past steps to past gradients.
    Geçmiş adımların geçmiş gradyanlara oranında adımlar.

    Steps over the root of all squared gradients so far.
    Şimdiye kadarki gradyan karelerinin toplamının köküne bölünen adımlar.

    Steps of the size of the gradient's mean over its deviation.
    Gradyan ortalamasının sapmasına oranı büyüklüğünde adımlar.

    Adam with the largest gradient, fading, in place of the deviation.
    Sapmanın yerinde solan en büyük gradyan olan Adam.

    Adam with weight decay apart from the gradient.
    Ağırlık sönümü gradyandan ayrı tutulan Adam.

    Steps of one size, by the sign of two fading means.
    Tek boyda adımlar, solan iki ortalamanın işaretine göre.

    Adam with a momentum that looks a step ahead.
    Momentumu bir adım ileriye bakan Adam.

    Adam that does not divide before it knows the variance.
    Varyansı bilmeden bölmeyen Adam.

    Gradients over their fading root mean square.
    Gradyanlar bölü solan karesel ortalamaları.

    Step sizes that grow while the gradient keeps its sign; for full batches.
    Gradyan işaretini korudukça büyüyen adım boyları; tam yığınlar için.

    Stochastic gradient descent, with momentum or Nesterov's.
    Stokastik gradyan inişi, momentum ya da Nesterov ile.

    The rate times a factor for the first steps.
    İlk adımlarda oran çarpı bir katsayı.

    Down along half a cosine in T_max steps.
    T_max adımda yarım kosinüs boyunca aşağı.

    A cosine that starts again, each time T_mult times as long.
    Yeniden başlayan bir kosinüs, her seferinde T_mult kat uzun.

    Up from 0 in warmup steps, then down along a cosine.
    warmup adımda 0'dan yukarı, sonra bir kosinüs boyunca aşağı.

    Up and down again along lines; from lr unless base_lr is given. The momentum goes the other way.
    Doğrular boyunca yukarı ve aşağı; base_lr verilmezse lr'den başlar. Momentum ters yönde gider.

    Times gamma in every step.
    Her adımda çarpı gamma.

    The rate times a factor that goes along a line.
    Oran çarpı bir doğru boyunca giden katsayı.

    Up from 0 in warmup steps, then down to 0.
    warmup adımda 0'dan yukarı, sonra 0'a kadar aşağı.

    Times gamma at each milestone.
    Her kilometre taşında çarpı gamma.

    The Transformer's: up along a line, down with the root; lr itself is not used.
    Transformer'ınki: bir doğru boyunca yukarı, kökle aşağı; lr'nin kendisi kullanılmaz.

    Up to max_lr and far down again, once; lr itself is not used. The momentum goes the other way.
    Bir kez max_lr'ye kadar yukarı ve yine çok aşağı; lr'nin kendisi kullanılmaz. Momentum ters
      yönde gider.

    Down to 0 as a power of what is left.
    Kalanın bir kuvveti olarak 0'a iner.

    Times a factor when the loss has not fallen for so many steps.
    Kayıp şu kadar adım düşmeyince çarpı bir katsayı.

    Times gamma every so many steps.
    Şu kadar adımda bir çarpı gamma.

    The gain that makes an activation keep its input's spread.
    Bir etkinleştirmenin girdisinin yayılımını koruyan kazanç.

    A convolution that hands its input on.
    Girdisini olduğu gibi geçiren evrişim.

    The identity matrix; also identity.
    Birim matris; öteki adı identity.

    Glorot's, normal; also glorot_normal.
    Glorot'nunki, normal; öteki adı glorot_normal.

    Glorot's, uniform; also glorot_uniform.
    Glorot'nunki, düzgün; öteki adı glorot_uniform.

    He's, normal; also he_normal.
    He'ninki, normal; öteki adı he_normal.

    He's, uniform; also he_uniform.
    He'ninki, düzgün; öteki adı he_uniform.

    The normal distribution.
    Normal dağılım.

    All 1.
    Hepsi 1.

    Orthogonal rows or columns, whichever are fewer.
    Dik satırlar ya da sütunlar, hangisi azsa.

    Normal, a share of each column is 0.
    Normal, her sütunun bir payı 0.

    The normal distribution between a and b; also truncated_normal.
    a ile b arasında normal dağılım; öteki adı truncated_normal.

    Uniform between two bounds.
    İki sınır arasında düzgün.

    All 0.
    Hepsi 0.

    Rows of random letters; y is x in alphabetical order.
    Rastgele harf satırları; y, x'in abece sırasındaki halidir.

    Sums written as text: x is 12+34= and y is 046, one digit a token.
    Metin olarak toplamalar: x 12+34= ve y 046, her belirteç bir basamak.

    569 breast masses, malignant or benign, by thirty measurements of their cell nuclei.
    569 meme kitlesi, kötü ya da iyi huylu, hücre çekirdeklerinin otuz ölçümüyle.

    Points on a circle of radius 1 (class 0) and on one of half of it (class 1).
    Yarıçapı 1 olan bir çemberde (sınıf 0) ve yarısı kadar bir çemberde (sınıf 1) noktalar.

    Rows of random letters; y is x again.
    Rastgele harf satırları; y yine x'tir.

    A table from a file: the target column is y, all others are the features x.
    Dosyadan bir tablo: hedef sütun y, ötekiler x öznitelikleridir.

    Dates as people write them (x) and as ISO 8601 has them (y), one character a token.
    İnsanların yazdığı (x) ve ISO 8601'deki (y) tarihler, her belirteç bir karakter.

    1,797 handwritten digits of 8 × 8 pixels, from 0 (paper) to 1 (ink).
    8 × 8 piksellik 1,797 el yazısı rakam, 0 (kâğıt) ile 1 (mürekkep) arası.

    Rows of brackets; the class is whether each is closed by its own kind in time.
    Ayraç satırları; sınıf, her birinin zamanında kendi türüyle kapanıp kapanmadığıdır.

    Two clouds of points around (1, 1) and (−1, −1); noise is their deviation.
    (1, 1) ve (−1, −1) çevresinde iki nokta bulutu; noise sapmalarıdır.

    Sentences from templates (x), their topic (y) and the part of speech of each word.
    Kalıplardan tümceler (x), konuları (y) ve her sözcüğün türü.

    150 iris flowers of three species: length and width of sepal and petal in cm.
    Üç türden 150 süsen: çanak ve taç yaprağın cm olarak boyu ve eni.

    Points on two half circles that reach into each other.
    Birbirine uzanan iki yarım çemberde noktalar.

    Numbers below `limit`: x as digits (or in words), y in the words of a language.
    `limit`ten küçük sayılar: x rakamla (ya da sözcükle), y bir dilin sözcükleriyle.

    Rows of bits; the class is whether the number of ones is odd.
    Bit satırları; sınıf, birlerin sayısının tek olup olmadığıdır.

    Points of a square with a value that rises evenly from corner to corner (regression).
    Köşeden köşeye düzgün yükselen bir değerle bir karenin noktaları (regresyon).

    The first symbol of a row has to be told after `lag` others that do not matter.
    Bir satırın ilk simgesi, önemsiz `lag` simgeden sonra söylenmelidir.

    Rows of random letters; y is x from back to front.
    Rastgele harf satırları; y, x'in sondan başa halidir.

    Points on one sine wave (regression).
    Bir sinüs dalgasında noktalar (regresyon).

    Points on arms that wind around each other, one arm a class.
    Birbirine dolanan kollarda noktalar, her kol bir sınıf.

    Sums of two waves of random pace and phase; y is the value that comes next.
    Hızı ve evresi rastgele iki dalganın toplamları; y sonra gelen değerdir.

    178 wines of three growers: thirteen chemical measurements on very unequal scales.
    Üç üreticiden 178 şarap: çok farklı ölçeklerde on üç kimyasal ölçüm.

    The four rows of exclusive or, the smallest problem that no single layer solves.
    Özel veyanın dört satırı, tek katmanın çözemediği en küçük problem.

    How often each token of the vocabulary occurs; the order is lost.
    Sözlüğün her belirtecinin kaç kez geçtiği; sıra yiter.

    A mini-batch: other rows at every training step, reshuffled every epoch.
    Bir mini yığın: her eğitim adımında başka satırlar, her dönemde yeniden karılır.

    GPT-2's tokenizer, byte-level BPE: learnt from a text, or read from two files.
    GPT-2'nin belirteçleyicisi, bayt düzeyinde BPE: bir metinden öğrenilir ya da iki dosyadan
      okunur.

    The bytes of UTF-8: 256 tokens that know every text.
    UTF-8 baytları: her metni bilen 256 belirteç.

    Characters as a person sees them, in the order of Unicode.
    İnsanın gördüğü karakterler, Unicode sırasında.

    A text to learn from: stories of a village in English (en) or Turkish (tr), or both (all).
    Öğrenilecek bir metin: bir köyün öyküleri, İngilizce (en), Türkçe (tr) ya da ikisi (all).

    Counts words in documents: x, vocabulary, and transform for other documents.
    Belgelerdeki sözcükleri sayar: x, vocabulary ve başka belgeler için transform.

    The text of tokens; a list of the vocabulary's tokens serves as tokenizer too.
    Belirteçlerin metni; sözlüğün belirteç listesi de belirteçleyici yerine geçer.

    The tokens of a text.
    Bir metnin belirteçleri.

    A tensor from a file in the format of MNIST, gzipped or not.
    MNIST biçimindeki bir dosyadan tensör, gzip'li ya da değil.

    Tensors from a .safetensors or .npz file by their names; the tensor of a .npy file. What is not in the working directory is looked for beside the session.
    Bir .safetensors ya da .npz dosyasından adlarıyla tensörler; bir .npy dosyasının tensörü. Çalışma klasöründe bulunmayan, oturumun yanında aranır.

    Gives a network the weights of a file, all or none; names and shapes must fit. names= is a function from a parameter's name to that in the file, which may then hold more.
    Bir ağa bir dosyanın ağırlıklarını verir, hepsini ya da hiçbirini; adlar ve biçimler uymalıdır. names= bir parametrenin adından dosyadaki adını yapan bir işlevdir; dosyada o zaman fazlası da bulunabilir.

    A text with every place of another text in it replaced, first to last.
    İçinde geçen bir başka metnin her yeri baştan sona değiştirilmiş bir metin.

    A text in lower case; language="tr" knows ı and İ.
    Küçük harfle bir metin; language="tr" ı ve İ harflerini bilir.

    A language model by counting: P(next | the `context` tokens before), n-grams of context + 1.
    Sayarak bir dil modeli: P(sonraki | önceki `context` belirteç), context + 1 uzunluğunda
      n-gramlar.

    Several sequences in a row of `length`, none cut; with their segments and places.
    `length` uzunluğunda bir satırda birkaç dizi, kesilmeden; bölütleri ve yerleriyle.

    Sequences of different lengths as one tensor, and a mask of what is real.
    Farklı uzunlukta diziler tek tensörde, ve gerçek olanın maskesi.

    The parts of a text between blank lines as a list of texts.
    Bir metnin boş satırlar arasındaki bölümleri, metin listesi olarak.

    Writes a data set as a table with a header; csv reads it.
    Bir veri kümesini başlıklı tablo olarak yazar; csv onu okur.

    Writes one tensor, for numpy.load.
    Bir tensör yazar, numpy.load için.

    Writes tensors that are given by keyword, in single precision.
    Adıyla verilen tensörleri tek duyarlıkla yazar.

    Writes a network's parameters and buffers as safetensors, named by their paths.
    Bir ağın parametrelerini ve tamponlarını yollarıyla adlandırıp safetensors olarak yazar.

    Writes tensors that are given by keyword, for numpy.load.
    Adıyla verilen tensörleri numpy.load için yazar.

    The sentences of a text as a list of texts.
    Bir metnin tümceleri, metin listesi olarak.

    Shuffled parts of a data set that share no row.
    Bir veri kümesinin karılmış, ortak satırı olmayan parçaları.

    The text of a file in UTF-8, of at most 16 MiB; its line ends become line feeds.
    Bir UTF-8 dosyasının metni, en çok 16 MiB; satır sonları satır besleme olur.

    Weighs words in documents, rare ones more: x, idf, vocabulary, transform.
    Belgelerdeki sözcükleri tartar, seyrek olanları daha çok: x, idf, vocabulary, transform.

    A text cut by word (lower-cased, punctuation dropped), character, byte or a tokenizer.
    word (küçük harfli, noktalamasız), character, byte ya da bir belirteçleyiciyle bölünmüş metin.

    Stretches of a text (x) with what follows them (y): the next token, or each (target=sequence).
    Bir metnin uzanımları (x) ve ardından gelen (y): sonraki belirteç ya da her biri
      (target=sequence).

    Whole words, lower-cased, the most frequent first; rare ones become <unk>.
    Bütün sözcükler, küçük harfli, en sık olan önde; seyrekler <unk> olur.

    BERT's tokenizer: learnt from a text, or read from a vocab.txt.
    BERT'in belirteçleyicisi: bir metinden öğrenilir ya da bir vocab.txt'ten okunur.

    The tokens of a text; other tokens, or a list of a vocabulary's tokens, serve as tokenizer too.
    Bir metnin belirteçleri; başka belirteçler ya da bir sözlüğün belirteç listesi de
      belirteçleyici yerine geçer.

    A text cut by word (lower-cased, punctuation dropped), character, byte, a tokenizer, or as
      other tokens were, with their vocabulary.
    word (küçük harfli, noktalamasız), character, byte, bir belirteçleyiciyle ya da başka
      belirteçler gibi, onların sözlüğüyle bölünmüş metin.

    The k rows of a table of vectors nearest to a query by the cosine: a row by its word or
      number, which is left out itself, or any vector; words, indices, cosines.
    Bir vektör tablosunun kosinüse göre bir sorguya en yakın k satırı: sorgu, sözcüğü ya da
      numarasıyla bir satır (kendisi sayılmaz) ya da herhangi bir vektördür; sözcükler, indisler,
      kosinüsler.

    A small kernel slides along sequences and makes one channel for each of its rows. kernel_mask=
      closes places of the kernel with a 0, such as those that are not drawn yet.
    Küçük bir çekirdek diziler boyunca kayar ve her satırıyla bir kanal yapar. kernel_mask=
      çekirdeğin henüz çizilmemiş olanlar gibi yerlerini 0 ile kapatır.

    A small kernel slides over images and makes one feature map for each channel. kernel_mask=
      closes places of the kernel with a 0, such as those that are not drawn yet.
    Küçük bir çekirdek görüntüler üzerinde kayar ve her kanal için bir öznitelik haritası yapar.
      kernel_mask= çekirdeğin henüz çizilmemiş olanlar gibi yerlerini 0 ile kapatır.
    """#
}
