// Turkish: messages of expressions, functions, conditions and indices.

extension Turkish {
  static let evaluating = #"""
    {} needs an argument
    {} bir bağımsız değişken ister

    {} needs a data set, not {*}
    {} bir veri kümesi ister, {} değil

    grad takes a scalar and a tensor
    grad bir skaler ile bir tensör alır

    a scalar has no length
    bir skalerin uzunluğu yoktur

    {*} has no length
    {}: uzunluğu yok

    split: a fraction must be a number, not {*}
    split: bir oran sayı olmalı, {} değil

    layer needs a function, not {*}
    layer bir fonksiyon ister, {} değil

    range: the step cannot be 0
    range: adım 0 olamaz

    {} takes 2 arguments, not {}
    {} 2 bağımsız değişken alır, {} değil

    {} needs a list, not {*}
    {} bir liste ister, {} değil

    "{}" is not a number
    "{}" bir sayı değil

    str: digits must be from 1 to 17, not {}
    str: basamak sayısı 1 ile 17 arasında olmalı, {} değil

    str needs a number, a list or a small tensor, not {*}
    str bir sayı, bir liste ya da küçük bir tensör ister, {} değil

    join: the separator must be a text, not {*}
    join: ayırıcı bir metin olmalı, {} değil

    join needs texts and numbers, not {*}
    join metinler ve sayılar ister, {} değil

    a text of more than 16 MiB is refused
    16 MiB'tan uzun bir metin kabul edilmez

    nonzero needs a vector, not shape {}
    nonzero bir vektör ister, {} biçimi değil

    value needs a tensor, not {*}
    value bir tensör ister, {} değil

    the shapes differ: {} and {}
    biçimler farklı: {} ve {}

    a network has parameters when it has been used once
    bir ağın, bir kez kullanıldıktan sonra parametreleri olur

    a session that is compared cannot itself compare sessions
    karşılaştırılan bir oturum kendisi oturum karşılaştıramaz

    '{}' is no name of this session, and {*}
    '{}' bu oturumda bir ad değil ve {}

    interrupted
    yarıda kesildi

    the session '{}' fails in line {}: {*}
    '{}' oturumu {}. satırda başarısız: {}

    there is no cell [{}]
    [{}] numaralı hücre yok

    [{}] is not what it was
    [{}] artık eskisi gibi değil

    [{}] is no part of the session
    [{}] oturumun parçası değil

    [{}] is the {*} cell already
    [{}] zaten {} hücre

    there is no cell that was not run
    çalıştırılmamış hücre yok

    there is no change of a cell to take back
    geri alınacak bir hücre değişikliği yok

    there is no change of a cell to do again
    yinelenecek bir hücre değişikliği yok

    the run goes on: cells cannot be changed
    koşu sürüyor: hücreler değiştirilemez

    there is no value '{}'
    '{}' diye bir değer yok

    {} has shape {} and no element
    {} biçimi {}, öğesi yok

    {} needs one element and no slice
    {} tek bir öğe ister, dilim değil

    index {} is outside axis {} of shape {}
    {} indisi, {}. eksenin dışında; biçim {}

    a positional argument stands after a keyword
    sıralı bir bağımsız değişken, adlı olanın ardında duruyor

    a layer takes one tensor, not {} arguments
    bir katman tek tensör alır, {} bağımsız değişken değil

    {*} cannot be called
    {} çağrılamaz

    {} makes a layer, it does not take a tensor
    {} bir katman yapar, tensör almaz

    {} calls itself more than 64 levels deep
    {} kendini 64 düzeyden derin çağırıyor

    {} takes {} argument{s}, not {}
    {} {} bağımsız değişken alır, {} değil

    {*} has no member '{}'
    {}: '{}' diye bir üyesi yok

    {} makes new layers at every call, so eval({}) has nothing trained
    {} her çağrıda yeni katmanlar yapıyor; eval({}) içinde eğitilmiş bir şey yok

    'over' belongs to plot
    'over' plot fiiline aittir

    expressions and calls nest more than {} levels deep
    ifadeler ve çağrılar {} düzeyden derin iç içe

    unknown name '{}'
    '{}' diye bir ad yok

    a scalar has no elements to go through
    bir skalerin dolaşılacak öğesi yoktur

    {*} has no elements to go through
    {}: dolaşılacak öğesi yok

    '{}' needs a tensor, not a layer
    '{}' bir tensör ister, katman değil

    '{}' needs a tensor, not {*}
    '{}' bir tensör ister, {} değil

    a pipe joins layers, {*} is none
    bir boru katmanları birleştirir, {} ise katman değil

    a condition needs one value, this tensor has shape {}
    bir koşul tek değer ister, bu tensörün biçimi {}

    a condition cannot be {*}
    {} bir koşul olamaz

    {*} must be one number, this has shape {}
    {} tek bir sayı olmalı, bunun biçimi {}

    {*} must be a number, not {*}
    {} bir sayı olmalı, {} değil

    {*} must be a whole number, not {*}
    {} bir tam sayı olmalı, {} değil

    {*} of more than 10,000,000 elements is refused
    10,000,000 öğeden çoğu kabul edilmez: {}

    a tensor has no member '{}'
    bir tensörün '{}' diye bir üyesi yok

    tokens have no member '{}'
    belirteçlerin '{}' diye bir üyesi yok

    there is no element {} in a list of {}
    {} numaralı öğe yok, listede {} öğe var

    a list has no member '{}'
    bir listenin '{}' diye bir üyesi yok

    '{}' is not defined for tensors
    '{}' tensörler için tanımlı değil

    + adds numbers, it does not join a list of them to an empty one
    + sayıları toplar, bir sayı listesini boş listeyle birleştirmez

    the remainder of a division by 0
    0'a bölmenin kalanı

    '{}' needs tensors, not two numbers
    '{}' tensörler ister, iki sayı değil

    unknown verb '{}'
    bilinmeyen fiil '{}'

    '{} := …' carries a state from step to step, and there is none named so
    '{} := …' adımdan adıma bir durum taşır, böyle adlı bir durum ise yok

    '{}' cannot be bound
    '{}' bağlanamaz

    {} names need {} values, this is {*}
    {} ad için {} değer gerekir, bu ise {}

    {} names need {} values, there are {}
    {} ad için {} değer gerekir, {} değer var

    more than 100,000 lists or layers in one are refused
    bir listede 100,000 liste ya da katmandan çoğu kabul edilmez

    lists or layers nest more than {} levels deep
    listeler ya da katmanlar {} düzeyden derin iç içe

    a subscript takes one table of indices, this is the second
    bir alt indis tek bir indis tablosu alır, bu ikincisi

    a mask of shape {} does not fit {}
    {} biçimli maske {} ile uyuşmuyor

    {*} has no named elements
    {}: adlı öğesi yok

    index {} is outside {*}
    {} indisi dışarıda: {}

    a mask of shape {} does not fit {} elements
    {} biçimli maske {} öğeye uymuyor

    an index cannot be {*}
    {} bir indis olamaz

    how many elements a mask lets through must be known here, and every step computes this one
    bir maskenin kaç öğe geçirdiği burada bilinmeli, oysa bunu her adım hesaplıyor
    """#
}
