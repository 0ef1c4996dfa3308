// Turkish: what cells show: bindings, training, walking, comparing, answers. Names, numbers and code
// stay as they are; a line that begins with a name and a colon is looked up without them.

extension Turkish {
  static let lines = #"""
    scalar
    skaler

    list of {}
    {} öğelik liste

    {}, sized at the first use
    {}, boyutu ilk kullanımda belli olur

    {}, {} parameter{s}
    {}, {} parametre

    {}, carried from step to step
    {}, adımdan adıma taşınır

    {}, {} row{s}, {}
    {}, {} satır, {}

    {} part {} of {}, {} row{s}, {}
    {}, bölüm {}/{}, {} satır, {}

    first row {}
    ilk satır {}

    {} tokens, vocabulary of {}
    {} belirteç, sözlükte {}

    {}, vocabulary of {}
    {}, sözlükte {}

    {}: byte-level BPE, vocabulary of {}
    {}: bayt düzeyinde BPE, sözlükte {}

    {}: bytes, vocabulary of {}
    {}: baytlar, sözlükte {}

    {}: words, vocabulary of {}
    {}: sözcükler, sözlükte {}

    {}: word pieces, vocabulary of {}
    {}: sözcük parçaları, sözlükte {}

    {}: characters, vocabulary of {}
    {}: karakterler, sözlükte {}

    {} terms, x {}
    {} terim, x {}

    context of {} word{s}, {} n-grams of {}
    {} sözcüklük bağlam, {} n-gram (n = {})

    context of {} character{s}, {} n-grams of {}
    {} karakterlik bağlam, {} n-gram (n = {})

    context of {} byte{s}, {} n-grams of {}
    {} baytlık bağlam, {} n-gram (n = {})

    context of {} token{s}, {} n-grams of {}
    {} belirteçlik bağlam, {} n-gram (n = {})

    {} tensor{s}, {} numbers
    {} tensör, {} sayı

    nothing is near
    yakında bir şey yok

    nearest {}
    en yakın {}

    {}: {} parameter{s}, {} instructions a step, {}
    {}: {} parametre, adımda {} yönerge, {}

    {}: {} parameter{s} set
    {}: {} parametre atandı

    step {}: {} {} → {}
    adım {}: {} {} → {}

    lr = {} from step {}
    {2}. adımdan başlayarak lr = {1}

    history = {} MiB, {} MiB used
    history = {} MiB, kullanılan {} MiB

    undone: {}
    geri alındı: {}

    undone: {}, with {} later cell{s}
    geri alındı: {}, sonraki {} hücreyle

    done again: {}
    yeniden yapıldı: {}

    done again: {}, with {} later cell{s}
    yeniden yapıldı: {}, sonraki {} hücreyle

    stale: {*}, computed from {}; going on runs it again
    bayat: {2} değerinden hesaplanan {1}; sürdürünce yeniden yürütülür

    stale: {*}, computed from {}; going on runs them again
    bayat: {2} değerinden hesaplanan {1}; sürdürünce yeniden yürütülürler

    instruction {}
    {} numaralı yönerge

    instructions {} and {}
    {} ve {} numaralı yönergeler

    instructions {} to {}
    {} ile {} arasındaki yönergeler

    {} instructions from {} to {}
    {2} ile {3} arasında {1} yönerge

    {} is stale: on going on it is computed again
    {} bayat: sürdürünce yeniden hesaplanır

    {} is stale: on going on {*}
    {} bayat: sürdürünce {}

    {*} runs again: {} was changed by hand after it ran
    {1} yeniden yürütülür, {2} ondan sonra elle değiştirildi

    {*} run again: {} was changed by hand after they ran
    {1} yeniden yürütülür, {2} onlardan sonra elle değiştirildi

    {*} runs again: {} and {} were changed by hand after it ran
    {1} yeniden yürütülür, {2} ve {3} ondan sonra elle değiştirildi

    {*} run again: {} and {} were changed by hand after they ran
    {1} yeniden yürütülür, {2} ve {3} onlardan sonra elle değiştirildi

    before step {}, {} instruction{s}
    {}. adımdan önce, {} yönerge

    after step {}, {} instruction{s}
    {}. adımdan sonra, {} yönerge

    step {}, {} of {} instruction{s} has run
    adım {1}: {3} yönergeden {2} tanesi yürütüldü

    step {}, {} of {} instruction{s} have run
    adım {1}: {3} yönergeden {2} tanesi yürütüldü

    step {}, instruction {} of {} is next: {} ({*})
    adım {}, sıradaki yönerge {}/{}: {} ({})

    {} (data)
    {} (veri)

    {} (parameter)
    {} (parametre)

    {} (state)
    {} (durum)

    {} (setting)
    {} (ayar)

    changed by hand in this step: {}
    bu adımda elle değiştirilenler: {}

    c computed
    c hesaplandı

    o changed by hand
    o elle değiştirildi

    s stale: will run again
    s bayat: yeniden yürütülecek

    - not yet
    - henüz değil

    {} instruction{s}
    {} yönerge

    {} more instruction{s}
    {} yönerge daha

    {} more rows
    {} satır daha

    breakpoint {}: {}
    durma noktası {}: {}

    breakpoint {}: nan
    durma noktası {}: nan

