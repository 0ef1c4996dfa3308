// Turkish: messages of cells and of what is asked about values.

extension Turkish {
  static let notebook = #"""
    there is nothing to undo
    geri alınacak bir şey yok

    there is nothing to redo
    yinelenecek bir şey yok

    {} cell{s} can be undone, not {}
    {} hücre geri alınabilir, {} değil

    {} cell{s} can be redone, not {}
    {} hücre yinelenebilir, {} değil

    an element of shape {} has {} index, not {}
    {} biçimli bir öğenin {} indisi olur, {} değil

    an element of shape {} has {} indices, not {}
    {} biçimli bir öğenin {} indisi olur, {} değil

    {}: lengths of shape {} do not fit {}
    {}: {} biçimli uzunluklar {} ile uyuşmuyor

    {}: the input has {} channels, a kernel of shape {} takes {}
    {}: girişin {} kanalı var, {} biçimli çekirdek {} kanal alır

    slice: {} indices for shape {}, which has {} axis
    slice: {2} biçimi için {1} indis, oysa {3} ekseni var

    slice: {} indices for shape {}, which has {} axes
    slice: {2} biçimi için {1} indis, oysa {3} ekseni var

    relative_position_bucket: 'num_buckets' is {}; it is even and between 4 and {}
    relative_position_bucket: 'num_buckets' {}; çift ve 4 ile {} arasında olmalı

    there are {}: export {}
    olanlar: {}; export {}

    words of at least {} letters in at least {} document{s} are counted
    en az {} harfli ve en az {} belgede geçen sözcükler sayılır

    input is {}: channels stand before the {}
    girdi {}: kanallar şunlardan önce gelir: {}

    it has {} and {}
    şunlar var: {} ve {}

    before '{}' it has {} paragraph{s}, the original {}
    '{}' önünde {} paragraf var, asıl oturumda {}

    it has {} paragraph{s}, the original {}
    {} paragraf var, asıl oturumda {}

    '{}' needs '{}'
    '{}' için gereken: '{}'

    '{}' is too large for a number
    '{}' bir sayı için fazla büyük

    {} is one number and has no index
    {} tek bir sayı, indisi yok

    only a value can be watched, not {*}
    yalnızca bir değer izlenebilir, {} değil

    both need one value for each example
    ikisi de her örneğe bir değer ister

    for example {}
    örneğin {}

    multiply numbers with *
    sayılar * ile çarpılır

    only what was undone last can be done again
    yalnızca son geri alınan yinelenebilir

    plot {} puts it there
    plot {} onu oraya koyar

    what changes the session can be undone
    oturumu değiştiren geri alınabilir

    the product of the extents must be {}
    uzunlukların çarpımı {} olmalı

    predict {}, one number an element
    predict {}, her öğeye bir sayı

    back step {} goes backwards
    back step {} geriye gider

    theme=dark or theme=light
    theme=dark ya da theme=light

    ["the", "cat"], "the cat" or tokens(…)
    ["the", "cat"], "the cat" ya da tokens(…)

    generate(net, "…", tokens=t) with t = tokens(…)
    generate(net, "…", tokens=t), t = tokens(…) ile

    several values
    birkaç değer

    a sequence of tokens
    bir belirteç dizisi

    a list of numbers
    bir sayı listesi

    A text in upper case; language="tr" knows ı and İ.
    Büyük harfle bir metin; language="tr" ı ve İ harflerini bilir.

    the languages are en, de and tr; others are cased like English
    diller en, de ve tr; ötekilerin harfleri İngilizcedeki gibi büyür ve küçülür

    in {}: {*}
    {} içinde: {}

    '{}' is for what is recorded over training steps; {} has points
    '{}' eğitim adımları boyunca kaydedilenler içindir; {} ise noktalar

    What diagnose finds in the run now, as a list of texts; of one rule, the layers or series that
      it names. Empty on a healthy network.
    diagnose'un koşuda şimdi bulduğu, metin listesi olarak; tek bir kural için adını verdiği
      katmanlar ya da seriler. Sağlıklı bir ağda boştur.

    Points by two vectors, a third as the size and colour of their marks, and names that the cursor
      reads. xscale=log and yscale=log make an axis logarithmic.
    İki vektörle noktalar; üçüncüsü imlerinin boyu ve rengi, imlecin okuduğu adlarla. xscale=log ve
      yscale=log bir ekseni logaritmik yapar.
    """#
}
