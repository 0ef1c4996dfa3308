// Turkish: messages about tensors, layers and losses.

extension Turkish {
  static let engine = #"""
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

    {}: {} need a class axis, not a scalar
    {}: {} bir sınıf ekseni ister, skaler değil

    {}: shape {} has no axis {}
    {}: {} biçiminin {}. ekseni yok

    {}: {} {} and targets {} do not fit
    {}: {} {} ile {} hedefleri uyuşmuyor

    {}: a weight of shape {} does not fit {} classes
    {}: {} biçimli ağırlık {} sınıfa uymuyor

    {}: label {} is not one of the {} classes 0…{}
    {}: {} etiketi {} sınıftan (0…{}) biri değil

    router_z_loss: logits need an axis of experts, not a scalar
    router_z_loss: logitler bir uzman ekseni ister, skaler değil

    load_balancing_loss: probabilities {} and chosen experts {} do not fit
    load_balancing_loss: {} olasılıkları ile seçilen {} uzmanları uyuşmuyor

    load_balancing_loss: there are no experts in shape {}
    load_balancing_loss: {} biçiminde uzman yok

    multi_margin_loss: 'p' must be 1 or 2, not {}
    multi_margin_loss: 'p' 1 ya da 2 olmalı, {} değil

    {}: '{}' must be more than 0, not {}
    {}: '{}' 0'dan büyük olmalı, {} değil

    {}: prediction {} and target {} differ in shape
    {}: tahmin {} ile hedef {} biçimce farklı

    {}: a weight of shape {} does not fit losses of shape {}
    {}: {} biçimli ağırlık, {} biçimli kayıplarla uyuşmuyor

    multi_margin_loss: scores {} and labels {} do not fit
    multi_margin_loss: {} puanları ile {} etiketleri uyuşmuyor

    multi_margin_loss: a weight of shape {} does not fit {} classes
    multi_margin_loss: {} biçimli ağırlık {} sınıfa uymuyor

    cosine_embedding_loss: rows {} and targets {} do not fit
    cosine_embedding_loss: {} satırları ile {} hedefleri uyuşmuyor

    triplet_margin_loss: rows need an axis, not a scalar
    triplet_margin_loss: satırlar bir eksen ister, skaler değil

    {}: scores {} and labels {} do not fit
    {}: {} puanları ile {} etiketleri uyuşmuyor

    einsum: '{}' in "{}" is no letter
    einsum: "{2}" içindeki '{1}' bir harf değil

    einsum: "{}" speaks of {} tensors, {} are given
    einsum: "{}" {} tensörden söz ediyor, {} tensör verilmiş

    einsum: "{}" names {} axes of shape {}
    einsum: "{}", {2} eksen adı veriyor; biçim {3}

    einsum: "{}" names an axis twice
    einsum: "{}" bir ekseni iki kez adlandırıyor

    einsum: '{}' is {} in one tensor and {} in another
    einsum: '{}' bir tensörde {}, bir başkasında {}

    einsum: the result "{}" must name axes of the operands, each once
    einsum: "{}" sonucu işlenenlerin eksenlerini birer kez adlandırmalı

    einsum: no tensors are given
    einsum: tensör verilmemiş

    {}: shapes {} and {} do not broadcast
    {}: {} ve {} biçimleri birbirine yayılamıyor

    bmm: shapes {} and {} are not two batches of matrices of one size
    bmm: {} ve {} biçimleri aynı boyda iki matris yığını değil

    dot: shapes {} and {} are not vectors of one length
    dot: {} ve {} biçimleri aynı uzunlukta vektörler değil

    outer: shapes {} and {} are not two vectors
    outer: {} ve {} biçimleri iki vektör değil

    {}: the bias has shape {}, {} output channels need [{}]
    {}: yanlılığın biçimi {}, {} çıkış kanalı [{}] ister

    {}: a gradient of shape {} meets outputs of shape {}
    {}: {} biçimli gradyan {} biçimli çıkışlarla karşılaşıyor

    {}: the kernel covers {}, the input{} is only {}
    {}: çekirdek {} kaplıyor, giriş{} yalnızca {}

    {}: needs {} or {}, not shape {}
    {}: {} ya da {} gerekir, {} biçimi değil

    {}: {} channels cannot be shared by {} groups
    {}: {} kanal {} gruba bölünemez

    {}: output_padding {} must be smaller than the stride or the dilation
    {}: output_padding {} adımdan ya da genleşmeden küçük olmalı

