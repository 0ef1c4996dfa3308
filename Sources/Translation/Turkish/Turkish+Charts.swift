// Turkish: what charts say. What a plot is called, and the words of whoever made the data, stay.

extension Turkish {
  /// Words of a chart's own: headings, axes, notes, what the cursor reads.
  static let charts = #"""
    no data yet
    henüz veri yok

    no points yet
    henüz nokta yok

    no answers yet
    henüz yanıt yok

    no probabilities yet
    henüz olasılık yok

    no text yet
    henüz metin yok

    nothing to show
    gösterilecek bir şey yok

    not computed yet
    henüz hesaplanmadı

    the paler, the closer
    ne kadar soluksa o kadar yakın

    ? undecided
    ? kararsız

    {} examples
    {} örnek

    {} examples, {} right ({})
    {} örnek, {} doğru ({})

    {} examples, {} right ({}), % of the row
    {} örnek, {} doğru ({}), satırın %'si

    {} examples, % of the row
    {} örnek, satırın %'si

    is↓ said→
    gerçek↓ denen→

    is\said
    gerçek\denen

    is
    gerçek

    class
    sınıf

    precision
    kesinlik

    recall
    duyarlık

    of {}
    / {}

    no mistakes
    hata yok

    worst
    en kötü

    {} of {} ({})
    {}/{} ({})

    {} of {}
    {}/{}

    is {}, said {}: {} of {}
    gerçek {}, denen {}: {}/{}

    is {}, said {}: {} of {} ({})
    gerçek {}, denen {}: {}/{} ({})

    levels
    düzeyler

    steps {} … {}
    adımlar {} … {}

    steps {} … {}, {} → {}
    adımlar {} … {}, {} → {}

    and {} more
    ve {} tane daha

    {} more
    {} tane daha

    {} above, {} below
    yukarıda {}, aşağıda {}

    {} more below
    aşağıda {} tane daha

    {} more lines
    {} satır daha

    {} parameter{s}
    {} parametre

    {} parameter{s}, shared
    {} parametre, ortak

    {} time steps, the same weights
    {} zaman adımı, aynı ağırlıklar

    × {}, the same parameters each time
    × {}, her seferinde aynı parametreler

    {} by step, shade: log count
    {} adımlara göre, ton: sayının logaritması

    mean
    ort

    dead
    ölü

    sat
    doy

    last
    son

    step
    adım

    step {}
    adım {}

    epoch
    dönem

    epoch {}
    dönem {}

    bits
    bit

    data
    veri

    mini-batch
    mini yığın

    clipped
    kırpık

    vanishing
    kaybolan

    exploding
    patlayan

    small
    küçük

    large
    büyük

    masked
    maskeli

    scaled
    ölçekli

    score
    puan

    unit
    birim

    time
    zaman

    below {}
    altta {}

    above {}
    üstte {}

    [{}] log count
    [{}] sayının logaritması

    total {} parameter{s} in {} of {} layer{s}
    toplam {1} parametre, {3} katmandan {2} tanesinde

    total {} parameter{s} in {} of {} layer{s}, {} numbers that training does not change
    toplam {1} parametre, {3} katmandan {2} tanesinde; {4} sayıyı eğitim değiştirmez

    some ≤ 0
    bazıları ≤ 0

    some <= 0
    bazıları <= 0

    query
    sorgu

    key
    anahtar

    heads
    baş

    across PC1 {}, up PC2 {} of the variance
    varyansın yatayda PC1 {}, dikeyde PC2 {} kadarı

    across PC1 {}, up PC2 {} of the variance, the first {} of {}
    varyansın yatayda PC1 {1}, dikeyde PC2 {2} kadarı; {4} sözcüğün ilk {3} tanesi

    across PC1 {}, up PC2 {} of the variance, {} of {} labels without room
    varyansın yatayda PC1 {1}, dikeyde PC2 {2} kadarı; {4} addan {3} tanesine yer yok

    across PC1 {}, up PC2 {} of the variance, the first {} of {}, {} of {} labels without room
    varyansın yatayda PC1 {1}, dikeyde PC2 {2} kadarı; {4} sözcüğün ilk {3} tanesi; {6} addan {5}
      tanesine yer yok

    {} of {} labels without room
    {2} addan {1} tanesine yer yok

    nearest to {} (cosine): {}
    {} için en yakınlar (kosinüs): {}

    {} at {}, {}
    {}: {}, {}

    (empty)
    (boş)

    (first {})
    (ilk {})

    ({} from {}, {})
    ({2}, {3} yerinden başlayarak {1})

    {} choices
    {} seçenek

    {} choices, temperature {}
    {} seçenek, sıcaklık {}

