// Turkish: summaries of activations.

extension Turkish {
  static let activations = #"""
    The exponential linear unit with a derivative without a jump.
    Türevinde sıçrama olmayan üstel doğrusal birim.

    The exponential linear unit.
    Üstel doğrusal birim.

    The Gaussian error linear unit, exact or as GPT-2 has it, by tanh.
    Gauss hata doğrusal birimi, kesin ya da GPT-2'deki gibi tanh ile.

    One half of an axis times the sigmoid of the other.
    Bir eksenin yarısı çarpı öteki yarısının sigmoidi.

    The sigmoid of three straight lines.
    Üç doğrudan sigmoid.

    x times the sigmoid of three straight lines.
    x çarpı üç doğrudan sigmoid.

    tanh of three straight lines.
    Üç doğrudan tanh.

    The rectifier with a small slope for negative inputs.
    Eksi girdilerde küçük bir eğimi olan doğrultucu.

    The logarithm of softmax along an axis.
    Bir eksen boyunca softmax'ın logaritması.

    The logarithm of the sigmoid, safe for large −x.
    Sigmoidin logaritması, büyük −x için güvenli.

    The largest of each group of neighbours along the last axis.
    Son eksen boyunca her komşu öbeğinin en büyüğü.

    A smooth, not monotone rectifier.
    Düzgün, tekdüze olmayan bir doğrultucu.

    The rectifier with a given slope, one for all or one a channel (axis 1).
    Eğimi verilen doğrultucu, hepsine bir ya da her kanala bir eğim (1. eksen).

    The rectifier.
    Doğrultucu.

    The rectifier that ends at 6.
    6'da biten doğrultucu.

    The exponential linear unit that keeps mean 0 and variance 1.
    Ortalamayı 0, varyansı 1 tutan üstel doğrusal birim.

    The logistic function; from 0 to 1.
    Lojistik fonksiyon; 0 ile 1 arasında.

    The sigmoid linear unit, also swish.
    Sigmoid doğrusal birim, öteki adıyla swish.

    Positive numbers that add up to 1 along an axis.
    Bir eksen boyunca toplamı 1 olan artı sayılar.

    The smooth rectifier; x itself where beta x is above the threshold.
    Düzgün doğrultucu; beta x eşiği aşınca x'in kendisi.

    Like tanh, with slower tails.
    tanh gibi, uçları daha yavaş.

    The hyperbolic tangent; from −1 to 1.
    Hiperbolik tanjant; −1 ile 1 arasında.

    The first place of a text or a number in a list.
    Bir metnin ya da sayının bir listedeki ilk yeri.

    The cosine of the angle between vectors along an axis: 1 for one direction.
    Bir eksen boyunca vektörler arasındaki açının kosinüsü: aynı yönde 1.

    The likeliest continuations of a text that a search with so many beams finds, best first, and
      their scores: the sum of the tokens' log P over length^length_penalty.
    Bir metnin, şu kadar ışınla yapılan aramanın bulduğu en olası devamları, en iyisi önde, ve
      puanları: belirteçlerin log P toplamı bölü uzunluk^length_penalty.
    """#
}
