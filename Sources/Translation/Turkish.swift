// The Turkish phrases, a file a topic in the folder Turkish. They are read when the first one is
// asked for; a program that speaks English never does.

/// Turkish.
public enum Turkish {
  /// All topics.
  public static let topics: [(name: String, text: String)] = [
    ("command line", commandLine), ("comparing", comparing), ("data", data), ("drawing", drawing),
    ("engine", engine), ("findings", findings),
    ("functions", functions), ("hints", hints), ("keys", keys), ("language", language),
    ("layers", layers), ("lines", lines), ("notebook", notebook), ("screen", screen),
    ("verbs", verbs),
  ]

  /// Words that mean what they mean only at their place, a book each.
  public static let places: [(name: String, text: String)] = [
    ("cells", cells), ("charts", charts), ("columns", columns), ("formulas", formulaWords),
    ("labels", labels), ("titles", titles),
  ]

  public static let book = Phrasebook(topics.map(\.text))

  /// What cells show. Messages and hints are no part of it: their phrases are made for what is said
  /// of an error, and some are little more than holes.
  static let lineBook = Phrasebook([
    comparing, data, findings, functions, layers, lines, screen, verbs,
  ])
  /// Words that stand alone in a column of a line.
  static let columnBook = Phrasebook([columns])
  /// What formulas say in words.
  static let formulaBook = Phrasebook([formulaWords])
  /// What cells of tables say in words.
  static let cellBook = Phrasebook([cells])
  /// Headings of tables.
  static let labelBook = Phrasebook([labels])
  /// What charts say.
  static let chartBook = Phrasebook([charts])
  /// What is said behind the name of a plot.
  static let titleBook = Phrasebook([titles])
}
