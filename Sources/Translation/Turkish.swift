// The Turkish phrases, a file a topic in the folder Turkish. They are read when the first one is
// asked for; a program that speaks English never does.

/// Turkish.
public enum Turkish {
  /// All topics.
  public static let topics: [(name: String, text: String)] = [
    ("command line", commandLine), ("data", data), ("drawing", drawing), ("engine", engine),
    ("findings", findings),
    ("functions", functions), ("hints", hints), ("keys", keys), ("language", language),
    ("layers", layers), ("notebook", notebook), ("screen", screen), ("verbs", verbs),
  ]

  public static let book = Phrasebook(topics.map(\.text))
}
