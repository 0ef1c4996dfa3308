// Turkish: what a value, an argument or a place is called in messages.

extension Turkish {
  static let kinds = #"""
    a number
    bir sayı

    a text
    bir metin

    a list
    bir liste

    a tensor
    bir tensör

    a layer
    bir katman

    a network
    bir ağ

    a loss
    bir kayıp

    a function
    bir fonksiyon

    a data set
    bir veri kümesi

    a dataset
    bir veri kümesi

    a tokenizer
    bir belirteçleyici

    a vectorizer
    bir vektörleyici

    a vocabulary
    bir sözlük

    a language model
    bir dil modeli

    a tensor file
    bir tensör dosyası

    tokens
    belirteçler

    an optimizer
    bir eniyileyici

    a schedule
    bir çizelge

    an initializer
    bir başlangıç değeri

    initial values
    başlangıç değerleri

    a scalar
    bir skaler

    a range
    bir aralık

    an interval
    bir aralık

    an index
    bir indis

    a value
    bir değer

    an expression
    bir ifade

    a name
    bir ad

    a file
    bir dosya

    a condition
    bir koşul

    a seed
    bir tohum

    a token
    bir belirteç

    a subset
    bir alt küme

    true or false
    doğru ya da yanlış

    nothing
    hiçbir şey

    none
    none

    the activation '{}'
    '{}' etkinleştirmesi

    the layer '{}'
    '{}' katmanı

    the function '{}'
    '{}' fonksiyonu

    the optimizer '{}'
    '{}' eniyileyicisi

    the loss '{}'
    '{}' kaybı

    the dataset '{}'
    '{}' veri kümesi

    the data set '{}'
    '{}' veri kümesi

    the schedule '{}'
    '{}' çizelgesi

    the initializer '{}'
    '{}' başlangıç değeri

    a number of cells
    hücre sayısı

    a number of steps
    adım sayısı

    a number of instructions
    yönerge sayısı

    an instruction's number
    yönerge numarası

    a unit's number
    birim numarası

    a range's end
    aralığın ucu

    the number of steps
    adım sayısı

    item's tensor
    item tensörü

    a loop
    bir döngü

    two things
    iki şey

    something to plot
    çizilecek bir şey

    a network or a loss
    bir ağ ya da bir kayıp

    a breakpoint and a count
    bir durma noktası ve bir sayı

    a value and an answer
    bir değer ve bir yanıt

    forward pass
    ileri geçiş

    backward pass
    geri geçiş

    update
    güncelleme

    forward
    ileri

    backward
    geri

    a list of {}
    {} öğeli bir liste

    an axis of {}
    {} uzunluğunda bir eksen

    axis {} of shape {}
    {}. eksen, biçim {}

    a text of {} characters
    {} karakterlik bir metin

    a number of shape {}
    {} biçimli bir sayı

    no such file or folder
    böyle bir dosya ya da klasör yok

    permission denied
    izin yok

    cannot read {}: {*}
    {} okunamıyor: {}

    it is a folder
    bu bir klasör

    the first
    ilk

    the last
    sonuncu

    there is no {} {*}
    {} numaralı {} yok

    no {*} is called '{}'
    '{2}' adlı {1} yok

    query
    sorgu

    key
    anahtar

    layer
    katman

    head
    baş

    sequence
    dizi

    cell
    hücre
    """#
}
