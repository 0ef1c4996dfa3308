// Turkish: what formulas say in words. `if`, `else` and `where` are words of the language nabla and
// stay. A formula is looked up side by side, then term by term.

extension Turkish {
  /// Kept apart from the sentences: a formula is almost nothing but holes.
  static let formulaWords = #"""
    mean of {} in windows {}
    {} ortalaması ({} pencerelerinde)

    max of {} in windows {}
    {} en büyüğü ({} pencerelerinde)

    argmax of {} in windows {}
    {} en büyüğünün yeri ({} pencerelerinde)

    {} where {} is largest in its window
    {} ({} penceresinin en büyüğüyse)

    {} where {} is largest in its window, else 0
    {} ({} penceresinin en büyüğüyse), yoksa 0

    {} / n for each of its window {}
    {} / n ({} penceresinin her öğesi için)

    {} for each of {}
    {} (her {} öğesi için)

    {} / {} for each of {}
    {} / {} (her {} öğesi için)

    {} for each of…
    {} (her öğe için…

    {} shaped like {}
    {} ({} biçiminde)

    {} shifted back
    geri kaydırılmış {}

    {} in groups of {}
    {} ({}'lik kümelerde)

    {} within ±{}
    {} (±{} içinde)

    Σ {} over images and positions
    Σ {} (görüntüler ve yerler üzerinden)

    Σ {} at rows {}
    Σ {} (satırlar {})

    Σ {} at places {}
    Σ {} (yerler {})

    Σ {} at {}
    Σ {} (yer {})

    {} at {}
    {} (yer {})

    {} at {}, axis={}
    {} (yer {}, axis={})

    {} at {} of axis {}
    {} (yer {}, eksen {})

    {} with {} at {}, axis={}
    {}, içinde {} (yer {}, axis={})

    {} where {} was put last, axis={}
    {} ({} en son konduğu yerde, axis={})

    {} along axis {}
    {} (eksen {} boyunca)

    {} from the end
    {} (sondan başlayarak)

    {}, next rows
    {}, sıradaki satırlar

    column {} of {}, next rows
    {2}, sütun {1}, sıradaki satırlar

    1 with probability {}, else 0
    {} olasılıkla 1, yoksa 0

    0 with probability {}, else {}
    {} olasılıkla 0, yoksa {}

    one of {}, by probability
    {} içinden biri, olasılığına göre

    an order of 0 … {}
    0 … {} için bir sıra

    {} of the {} largest, else −∞
    {} (en büyük {} tanesi), yoksa −∞

    {} of the likeliest {}, else −∞
    {} (en olası {} payı), yoksa −∞

    {} from {} of the likeliest, else −∞
    {} (en olasının {} katından), yoksa −∞

    key > query
    anahtar > sorgu

    |key − query| > {}
    |anahtar − sorgu| > {}

    key > query or |key − query| > {}
    anahtar > sorgu ya da |anahtar − sorgu| > {}

    ‖all gradients‖
    ‖bütün gradyanlar‖

    {}, with the gradient of {}
    {} ({} gradyanıyla)

    the sum over the {} uses of {}
    {2} değerinin {1} kullanımı üzerinden toplam
    """#
}
