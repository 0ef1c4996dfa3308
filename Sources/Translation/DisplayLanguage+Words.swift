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
}