    {}: shape {} leaves nothing with padding {}
    {}: {} biçiminden {} dolguyla geriye bir şey kalmıyor

    argsort: axis {} of shape {} has more than {} elements
    argsort: {2} biçiminin {1}. ekseninde {3} öğeden çoğu var

    embedding: the table must be a matrix, not of shape {}
    embedding: tablo bir matris olmalı, {} biçiminde değil

    {}: index {} and tensor {} differ in the number of axes
    {}: {} indisi ile {} tensörünün eksen sayıları farklı

    {}: index {} reaches beyond {} at axis {}
    {}: {} indisi {4}. eksende {3} sınırını aşıyor

    index_select: the index must be a vector, not of shape {}
    index_select: indis bir vektör olmalı, {} biçiminde değil

    index_add: source {} does not fit {}
    index_add: {} kaynağı {} ile uyuşmuyor

    masked_fill: a mask of shape {} does not fit {}
    masked_fill: {} biçimli maske {} ile uyuşmuyor

    causal_mask: scores need two axes, not shape {}
    causal_mask: puanlar iki eksen ister, {} biçimi değil

    one_hot: classes must be positive, not {}
    one_hot: classes artı olmalı, {} değil

    pick: one index a row is needed: {} for shape {}
    pick: her satıra bir indis gerekir: {} biçimi için {}

    scatter_add: index {} and source {} differ in shape
    scatter_add: {} indisi ile {} kaynağı biçimce farklı

    scatter: index {} and source {} differ in shape
    scatter: {} indisi ile {} kaynağı biçimce farklı

    topk: {} elements cannot be chosen from the {} of axis {} of shape {}
    topk: {} öğe, {2} öğeli {3}. eksenden (biçim {4}) seçilemez

    straight_through: shapes {} and {} differ
    straight_through: {} ve {} biçimleri farklı

    take: axis {} does not exist for shape {}
    take: {}. eksen {} biçiminde yok

    {}: a matrix is needed, not shape {}
    {}: bir matris gerekir, {} biçimi değil

    matmul: shapes {} and {} need at least two axes each
    matmul: {} ve {} biçimlerinin en az ikişer ekseni olmalı

    matmul: shapes {}{} and {}{} do not fit: {} columns meet {} rows
    matmul: {}{} ve {}{} biçimleri uyuşmuyor: {} sütun {} satırla karşılaşıyor

    matmul: shapes {} and {}: a scalar has no rows or columns
    matmul: {} ve {} biçimleri: bir skalerin satırı ya da sütunu yoktur

    matmul: shapes {} and {} do not fit: {} columns meet {} rows
    matmul: {} ve {} biçimleri uyuşmuyor: {} sütun {} satırla karşılaşıyor

    matmul_sum: products of shapes {} and {} do not add up
    matmul_sum: {} ve {} biçimli çarpımlar toplanamıyor

    bce: shapes {} and {} differ
    bce: {} ve {} biçimleri farklı

    ctc_loss: log-probabilities must be [time, batch, classes], not {}
    ctc_loss: log olasılıklar [zaman, yığın, sınıf] olmalı, {} değil

    ctc_loss: targets of shape {} do not fit a batch of {}
    ctc_loss: {} biçimli hedefler {} boylu yığına uymuyor

    ctc_loss: {} of shape {} do not fit a batch of {}
    ctc_loss: {2} biçimli {1}, {3} boylu yığına uymuyor

    ctc_loss: the blank {} is not one of the {} classes 0…{}
    ctc_loss: {} boşluğu {} sınıftan (0…{}) biri değil

    ctc_loss has no second derivative
    ctc_loss kaybının ikinci türevi yoktur

    celu: 'alpha' cannot be 0
    celu: 'alpha' 0 olamaz

    hardtanh: 'min_val' {} is above 'max_val' {}
    hardtanh: 'min_val' {}, 'max_val' {} değerinden büyük

    glu: axis {} of shape {} has {} elements, which is not even
    glu: {2} biçiminin {1}. ekseninde {3} öğe var, çift değil

    {} needs 'min' or 'max'
    {} 'min' ya da 'max' ister

    softplus: 'beta' must be above 0, not {}
    softplus: 'beta' 0'dan büyük olmalı, {} değil

    {}: the windows of a mean have no dilation
    {}: bir ortalamanın pencerelerinde genleşme olmaz

    {}: gradients {} and outputs {} differ in shape
    {}: {} gradyanları ile {} çıkışları biçimce farklı

    {}: shape {} has no elements to pool
    {}: {} biçiminde havuzlanacak öğe yok

