// `split(data, 0.8, 0.1, 0.1)`: a data set in disjoint random parts.

extension Dataset {
  /// What the catalogue says of `split`.
  public static let splitDescriptor = Descriptor(
    "split", .data, signature: "split(data, fraction, …)",
    summary: "Cuts a data set into disjoint random parts; one fraction gives it and the rest.",
    source: "sizes by the largest remainder",
    example: "train_set, valid, test = split(digits(), 0.8, 0.1, 0.1)")

  /// Disjoint parts of these fractions, shuffled by the stream "split" of the seed.
  ///
  /// One fraction gives two parts: it and the rest. Sizes are rounded by the largest remainder (ties
  /// to the earlier part), so that fractions of sum 1 take every row. Throws for fractions that are
  /// not positive, more than 1 together, or so small that a part is empty.
  public func split(_ fractions: [Double], seed: UInt64) throws(EngineError) -> [Dataset] {
    guard !fractions.isEmpty else {
      throw EngineError("split needs the fractions of its parts", hint: "split(data, 0.8, 0.2)")
    }
    for fraction in fractions where !(fraction > 0) {
      throw EngineError("split into \(fraction): a fraction is more than 0")
    }
    let sum = fractions.reduce(0, +)
    guard sum <= 1 + 1e-6 else {
      throw EngineError("the fractions of split add up to \(Self.shown(sum)), which is more than 1")
    }
    var parts = fractions
    if parts.count == 1 {
      guard parts[0] < 1 - 1e-6 else {
        throw EngineError(
          "split into \(fractions[0]) leaves no rest", hint: "take a fraction below 1")
      }
      parts.append(1 - parts[0])
    }
    let sizes = Self.sizes(rows: rows, fractions: parts)
    if let empty = sizes.firstIndex(of: 0) {
      throw EngineError(
        "\(rows) rows are too few: part \(empty + 1) of the split would be empty",
        hint: "use fewer parts or a larger fraction")
    }
    let order = RandomStream(seed: seed, stream: streamHash("split")).permutation(count: rows)
    var start = 0
    return sizes.enumerated().map { index, size in
      defer { start += size }
      return subset(
        rows: Array(order[start..<start + size]),
        name: "\(name) part \(index + 1) of \(sizes.count)")
    }
  }

  /// Whole sizes in proportion to the fractions.
  static func sizes(rows: Int, fractions: [Double]) -> [Int] {
    let sum = fractions.reduce(0, +)
    // Within rounding of 1 every row is meant.
    let total = sum > 1 - 1e-6 ? rows : min(rows, Int((sum * Double(rows)).rounded()))
    let exact = fractions.map { $0 / sum * Double(total) }
    // 0.8 · 10 may come out under 8 by a rounding; it is 8 all the same.
    var sizes = exact.map { Int(($0 + 1e-9 * Double(total)).rounded(.down)) }
    let remainders = fractions.indices.map { exact[$0] - Double(sizes[$0]) }
    let byRemainder = fractions.indices.sorted {
      (remainders[$1], $0) < (remainders[$0], $1)
    }
    var left = total - sizes.reduce(0, +)
    for index in byRemainder where left > 0 {
      sizes[index] += 1
      left -= 1
    }
    return sizes
  }

  /// To six digits after the point, so that 0.8 + 0.3 reads 1.1.
  private static func shown(_ sum: Double) -> String {
    sum < 1e9 ? "\((sum * 1e6).rounded() / 1e6)" : "\(sum)"
  }
}
