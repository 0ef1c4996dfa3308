// Turkish: what diagnose finds, and what runs and stops say.

extension Turkish {
  static let findings = #"""
    NaN: {}
    NaN: {}

    labels out of range: {}
    aralık dışı etiketler: {}

    softmax: {}
    softmax: {}

    dropout in evaluation: {}
    değerlendirmede dropout: {}

    unscaled inputs: {}
    ölçeklenmemiş girdiler: {}

    constant inputs: {}
    sabit girdiler: {}

    symmetric weights: {}
    simetrik ağırlıklar: {}

    learning rate too high: {}
    öğrenme oranı çok yüksek: {}

    learning rate too low: {}
    öğrenme oranı çok düşük: {}

    dead ReLU: {}
    ölü ReLU: {}

    saturated: {}
    doymuş: {}

    vanishing gradients: {}
    kaybolan gradyanlar: {}

    exploding gradients: {}
    patlayan gradyanlar: {}

    unchanged weights: {}
    değişmeyen ağırlıklar: {}

    update-to-weight ratio: {}
    güncelleme/ağırlık oranı: {}

    diverging loss: {}
    ıraksayan kayıp: {}

    stalled loss: {}
    duran kayıp: {}

    train/validation gap: {}
    eğitim/doğrulama farkı: {}

    loss rises
    kayıp yükseliyor

    {} exploding
    {} patlıyor

    {} vanishing
    {} kayboluyor

    {*}, and so in {} more layer{s}
    {}; {} katmanda daha böyle

    {*}, and so in {} more weight{s}
    {}; {} ağırlıkta daha böyle

    {*}, and so in {} more parameter{s}
    {}; {} parametrede daha böyle

    the weights of its {} units are the same and so are their gradients: they stay one unit
    {} biriminin ağırlıkları aynı, gradyanları da öyle: tek bir birim olarak kalıyorlar

    the weights of its {} units are all 0 and so are their gradients: they stay one unit
    {} biriminin ağırlıklarının hepsi 0, gradyanları da öyle: tek bir birim olarak kalıyorlar

    {} in step {}, {} now, and the training loss fell to {} (mean of the last tenth)
    {2}. adımda {1}, şimdi {3}, eğitim kaybı ise {4} oldu (son onda birin ortalaması)

    {} now, and with a training loss of {} at least {} % of the training rows are right
    şimdi {}, oysa {} olan eğitim kaybıyla eğitim satırlarının en az % {} kadarı doğru

    {} in step {}, {} now, and with a training loss of {} at least {} % of the training rows are
      right
    {2}. adımda {1}, şimdi {3}, oysa {4} olan eğitim kaybıyla eğitim satırlarının en az % {5} kadarı
      doğru

    {} layers, the least gradient norm {}, {} decades under the median {}
    {1} katman, en küçük gradyan normu {2}, medyanın ({4}) {3} onluk altında

    holds {}, and the classes are 0…{}: {} of {} in step {}
    içinde {} var, sınıflar ise 0…{}: {5}. adımda {4} değerden {3} tanesi

    holds {}, and the rows of the table are 0…{}: {} of {} in step {}
    içinde {} var, tablonun satırları ise 0…{}: {5}. adımda {4} değerden {3} tanesi

    holds {}, and a yes-or-no target is between 0 and 1: {} of {} in step {}
    içinde {1} var, evet-hayır hedefi ise 0 ile 1 arasındadır: {4}. adımda {3} değerden {2} tanesi

    {*} in step {}; {} instruction{s} of that step hold no number
    {2}. adımda {1}; o adımın {3} yönergesi sayı tutmuyor

    {} gave {}
    {} sonucu {}

    {} gave {} with {}
    {3} ile {1} sonucu {2}

    {} gave {} at {} with {}
    {4} ile {1} sonucu {3} yerinde {2}

    {} gave {} at {}
    {1} sonucu {3} yerinde {2}

    one log_softmax too many: {} takes it of what is one already
    bir log_softmax fazla: {} zaten öyle olanın log_softmax'ını alıyor

    one too many: {} takes softmax of what {} made, so the loss cannot fall under {} for {} classes
    biri fazla: {} {} sonucunun softmax'ını alıyor, bu yüzden kayıp {4} sınıf için {3} altına inemez

    a sigmoid too many: {} takes logits and is given probabilities
    bir sigmoid fazla: {} logit alır, ona olasılık veriliyor

    missing: {} is given probabilities and no logarithms, exp({}) adds up to {} a row and not to 1
    eksik: {}, logaritma yerine olasılık alıyor; exp({}) satır başına 1 değil, {} ediyor

    missing: {} is given scores and no log-probabilities, exp({}) adds up to {} a row and not to 1
    eksik: {}, log-olasılık yerine puan alıyor; exp({}) satır başına 1 değil, {} ediyor

