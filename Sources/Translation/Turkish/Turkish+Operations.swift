// Turkish: messages about losses, products and operations on elements.

extension Turkish {
  static let operations = #"""
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
    """#
}
