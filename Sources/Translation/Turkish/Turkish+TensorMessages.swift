// Turkish: messages about random draws, reductions and shapes, and about sizes.

extension Turkish {
  static let tensorMessages = #"""
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

    unflatten: axis {} of shape {} has {} places and cannot become {}
    unflatten: {2} biçiminin {1}. ekseninde {3} yer var; {4} olamaz

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