    {}: a window covers {} places, the input{} has only {}
    {}: bir pencere {} yer kaplıyor, girişte{} yalnızca {} var

    {}: padding {} is more than half of the kernel {}
    {}: {} dolgusu {} çekirdeğinin yarısından büyük

    categorical: shape {} has nothing to choose from
    categorical: {} biçiminde seçilecek bir şey yok

    randint: numbers from {} to {} are not exact beyond ±16777216
    randint: {} ile {} arası sayılar ±16777216 dışında kesin değil

    randint: there is no whole number from {} up to {}
    randint: {} ile {} arasında (bitiş hariç) tam sayı yok

    {}: 'shape' and 'like' are given both
    {}: 'shape' ve 'like' birlikte verilmiş

    bernoulli: a tensor of probabilities has its own shape
    bernoulli: olasılık tensörünün kendi biçimi vardır

    categorical needs either 'probs' or 'logits'
    categorical 'probs' ya da 'logits' ister

    multinomial: 'num_samples' must be at most 65536, not {}
    multinomial: 'num_samples' en çok 65536 olmalı, {} değil

    multinomial: {} indices cannot be drawn from shape {} without putting back
    multinomial: {2} biçiminden geri koymadan {1} indis çekilemez

    randperm: 'n' must be at most 16777216, not {}
    randperm: 'n' en çok 16777216 olmalı, {} değil

    {}: shape {} is empty
    {}: {} biçimi boş

    {}: axis {} of shape {} is empty
    {}: {2}. eksen boş; biçim {3}

    scan: shapes {} and {} differ
    scan: {} ve {} biçimleri farklı

    mean: shape {} has no {} axes
    mean: {} biçiminde {} eksen yok

    norm: 'p' must be a number, not NaN
    norm: 'p' bir sayı olmalı, NaN değil

    {}: axis {} does not exist in shape {}
    {}: {}. eksen {} biçiminde yok

    {}: axis {} of shape {} is named twice
    {}: {}. eksen {} biçiminde iki kez adlandırılmış

    {}: 'correction' must be at least 0, not {}
    {}: 'correction' en az 0 olmalı, {} değil

    flip: axis {} of shape {} is named twice
    flip: {}. eksen {} biçiminde iki kez adlandırılmış

    narrow: {} places from {} on are not within axis {} of shape {}
    narrow: {2} yerinden başlayan {1} yer, {4} biçiminin {3}. ekseninde yok

    unbind: axis {} of shape {} is empty
    unbind: {}. eksen boş; biçim {}

    cat: no tensors to join
    cat: birleştirilecek tensör yok

    cat: shapes {} and {} differ in the number of axes
    cat: {} ve {} biçimlerinin eksen sayıları farklı

    cat: shapes {} and {} differ outside axis {}
    cat: {} ve {} biçimleri {}. eksen dışında farklı

    diagonal: a matrix is needed, not shape {}
    diagonal: bir matris gerekir, {} biçimi değil

    diag: a scalar has no elements to put on a diagonal
    diag: bir skalerin köşegene konacak öğesi yoktur

    diag: diagonal {} is too far from the main one
    diag: {} köşegeni ana köşegenden çok uzak

    diag: a vector or a matrix is needed, not shape {}
    diag: bir vektör ya da matris gerekir, {} biçimi değil

    expand: shape {} has more axes than {}
    expand: {} biçiminin ekseni {} biçiminden çok

    expand: shape {} does not stretch to {}
    expand: {} biçimi {} biçimine uzatılamıyor

    arange: 'step' cannot be 0
    arange: 'step' 0 olamaz

    arange: steps of {} do not lead from {} to {}
    arange: {} adımları {} ile {} arasını aşamıyor

    linspace: 'steps' must be at least 0, not {}
    linspace: 'steps' en az 0 olmalı, {} değil

    {}: that is no finite number of elements
    {}: öğe sayısı sonlu değil

    flatten: start_dim {} stands after end_dim {} in shape {}
    flatten: {3} biçiminde start_dim {1}, end_dim {2} değerinin ardında

    flatten: axis {} of shape {} does not stand before {}
    flatten: {2} biçiminin {1}. ekseni {3} önünde değil

    the last axis of shape {} cannot be cut into groups of {}
    {} biçiminin son ekseni {} uzunluğunda gruplara bölünemez

    pad: {} numbers for shape {}
    pad: {2} biçimi için {1} sayı

    pad: {} and {} places are too many
    pad: {} ve {} yer çok fazla

