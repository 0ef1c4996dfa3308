// Turkish: remedies of messages about values, functions and pictures.

extension Turkish {
  static let valueHints = #"""
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

    names stand alone here, without '{}.'
    adlar burada tek başına durur, '{}.' olmadan

    leave it away, the input's size is inferred: {}
    yazmayın, girdinin boyutu kendiliğinden bulunur: {}

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
    """#
}
