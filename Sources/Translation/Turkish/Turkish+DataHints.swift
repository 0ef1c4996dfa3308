// Turkish: remedies of messages about data, files and tokens.

extension Turkish {
  static let dataHints = #"""
    apply the layer first: {}(net(x))
    önce katmanı uygulayın: {}(net(x))

    for example {}=xavier_uniform or {}=normal(0, 0.1)
    örneğin {}=xavier_uniform ya da {}=normal(0, 0.1)

    all rows of a tensor have one length
    bir tensörün bütün satırları aynı uzunluktadır

    join tensors with cat([a, b])
    tensörler cat([a, b]) ile birleştirilir

    join tensors of several lengths with cat([a, b])
    farklı uzunlukta tensörler cat([a, b]) ile birleştirilir

    take a fraction below 1
    1'den küçük bir oran alın

    use fewer parts or a larger fraction
    daha az parça ya da daha büyük bir oran kullanın

    use "en", "tr" or "all"
    "en", "tr" ya da "all" kullanın

    use ",", ";", "|" or "tab"
    ",", ";", "|" ya da "tab" kullanın

    save it as CSV in UTF-8
    UTF-8 ile CSV olarak kaydedin

    its columns are: {}{}
    sütunları: {}{}

    rename all but one
    biri dışındakilerin adını değiştirin

    a quote inside a quoted field is written twice
    tırnaklı bir alanın içindeki tırnak iki kez yazılır

    remove the row or fill the value
    satırı silin ya da değeri doldurun

    a target is a number or the name of a class
    bir hedef, sayı ya da sınıf adı olur

    use a part of it
    bir bölümünü kullanın

    its first two bytes are not 0
    ilk iki baytı 0 değil

    save each field as an array of its own
    her alanı kendi dizisi olarak kaydedin

    save it as numbers: array.astype("float32")
    sayı olarak kaydedin: array.astype("float32")

    truth values, whole numbers and floating point of 16 to 64 bits are read
    doğruluk değerleri, tam sayılar ve 16 ile 64 bit arası kayan noktalılar okunur

    numpy.savez and numpy.savez_compressed write what can be read
    numpy.savez ve numpy.savez_compressed okunabilecek dosyalar yazar

    known are {}
    bilinenler: {}

    load opens .safetensors, .npy and .npz; csv, idx and text have functions of their own
    load .safetensors, .npy ve .npz açar; csv, idx ve text için ayrı fonksiyonlar var

    save it as text in UTF-8
    UTF-8 metni olarak kaydedin

    its weights are {}
    ağırlıkları: {}

    they are made at the first use: apply it to a tensor
    ilk kullanımda yapılırlar: bir tensöre uygulayın

    use "digits", "en", "de" or "tr"
    "digits", "en", "de" ya da "tr" kullanın

    take a smaller context or a longer text
    daha küçük bir bağlam ya da daha uzun bir metin alın

    take a smaller context or a part of the text
    daha küçük bir bağlam ya da metnin bir bölümünü alın

    ngrams(t, context={}) looks at fewer
    ngrams(t, context={}) daha azına bakar

    take a larger length or cut it into windows
    daha büyük bir uzunluk alın ya da pencerelere bölün

    the languages are en, de and tr; others are lower-cased like English
    diller en, de ve tr; ötekiler İngilizce gibi küçük harfe çevrilir

    it has {} special tokens
    {} özel belirteci var

    a special token "<unk>" would stand for what is not known
    bilinmeyenin yerini "<unk>" özel belirteci tutardı

    take a smaller length or a longer text
    daha küçük bir uzunluk ya da daha uzun bir metin alın

    take a larger stride
    daha büyük bir stride alın

    a byte-level vocabulary has all 256 bytes
    bayt düzeyinde bir sözlükte 256 baytın tümü vardır

    its {} single symbols alone are more
    yalnızca {} tek simgesi bile daha çok

    word pieces need [UNK], [CLS] and [SEP]
    sözcük parçaları [UNK], [CLS] ve [SEP] ister
    """#
}