    together
    birlikte

    up {}
    dikeyde {}

    {} without a place
    {} tanesinin yeri yok

    {} covered
    {} tanesi örtülü

    averaged to {}
    {} boyutuna ortalandı

    of the first image
    ilk görüntü

    median ‖g‖₂
    ‖g‖₂ medyanı

    input 0 … output 1
    girdi 0 … çıktı 1

    across x₁ {}
    yatayda x₁ {}

    across x₁ {}, up x₂ {}
    yatayda x₁ {}, dikeyde x₂ {}

    {} other parameter{s} held
    öteki {} parametre sabit

    batch of step {}
    {}. adımın yığını

    {} other parameter{s} held, batch of step {}
    öteki {} parametre sabit, {}. adımın yığını

    ✗ said ≠ is
    ✗ denen ≠ gerçek

    below: what it says
    altında: ağın dediği

    below: what it is
    altında: gerçeği

    {}: {}, {} … {}, mean {}
    {}: {}, {} … {}, ort {}

    {}: {}, {} … {}, mean {}, NaN or inf {}
    {}: {}, {} … {}, ort {}, NaN ya da inf {}

    {}: {}, NaN or inf {}
    {}: {}, NaN ya da inf {}

    token {} "{}": p {}
    belirteç {} "{}": p {}

    token {} "{}": p {}, given
    belirteç {} "{}": p {}, verilmiş

    token {} "{}"
    belirteç {} "{}"

    token {} "{}", given
    belirteç {} "{}", verilmiş

    ← backwards in time
    ← zamanda geriye

    <- backwards in time
    <- zamanda geriye

    ┃ cut: no gradient goes past
    ┃ kesik: gradyan geçmez

    | cut: no gradient goes past
    | kesik: gradyan geçmez

    … not computed yet
    … henüz hesaplanmadı

    ? not computed yet
    ? henüz hesaplanmadı

    · no gradient
    · gradyan yok

    x no gradient
    x gradyan yok

    no gradient comes here
    buraya gradyan gelmiyor

    {}, the same at every step
    {}, her adımda aynı

    {}: the same at every step
    {}: her adımda aynı

    loss
    kayıp

    this neuron at {}
    bu nöron: {}

    "{}" (choice {}): p {}
    "{}" ({}. seçenek): p {}

    {} of {} ({} %)
    {}/{} (% {})

    x {}, y {}: class {}
    x {}, y {}: sınıf {}

    x {}, y {}: class {}, ahead by {}
    x {}, y {}: sınıf {}, {} kadar önde

    class {}
    sınıf {}

    class {}, ahead by {}
    sınıf {}, {} kadar önde

    point {}: {}
    nokta {}: {}

    map
    harita

    model
    model

    neuron
    nöron

    stages
    aşamalar

    now
    şimdi

    {} steps
    {} adım

    sequence {} of {}
    dizi {}/{}

    too small
    çok küçük

    too
    çok

    {} example, {} right ({})
    {} örnek, {} doğru ({})

    {} of {} right
    {2} örnekten {1} doğru

    {} right
    {} doğru

    no answers
    yanıt yok

    % of the row
    satırın %'si

    bars: log count over {}
    çubuk: log sayı, {} üzerinde

    log count over {}
    log sayı, {} üzerinde

    over {}
    {} üzerinde

    {} unnamed
    {} adsız

    {} of {} unnamed
    {2} içinden {1} adsız

    the first {} of {}
    {2} içinden ilk {1}

    the first {} of {} units
    {2} birimin ilk {1} tanesi

    {} of {} units
    {}/{} birim

    the first {} of {} steps
    {2} adımın ilk {1} tanesi

    {} of {} steps
    {}/{} adım

    {} choice
    {} seçenek

    temperature {}
    sıcaklık {}

    across PC1 {}, up PC2 {}
    yatayda PC1 {}, dikeyde PC2 {}

    {} time steps
    {} zaman adımı

    {}, row {}: {}
    {}, satır {}: {}

    {}, unit {}, row {}: {}
    {}, birim {}, satır {}: {}

    units ↓ × time →
    birimler ↓ × zaman →

    rows {} of {}
    satırlar {} / {}

    steps {} of {}
    adımlar {} / {}

    no room for {}
    sığmayan: {}

    {} averaged to {}
    {}, {} boyutuna ortalandı

    {}, max of {}
    {}, {} içinden en büyüğü

    {} steps, max of {} a column
    {} adım, sütunda {} adımın en büyüğü

    ← backwards
    ← geriye

    ┃ cut
    ┃ kesik

    … to come
    … gelecek

    · none
    · yok

    → {}  ↑ {}
    → {}  ↑ {}
    """#
}