    pad: axis {} of shape {} cannot lose {} places
    pad: {2} biçiminin {1}. ekseninden {3} yer atılamaz

    pad: {} places are too many for {} at axis {} of shape {}
    pad: {3}. eksende (biçim {4}) {2} için {1} yer çok fazla

    pad: 'pad' holds {} numbers
    pad: 'pad' {} sayı içeriyor

    permute: {} is not an order of the {} axes of shape {}
    permute: {} bir sıralama değil; {3} biçiminin {2} ekseni var

    squeeze: axis {} of shape {} has {} elements, not 1
    squeeze: {2} biçiminin {1}. ekseninde 1 değil {3} öğe var

    repeat: {} numbers for shape {}
    repeat: {2} biçimi için {1} sayı

    repeat: an axis cannot be repeated {} times
    repeat: bir eksen {} kez yinelenemez

    reshape: shape {} has {} elements and cannot become {}
    reshape: {} biçimi {} öğelidir ve {} olamaz

    reshape_like: {} and {} differ in size
    reshape_like: {} ve {} boyca farklı

    unsqueeze: axis {} does not exist for shape {}
    unsqueeze: {}. eksen {} biçiminde yok

    roll: {} shifts need as many axes
    roll: {} kaydırma için bir o kadar eksen gerekir

    roll: {} shifts for {} axes
    roll: {2} eksen için {1} kaydırma

    slice: index {} is outside axis {} of shape {}
    slice: {} indisi, {}. eksenin dışında; biçim {}

    slice: the step of a slice cannot be 0
    slice: bir dilimin adımı 0 olamaz

    stack: no tensors to join
    stack: birleştirilecek tensör yok

    stack: shapes {} and {} differ
    stack: {} ve {} biçimleri farklı

    stack: axis {} does not exist for shape {}
    stack: {}. eksen {} biçiminde yok

    expand_like: shape {} does not stretch to {}
    expand_like: {} biçimi {} biçimine uzatılamıyor

    sum_like: shape {} does not reduce to {}
    sum_like: {} biçimi {} biçimine indirgenemiyor

    {}: 'temperature' must be above 0, not {}
    {}: 'temperature' 0'dan büyük olmalı, {} değil

    log_softmax: a scalar has no axis to normalise over
    log_softmax: bir skalerin normalleştirilecek ekseni yoktur

    softmax: a scalar has no axis to normalise over
    softmax: bir skalerin normalleştirilecek ekseni yoktur

    {}: {} and {} differ in size
    {}: {} ve {} boyca farklı

    batch_norm: one value a channel in shape {} has no variance
    batch_norm: {} biçiminde kanal başına tek değerin varyansı yoktur

    {}: '{}' must be two numbers {}, not {*}
    {}: '{}' iki sayı olmalı ({}), {} değil

    rprop: 'etas' must be below 1 and above 1, not ({}, {})
    rprop: 'etas' biri 1'den küçük, biri 1'den büyük olmalı, ({}, {}) değil

    the loss must be one number, {} has shape {}
    kayıp tek bir sayı olmalı, {} biçimi {}

    {} depends on no parameter, there is nothing to train
    {} hiçbir parametreye bağlı değil, eğitilecek bir şey yok

    {} carries shape {}, the short last batch of an epoch gives {}
    {} {} biçimini taşıyor, dönemin kısa son yığını {} veriyor

    reduce_on_plateau: 'factor' must be less than 1, not 1
    reduce_on_plateau: 'factor' 1'den küçük olmalı, 1 değil

    one_cycle: '{}' must be more than 0, not 0
    one_cycle: '{}' 0'dan büyük olmalı, 0 değil

    {}: '{}' must be between 0 and 1000000000, not {}
    {}: '{}' 0 ile 1000000000 arasında olmalı, {} değil

    {}: a tensor of shape {} needs {}, more than this machine allows ({})
    {}: {} biçimli bir tensör {} ister, bu makinenin izin verdiğinden ({}) çok

    {}: the values need {} GiB together, more than this machine allows ({})
    {}: değerlerin tümü {} GiB ister, bu makinenin izin verdiğinden ({}) çok

    conv{}d: the kernel_mask has shape {}, the kernel {}
    conv{}d: kernel_mask biçimi {}, çekirdeğinki {}

    cosine_similarity: shapes {} and {} have no vectors of one length along axis {}
    cosine_similarity: {} ve {} biçimlerinde {}. eksen boyunca aynı uzunlukta vektörler yok
    """#
}
