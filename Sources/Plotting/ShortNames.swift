// Short names for lines and paths that are called by what made them: of `sgd(lr=0.3)`,
// `sgd(lr=0.1, momentum=0.9)` and `adam(lr=0.5)` it is enough to say sgd, momentum, adam.

/// What tells names of the form `name(key=value, …)` apart, in one word where one does.
enum ShortNames {
  /// A name as its parts: `sgd`, and its options `lr=0.1`, `nesterov=true`, `cosine(100)`.
  private struct Parts {
    var head: String
    var options: [Substring]

    /// Nil for what is not called like that: `mean(a)`, `valid`.
    init?(_ name: String) {
      var words: [Substring] = []
      var start = name.startIndex
      var depth = 0
      for index in name.indices {
        switch name[index] {
        case "(", "[", "{": depth += 1
        case ")", "]", "}": depth -= 1
        case " " where depth == 0:
          words.append(name[start..<index])
          start = name.index(after: index)
        default: break
        }
        if depth < 0 { return nil }
      }
      words.append(name[start...])
      guard depth == 0, !words.contains(""), words.allSatisfy(Parts.isWord) else { return nil }
      // `A adam(lr=0.1)`: what stands before the optimizer names a run, too.
      guard let first = words.first, let open = first.firstIndex(of: "(") else {
        guard words.count > 1, words.contains(where: { $0.contains("(") }) else { return nil }
        head = String(words[0])
        options = Array(words.dropFirst())
        return
      }
      head = String(first[..<open])
      let arguments = first[first.index(after: open)...].dropLast().split(separator: ",")
        .map { $0.drop { $0 == " " } }
      guard arguments.allSatisfy({ $0.contains("=") }) else { return nil }
      options = arguments + words.dropFirst()
    }

    /// `A`, `clip=1`, `sgd(lr=0.1, momentum=0.9)`, `cosine(100)`: nothing that is computed.
    private static func isWord(_ word: Substring) -> Bool {
      guard word.first?.isLetter == true else { return false }
      guard let open = word.firstIndex(of: "(") else {
        return word.allSatisfy { $0.isLetter || $0.isNumber || "_.=-".contains($0) }
      }
      return word.last == ")" && !word[word.index(after: open)...].contains("(")
        && word[..<open].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }

    /// `nesterov` of `nesterov=true`, `cosine` of `cosine(100)`.
    static func key(_ option: Substring) -> String {
      String(option.prefix { $0 != "=" && $0 != "(" })
    }
  }

  /// The names, each as short as it can be while all of them differ; a name of another form, and one
  /// that is told apart by nothing shorter, stays as it is.
  static func of(_ names: [String]) -> [String] {
    let parts = names.prefix(most).map(Parts.init)
    guard parts.count == names.count, parts.contains(where: { $0 != nil }) else { return names }
    var shown: [String?] = parts.map { $0 == nil ? "" : nil }
    func left() -> [Int] { shown.indices.filter { shown[$0] == nil } }
    /// Names those that a word tells from all others without a name yet; the last word that does.
    func name(_ words: (Parts) -> [String]) -> Bool {
      let indices = left()
      let all = indices.map { parts[$0].map(words) ?? [] }
      var count: [String: Int] = [:]
      for word in all.flatMap({ Set($0) }) { count[word, default: 0] += 1 }
      var isNamed = false
      for (index, words) in zip(indices, all) {
        guard let word = words.last(where: { count[$0] == 1 }) else { continue }
        shown[index] = word
        isNamed = true
      }
      return isNamed
    }
    // An option that nobody else has names its run and leaves the plain name to another one.
    while name({ [$0.head] }) || name({ $0.options.map(Parts.key) }) {}
    let isOneHead = Set(parts.compactMap { $0?.head }).count == 1
    _ = name { part in part.options.map { isOneHead ? String($0) : "\(part.head)(\($0))" } }
    let short = zip(names, shown).map { name, word in
      word.flatMap { $0.isEmpty ? nil : $0 } ?? name
    }
    return Set(short).count == Set(names).count ? short : names
  }

  /// More names are not looked at.
  private static let most = 100
}
