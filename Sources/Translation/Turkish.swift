// The Turkish phrases, a file a topic in the folder Turkish. They are read when the first one is
// asked for; a program that speaks English never does.

/// Turkish.
public enum Turkish {
  /// All topics.
  public static let topics: [(name: String, text: String)] = [
    ("command line", commandLine), ("comparing", comparing),
    ("data", data), ("texts", texts),
    ("drawing", drawing), ("editing", editing),
    ("arguments", arguments), ("layer messages", layerMessages), ("operations", operations),
    ("tensor messages", tensorMessages),
    ("findings", findings), ("functions", functions), ("activations", activations),
    ("data hints", dataHints), ("tensor hints", tensorHints), ("language hints", languageHints),
    ("value hints", valueHints), ("run hints", runHints),
    ("keys", keys), ("language", language), ("layers", layers), ("lines", lines),
    ("kinds", kinds), ("notebook", notebook), ("evaluating", evaluating),
    ("travelling", travelling), ("files", files), ("asking", asking), ("running", running),
    ("orders", orders),
    ("footer", footer), ("panes", panes), ("screen", screen),
    ("verbs", verbs),
  ]

  /// Words that mean what they mean only at their place, a book each.
  public static let places: [(name: String, text: String)] = [
    ("attention", attentionKinds), ("cells", cells), ("charts", charts), ("columns", columns),
    ("formulas", formulaWords), ("labels", labels), ("titles", titles),
  ]

  public static let book = Phrasebook(topics.map(\.text))

  /// What cells show. Messages and hints are no part of it: their phrases are made for what is said
  /// of an error, and some are little more than holes.
  static let lineBook = Phrasebook([
    comparing, data, texts, findings, functions, activations, layers, lines, orders, footer, panes,
    screen, verbs,
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
  static let chartBook = Phrasebook([charts, attentionKinds, orders])
  /// What is said behind the name of a plot.
  static let titleBook = Phrasebook([titles, attentionKinds])
}
