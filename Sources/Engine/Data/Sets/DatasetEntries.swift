/// The data sets as catalogue entries.
enum DatasetEntries {
  static let all: [Entry] =
    TextEntries.all + [
      Entry(XorData.descriptor, .dataset { _ throws(EngineError) in XorData.make() }),
      Entry(DigitsData.descriptor, .dataset { _ throws(EngineError) in DigitsData.make() }),
      Entry(IrisData.descriptor, .dataset { _ throws(EngineError) in IrisData.make() }),
      Entry(
        SpiralData.descriptor,
        .dataset { arguments throws(EngineError) in
          try SpiralData.make(
            n: try arguments.integer("n"), classes: try arguments.integer("classes"),
            noise: try arguments.number("noise"), seed: try seed(arguments))
        }),
      Entry(
        MoonsData.descriptor,
        .dataset { arguments throws(EngineError) in
          try MoonsData.make(
            n: try arguments.integer("n"), noise: try arguments.number("noise"),
            seed: try seed(arguments))
        }),
      Entry(
        CircleData.descriptor,
        .dataset { arguments throws(EngineError) in
          try CircleData.make(
            n: try arguments.integer("n"), noise: try arguments.number("noise"),
            seed: try seed(arguments))
        }),
      Entry(
        GaussData.descriptor,
        .dataset { arguments throws(EngineError) in
          try GaussData.make(
            n: try arguments.integer("n"), noise: try arguments.number("noise"),
            seed: try seed(arguments))
        }),
      Entry(
        CSVFile.descriptor,
        .dataset { arguments throws(EngineError) in
          var target: String?
          if case .none = arguments.value("target") {
          } else {
            target = try arguments.text("target")
          }
          var header = CSVFile.Header.automatic
          if case .flag(let flag) = arguments.value("header") { header = flag ? .present : .absent }
          var delimiter: String?
          if case .text(let text) = arguments.value("delimiter"), text != "auto" {
            delimiter = text
          }
          return try CSVFile.dataset(
            path: try arguments.text("path"), target: target, header: header, delimiter: delimiter)
        }),
    ]

  private static func seed(_ arguments: Arguments) throws(EngineError) -> UInt64 {
    let seed = try arguments.integer("seed")
    guard seed >= 0 else {
      throw EngineError("\(arguments.name): 'seed' cannot be negative: \(seed)")
    }
    return UInt64(seed)
  }
}