    sigmoid missing: {} takes probabilities, and {} lies in {} … {}, {} of {} outside 0 … 1
    sigmoid eksik: {} olasılık alır, {} ise {} … {} arasında, {6} değerden {5} tanesi 0 … 1 dışında

    has its initial values after {} step{s}: its gradient is exactly 0
    {} adım sonra başlangıç değerlerinde: gradyanı tam 0

    has its initial values after {} step{s}: an update of norm {} is less than the last digit of
      weights of norm {}
    {} adım sonra başlangıç değerlerinde: {} normlu bir güncelleme, {} normlu ağırlıkların son
      basamağından küçük

    a step changes it by {} of its size, at most; 1e-3 is usual
    bir adım onu en çok büyüklüğünün {} katı kadar değiştiriyor; 1e-3 olağandır

    a step changes it by {} of its size, at least; 1e-3 is usual
    bir adım onu en az büyüklüğünün {} katı kadar değiştiriyor; 1e-3 olağandır

    a step changes it by {} of its size, at most, and {} more; 1e-3 is usual
    bir adım onu en çok büyüklüğünün {} katı kadar değiştiriyor, {} tane daha böyle; 1e-3 olağandır

    a step changes it by {} of its size, at least, and {} more; 1e-3 is usual
    bir adım onu en az büyüklüğünün {} katı kadar değiştiriyor, {} tane daha böyle; 1e-3 olağandır

    {} of {} units are 0 for all {} rows: nothing flows back through them
    {2} birimden {1} tanesi {3} satırın hepsinde 0: içlerinden geriye bir şey akmıyor

    a smaller lr, init=he_normal, biases that start at 0, or leaky_relu
    daha küçük lr, init=he_normal, 0'dan başlayan yanlılıklar ya da leaky_relu

    {} → {} in {} steps, the least {}
    {3} adımda {1} → {2}, en azı {4}

    a smaller lr or clip=1.0; look at the sign of the loss, that it is to fall
    daha küçük lr ya da clip=1.0; kaybın işaretine, düşmesi gerektiğine bakın

    is computed with {}, which leaves units out as in training
    {} ile hesaplanıyor; o da eğitimdeki gibi birimleri atıyor

    measure with eval(net), which leaves out none
    hiçbirini atmayan eval(net) ile ölçün

    gradient norm {}, {} decades over the median {}
    gradyan normu {}, medyanın ({3}) {2} onluk üstünde

    gradient norm {}, {} decades under the median {}
    gradyan normu {}, medyanın ({3}) {2} onluk altında

    clip=1.0, smaller initial values, layer_norm, or for recurrence lstm or gru
    clip=1.0, daha küçük başlangıç değerleri, layer_norm, ya da yinelemede lstm veya gru

    use relu or gelu, residual(…) around the layers, or initial values that keep the variance
      (init=xavier_normal, he_normal before relu)
    relu ya da gelu kullanın, katmanların çevresine residual(…) koyun, ya da varyansı koruyan
      başlangıç değerleri (init=xavier_normal, relu önünde he_normal)

    more data, a smaller network, dropout(0.2), weight_decay=, or stop where it was best
    daha çok veri, daha küçük bir ağ, dropout(0.2), weight_decay=, ya da en iyi olduğu yerde durun

    after {} of {} examined steps the loss of the same batch was higher, in step {} {} → {} where
      its slope promised {}
    bakılan {2} adımdan {1} tanesinin ardından aynı yığının kaybı daha yüksekti; {3}. adımda {4} →
      {5}, oysa eğimi {6} vaat ediyordu

    set lr = {} or less, or a warmup
    set lr = {} ya da daha azı, ya da ısınma

    set lr = {} or more
    set lr = {} ya da daha çoğu

    a larger lr
    daha büyük lr

    no step changes anything
    hiçbir adım bir şey değiştirmiyor

    in {} steps the loss went {} → {} (mean of the last tenth); a step moves no weights by more than
      {} of their size and the loss falls as straight as its slope
    {} adımda kayıp {} → {} (son onda birin ortalaması); bir adım hiçbir ağırlığı büyüklüğünün {4}
      katından çok oynatmıyor ve kayıp eğimi kadar düz düşüyor

    subtract each column's mean and divide by its deviation, or begin with batch_norm
    her sütunun ortalamasını çıkarıp sapmasına bölün, ya da batch_norm ile başlayın

    look where they come from: there is nothing to tell them apart by
    nereden geldiklerine bakın: onları ayıracak bir şey yok

    all {} rows are 0
    {} satırın hepsi 0

    all {} rows are the same
    {} satırın hepsi aynı

    column {} is about {} in size
    {}. sütunun büyüklüğü {} dolayında

    column {} is about {} in size, another {}
    {}. sütunun büyüklüğü {} dolayında, bir başkasının {}

    values are about {} in size
    değerlerin büyüklüğü {} dolayında

    the largest column is about {} in size
    en büyük sütunun büyüklüğü {} dolayında

