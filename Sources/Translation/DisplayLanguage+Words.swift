// What nabla says, in the language in use.

extension DisplayLanguage {
  /// The words to show for English ones: their translation, or themselves where there is none.
  ///
  /// What is recorded, exported or compared stays English, so this is called where words are shown
  /// and nowhere else.
  public func words(_ english: String) -> String { translation(of: english) ?? english }

  /// The translation of English words, nil where there is none; English needs none.
  public func translation(of english: String) -> String? {
    switch self {
    case .english: nil
    case .turkish: Turkish.book.translation(of: english)
    }
  }

  /// The heading of a table's column.
  public func label(_ english: String) -> String {
    switch self {
    case .english: english
    case .turkish: Turkish.labelBook.translation(of: english) ?? english
    }
  }

  /// What stands in a cell of a table: a word of its own, or itself.
  public func cell(_ english: String) -> String {
    switch self {
    case .english: english
    case .turkish: Turkish.cellBook.translation(of: english) ?? english
    }
  }

  /// What a chart says in words of its own: an axis, a note, what the cursor reads. Parts that two
  /// blanks set apart are looked up one by one where the whole is not known.
  public func chart(_ english: String) -> String {
    self == .turkish ? Self.parts(of: english, in: Turkish.chartBook) : english
  }

  /// The title of a chart. The name of a plot stays, what is said behind it has its words.
  public func title(_ english: String) -> String {
    self == .turkish ? Self.parts(of: english, in: Turkish.titleBook) : english
  }

  private static func parts(of english: String, in book: Phrasebook) -> String {
    // A template could reach over two parts.
    guard english.contains("  ") else { return book.translation(of: english) ?? english }
    if let whole = book.exactly(english) { return whole }
    return english.split(separator: "  ", omittingEmptySubsequences: false)
      .map { book.translation(of: String($0)) ?? String($0) }.joined(separator: "  ")
  }
}
