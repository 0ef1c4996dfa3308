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
    ilk görüntünün

    median ‖g‖₂
    ‖g‖₂ ortancası

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

    rows by column {}, greatest first
    {}. sütuna göre satırlar, önce en büyük

    rows by column {}, least first
    {}. sütuna göre satırlar, önce en küçük

    rows by said {}, greatest first
    denen {} için satırlar, önce en büyük

    rows by said {}, least first
    denen {} için satırlar, önce en küçük

    rows as they were
    satırlar eski sırasında

    greatest first
    önce en büyük

    least first
    önce en küçük

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
    evreler

    now
    şimdi

    {} steps
    {} adım

    sequence {} of {}
    dizi {}/{}

    self-attention
    öz dikkat

    self-attention, causal
    öz dikkat, nedensel

    cross-attention
    çapraz dikkat

    {} self-attention
    {} öz dikkat

    {} self-attention, causal
    {} öz dikkat, nedensel

    encoder self-attention
    kodlayıcı öz dikkati

    encoder self-attention, causal
    kodlayıcı öz dikkati, nedensel

    decoder self-attention
    kod çözücü öz dikkati

    decoder self-attention, causal
    kod çözücü öz dikkati, nedensel

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

  /// What is said behind the name of a plot. No word that could be the name of somebody's value
  /// stands here alone.
  static let titles = #"""
    no data yet
    henüz veri yok

    {}: no data yet
    {}: henüz veri yok

    no points yet
    henüz nokta yok

    {}: no points yet
    {}: henüz nokta yok

    no answers yet
    henüz yanıt yok

    {}: no answers yet
    {}: henüz yanıt yok

    no points
    nokta yok

    {}: no points
    {}: nokta yok

    no point has a place
    hiçbir noktanın yeri yok

    {}: no point has a place
    {}: hiçbir noktanın yeri yok

    rows {} of {}
    satırlar {} / {}

    steps {} of {}
    adımlar {} / {}

    keys {} of {}
    anahtarlar {} / {}

    q {} of {}
    q {} / {}

    k {} of {}
    k {} / {}

    d {} of {}
    d {} / {}

    unit {} of {}
    birim {} / {}

    time {} of {}
    zaman {} / {}

    {}–{} of {}
    {}–{} / {}

    bars: log count over {}
    çubuk: log sayı, {} üzerinde

    {} layers, max of {} a row
    {} katman, satırda {} katmanın en büyüğü

    {}, max of {}
    {}, {} içinden en büyüğü

    {} steps, max of {} a column
    {} adım, sütunda {} adımın en büyüğü

    {} bins, up to {} together
    {} bölme, en çok {} tanesi birlikte

    (no room for {})
    (sığmayan: {})

    healthy {}
    sağlıklı {}

    {} of {} features show
    {2} özellikten {1} tanesi

    {} of {} maps show
    {2} haritadan {1} tanesi

    {} parameter{s}
    {} parametre

    {}, {} time steps
    {}, {} zaman adımı

    {}, unit {}, row {}: z = {}
    {}, birim {}, satır {}: z = {}

    units ↓ × time →
    birimler ↓ × zaman →

    units ↓ × time →, the first {} of {} units
    birimler ↓ × zaman →, {2} birimin ilk {1} tanesi

    units ↓ × time →, the first {} of {} steps
    birimler ↓ × zaman →, {2} adımın ilk {1} tanesi

    units ↓ × time →, the first {} of {} units, the first {} of {} steps
    birimler ↓ × zaman →, {2} birimin ilk {1}, {4} adımın ilk {3} tanesi

    f  forget gate
    f  unutma kapısı

    i  input gate
    i  girdi kapısı

    o  output gate
    o  çıktı kapısı

    g  candidate
    g  aday

    c  cell
    c  hücre

    h  hidden state
    h  gizli durum

    r  reset gate
    r  sıfırlama kapısı

    z  update gate
    z  güncelleme kapısı

    n  candidate
    n  aday

    {} step {}
    {} adım {}

    step {}
    adım {}

    {} head {}
    {} baş {}

    {} head {} ∂L/∂A
    {} baş {} ∂L/∂A

    self-attention
    öz dikkat

    self-attention, causal
    öz dikkat, nedensel

    cross-attention
    çapraz dikkat

    {} self-attention
    {} öz dikkat

    {} self-attention, causal
    {} öz dikkat, nedensel

    encoder self-attention
    kodlayıcı öz dikkati

    encoder self-attention, causal
    kodlayıcı öz dikkati, nedensel

    decoder self-attention
    kod çözücü öz dikkati

    decoder self-attention, causal
    kod çözücü öz dikkati, nedensel

    self-attention, {}
    öz dikkat, {}

    causal self-attention, {}
    nedensel öz dikkat, {}

    self-attention, causal, {}
    öz dikkat, nedensel, {}

    encoder self-attention, {}
    kodlayıcı öz dikkati, {}

    encoder self-attention, causal, {}
    kodlayıcı öz dikkati, nedensel, {}

    decoder self-attention, {}
    kod çözücü öz dikkati, {}

    decoder self-attention, causal, {}
    kod çözücü öz dikkati, nedensel, {}

    cross-attention, {}
    çapraz dikkat, {}

    layers × heads, bits a query
    katmanlar × başlar, sorgu başına bit

    the first {} of {} heads
    {2} başın ilk {1} tanesi

    the first {} of {} heads, large maps max-pooled
    {2} başın ilk {1} tanesi, büyük haritalar en büyükle küçültüldü

    large maps max-pooled
    büyük haritalar en büyükle küçültüldü

    {}: median ‖g‖₂, input 0 … output 1
    {}: medyan ‖g‖₂, girdi 0 … çıktı 1

    {} of {} image{s}
    {2} görüntüden {1} tanesi

    {} of {} image{s}, {} right, {} wrong
    {2} görüntüden {1} tanesi, {3} doğru, {4} yanlış

    {} of {} image{s}, mean of {} channels
    {2} görüntüden {1} tanesi, {3} kanalın ortalaması

    {} of {} image{s}, {} right, {} wrong, mean of {} channels
    {2} görüntüden {1} tanesi, {3} doğru, {4} yanlış, {5} kanalın ortalaması

    {}: weights of {} units
    {}: {} birimin ağırlıkları

    {}: weights of {} of {} units
    {}: {3} birimden {2} tanesinin ağırlıkları

    {}: {} kernels
    {}: {} çekirdek

    {}: {} of {} kernels
    {}: {3} çekirdekten {2} tanesi

    {}: {} kernels, {} out ← {} in
    {}: {} çekirdek, {} çıkış ← {} giriş

    {}: {} of {} kernels, {} out ← {} in
    {}: {3} çekirdekten {2} tanesi, {4} çıkış ← {5} giriş

    {}: {} unit
    {}: {} birim

    {}: {} maps
    {}: {} harita

    {}: {} of {} maps
    {}: {3} haritadan {2} tanesi

    {}: {} units
    {}: {} birim

    {}: {} of {} units
    {}: {3} birimden {2} tanesi
    """#
}