    breakpoint {}: {}, once
    durma noktası {}: {}, bir kez

    watch {}: {}
    gözlem {}: {}

    watch {}: {}, once
    gözlem {}: {}, bir kez

    breakpoint {} ({}) is disabled: {*}
    durma noktası {} ({}) kapatıldı: {}

    watch {} ({}) is disabled: {*}
    gözlem {} ({}) kapatıldı: {}

    there is no '{}' in this program
    bu programda '{}' yok

    watch {} is passed {} time{s}
    {} numaralı gözlem {} kez geçilir

    stopped by breakpoint {} in step {}: at {}
    {2}. adımda {1} numaralı durma noktasında durdu: {3}

    stopped by breakpoint {} in step {}: {}
    {2}. adımda {1} numaralı durma noktasında durdu: {3}

    stopped by breakpoint {} in step {}: the first NaN is made by {} ({*})
    {2}. adımda {1} numaralı durma noktasında durdu: ilk NaN burada oluşuyor: {3} ({4})

    stopped by breakpoint {} in step {}: the first infinity is made by {} ({*})
    {2}. adımda {1} numaralı durma noktasında durdu: ilk sonsuz burada oluşuyor: {3} ({4})

    stopped by watch {} in step {}: {} was {}, is {}
    {2}. adımda {1} numaralı gözlemde durdu: {3} {4} idi, şimdi {5}

    stopped by watch {} in step {}: {} was {} values, is {}
    {2}. adımda {1} numaralı gözlemde durdu: {3} {4} değerdi, şimdi {5}

    stopped by watch {} in step {}: {} is the same
    {2}. adımda {1} numaralı gözlemde durdu: {3} aynı kaldı

    stopped by watch {} in step {}: {} changed in {} of {} elements: element {} was {}, is {}
    {2}. adımda {1} numaralı gözlemde durdu: {3}, {5} öğeden {4} tanesinde değişti: {6} öğesi {7} idi,
      şimdi {8}

    step {}: the first NaN is made by {} ({*})
    adım {}: ilk NaN burada oluşuyor: {} ({})

    step {}: the first infinity is made by {} ({*})
    adım {}: ilk sonsuz burada oluşuyor: {} ({})

    operand {} = {}
    işlenen {} = {}

    operand {}, from {} to {}
    işlenen {}, {} ile {} arasında

    operand {}, from {} to {}, {} of {} are 0
    işlenen {1}, {2} ile {3} arasında, {5} değerden {4} tanesi 0

    operand {}, from {} to {}, {} NaN
    işlenen {}, {} ile {} arasında, {} NaN

    operand {}, from {} to {}, {} of {} are 0, {} NaN
    işlenen {1}, {2} ile {3} arasında, {5} değerden {4} tanesi 0, {6} NaN

    operand {}: {} at {}, from {} to {}
    işlenen {1}: {3} yerinde {2}, {4} ile {5} arasında

    operand {}: {} at {}, from {} to {}, {} of {} are 0
    işlenen {1}: {3} yerinde {2}, {4} ile {5} arasında, {7} değerden {6} tanesi 0

    operand {}: {} at {}, from {} to {}, {} NaN
    işlenen {1}: {3} yerinde {2}, {4} ile {5} arasında, {6} NaN

    operand {}: {} at {}, from {} to {}, {} of {} are 0, {} NaN
    işlenen {1}: {3} yerinde {2}, {4} ile {5} arasında, {7} değerden {6} tanesi 0, {8} NaN

    {} of {} element{s}: {}
    {2} öğeden {1} tanesi: {3}

    {} of {} element{s}: {}, at {}
    {2} öğeden {1} tanesi: {3}, yerleri {4}

    rows {} to {} of {}
    {3} satırdan {1}–{2}

    columns {} to {} of {}
    {3} sütundan {1}–{2}

    elements {} to {} of {}
    {3} öğeden {1}–{2}

    {} element{s}, worst relative error {}
    {} öğe, en büyük göreli hata {}

    step {}: {} instruction{s}, {} FLOP; one by one {}, in training {}; median of {}
    adım {}: {} yönerge, {} FLOP; tek tek {}, eğitimde {}; {} ölçümün medyanı

    step {}: {} instruction{s}, {} FLOP; one by one {}, in training {}, {} of {} ({}); median of {}
    adım {}: {} yönerge, {} FLOP; tek tek {}, eğitimde {}, en çok {7} iken {6} ({8}); {9} ölçümün
      medyanı

    and {} more: {} µs, {}
    ve {} tane daha: {} µs, {}

    and {} more
    ve {} tane daha

    {} more
    {} tane daha

    batch
    yığın

    rule
    kural

    reads
    okur

    writes
    yazar

    read by {}
    okuyan {}

    from {}
    yazan {}

    stale
    bayat

    looked at
    bakılan

    time step {}
    zaman adımı {}

    heads
    başlar

    step {}
    adım {}

    {} instr.
    {} yön.

    rows {}-{} of {}
    {3} satırdan {1}-{2}

    {} left
    kalan {}

    {} of {} completions
    {2} tamamlamadan {1} tanesi

    {} completion{s}
    {} tamamlama

    too small
    çok küçük

    too
    çok

    small
    küçük

    … {} more
    … {} tane daha
    """#
}
