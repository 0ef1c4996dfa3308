// Turkish: remedies of messages.

extension Turkish {
  static let hints = #"""
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

    choose another key, so that there is a way out
    başka bir tuş seçin, çıkış yolu kalsın

    bind {} none, or choose another key
    bind {} none yazın ya da başka bir tuş seçin

    choose another key
    başka bir tuş seçin

    at most 4
    en çok 4

    keys are written a, ^X, Alt-o, F6, PgUp, Space; several as ^X o
    tuşlar a, ^X, Alt-o, F6, PgUp, Space diye yazılır; birkaçı ^X o diye

    help (^X h) names them all
    yardım (^X h) hepsinin adını verir

    end it with {} on the same line
    aynı satırda {} ile bitirin

    write {} and {} {} …
    {} ve {} {} … yazın

    put brackets around it: (not …)
    ayraç içine alın: (not …)

    put it first or name it
    başa alın ya da adlandırın

    a list is written [… for i in 0..4]
    bir liste [… for i in 0..4] diye yazılır

    expected ',' or ')'
    beklenen ',' ya da ')'

    expected ',' or ']'
    beklenen ',' ya da ']'

    '{}' starts a statement
    '{}' bir deyim başlatır

    [f(i) for i in 0..4]
    [f(i) for i in 0..4]

    expected 'in': [f(i) for i in 0..4]
    'in' bekleniyordu: [f(i) for i in 0..4]

    write it on the line of the closing brace: if a > b { … } else { … }
    kapanan ayracın satırına yazın: if a > b { … } else { … }

    put it right below the line it goes on with, or end that line with '|'
    sürdürdüğü satırın hemen altına yazın ya da o satırı '|' ile bitirin

    set {} = … changes an element or a parameter
    set {} = … bir öğeyi ya da parametreyi değiştirir

    def {}(…) = … defines a function
    def {}(…) = … bir fonksiyon tanımlar

    a parameter is a name: def f(x, n=2) = …
    bir parametre addır: def f(x, n=2) = …

    for i, x in enumerate(list) { … }
    for i, x in enumerate(list) { … }

    if a > b { … } else { … }
    if a > b { … } else { … }

    did you mean '{}'?
    şunu mu demek istediniz: '{}'?

    '{}' is a verb: it starts a line
    '{}' bir fiil: satırın başında durur

    options stand apart by blanks
    seçenekler boşlukla ayrılır

    '{}' starts a verb's line; the name is written ({})
    '{}' bir fiil satırı başlatır; ad ise ({}) diye yazılır

    there is {}
    olan: {}

    put a name with other characters in quotes
    başka karakterli bir adı tırnak içine alın

    put the name in quotes
    adı tırnak içine alın

    bind a part to a name and use the name
    bir parçaya ad verip adı kullanın

    bind a part to a name, or use a list or a loop
    bir parçaya ad verin, ya da liste veya döngü kullanın

    expected '{}'
    beklenen '{}'

    for example tok.encode("the man")
    örneğin tok.encode("the man")

    tokens("the man sees the boy")
    tokens("the man sees the boy")

    for example by=bpe(corpus())
    örneğin by=bpe(corpus())

    for example encode(bpe(corpus()), "the man")
    örneğin encode(bpe(corpus()), "the man")

    for example decode(tok, tok.encode("the man"))
    örneğin decode(tok, tok.encode("the man"))

    def f(x) = dense(1)(tanh(x)), then net = layer(f)
    def f(x) = dense(1)(tanh(x)), sonra net = layer(f)

    tensors are compared element by element
    tensörler öğe öğe karşılaştırılır

    apply both to their input first: net(x)
    önce ikisini de girdilerine uygulayın: net(x)

    steps, networks and tensors can be
    adımlar, ağlar ve tensörler karşılaştırılabilir

    compare 10 20, compare net_a net_b, compare xor spiral
    compare 10 20, compare net_a net_b, compare xor spiral

    cells lists them
    cells onları listeler

    choose it again
    yeniden seçin

    only its cells are moved
    yalnızca kendi hücreleri taşınır

    run all begins anew
    run all baştan başlar

    stop it first
    önce durdurun

    indices are {} to {}
    indisler {} ile {} arasında

    put it before the keywords
    adlı olanlardan önce yazın

    make the layer first and apply it: {}(…)(x)
    önce katmanı yapın, sonra uygulayın: {}(…)(x)

    use a loop instead
    onun yerine döngü kullanın

