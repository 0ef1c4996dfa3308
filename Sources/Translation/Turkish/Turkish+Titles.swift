// Turkish: what is said behind the name of a plot in its title.

extension Turkish {
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
