/// The data sets as catalogue entries.
enum DatasetEntries {
  static let all: [Entry] = TextEntries.all + points + tables + sequences + texts

  private static let points: [Entry] = [
    Entry(XorData.descriptor, .dataset { _ throws(EngineError) in XorData.make() }),
    Entry(
      SpiralData.descriptor,
      .dataset { arguments throws(EngineError) in
        try SpiralData.make(
          n: try arguments.integer("n"), classes: try arguments.integer("classes"),
          noise: try arguments.number("noise"), seed: try seed(arguments))
      }),
    noisy(MoonsData.descriptor) { n, noise, seed throws(EngineError) in
      try MoonsData.make(n: n, noise: noise, seed: seed)
    },
    noisy(CircleData.descriptor) { n, noise, seed throws(EngineError) in
      try CircleData.make(n: n, noise: noise, seed: seed)
    },
    noisy(GaussData.descriptor) { n, noise, seed throws(EngineError) in
      try GaussData.make(n: n, noise: noise, seed: seed)
    },
    noisy(PlaneData.descriptor) { n, noise, seed throws(EngineError) in
      try PlaneData.make(n: n, noise: noise, seed: seed)
    },
    noisy(SineData.descriptor) { n, noise, seed throws(EngineError) in
      try SineData.make(n: n, noise: noise, seed: seed)
    },
  ]

  private static let tables: [Entry] = [
    Entry(DigitsData.descriptor, .dataset { _ throws(EngineError) in DigitsData.make() }),
    Entry(IrisData.descriptor, .dataset { _ throws(EngineError) in IrisData.make() }),
    Entry(WineData.descriptor, .dataset { _ throws(EngineError) in WineData.make() }),
    Entry(
      BreastCancerData.descriptor, .dataset { _ throws(EngineError) in BreastCancerData.make() }),
    Entry(
      CSVFile.descriptor,
      .dataset { arguments throws(EngineError) in
        var target: String?
        if case .none = arguments.value("target") {} else { target = try arguments.text("target") }
        var header = CSVFile.Header.automatic
        if case .flag(let flag) = arguments.value("header") { header = flag ? .present : .absent }
        var delimiter: String?
        if case .text(let text) = arguments.value("delimiter"), text != "auto" { delimiter = text }
        return try CSVFile.dataset(
          path: try arguments.path("path"), target: target, header: header, delimiter: delimiter,
          watch: arguments.watch)
      }),
  ]

  private static let sequences: [Entry] = [
    Entry(
      ParityData.descriptor,
      .dataset { arguments throws(EngineError) in
        try ParityData.make(
          n: try arguments.integer("n"), length: try arguments.integer("length"),
          seed: try seed(arguments))
      }),
    symbols(.copy, SymbolData.copyDescriptor), symbols(.reverse, SymbolData.reverseDescriptor),
    symbols(.sort, SymbolData.sortDescriptor),
    Entry(
      BracketData.descriptor,
      .dataset { arguments throws(EngineError) in
        try BracketData.make(
          n: try arguments.integer("n"), length: try arguments.integer("length"),
          kinds: try arguments.integer("kinds"), depth: try arguments.integer("depth"),
          seed: try seed(arguments))
      }),
    Entry(
      AdderData.descriptor,
      .dataset { arguments throws(EngineError) in
        try AdderData.make(
          n: try arguments.integer("n"), digits: try arguments.integer("digits"),
          seed: try seed(arguments))
      }),
    Entry(
      RecallData.descriptor,
      .dataset { arguments throws(EngineError) in
        try RecallData.make(
          n: try arguments.integer("n"), lag: try arguments.integer("lag"),
          symbols: try arguments.integer("symbols"), seed: try seed(arguments))
      }),
    Entry(
      TimeSeriesData.descriptor,
      .dataset { arguments throws(EngineError) in
        try TimeSeriesData.make(
          n: try arguments.integer("n"), length: try arguments.integer("length"),
          noise: try arguments.number("noise"), seed: try seed(arguments))
      }),
  ]

  private static let texts: [Entry] = [
    Entry(
      NumberWordsData.descriptor,
      .dataset { arguments throws(EngineError) in
        try NumberWordsData.make(
          source: try NumberWordsData.Notation(try arguments.text("source")),
          target: try NumberWordsData.Notation(try arguments.text("target")),
          n: try arguments.integer("n"), limit: try arguments.integer("limit"),
          seed: try seed(arguments))
      }),
    Entry(
      DateData.descriptor,
      .dataset { arguments throws(EngineError) in
        try DateData.make(n: try arguments.integer("n"), seed: try seed(arguments))
      }),
    Entry(
      GrammarData.descriptor,
      .dataset { arguments throws(EngineError) in
        try GrammarData.make(n: try arguments.integer("n"), seed: try seed(arguments))
      }),
  ]

  /// A set of points with noise.
  private static func noisy(
    _ descriptor: Descriptor,
    _ make: @escaping @Sendable (Int, Double, UInt64) throws(EngineError) -> Dataset
  ) -> Entry {
    Entry(
      descriptor,
      .dataset { arguments throws(EngineError) in
        try make(
          try arguments.integer("n"), try arguments.number("noise"), try seed(arguments))
      })
  }

  private static func symbols(_ task: SymbolData.Task, _ descriptor: Descriptor) -> Entry {
    Entry(
      descriptor,
      .dataset { arguments throws(EngineError) in
        try SymbolData.make(
          task, n: try arguments.integer("n"), length: try arguments.integer("length"),
          symbols: try arguments.integer("symbols"), seed: try seed(arguments))
      })
  }

  private static func seed(_ arguments: Arguments) throws(EngineError) -> UInt64 {
    let seed = try arguments.integer("seed")
    guard seed >= 0 else {
      throw EngineError("\(arguments.name): 'seed' cannot be negative: \(seed)")
    }
    return UInt64(seed)
  }
}
