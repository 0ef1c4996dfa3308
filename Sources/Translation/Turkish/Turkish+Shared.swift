// Turkish: phrases that stand at several places, in the books of each.

extension Turkish {
  /// Kinds of attention, in charts and in titles.
  static let attentionKinds = #"""
    attention
    dikkat

    self-attention
    öz dikkat

    self-attention, causal
    öz dikkat, nedensel

    causal self-attention
    nedensel öz dikkat

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
    """#

  /// The order of a table's rows, in lines and in charts.
  static let orders = #"""
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
    """#
}
