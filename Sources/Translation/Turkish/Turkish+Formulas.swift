// Turkish: what formulas say in words. `if`, `else` and `where` are words of the language nabla and
// stay. A formula is looked up side by side, then term by term.

extension Turkish {
  /// Kept apart from the sentences: a formula is almost nothing but holes.
  static let formulaWords = #"""
    mean of {} in windows {}
    {2} pencerelerinde {1} ortalaması

    max of {} in windows {}
    {2} pencerelerinde {1} içinden en büyük

    argmax of {} in windows {}
    {2} pencerelerinde {1} içinden en büyüğün yeri

    {} where {} is largest in its window
    {2} penceresinin en büyüğü olduğu yerde {1}

    {} where {} is largest in its window, else 0
    {2} penceresinin en büyüğü olduğu yerde {1}, yoksa 0

    {} / n for each of its window {}
    {2} penceresinin her öğesine {1} / n

    {} for each of {}
    {2} içindeki her öğeye {1}

    {} / {} for each of {}
    {3} içindeki her öğeye {1} / {2}

    {} for each of…
    her birine {} …

    {} shaped like {}
    {2} biçiminde {1}

    {} shifted back
    geri kaydırılmış {}

    {} in groups of {}
    {2}'lik kümelerde {1}

    {} within ±{}
    ±{2} içinde {1}

    Σ {} over images and positions
    görüntüler ve yerler üzerinden Σ {}

    Σ {} at rows {}
    {2} satırlarında Σ {1}

    Σ {} at places {}
    {2} yerlerinde Σ {1}

    Σ {} at {}
    {2} yerinde Σ {1}

    {} at {}
    {2} yerinde {1}

    {} at {}, axis={}
    {2} yerinde {1}, axis={3}

    {} at {} of axis {}
    {3}. eksenin {2} yerinde {1}

    {} with {} at {}, axis={}
    {3} yerinde {2} bulunan {1}, axis={4}

    {} where {} was put last, axis={}
    {2} en son konduğu yerde {1}, axis={3}

    {} along axis {}
    {2}. eksen boyunca {1}

    {} from the end
    sondan başlayarak {}

    {}, next rows
    {}, sıradaki satırlar

    column {} of {}, next rows
    {2} verisinin {1}. sütunu, sıradaki satırlar

    1 with probability {}, else 0
    {} olasılıkla 1, yoksa 0

    0 with probability {}, else {}
    {} olasılıkla 0, yoksa {}

    one of {}, by probability
    {} içinden biri, olasılığına göre

    an order of 0 … {}
    0 … {} için bir sıra

    {} of the {} largest, else −∞
    en büyük {2} tanesi için {1}, yoksa −∞

    {} of the likeliest {}, else −∞
    en olası {2} payı için {1}, yoksa −∞

    {} from {} of the likeliest, else −∞
    en olasının {2} katından başlayarak {1}, yoksa −∞

    key > query
    anahtar > sorgu

    |key − query| > {}
    |anahtar − sorgu| > {}

    key > query or |key − query| > {}
    anahtar > sorgu ya da |anahtar − sorgu| > {}

    ‖all gradients‖
    ‖bütün gradyanlar‖

    {}, with the gradient of {}
    {2} gradyanıyla {1}

    the sum over the {} uses of {}
    {2} değerinin {1} kullanımı üzerinden toplam
    """#
}