    count labels from 0, or give the last layer one unit for each class
    etiketleri 0'dan sayın ya da son katmana her sınıf için bir birim verin

    give the table a row for each index
    tabloya her indis için bir satır verin

    code the two classes as 0 and 1; for ±1 there is hinge_loss
    iki sınıfı 0 ve 1 diye kodlayın; ±1 için hinge_loss var

    keep what log is taken of above 0, as in log(p + 1e-8), or use a loss that takes logits:
      cross_entropy, binary_cross_entropy_with_logits
    logaritması alınanı log(p + 1e-8) gibi 0'ın üstünde tutun, ya da logit alan bir kayıp
      kullanın: cross_entropy, binary_cross_entropy_with_logits

    keep the denominator away from 0, as in a / (b + 1e-8)
    paydayı a / (b + 1e-8) gibi 0'dan uzak tutun

    keep what the root is taken of above 0; its slope at 0 is infinite
    kökü alınanı 0'ın üstünde tutun; 0'daki eğimi sonsuzdur

    subtract the maximum before exp, as softmax and logsumexp do
    softmax ve logsumexp gibi exp'ten önce en büyüğü çıkarın

    probabilities lie between 0 and 1: end the network with sigmoid
    olasılıklar 0 ile 1 arasındadır: ağı sigmoid ile bitirin

    an index is outside the table: look at the labels or tokens
    bir indis tablonun dışında: etiketlere ya da belirteçlere bakın

    the values had grown too large: a smaller lr, clip=1.0, or scaled inputs
    değerler çok büyümüştü: daha küçük lr, clip=1.0 ya da ölçeklenmiş girdiler

    {} % of the {} values lie beyond 0.97 of the range, where the slope is under a sixteenth of
      the steepest
    {2} değerlerinin % {1} kadarı aralığın 0.97'sinin ötesinde; orada eğim en dik olanın on altıda
      birinden az

    smaller initial values (init=xavier_normal), scaled inputs, or layer_norm before it
    daha küçük başlangıç değerleri (init=xavier_normal), ölçeklenmiş girdiler ya da önüne layer_norm

    use nll_loss with log_softmax, or cross_entropy without it
    log_softmax ile nll_loss, ya da onsuz cross_entropy kullanın

    leave out {}: cross_entropy takes logits
    {} olmasın: cross_entropy logit alır

    leave out sigmoid, or use binary_cross_entropy
    sigmoid olmasın, ya da binary_cross_entropy kullanın

    use log_softmax in the place of softmax, or cross_entropy on the logits
    softmax yerine log_softmax, ya da logitlerde cross_entropy kullanın

    use cross_entropy, or log_softmax before nll_loss
    cross_entropy, ya da nll_loss önünde log_softmax kullanın

    end the network with sigmoid, or use binary_cross_entropy_with_logits
    ağı sigmoid ile bitirin ya da binary_cross_entropy_with_logits kullanın

    look whether inputs and labels belong together; a larger network, another lr
    girdilerle etiketlerin birbirine ait olup olmadığına bakın; daha büyük bir ağ, başka bir lr

    draw initial values at random: init=xavier_normal, or init=he_normal before relu
    başlangıç değerlerini rastgele çekin: init=xavier_normal, relu önünde init=he_normal

    a larger lr, or smaller initial values
    daha büyük lr ya da daha küçük başlangıç değerleri

    a smaller lr, or larger initial values
    daha küçük lr ya da daha büyük başlangıç değerleri

    look whether the loss depends on it: stop_gradient, a mask or a dead unit stands between
    kaybın ona bağlı olup olmadığına bakın: arada stop_gradient, bir maske ya da ölü bir birim
      duruyor

    '{}' was not executed: {}
    '{}' yürütülmedi: {*}

    diagnosing
    tanı konuyor

    measuring
    ölçülüyor

    still moving
    hâlâ ilerliyor

    the cell is still busy
    hücre hâlâ meşgul

    no breakpoints
    durma noktası yok

    no run
    koşu yok

    no breakpoint stops before: this is the beginning of the run
    öncesinde durduran durma noktası yok: koşunun başı burası

    nothing is measured here: there is no clock
    burada bir şey ölçülmez: saat yok

    there is one already: goto nan goes to the instruction that made it
    zaten var: goto nan onu yapan yönergeye gider

    the losses of all {} common steps are the same
    ortak {} adımın hepsinde kayıplar aynı

    breakpoint {} is passed {} time{s}
    {} numaralı durma noktası {} kez geçilir

    gradient norm {}, and {} is much
    gradyan normu {}; {} bile çok

    gradient norm {}, {} decades over the median {}, and {} is much
    gradyan normu {}, medyanın ({3}) {2} onluk üstünde; {4} bile çok

    at instruction {} in step {}: {}
    {2}. adımda {1} numaralı yönergede: {3}
    """#
}
