// Turkish: messages about layers and the shapes they meet.

extension Turkish {
  static let layerMessages = #"""
    attention: needs [tokens, width] or [n, tokens, width], not shape {}
    attention: [belirteç, genişlik] ya da [n, belirteç, genişlik] gerekir, {} biçimi değil

    attention: width {} cannot be shared by {} heads
    attention: {} genişliği {} başa bölünemez

    attention: queries {}, keys {} and values {} do not fit
    attention: sorgular {}, anahtarlar {} ve değerler {} uyuşmuyor

    attention: 'window' must be at least 0, not {}
    attention: 'window' en az 0 olmalı, {} değil

    attention: 'global_tokens' must be at least 0, not {}
    attention: 'global_tokens' en az 0 olmalı, {} değil

    {}: a mask of shape {} does not fit scores of shape {}
    {}: {} biçimli maske, {} biçimli puanlarla uyuşmuyor

    {}: a key padding mask of shape {} does not fit, needs {}
    {}: {} biçimli anahtar dolgu maskesi uymuyor, {} gerekir

    attention: a bias of shape {} does not fit scores of shape {}
    attention: {} biçimli yanlılık, {} biçimli puanlarla uyuşmuyor

    window_mask: scores need two axes, not shape {}
    window_mask: puanlar iki eksen ister, {} biçimi değil

    {}: '{}' must be at least 0, not {}
    {}: '{}' en az 0 olmalı, {} değil

    relative_shift: needs […, queries, distances], not shape {}
    relative_shift: […, sorgular, uzaklıklar] gerekir, {} biçimi değil

    relative_shift: 'keys' must be at least 0, not {}
    relative_shift: 'keys' en az 0 olmalı, {} değil

    scaled_dot_product_attention: queries {}, keys {} and values {} do not fit
    scaled_dot_product_attention: sorgular {}, anahtarlar {} ve değerler {} uyuşmuyor

    chain: 'layers' must be a list of layers
    chain: 'layers' bir katman listesi olmalı

    chain: 'layers' must be layers, not {*}
    chain: 'layers' katmanlar olmalı, {} değil

    conv{}d: padding="same" needs stride 1
    conv{}d: padding="same" stride 1 ister

    conv{}d: {} channels cannot be shared by {} groups
    conv{}d: {} kanal {} gruba bölünemez

    {}: {} input channels cannot be shared by {} groups
    {}: {} giriş kanalı {} gruba bölünemez

    conv_transpose{}d: {} channels cannot be shared by {} groups
    conv_transpose{}d: {} kanal {} gruba bölünemez

    dense: needs a vector or rows of vectors, not a scalar
    dense: bir vektör ya da vektör satırları gerekir, skaler değil

    embedding: index {} is not one of 0…{}
    embedding: {} indisi 0…{} arasında değil

    embedding: 'padding_idx' {} is not one of 0…{}
    embedding: 'padding_idx' {} 0…{} arasında değil

    {} needs {}, not shape {}
    {} şunu ister: {}; {} biçimi değil

    {}: 'a' must be less than 'b', not {} and {}
    {}: 'a', 'b'den küçük olmalı, {} ve {} değil

    {}: 'std' must be more than 0, not {}
    {}: 'std' 0'dan büyük olmalı, {} değil

    {}: needs {}, not shape {}
    {}: {} gerekir, {} biçimi değil

    group_norm: needs [n, c, …], not shape {}
    group_norm: [n, c, …] gerekir, {} biçimi değil

    group_norm: {} channels cannot be shared by {} groups
    group_norm: {} kanal {} gruba bölünemez

    {}: one value a channel in shape {} has no variance
    {}: {} biçiminde kanal başına tek değerin varyansı yoktur

    {}: a scalar has no axis to normalise over
    {}: bir skalerin normalleştirilecek ekseni yoktur

    {}: shape {} does not end in the normalized_shape {}
    {}: {} biçimi {} normalized_shape ile bitmiyor

    prelu: weight {} does not fit {}
    prelu: {} ağırlığı {} ile uyuşmuyor

    avg_pool2d: 'divisor_override' must not be 0
    avg_pool2d: 'divisor_override' 0 olamaz

    {}: 'size' must be one number or a list of {}, not {*}
    {}: 'size' bir sayı ya da {} öğeli bir liste olmalı, {} değil

    {}: 'size' must be between 1 and {}, not {}
    {}: 'size' 1 ile {} arasında olmalı, {} değil

    {}: 'size' must be whole numbers, not {*}
    {}: 'size' tam sayılar olmalı, {} değil

    {}: '{}' must be one number or a list of {}, not {*}
    {}: '{}' bir sayı ya da {} öğeli bir liste olmalı, {} değil

    {}: '{}' must be between {} and {}, not {}
    {}: '{}' {} ile {} arasında olmalı, {} değil

    position_embedding: needs […, t, d], not shape {}
    position_embedding: […, t, d] gerekir, {} biçimi değil

    position_embedding: a sequence of {} tokens is longer than the {} positions
    position_embedding: {} belirteçlik dizi {} konumdan uzun

    relative_bias: needs a number of positions or […, t, d], not shape {}
    relative_bias: bir konum sayısı ya da […, t, d] gerekir, {} biçimi değil

    rotary_positions: needs […, t, d] with an even d, not shape {}
    rotary_positions: d çift olmak üzere […, t, d] gerekir, {} biçimi değil

    {}: a size cannot be negative: {}
    {}: bir boyut eksi olamaz: {}

    positional_encoding: needs […, t, d], not shape {}
    positional_encoding: […, t, d] gerekir, {} biçimi değil

    {}: 'base' must be positive and finite, not {}
    {}: 'base' artı ve sonlu olmalı, {} değil

    {}: states {} do not fit a sequence {} of [t, n, in]
    {}: {} durumları, [t, n, in] biçimli {} dizisiyle uyuşmuyor

    {}: needs [t, in] or [n, t, in], not shape {}
    {}: [t, in] ya da [n, t, in] gerekir, {} biçimi değil

    {}: the sequence is empty
    {}: dizi boş

    {}: {} time steps of {} layers and directions cannot be unrolled, at most {} together
    {}: {} zaman adımı {} katman ve yönle açılamaz, birlikte en çok {} olur

    {}: the first {} has shape {}, needs {}
    {}: ilk {} biçimi {}, {} gerekir

    {}: '{}' must be two tensors (h, c), not {*}
    {}: '{}' iki tensör (h, c) olmalı, {} değil

    {}: {} hidden units are more than fit in memory
    {}: {} gizli birim belleğe sığmaz

    {}: needs [in] or [n, in], not shape {}
    {}: [in] ya da [n, in] gerekir, {} biçimi değil

    {}: state {} has shape {}, needs {}
    {}: {} durumunun biçimi {}, {} gerekir

    {}: {} is no length of a sequence of {} steps
    {}: {}, {} adımlık bir dizinin uzunluğu olamaz

    residual: the branch turns shape {} into {}
    residual: dal, {} biçimini {} yapıyor

    transformer: needs a source and a target
    transformer: bir kaynak ve bir hedef ister

    transformer: source {} and target {} do not fit
    transformer: {} kaynağı ile {} hedefi uyuşmuyor

    {}: needs a memory
    {}: bir bellek ister

    transformer: the activation turns shape {} into {}
    transformer: etkinleştirme {} biçimini {} yapıyor

    {} has no result
    {}: sonucu yok

    there is no function '{}'
    '{}' diye bir fonksiyon yok

    '{}' is no function of tensors, its kind is {}
    '{}' bir tensör fonksiyonu değil, türü {}
    """#
}
