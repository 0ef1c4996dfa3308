// Turkish: remedies of messages about tensors, layers and losses.

extension Turkish {
  static let tensorHints = #"""
    logits are […, classes], the tokens so far […, length]
    logitler […, sınıflar], şimdiye dek belirteçler […, uzunluk]

    make the state with the shape of what it is to carry
    durumu taşıyacağı şeyin biçiminde yapın

    make one with state([…]) first
    önce state([…]) ile bir tane yapın

    take its mean() or sum() first
    önce mean() ya da sum() alın

    a layer keeps the sizes of its first use; bind a fresh layer for another input
    bir katman ilk kullanımının boylarını korur; başka bir girdi için yeni bir katman bağlayın

    an embedding turns token indices into vectors
    embedding belirteç indislerini vektörlere çevirir

    the width must be a multiple of the number of heads
    genişlik, baş sayısının katı olmalı

    queries are [n, t, …], keys and values [n, s, …]
    sorgular [n, t, …], anahtarlar ve değerler [n, s, …]

    1 where a query may not see a key: [t, s], [n, t, s] or [n, heads, t, s]
    bir sorgunun göremeyeceği anahtarda 1: [t, s], [n, t, s] ya da [n, heads, t, s]

    1 for every key that is padding
    dolgu olan her anahtar için 1

    it is added to the scores: [t, s], [heads, t, s] or [n, heads, t, s]
    puanlara eklenir: [t, s], [heads, t, s] ya da [n, heads, t, s]

    queries are […, t, d], keys […, s, d], values […, s, e]
    sorgular […, t, d], anahtarlar […, s, d], değerler […, s, e]

    with a stride say the padding as a number: half of the kernel
    stride varsa dolguyu sayı olarak verin: çekirdeğin yarısı

    input and output channels must be multiples of the number of groups
    giriş ve çıkış kanalları grup sayısının katı olmalı

    give it data of shape [rows, features]
    [satırlar, öznitelikler] biçiminde veri verin

    embedding(count, width) needs as many rows as there are tokens
    embedding(count, width) belirteç sayısı kadar satır ister

    negative ones count from the end
    eksiler sondan sayılır

    channels are the second axis, after the examples
    kanallar, örneklerden sonraki ikinci eksendir

    the number of channels must be a multiple of the number of groups
    kanal sayısı grup sayısının katı olmalı

    instances are normalised over their positions; layer_norm normalises vectors
    örnekler konumları üzerinden normalleştirilir; vektörleri layer_norm normalleştirir

    leave normalized_shape away to normalise over the last axis
    son ekseni normalleştirmek için normalized_shape vermeyin

    one slope, or one for each channel (axis 1)
    tek eğim ya da her kanala bir eğim (1. eksen)

    position_embedding({}) has a vector for each
    position_embedding({}) her biri için bir vektör tutar

    features are turned in pairs
    öznitelikler çiftler halinde döndürülür

    choose a batch size that divides the number of rows
    satır sayısını bölen bir yığın boyu seçin

    cut the sequence into windows and carry the state from one to the next
    diziyi pencerelere bölün ve durumu birinden ötekine taşıyın

    {}(…) runs over whole sequences
    {}(…) bütün diziler üzerinde çalışır

    lengths are whole numbers from 0 to {}
    uzunluklar 0 ile {} arası tam sayılardır

    x + f(x) needs both of one shape; end the branch with the input's size
    x + f(x) ikisinin aynı biçimde olmasını ister; dalı girdinin boyuyla bitirin

    call it with both: net(src, tgt)
    ikisiyle çağırın: net(src, tgt)

    both are [n, tokens, d] of one width d
    ikisi de aynı d genişliğinde [n, belirteç, d]

    call it with both: layer(x, memory)
    ikisiyle çağırın: layer(x, memory)

    it must keep the shape, as relu and gelu do
    relu ve gelu gibi biçimi korumalı

    targets are class indices of shape {}, or probabilities of shape {}
    hedefler {} biçimli sınıf indisleri ya da {} biçimli olasılıklardır

    one weight for each class: shape {}
    her sınıfa bir ağırlık: {} biçimi

    the last layer needs one unit for each class
    son katmanda her sınıf için bir birim gerekir

