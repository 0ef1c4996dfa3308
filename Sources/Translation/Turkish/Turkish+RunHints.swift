// Turkish: remedies of messages about runs, sessions and verbs.

extension Turkish {
  static let runHints = #"""
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