    it has {}
    şunlar var: {}

    net = layer({}) keeps them: net(x), eval(net)(x)
    net = layer({}) onları saklar: net(x), eval(net)(x)

    plot tanh over -5..5
    plot tanh over -5..5

    bind parts of it to names
    parçalarına ad verin

    a list, a range such as 0..10, or a tensor
    bir liste, 0..10 gibi bir aralık ya da bir tensör

    apply the layer first: net(x)
    önce katmanı uygulayın: net(x)

    make the layer and apply it: {}(…)(x)
    katmanı yapıp uygulayın: {}(…)(x)

    for example dense(8) | tanh | dense(1)
    örneğin dense(8) | tanh | dense(1)

    reduce it with amax(…), amin(…) or mean(…)
    amax(…), amin(…) ya da mean(…) ile indirgeyin

    bind it first: {} = …
    önce bağlayın: {} = …

    it has T, grad and shape
    T, grad ve shape var

    its columns are {}
    sütunları {}

    they have vocabulary and indices
    vocabulary ve indices var

    append(list, x) makes a list longer; extend(a, b) joins two
    append(list, x) bir listeyi uzatır; extend(a, b) ikisini birleştirir

    make one first, {} = state([…]), or bind a value with =
    önce bir tane yapın, {} = state([…]), ya da değeri = ile bağlayın

    pick(x, index) takes one element of each row; x[i][:, j] rows, then columns
    pick(x, index) her satırın bir öğesini alır; x[i][:, j] önce satırları, sonra sütunları

    sum(mask * x) / sum(mask) is their mean; value(mask) is what it is now
    sum(mask * x) / sum(mask) ortalamalarıdır; value(mask) şimdiki değeridir

    take its mean()
    mean() alın

    take a smaller batch
    daha küçük bir yığın alın

    for example w[0], or net.0.weight[0, 1]
    örneğin w[0] ya da net.0.weight[0, 1]

    graph net, graph L
    graph net, graph L

    graph a part of it: graph net.0
    bir bölümünü çizin: graph net.0

    rnn(8), lstm(8) and gru(8) make one
    rnn(8), lstm(8) ve gru(8) bir tane yapar

    train a loss that is made with it
    onunla yapılmış bir kaybı eğitin

    they are made at the first use: y = net(x)
    ilk kullanımda yapılırlar: y = net(x)

    conv2d(8, 3) makes one
    conv2d(8, 3) bir tane yapar

    features shows conv2d
    features conv2d gösterir

    [n, 64], [n, 8, 8] or [n, 1, 8, 8]; reshape makes one
    [n, 64], [n, 8, 8] ya da [n, 1, 8, 8]; reshape bunu yapar

    one label an image
    her görüntüye bir etiket

    plot images(x, y, net, wrong=true)
    plot images(x, y, net, wrong=true)

    scores [n, classes], or a class a row
    puanlar [n, sınıflar] ya da her satıra bir sınıf

    train L with sgd(lr=0.1) steps=100
    train L with sgd(lr=0.1) steps=100

    train on data whose x is [n, 2] first
    önce x'i [n, 2] olan bir veriyle eğitin

    for example t.vocabulary with t = tokens(…)
    örneğin t = tokens(…) ile t.vocabulary

    smooth=0.9 is TensorBoard's slider at 0.9
    smooth=0.9, TensorBoard'da 0.9'daki sürgüdür

    plot loss x=epoch
    plot loss x=epoch

    plot loss smooth=0.9 yscale=log
    plot loss smooth=0.9 yscale=log

    plot loss {}={}
    plot loss {}={}

    rnn(8), lstm(8) or gru(8) in the loss
    kayıpta rnn(8), lstm(8) ya da gru(8)

    at 100 { … } or every 100 { … }
    at 100 { … } ya da every 100 { … }

    list shows the instructions
    list yönergeleri gösterir

    break nan stops where one is made
    break nan, oluştuğu yerde durur

    '{}' gets there, or continue to {}
    '{}' oraya varır, ya da continue to {}

    train L with sgd(lr=0.1) steps=0, or use grad(L, {})
    train L with sgd(lr=0.1) steps=0, ya da grad(L, {}) kullanın

    grad({}, {}) gives any derivative
    grad({}, {}) her türevi verir

    ^C interrupts the cell; write train into the cell itself
    ^C hücreyi keser; train komutunu hücrenin kendisine yazın

    delete or disable takes it away
    delete ya da disable onu kaldırır

