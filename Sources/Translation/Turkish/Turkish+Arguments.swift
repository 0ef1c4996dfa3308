// Turkish: messages about the arguments of functions.

extension Turkish {
  static let arguments = #"""
    {}: '{}' must be at most 1000, not {}
    {}: '{}' en çok 1000 olmalı, {} değil

    {} takes {*}, not {}
    {} şunu alır: {}; {} değil

    {} has no argument '{}'
    {}: '{}' diye bir bağımsız değişkeni yok

    {}: '{}' is given twice
    {}: '{}' iki kez verilmiş

    {} needs '{}'
    {} '{}' ister

    {}: '{}' must be a tensor, not a layer
    {}: '{}' bir tensör olmalı, katman değil

    {}: '{}' must be a tensor, not {*}
    {}: '{}' bir tensör olmalı, {} değil

    {}: '{}' must be tensors, not {*}
    {}: '{}' tensörler olmalı, {} değil

    {}: '{}' must be a number, not {*}
    {}: '{}' bir sayı olmalı, {} değil

    {}: '{}' must be {*}, not {*}
    {}: '{}' şöyle olmalı: {}; {} değil

    {}: '{}' must be a whole number, not {*}
    {}: '{}' bir tam sayı olmalı, {} değil

    {}: '{}' must be at least 1, not {}
    {}: '{}' en az 1 olmalı, {} değil

    {}: '{}' must be true or false, not {*}
    {}: '{}' true ya da false olmalı, {} değil

    {}: '{}' must be a text in quotes, not {*}
    {}: '{}' tırnak içinde bir metin olmalı, {} değil

    {}: '{}' must be one of {}, not {*}
    {}: '{}' şunlardan biri olmalı: {}; {} değil

    {}: '{}' must be a list of whole numbers, not {*}
    {}: '{}' bir tam sayı listesi olmalı, {} değil

    {}: '{}' must be initial values, not {*}
    {}: '{}' başlangıç değerleri olmalı, {} değil

    {}: '{}' must be a layer, not {*}
    {}: '{}' bir katman olmalı, {} değil

    {}: row {} is {*} where a list is expected
    {}: {}. satır {}, oysa bir liste bekleniyor

    {}: row {} has {} elements where row 0 has {}
    {}: {}. satırda {} öğe var, 0. satırda {}

    {}: a list of numbers holds {*}
    {}: bir sayı listesinde {} var

    {}: a list of tensors holds {*}
    {}: bir tensör listesinde {} var

    {}: a list becomes a tensor when all its elements have one shape: element {} has {}, element 0
      {}
    {}: bir liste, bütün öğeleri aynı biçimde olunca tensör olur: {}. öğe {}, 0. öğe {}

    temperature must be more than 0, not {}
    temperature 0'dan büyük olmalı, {} değil

    repetition_penalty: 'penalty' must be more than 0, not {}
    repetition_penalty: 'penalty' 0'dan büyük olmalı, {} değil

    {}: logits need an axis of classes, not a scalar
    {}: logitler bir sınıf ekseni ister, skaler değil

    {}: logits {} and tokens {} do not fit
    {}: {} logitleri ile {} belirteçleri uyuşmuyor

    {} carries shape {}, the new value has {}
    {} {} biçimini taşıyor, yeni değerin biçimi {}

    {} is no state, a step cannot carry it to the next
    {} bir durum değil, bir adım onu sonrakine taşıyamaz

    a gradient needs a scalar, {} has shape {}
    bir gradyan skaler ister, {} biçimi {}

    {}.{} has shape {}, this use needs {}
    {}.{} biçimi {}, bu kullanım {} ister
    """#
}
