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

  /// What a chart says: its title, an axis, a note. A title may be put together of parts that two
  /// blanks set apart.
  public func chart(_ english: String) -> String {
    guard self == .turkish else { return english }
    if let whole = Turkish.chartBook.translation(of: english) { return whole }
    guard english.contains("  ") else { return english }
    let parts = english.split(separator: "  ", omittingEmptySubsequences: false)
    return parts.map { Turkish.chartBook.translation(of: String($0)) ?? String($0) }
      .joined(separator: "  ")
  }
}