    probabilities are […, tokens, experts], experts […, tokens]
    olasılıklar […, belirteçler, uzmanlar], uzmanlar […, belirteçler]

    one weight for each class or each element
    her sınıfa ya da her öğeye bir ağırlık

    scores are [n, classes], labels [n]
    puanlar [n, sınıflar], etiketler [n]

    one target of 1 or −1 for each row
    her satıra 1 ya da −1 olan bir hedef

    scores are [n, classes] with labels [n], or both have one shape
    puanlar [n, sınıflar] ve etiketler [n], ya da ikisi aynı biçimde

    for example "ij,jk->ik"
    örneğin "ij,jk->ik"

    take the diagonal first: diagonal(x)
    önce köşegeni alın: diagonal(x)

    aligned at the right, axes must be equal or 1; here {} meets {}
    sağdan hizalanınca eksenler eşit ya da 1 olmalı; burada {} ile {} karşılaşıyor

    use a smaller kernel, or more padding
    daha küçük bir çekirdek ya da daha çok dolgu kullanın

    it settles which of the sizes that a stride rounds down to one is meant
    bir adımın aşağı yuvarladığı boylardan hangisinin kastedildiğini belirler

    use less padding
    daha az dolgu kullanın

    indices beyond that are not exact
    bunun ötesindeki indisler kesin değildir

    outside axis {} the index may not be longer than the tensor
    {}. eksen dışında indis tensörden uzun olamaz

    with {} indices it must be {}
    {} indisle {} olmalı

    class indices have the scores' shape without its last axis
    sınıf indislerinin biçimi, son ekseni çıkarılmış puan biçimidir

    the hard values and the soft ones stand for each other, element by element
    sert değerler ile yumuşaklar öğe öğe birbirinin yerine geçer

    reshape a vector to [1, n] or [n, 1]
    bir vektörü [1, n] ya da [n, 1] biçimine getirin

    the last axis of the left operand and the last but one of the right must be equal
    sol işlenenin son ekseni ile sağdakinin sondan bir önceki ekseni eşit olmalı

    multiply by a scalar with *
    bir skalerle * kullanarak çarpın

    targets are [batch, longest], or all targets one after the other
    hedefler [yığın, en uzun] ya da art arda bütün hedeflerdir

    one number for each sequence
    her dizi için bir sayı

    for example {}(x, min=0)
    örneğin {}(x, min=0)

    use a smaller kernel, or pool less before
    daha küçük bir çekirdek kullanın ya da önce daha az havuzlayın

    a window must not lie in the padding alone
    bir pencere yalnızca dolgunun içinde kalamaz

    all axes but the joined one must be equal
    birleştirilen dışında bütün eksenler eşit olmalı

    an axis is 1 or stays as it is; -1 keeps its extent
    bir eksen 1'dir ya da olduğu gibi kalır; -1 uzunluğunu korur

    its extent must be a multiple of {}
    uzunluğu {} sayısının katı olmalı

    two for each axis, the last axis first
    her eksen için iki, son eksen önce

    at most {}
    en çok {}

    two for each axis: before and after, the last axis first
    her eksen için iki: önce ve sonra, son eksen önce

    name every axis from 0 to {} once
    0 ile {} arasındaki her ekseni bir kez yazın

    one number for each axis
    her eksen için bir sayı

    axes are {} to {}
    eksenler {} ile {} arasında

    one shift for each axis
    her eksen için bir kaydırma

    all must have one shape; cat joins along an axis that exists
    hepsi aynı biçimde olmalı; cat var olan bir eksende birleştirir

    near 0 all goes to the largest; argmax is the limit
    0'a yakın her şey en büyüğe gider; sınırı argmax'tır

    train on batches of two rows and more, the last one of an epoch too; eval(net) needs no batch
    dönemin sonuncusu da içinde, en az iki satırlık yığınlarla eğitin; eval(net) yığın istemez

    for example {}={}
    örneğin {}={}

    take its mean() or sum()
    mean() ya da sum() alın

    make trainable tensors with param([…]) or layers such as dense(8)
    param([…]) ya da dense(8) gibi katmanlarla eğitilebilir tensörler yapın

    use smaller sizes or mini-batches
    daha küçük boylar ya da mini yığınlar kullanın
    """#
}
