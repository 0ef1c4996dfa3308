// `dates(…)`: dates as people write them, and as ISO 8601 has them.

/// Dates in many notations and in one.
public enum DateData {
  /// What the catalogue says of it.
  public static let descriptor = Descriptor(
    "dates", .dataset, signature: "dates(n=1000, seed=1)",
    summary: "Dates as people write them (x) and as ISO 8601 has them (y), one character a token.",
    shapes: "x [n, 28], y [n, 12] between <start> and <end>",
    source: "the date translation of A. Ng et al. (2018), Sequence Models; ISO 8601",
    example: "data = dates(n=100)")

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
  private static let days = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  /// `wednesday, 30 september 2049`
  static let longest = 28

  private static let tokens =
    SequenceSets.specials + [" ", ",", "-", ".", "/"] + (0..<10).map(String.init)
    + SequenceSets.letters(26)

  /// x `[n, 28]`, y `[n, 12]`: days from 1950 to 2049. Token 0 fills x up, 1 starts and 2 ends y.
  public static func make(n: Int = 1000, seed: UInt64 = 1) throws(EngineError) -> Dataset {
    try SequenceSets.check("dates", n: n, width: longest)
    var draws = Draws("dates", seed: seed)
    let vocabulary = Vocabulary(tokens)
    func indices(_ text: String) -> [Int] {
      text.compactMap { vocabulary.index(of: String($0)) }
    }
    var x: [[Int]] = []
    var y: [[Int]] = []
    for _ in 0..<n {
      let year = 1950 + draws.integer(below: 100)
      let month = 1 + draws.integer(below: 12)
      let day = 1 + draws.integer(below: length(ofMonth: month, year))
      x.append(indices(written(year, month, day, style: draws.integer(below: styles))))
      y.append([1] + indices("\(year)-\(two(month))-\(two(day))") + [2])
    }
    return Dataset(
      name: "dates",
      columns: [
        SequenceSets.column("x", x, width: longest, tokens: tokens),
        SequenceSets.column("y", y, width: 12, tokens: tokens),
      ],
      classNames: tokens)
  }

  private static let styles = 8

  private static func written(_ year: Int, _ month: Int, _ day: Int, style: Int) -> String {
    let name = months[month - 1]
    switch style {
    case 0: return "\(day) \(name) \(year)"
    case 1: return "\(name) \(day), \(year)"
    case 2: return "\(day) \(name.prefix(3)) \(year)"
    case 3: return "\(name.prefix(3)) \(day), \(year)"
    case 4: return "\(days[weekday(year, month, day)]), \(day) \(name) \(year)"
    case 5: return "\(day).\(month).\(year)"
    case 6: return "\(two(day))/\(two(month))/\(year)"
    default: return "\(year) \(name) \(day)"
    }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// 0 for Monday (Sakamoto 1992).
  private static func weekday(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
    let year = month < 3 ? year - 1 : year
    return (year + year / 4 - year / 100 + year / 400 + shifts[month - 1] + day + 6) % 7
  }
}