    save xor
    save xor

    name a file in it
    içinde bir dosya adı verin

    close its brackets, or delete it
    ayraçlarını kapatın ya da silin

    update nabla to open this session
    bu oturumu açmak için nabla'yı güncelleyin

    a seed is a whole number from 0 to {}
    bir tohum 0 ile {} arası tam sayıdır

    a session file holds no weights
    bir oturum dosyası ağırlık taşımaz

    translate paragraph by paragraph; record again
    paragraf paragraf çevirin ve yeniden kaydedin

    a translation lies beside its session and has its name; rename what is none
    bir çeviri, oturumunun yanında durur ve onun adını taşır; çeviri olmayanın adını değiştirin

    attention net
    attention net

    attention net for=x
    attention net for=x

    attention(heads=2) makes one
    attention(heads=2) bir tane yapar

    softmax({}) makes weights of scores
    softmax({}) puanlardan ağırlık yapar

    steps are kept when 'attention net' stands before 'train'
    'attention net' komutu 'train' komutundan önce gelince adımlar saklanır

    steps {} to {} are, every so many
    {} ile {} arasındakiler saklanmış, belirli aralıklarla

    views are {}
    görünümler: {}

    they are {}
    bunlar: {}

    train goes on; goto and back lead to earlier steps
    train sürdürür; goto ve back önceki adımlara götürür

    train L with sgd(lr=0.1) steps=100 makes one
    train L with sgd(lr=0.1) steps=100 bir tane yapar

    export {} loss
    export {} loss

    attention net shows it
    attention net onu gösterir

    the run has not done a step yet: train 100
    koşu henüz bir adım atmadı: train 100

    diagnose may tell where that comes from
    diagnose bunun nereden geldiğini söyleyebilir

    there are {}
    olanlar: {}

    set history = 64
    set history = 64

    train L with sgd(lr=0.1) steps=0 makes one
    train L with sgd(lr=0.1) steps=0 bir tane yapar

    list net.2, list 40, list all
    list net.2, list 40, list all

    print X where X > 0.5
    print X where X > 0.5

    print X at [3, 7]
    print X at [3, 7]

    bind F9 pane.next; or lines like 'F9 pane.next' in ~/.config/nabla/keys
    bind F9 pane.next; ya da ~/.config/nabla/keys dosyasında 'F9 pane.next' gibi satırlar

    save my-session
    save my-session

    help lists everything
    help her şeyi listeler

    a continue at their end goes on
    sonlarındaki bir continue sürdürür

    breakpoints lists them
    breakpoints onları listeler

    train goes on with a run
    train bir koşuyla sürdürür

    stop it first, or continue it
    önce durdurun ya da sürdürün

    train L with adam(lr=1e-3) steps=500
    train L with adam(lr=1e-3) steps=500

    train {} with adam(lr=1e-3) steps=500
    train {} with adam(lr=1e-3) steps=500

    for example schedule=cosine(T_max=500) or schedule=step_lr(100)
    örneğin schedule=cosine(T_max=500) ya da schedule=step_lr(100)

    for example with sgd(lr=0.1) or with adam(lr=1e-3)
    örneğin with sgd(lr=0.1) ya da with adam(lr=1e-3)

    take its mean() or norm()
    mean() ya da norm() alın

    stop; then {}
    stop; sonra {}

    {} 2 for two
    iki tane için {} 2

    layouts are {}
    düzenler: {}

    back continue to {}
    back continue to {}

    both must have been used, with parameters of the same shapes in the same order
    ikisi de kullanılmış olmalı; parametreleri aynı biçimlerde ve aynı sırada

    a value can be changed inside a step, once it is computed: step or forward first
    bir değer, adımın içinde hesaplandıktan sonra değiştirilebilir: önce step ya da forward

    sessions lists those that can be opened
    sessions açılabilecek olanları listeler

    tokens("…", by=tok) or tok.encode("…") with the tokenizer itself
    belirteçleyicinin kendisiyle tokens("…", by=tok) ya da tok.encode("…")

    they have indices, tokens and vocabulary
    indices, tokens ve vocabulary var

    plot table({}) shows a part of it
    plot table({}) bir bölümünü gösterir

    states = append(states, h) in the loop over time
    zaman döngüsünde states = append(states, h)

    train a loss that is made with these states
    bu durumlarla yapılmış bir kaybı eğitin

    rows of numbers, for example {}
    sayı satırları, örneğin {}
    """#
}
